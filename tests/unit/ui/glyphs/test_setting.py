"""A line set in a face: widths, order, and what the face lacks."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.sizes import TextSize
from briefing.ui.glyphs.drawing import Drawing
from briefing.ui.glyphs.faces import Typeface, face_for
from briefing.ui.glyphs.fonts import JOINED, TALL, USUAL
from briefing.ui.glyphs.setting import cells, height, rows_of, set_line

LATIN = Typeface(Drawing.HALF, USUAL)
EAST = Typeface(Drawing.HALF, TALL)
ARABIC = Typeface(Drawing.HALF, JOINED)
FACES = st.sampled_from([LATIN, EAST, ARABIC, Typeface(Drawing.SEXTANT, USUAL), LATIN.spaced(0.5)])
TEXTS = st.text(st.sampled_from("aé .日한हिन्दीאבגلا3%()\u0301\u200c👍"), max_size=30)


@given(TEXTS, FACES, st.booleans())
def test_a_line_is_as_wide_as_its_text_measures_whatever_is_in_it(
    text: str, face: Typeface, right_to_left: bool
) -> None:
    placed = set_line(text, face, right_to_left=right_to_left)
    assert sum(each.cells for each in placed) == cells(text, face)
    for left, right in pairwise(placed):
        assert right.left == left.left + left.cells
    for each in placed:
        assert len(each.rows) == height(text, face)
        assert {cell_len(row) for row in each.rows} == {each.cells}


@given(TEXTS, FACES, st.booleans())
def test_every_character_is_shown_once(text: str, face: Typeface, right_to_left: bool) -> None:
    placed = set_line(text, face, right_to_left=right_to_left)
    shown = sorted(offset for each in placed for offset in range(each.start, each.stop))
    assert shown == sorted(set(shown))
    assert not any(char.isprintable() and cell_len(char) and n not in shown for n, char in enumerate(text))


@pytest.mark.parametrize("word", ["हिन्दी", "தமிழ்", "👍"])
def test_what_a_font_lacks_is_shown_in_the_terminals_letters_in_the_same_line(word: str) -> None:
    line = f"News {word} more"
    rows = rows_of(line, LATIN)
    assert [y for y, row in enumerate(rows) if word in row] == [LATIN.rows // 2]
    assert rows[LATIN.rows // 2].startswith(rows_of("News ", LATIN)[LATIN.rows // 2])
    assert cells(line, LATIN) == cells("News  more", LATIN) + cell_len(word)


@pytest.mark.parametrize("word", ["أخبار", "日本", "한국", "かな", "Việt", "ไทย", "שָׁלוֹם", "ქართული"])
@pytest.mark.parametrize("face", [LATIN, EAST, ARABIC, Typeface(Drawing.SEXTANT, USUAL, (2, 2))])
def test_a_word_in_another_script_is_drawn_in_the_same_line(word: str, face: Typeface) -> None:
    """No letter of the line is the terminal's own."""
    line = f"News {word} more"
    rows = rows_of(line, face)
    assert not any(char.isalnum() for row in rows for char in row)
    assert len(rows) == height(line, face) >= face.rows


def test_all_fonts_of_a_line_stand_on_one_base_line() -> None:
    """The foot of an x in a small font is in the row of that of an x in a larger one."""
    for drawing in Drawing:
        for first in (LATIN.font, EAST.font):
            small = replace(LATIN, drawing=drawing, font=first)
            line = rows_of("x ا", small)  # the alef is in the largest font
            large = rows_of("x", replace(small, font=JOINED))
            feet = [
                max(y for y, row in enumerate(rows) if row[: small.columns].strip()) for rows in (line, large)
            ]
            assert feet[0] == feet[1]


def test_a_line_is_no_higher_than_its_letters_need() -> None:
    assert height("News", LATIN) == height("News é", LATIN) == 5
    assert height("News 日本", LATIN) == 7
    assert height("News أخبار", LATIN) == 8


def test_a_mark_that_the_font_has_is_drawn_over_its_base_and_others_make_it_plain() -> None:
    assert rows_of("x\u0301", EAST) != rows_of("x", EAST)
    assert "x\u0951" in rows_of("x\u0951", LATIN)[LATIN.rows // 2]


@pytest.mark.parametrize("word", ["haiह", "नa"])
def test_a_word_is_drawn_as_a_whole_or_not_at_all(word: str) -> None:
    assert word in rows_of(f"a {word} b", LATIN)[LATIN.rows // 2]


def test_hebrew_stands_from_right_to_left() -> None:
    one, two = rows_of("א", LATIN), rows_of("ב", LATIN)
    assert rows_of("אב", LATIN) == tuple(left + right for left, right in zip(two, one, strict=True))


def test_arabic_letters_meet() -> None:
    """Between two letters that join there is a row of dots without a gap."""
    for text in ("بب", "سلم", "محمد"[:3]):
        rows = rows_of(text, ARABIC)
        for edge in range(1, len(text)):
            assert any(row[8 * edge - 1] != " " != row[8 * edge] for row in rows)
    apart = rows_of("دب", ARABIC)
    assert not any(row[7] != " " != row[8] for row in apart)


def test_a_sign_of_two_letters_takes_the_room_of_one() -> None:
    assert cells("لا", ARABIC) == 8
    (placed,) = set_line("لا", ARABIC)
    assert (placed.start, placed.stop) == (0, 2)


def test_wide_letters_are_as_wide_as_two() -> None:
    assert cells("日a", EAST) == 18


def test_brackets_are_turned_where_the_text_goes_to_the_left() -> None:
    turned = rows_of("(אב)", LATIN)
    assert [row[:6] for row in turned] == list(rows_of("(", LATIN))


def test_a_face_for_arabic_has_its_latin_as_well() -> None:
    face = face_for(TextSize.LG, Drawing.HALF, "أخبار BBC")
    assert not any(char.isalpha() for row in rows_of("أخبار BBC", face) for char in row)
