"""How much is said of a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.commands.mentions import mention
from briefing.kinds import Verbosity
from briefing.safe import safe_text
from briefing.verbosity import in_full, told, unless_brief

BRIEF, USUAL, FULL = Verbosity
MARKED = (
    f"{unless_brief('Paragraph 3 of 8: ')}Rain.{in_full(' Sentence 2.')} Press {mention('undo')} to go back."
)


@pytest.mark.parametrize(
    ("verbosity", "said"),
    [
        (BRIEF, "Rain."),
        (USUAL, f"Paragraph 3 of 8: Rain. Press {mention('undo')} to go back."),
        (FULL, f"Paragraph 3 of 8: Rain. Sentence 2. Press {mention('undo')} to go back."),
    ],
)
def test_brief_says_the_new_fact_usual_what_is_known_and_full_where_it_is(
    verbosity: Verbosity, said: str
) -> None:
    assert told(MARKED, verbosity) == said


@pytest.mark.parametrize("text", [unless_brief("Playing."), f"{mention('help')} for help."])
def test_brief_never_leaves_a_key_without_an_answer(text: str) -> None:
    assert told(text, BRIEF) == told(text, USUAL) != ""


def test_what_has_nothing_to_leave_out_is_said_as_it_is() -> None:
    assert [told("Two  spaces.", each) for each in Verbosity] == ["Two  spaces."] * 3
    assert unless_brief("") == in_full("") == ""


@given(st.text(), st.sampled_from(Verbosity))
def test_no_text_from_outside_holds_marks(text: str, verbosity: Verbosity) -> None:
    safe = safe_text(text)
    assert told(safe, verbosity) == safe or verbosity is BRIEF
