"""The pixels of a picture, and the same picture in fewer of them."""

from __future__ import annotations

import pytest

from briefing.ui.widgets.raster import Raster

BLACK, RED, WHITE = (0, 0, 0), (255, 0, 0), (255, 255, 255)


def raster(*rows: list[tuple[int, int, int]]) -> Raster:
    pixels = bytes(part for row in rows for colour in row for part in colour)
    return Raster(len(rows[0]), len(rows), pixels)


def test_a_pixel_is_counted_from_the_upper_left() -> None:
    picture = raster([RED, WHITE, BLACK], [BLACK, BLACK, WHITE])
    assert [picture.pixel(x, y) for x, y in ((0, 0), (1, 0), (2, 1))] == [RED, WHITE, WHITE]


def test_a_smaller_picture_has_the_means_of_what_its_pixels_stand_for() -> None:
    picture = raster([RED, RED, WHITE], [RED, WHITE, BLACK])
    assert raster([(255, 63, 63), (127, 127, 127)]) == raster(
        [RED, RED, WHITE, BLACK], [RED, WHITE, WHITE, BLACK]
    ).scaled(2, 1)
    assert picture.scaled(3, 2) == picture


def test_the_brightest_picture_that_is_kept_stays_so_however_far_it_shrinks() -> None:
    assert Raster(3, 640, bytes([255]) * (3 * 3 * 640)).scaled(1, 4) == raster(*[[WHITE]] * 4)


def test_a_larger_picture_repeats_pixels() -> None:
    assert raster([RED, BLACK]).scaled(4, 2) == raster(*[[RED, RED, BLACK, BLACK]] * 2)


@pytest.mark.parametrize("pixels", [b"", bytes(11), bytes(13)])
def test_what_is_not_all_there_is_told(pixels: bytes) -> None:
    assert not Raster(2, 2, pixels).is_whole
    assert not Raster(0, 0, pixels).is_whole
    assert Raster(2, 2, bytes(12)).is_whole
