"""Which terminals are asked for media keys, and how they are given back."""

from __future__ import annotations

import pytest

from briefing.ui.linear.all_keys import GIVE_BACK, TAKE, AllKeys, is_to_be_asked


@pytest.mark.parametrize(
    ("environ", "is_asked"),
    [
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "foot"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, True),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "linux"}, False),
        ({}, False),
    ],
)
def test_only_a_terminal_that_may_know_the_question_is_asked(environ: dict[str, str], is_asked: bool) -> None:
    assert is_to_be_asked(environ) is is_asked


def test_keys_are_taken_when_the_terminal_answers_and_given_back_once() -> None:
    sent: list[str] = []
    keys = AllKeys(sent.append)
    keys.take()
    keys.give_back()
    assert sent == []
    keys.answered()
    keys.take()
    keys.give_back()
    keys.give_back()
    assert sent == [TAKE, GIVE_BACK]
    keys.take()
    assert sent[-1] == TAKE
