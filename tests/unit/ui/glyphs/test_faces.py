"""Large print: faces for texts, and what no font has."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.sizes import TextSize
from briefing.ui.glyphs.drawing import Drawing
from briefing.ui.glyphs.faces import Typeface, face_for, share_drawn
from briefing.ui.glyphs.fonts import JOINED, TALL, USUAL, WIDE, Font


def test_sextants_make_a_letter_of_three_by_four_cells() -> None:
    face = face_for(TextSize.MD, Drawing.SEXTANT, "text")
    assert (face.columns, face.rows) == (3, 4)


def test_a_mark_is_drawn_over_its_base() -> None:
    face = Typeface(Drawing.HALF, USUAL)
    assert face.draw("e\u0301") == face.draw("é")


def test_a_space_without_a_glyph_is_empty() -> None:
    assert set("".join(Typeface(Drawing.HALF, USUAL).draw("\u2003"))) == {" "}


@given(
    st.characters(exclude_categories=["Cs", "Cc"]), st.sampled_from([USUAL, WIDE]), st.sampled_from(Drawing)
)
def test_any_character_fills_its_cells(char: str, font: Font, drawing: Drawing) -> None:
    face = face_for(TextSize.MD, drawing, "text")
    drawn = face.draw(char, font)
    assert len(drawn) == face.rows_in(font)
    assert all(len(row) == face.columns_in(font) for row in drawn)


@given(st.characters(exclude_categories=["Cs", "Cc"]), st.integers(2, 5))
def test_a_scaled_character_is_the_same_picture_with_larger_dots(char: str, scale: int) -> None:
    face = face_for(TextSize.LG, Drawing.HALF, "text")
    grown = replace(face, stretch=(scale, scale))
    drawn = grown.draw(char)
    assert (len(drawn), len(drawn[0])) == (grown.rows, grown.columns)
    assert grown.columns == scale * face.columns
    dots, large = dots_of(face.draw(char)), dots_of(drawn)
    above = (len(large) - face.font.height * scale) // 2
    for y, row in enumerate(dots[: face.font.height]):
        enlarged = "".join(dot * scale for dot in row)
        assert large[above + y * scale : above + (y + 1) * scale] == [enlarged] * scale


def dots_of(drawn: tuple[str, ...]) -> list[str]:
    """Return the dots of half blocks, a string a row of dots."""
    halves = {" ": "  ", "▀": "# ", "▄": " #", "█": "##"}
    return ["".join(halves[sign][half] for sign in row) for row in drawn for half in (0, 1)]


def test_wide_letters_are_twice_as_wide_as_narrow_ones() -> None:
    face = face_for(TextSize.LG, Drawing.HALF, "日本 news")
    assert len(face.draw("日", WIDE)[0]) == 2 * len(face.draw("n")[0])
    assert share_drawn("日한n") == 1.0


@pytest.mark.parametrize(
    "text",
    [
        "Plain English.",
        "Árvíztűrő tükörfúrógép",
        "Привет, мир",
        "Ειδήσεις",
        "日本語",
        "한국어 소식",
        "かな",
        "חדשות",
        "أخبار",
        "",
    ],
)
def test_covered_languages(text: str) -> None:
    assert share_drawn(text) == 1.0


@pytest.mark.parametrize("text", ["தமிழ் செய்திகள்", "हिन्दी समाचार"])
def test_languages_that_large_print_cannot_show(text: str) -> None:
    assert share_drawn(text) < 0.1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("News of the day, and a word: أخبار. " + "More news. " * 9, USUAL.name),
        ("Tin tức buổi sáng hôm nay ở Việt Nam", TALL.name),
        ("أخبار اليوم and two words", JOINED.name),
        ("שָׁלוֹם", TALL.name),
    ],
)
def test_the_smallest_font_that_has_nearly_all_letters_is_taken(text: str, name: str) -> None:
    assert face_for(TextSize.LG, Drawing.HALF, text).font.name == name


@pytest.mark.parametrize(("share", "columns"), [(0.0, 6), (0.01, 7), (0.25, 8), (0.5, 9), (1.0, 12)])
def test_room_between_letters_is_a_share_of_a_letter_and_never_less_than_a_cell(
    share: float, columns: int
) -> None:
    face = face_for(TextSize.LG, Drawing.HALF, "news").spaced(share)
    assert face.columns == columns
    assert {len(row) for row in face.draw("n")} == {columns}
    assert {row[6:] for row in face.draw("n")} == {" " * (columns - 6)}


def test_joined_letters_are_not_pulled_apart() -> None:
    face = face_for(TextSize.LG, Drawing.HALF, "أخبار")
    assert face.spaced(1.0) == face


def test_lg_is_in_half_blocks_whatever_is_chosen() -> None:
    assert {face_for(TextSize.LG, each, "a") for each in Drawing} == {
        face_for(TextSize.LG, Drawing.HALF, "a")
    }
