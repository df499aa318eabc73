"""A picture in sixels: decoded again, it is the picture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.ui.widgets import sixels
from briefing.ui.widgets.raster import Raster

if TYPE_CHECKING:
    import pytest

RED, BLUE = (204, 0, 0), (0, 0, 204)


def decoded(sequence: str) -> dict[tuple[int, int], tuple[int, int, int]]:
    """What a terminal draws, by column and row; DEC STD 070, section 9."""
    assert sequence.startswith("\x1bPq")
    assert sequence.endswith("\x1b\\")
    colours: dict[int, tuple[int, int, int]] = {}
    drawn: dict[tuple[int, int], tuple[int, int, int]] = {}
    x = y = colour = 0
    for part in re.findall(r"\"[\d;]+|#[\d;]+|!\d+[?-~]|[$\-?-~]", sequence[3:-2]):
        numbers = [int(number) for number in re.findall(r"\d+", part)]
        if part[0] == "#":
            colour = numbers[0]
            if len(numbers) == 5:
                colours[colour] = (numbers[2], numbers[3], numbers[4])
        elif part in "$-":
            x, y = 0, y + 6 * (part == "-")
        elif part[0] != '"':
            count = numbers[0] if part[0] == "!" else 1
            bits = [bit for bit in range(6) if (ord(part[-1]) - 63) >> bit & 1]
            drawn |= {(x + n, y + bit): colours[colour] for n in range(count) for bit in bits}
            x += count
    return drawn


def test_a_picture_in_sixels_is_the_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sixels, "cell_pixels", lambda: (10, 20))
    rows = bytes(RED) * 20 + bytes(BLUE) * 20
    made = sixels.sixels_of(Raster(40, 30, rows * 30), 4, 2, 16)
    assert made is not None
    drawn = decoded(made)
    assert set(drawn) == {(x, y) for x in range(40) for y in range(40)}
    assert drawn[5, 5] == (80, 0, 0)
    assert drawn[35, 35] == (0, 0, 80)


def test_where_the_terminal_does_not_tell_the_size_of_a_cell_there_are_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sixels, "cell_pixels", lambda: None)
    assert sixels.sixels_of(Raster(1, 1, b"abc"), 4, 2, 16) is None
