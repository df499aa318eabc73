"""Keys as they are written in settings and in the table of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.commands.table import COMMANDS
from briefing.ui.keys.names import key_from

if TYPE_CHECKING:
    from briefing.commands.command import Command


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_the_usual_keys_are_written_as_they_are_decoded(command: Command) -> None:
    for key in command.keys:
        assert key_from(key) == key


@pytest.mark.parametrize(
    ("written", "key"),
    [("Shift+Left", "shift+left"), ("esc", "escape"), (" ", "space"), ("N", "N"), ("ctrl++", "ctrl++"),
     ("shift+a", "A"), ("shift+ctrl+end", "ctrl+shift+end"), ("PgUp", "pageup"), ("+", "+")],
)  # fmt: skip
def test_keys_are_read_from_the_settings(written: str, key: str) -> None:
    assert key_from(written) == key


@pytest.mark.parametrize("written", ["", "spcae", "hyper+a", "f13", "\x1b", "shift+", "ab"])
def test_there_is_no_such_key(written: str) -> None:
    with pytest.raises(ValueError, match="no key"):
        key_from(written)
