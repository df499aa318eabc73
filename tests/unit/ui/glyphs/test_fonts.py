"""Bitmap fonts: known letters."""

from __future__ import annotations

import pytest

from briefing.ui.glyphs.fonts import SMALL, TALL, USUAL, Font


def shape(rows: tuple[int, ...]) -> list[str]:
    return [f"{row:06b}".replace("0", ".").replace("1", "#") for row in rows]


def test_a_known_letter_has_its_known_dots() -> None:
    rows = USUAL.rows("A")
    assert rows is not None
    assert shape(rows) == [
        "......",
        "..#...",
        ".#.#..",
        "#...#.",
        "#...#.",
        "#####.",
        "#...#.",
        "#...#.",
        "......",
        "......",
    ]


@pytest.mark.parametrize("font", [SMALL, USUAL, TALL], ids=lambda font: font.name)
def test_a_small_lambda_has_its_two_legs_apart_at_the_foot_and_its_head_at_the_left(font: Font) -> None:
    rows = font.rows("λ")
    assert rows is not None
    drawn = [row for row in shape(rows) if "#" in row]
    assert (drawn[0], drawn[-1]) == (".#....", "#...#.")
