"""What keys do in a list, whatever keys the user has."""

from __future__ import annotations

import pytest

from briefing.commands.table import BY_ID
from briefing.ui.lists.keys import AS_EVER, IN_LISTS, Deed, deed_of
from tests.builders import keymap


@pytest.mark.parametrize(
    ("key", "deed"),
    [("j", Deed.NEXT), ("down", Deed.NEXT), ("k", Deed.BACK), ("^", Deed.FIRST), ("$", Deed.LAST),
     ("enter", Deed.CHOOSE), ("q", Deed.CLOSE), ("escape", Deed.CLOSE), ("B", Deed.CLOSE),
     ("?", Deed.TELL_KEYS), ("1", Deed.DIGIT), ("m", Deed.LETTER), ("é", Deed.LETTER), ("(", Deed.RUN),
     ("space", Deed.RUN),
     ("pagedown", Deed.PAGE_ON), ("f9", Deed.NOTHING), ("/", Deed.NOTHING)],
)  # fmt: skip
def test_a_key_does_what_its_command_would_do(key: str, deed: Deed) -> None:
    assert deed_of(key, keymap().get(key, ""), "bookmarks") is deed


def test_whoever_has_other_keys_has_them_here() -> None:
    own = keymap({"sentence-forward": ("w",), "quit": ("Q",)})
    assert deed_of("w", own["w"], "outline") is Deed.NEXT
    assert deed_of("j", own.get("j", ""), "outline") is Deed.LETTER
    assert deed_of("down", own.get("down", ""), "outline") is Deed.NEXT


def test_only_commands_that_there_are_have_a_meaning_in_lists() -> None:
    assert set(IN_LISTS) | AS_EVER <= set(BY_ID)
