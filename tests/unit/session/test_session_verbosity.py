"""Verbosity of three levels, wherever something is said, and punctuation: settings with commands."""

from __future__ import annotations

import pytest

from briefing.kinds import Punctuation, Verbosity
from briefing.settings import Settings
from tests.stage import Stage


def said(verbosity: Verbosity, *commands: str) -> list[str]:
    stage = Stage(settings=Settings(verbosity=verbosity)).open()
    before = len(stage.said)
    return stage.press(*commands).said[before:]


@pytest.mark.parametrize(
    ("verbosity", "told"),
    [
        (
            Verbosity.BRIEF,
            [
                "One two three.",
                "Four five six.",
                "five",
                "Match 1 of 1: Seven eight nine.",
                "5 seconds of 7 seconds. Paragraph 2 of 2, sentence 1.",
            ],
        ),
        (
            Verbosity.USUAL,
            [
                "Paragraph 1 of 2: One two three.",
                "Four five six.",
                "five",
                "Match 1 of 1, paragraph 2: Seven eight nine.",
                "5 seconds of 7 seconds. Paragraph 2 of 2, sentence 1. Paused. Recording.",
            ],
        ),
    ],
)
def test_a_visit(verbosity: Verbosity, told: list[str]) -> None:
    heard = said(verbosity, "skip-story", "sentence-forward", "read-word-next", "search eight", "where")
    assert heard == told


def test_full_says_where_a_sentence_is_and_the_word_of_a_letter() -> None:
    heard = said(Verbosity.FULL, "go p1", "sentence-forward", "read-character", "read-sentence-next", "where")
    assert heard[1:4] == [
        "Four five six. Paragraph 1 of 2, sentence 2.",
        "capital F, capital foxtrot",
        "Seven eight nine. Paragraph 2 of 2, sentence 1.",
    ]
    assert heard[4].endswith("percent.")


def test_brief_leaves_out_hints() -> None:
    assert said(Verbosity.BRIEF, "bookmarks", "loop") == ["No bookmarks yet.", "Loop starts at 0 seconds."]


def test_the_commands_choose_the_next_or_the_named_one_and_undo_takes_it_back() -> None:
    stage = Stage().open()
    before = len(stage.said)
    stage.press("verbosity", "verbosity brief", "bookmarks", "undo", "verbosity loud", "punctuation all")
    assert stage.said[before:] == [
        "Verbosity: full.",
        "Verbosity: brief.",
        "No bookmarks yet.",
        "Undone. Verbosity: full.",
        "There is no verbosity loud. There are brief, usual, full.",
        "Punctuation: all.",
    ]
    assert stage.session.outbox.verbosity is Verbosity.FULL
    assert stage.session.settings.punctuation is Punctuation.ALL
