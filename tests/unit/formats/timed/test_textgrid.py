"""TextGrids as Praat and others write them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from praatio import textgrid as praatio  # type: ignore[import-untyped]
from praatio.utilities import constants  # type: ignore[import-untyped]

from briefing.formats.timed.textgrid import parse
from tests.unit.formats.timed.timed_lines import cues

if TYPE_CHECKING:
    from pathlib import Path

WORDS = [(0.5, 0.8, 'a "quoted"'), (0.8, 1.25, "word"), (2.0, 2.5, "it's 3")]


@pytest.mark.parametrize("form", ["short_textgrid", "long_textgrid"])
def test_words_tier_is_read_from_both_text_formats(
    form: Literal["short_textgrid", "long_textgrid"], tmp_path: Path
) -> None:
    grid = praatio.Textgrid()
    phones = [constants.Interval(i / 10, i / 10 + 0.05, "p") for i in range(20)]
    grid.addTier(praatio.IntervalTier("phones", phones, 0, 3))
    grid.addTier(praatio.IntervalTier("words", [constants.Interval(*w) for w in WORDS], 0, 3))
    grid.addTier(praatio.PointTier("points", [constants.Point(1.0, "here")], 0, 3))
    path = tmp_path / "a.TextGrid"
    grid.save(str(path), form, includeBlankSpaces=True)

    lines = list(parse(path.read_text(encoding="utf-8")))

    assert [(line.start_s, line.stop_s, line.text) for line in lines] == WORDS


@given(st.text(st.sampled_from(list('"IntervalTier 0123.\n<>existsxmin=[]:-')), max_size=200))
def test_anything_is_read_or_passed_over(text: str) -> None:
    for line in parse('"TextGrid"' + text):
        assert line.start_s >= 0


def test_a_tier_for_each_speaker_is_a_conversation(tmp_path: Path) -> None:
    turns = {
        "Ann": [(0.0, 2.0, "Good morning."), (4.0, 5.0, "Nothing?")],
        "Ben": [(2.0, 4.1, "Nothing new."), (5.5, 6.0, "No.")],
        "gloss": [(0.0, 2.0, "greeting"), (4.0, 5.0, "question")],
    }
    grid = praatio.Textgrid()
    for name, rows in turns.items():
        grid.addTier(praatio.IntervalTier(name, [constants.Interval(*row) for row in rows], 0, 6))
    path = tmp_path / "a.TextGrid"
    grid.save(str(path), "long_textgrid", includeBlankSpaces=True)

    lines = list(parse(path.read_text(encoding="utf-8")))

    assert [(line.speaker, line.text) for line in lines] == [
        ("Ann", "Good morning."),
        ("Ben", "Nothing new."),
        ("Ann", "Nothing?"),
        ("Ben", "No."),
    ]


def test_a_short_grid_is_told_by_its_content() -> None:
    grid = '"ooTextFile"\n"TextGrid"\n0 3 <exists> 1\n"IntervalTier" "words" 0 3 2\n0 1 "" 1 2.5 "Hello"'
    assert cues(grid) == [(1, 2.5, "Hello")]
