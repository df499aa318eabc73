"""Which size a window allows, and letters that fill it: no larger ones would do."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Span
from briefing.sizes import TextSize
from briefing.ui.glyphs.drawing import Drawing
from briefing.ui.glyphs.faces import Typeface, face_for
from briefing.ui.glyphs.fonts import SMALL, TALL, USUAL, WIDE
from briefing.ui.glyphs.setting import cells, height
from briefing.ui.widgets.fitting import Fit, fit, is_whole
from briefing.ui.widgets.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=14)
SENTENCES = st.lists(WORDS, min_size=1, max_size=12).map(lambda words: f"{' '.join(words)}.")
ROOMS = st.tuples(st.integers(54, 140), st.integers(10, 45))
FINER = {Drawing.HALF: 1, Drawing.QUADRANT: 2, Drawing.SEXTANT: 3}
"""How many of the ways to draw there are up to each."""


def fitted(text: str, room: tuple[int, int], drawing: Drawing, size: TextSize = TextSize.XL) -> Fit:
    return fit(size, text, Span(0, len(text)), room, lambda: drawing)


def holds(face: Typeface, sentence: str, room: tuple[int, int]) -> bool:
    """Whether a sentence stands in a room with each of its words in one line."""
    units, most_lines = min(TextSize.XL.columns, room[0] // face.columns), room[1] // face.rows
    if not units or not most_lines:
        return False
    lines = wrap(sentence, 0, len(sentence), units)
    return len(lines) <= most_lines and " ".join(sentence[a.start : a.stop] for a in lines) == sentence


def all_faces(room: tuple[int, int], drawing: Drawing) -> Iterator[Typeface]:
    """Every face whose dots are seen as squares, or up to half as high again as wide."""
    for way, font in product(list(Drawing)[: FINER[drawing]], (SMALL, USUAL, TALL)):
        across, down = way.dots
        for wide, high in product(range(1, room[0] // 2), range(1, room[1])):
            is_whole = font.width * wide % across == 0
            if is_whole and 1 <= Fraction(2 * high * across, down * wide) <= Fraction(3, 2):
                yield Typeface(way, font, (wide, high))


def area(face: Typeface) -> int:
    return face.columns * face.rows


@given(SENTENCES, ROOMS, st.sampled_from(Drawing))
def test_no_larger_letters_hold_the_sentence(sentence: str, room: tuple[int, int], drawing: Drawing) -> None:
    face = fitted(sentence, room, drawing).face
    assert face is not None
    base = face_for(TextSize.XL, drawing, sentence)
    assert face == base or (holds(face, sentence, room) and area(face) > area(base))
    larger = [each for each in all_faces(room, drawing) if area(each) > area(face)]
    assert not any(holds(each, sentence, room) for each in larger)


def test_two_words_that_fill_two_lines_are_not_kept_small_by_the_space_between_them() -> None:
    face = Typeface(Drawing.HALF, USUAL, (2, 1))
    room = (7 * face.columns, 2 * face.rows)
    assert is_whole("aaaaaaa aaaaaa.", TextSize.XL.columns, room, face)
    assert not is_whole("aaaaaaaa aaaaa.", TextSize.XL.columns, room, face)


@given(SENTENCES, ROOMS, st.sampled_from(Drawing))
def test_a_larger_size_is_never_shown_smaller(sentence: str, room: tuple[int, int], drawing: Drawing) -> None:
    large, larger = (fitted(sentence, room, drawing, size).face for size in (TextSize.LG, TextSize.XL))
    assert large is not None
    assert larger is not None
    assert area(larger) >= area(large)


def test_wide_letters_grow_with_narrow_ones() -> None:
    face = fitted("日本語 ok", (194, 51), Drawing.QUADRANT).face
    assert face is not None
    assert face.fonts[:2] == (TALL, WIDE)
    assert area(face) > area(face_for(TextSize.XL, Drawing.QUADRANT, "日本語 ok"))


def test_lines_that_need_a_higher_font_count_as_high_as_they_are() -> None:
    sentence = "Plain words and then أخبار and some more of them"
    for room in ((80, 20), (120, 30), (160, 45)):
        face = fitted(sentence + " plain words" * 9, room, Drawing.HALF).face
        assert face is not None
        lines = wrap(sentence, 0, len(sentence), 10 * face.columns, measure=partial(cells, face=face))
        rows = sum(height(sentence[line.start : line.stop], face) for line in lines)
        assert is_whole(sentence, 10, (10 * face.columns, rows), face)
        assert not is_whole(sentence, 10, (10 * face.columns, rows - 1), face)


@pytest.mark.parametrize(
    ("room", "wanted", "shown"),
    [
        ((74, 15), TextSize.XL, TextSize.XL),
        ((34, 12), TextSize.XL, TextSize.MD),
        ((34, 12), TextSize.LG, TextSize.MD),
        ((20, 12), TextSize.XL, TextSize.SM),
        ((74, 9), TextSize.MD, TextSize.SM),
    ],
)
def test_a_window_too_small_for_a_size_shows_the_next_smaller_and_why(
    room: tuple[int, int], wanted: TextSize, shown: TextSize
) -> None:
    found = fitted("Plain words.", room, Drawing.QUADRANT, wanted)
    assert found.size is shown
    assert found.reason == ("" if shown is wanted else "the window is too small for it")
