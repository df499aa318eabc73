"""Text broken into lines: every character in one line, and no line too long."""

from __future__ import annotations

import re
from functools import partial

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.ui.glyphs.drawing import Drawing
from briefing.ui.glyphs.faces import Typeface
from briefing.ui.glyphs.fonts import JOINED, USUAL
from briefing.ui.glyphs.setting import cells
from briefing.ui.widgets.wrapping import wrap

TEXTS = st.text(st.sampled_from("ab—- \n.é日本、한\u0301\xa0W"), max_size=80)


def lines_of(text: str, capacity: int, indents: tuple[int, int] = (0, 0)) -> list[str]:
    return [
        " " * line.indent + text[line.start : line.stop] + ("-" if line.hyphen else "")
        for line in wrap(text, 0, len(text), capacity, indents)
    ]


def test_breaks_between_words() -> None:
    assert lines_of("North Korea sends arms", 11) == ["North Korea", "sends arms"]


def test_breaks_a_long_word_with_a_hyphen_and_a_joined_one_without() -> None:
    assert lines_of("nonproliferation", 9) == ["nonproli-", "feration"]
    assert lines_of("the Far-East question", 9) == ["the Far-", "East", "question"]


def test_keeps_line_breaks_and_no_break_spaces() -> None:
    assert lines_of("one\ntwo", 20) == ["one", "two"]
    assert lines_of("at 3\xa0pm", 6) == ["at", "3\xa0pm"]


def test_breaks_between_ideographs_but_not_before_their_full_stop() -> None:
    assert lines_of("日本語です。", 10) == ["日本語で", "す。"]


def test_moves_the_first_line_in() -> None:
    assert lines_of("one two three", 9, (2, 0)) == ["  one two", "three"]


@given(TEXTS, st.integers(1, 30), st.integers(0, 3), st.integers(0, 3))
@example("日", 1, 0, 0)
def test_every_visible_character_is_in_exactly_one_line_that_fits(
    text: str, capacity: int, first: int, rest: int
) -> None:
    lines = wrap(text, 0, len(text), capacity, (first, rest))
    assert lines
    shown = [offset for line in lines for offset in range(line.start, line.stop)]
    assert shown == sorted(set(shown))
    left_out = {char for offset, char in enumerate(text) if offset not in set(shown)}
    assert left_out <= set(" \n")
    for line in lines:
        width = line.indent + cell_len(text[line.start : line.stop]) + line.hyphen
        assert width <= max(capacity, line.indent + 2)


@given(
    st.lists(
        st.sampled_from(["news", "a", "extraordinary", "Far-East", "हिन्दी", "أخبار", "שלום", "日本語", "x👍"])
    ),
    st.integers(8, 320),
    st.sampled_from([Typeface(Drawing.HALF, USUAL), Typeface(Drawing.HALF, JOINED)]),
)
def test_no_word_is_lost_and_none_is_cut_that_a_line_can_hold(
    words: list[str], capacity: int, face: Typeface
) -> None:
    text = " ".join(words)
    measure = partial(cells, face=face)
    lines = wrap(text, 0, len(text), capacity, measure=measure)
    shown = [text[line.start : line.stop] for line in lines]
    assert "".join(shown).replace(" ", "") == text.replace(" ", "")
    assert all(
        measure(each) + line.hyphen * face.columns <= max(capacity, 16)
        for each, line in zip(shown, lines, strict=True)
    )
    starts = {line.start for line in lines}
    for found in re.finditer("[^ ]+", text):
        parts_anywhere = "日" in found[0] or "-" in found[0]
        if measure(found[0]) <= capacity and not parts_anywhere:
            assert not starts & set(range(found.start() + 1, found.end()))
