"""Dots as cells: every drawing, and which the terminal draws."""

from __future__ import annotations

import pytest

from briefing.ui.glyphs.drawing import Drawing, best_drawing
from briefing.ui.glyphs.faces import Typeface
from briefing.ui.glyphs.fonts import USUAL


def test_half_blocks_put_two_dots_into_a_cell() -> None:
    assert Typeface(Drawing.HALF, USUAL).draw("A") == ("  ▄   ", "▄▀ ▀▄ ", "█▄▄▄█ ", "█   █ ", "      ")


@pytest.mark.parametrize("drawing", Drawing)
def test_every_drawing_shows_every_dot(drawing: Drawing) -> None:
    """Taking the cells apart again gives the font's dots: no dot is lost, moved or invented."""
    across, down = drawing.dots
    face = Typeface(drawing, USUAL)
    signs = {sign: bits for bits, sign in enumerate(SIGNS[drawing])}
    for letter in "AgW?€éЖΩ":
        found: set[tuple[int, int]] = set()
        for y, row in enumerate(face.draw(letter)):
            for x, sign in enumerate(row):
                for bit in range(across * down):
                    if signs[sign] >> bit & 1:
                        found.add((x * across + bit % across, y * down + bit // across))
        rows = USUAL.rows(letter)
        assert rows is not None
        above = (face.rows * down - USUAL.height) // 2
        assert found == {(5 - x, y + above) for y, row in enumerate(rows) for x in range(6) if row >> x & 1}


SEXTANTS = [
    {0: " ", 21: "▌", 42: "▐", 63: "█"}.get(bits, chr(0x1FB00 + bits - 1 - (bits > 21) - (bits > 42)))
    for bits in range(64)
]
SIGNS = {
    Drawing.HALF: list(" ▀▄█"),
    Drawing.QUADRANT: list(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"),
    Drawing.SEXTANT: SEXTANTS,
}


def test_sextants_end_where_unicode_ends_them() -> None:
    assert SEXTANTS[1] == "\U0001fb00"
    assert SEXTANTS[62] == "\U0001fb3b"
    assert len(set(SEXTANTS)) == 64


@pytest.mark.parametrize(
    ("environ", "drawing"),
    [
        ({"TERM": "xterm-256color"}, Drawing.QUADRANT),
        ({"TERM": "rxvt-unicode-256color"}, Drawing.QUADRANT),
        ({"TERM": "xterm", "XTERM_VERSION": "XTerm(379)"}, Drawing.QUADRANT),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7200"}, Drawing.SEXTANT),
        ({"TERM": "foot"}, Drawing.SEXTANT),
        ({"TERM": "xterm-kitty"}, Drawing.SEXTANT),
        ({}, Drawing.QUADRANT),
    ],
)
def test_sextants_only_where_they_are_known_to_be_drawn(environ: dict[str, str], drawing: Drawing) -> None:
    assert best_drawing(environ) is drawing
