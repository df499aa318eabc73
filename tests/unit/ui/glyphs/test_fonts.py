"""Bitmap fonts: known letters."""

from __future__ import annotations

from briefing.ui.glyphs.fonts import USUAL


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
