"""The pixels of a picture, and the same picture smaller. For this alone, Pillow would take 4 MiB."""

from __future__ import annotations

from struct import unpack
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    Rgb = tuple[int, int, int]


class Raster(NamedTuple):
    """A picture: rows of pixels, each in red, green and blue, 0 to 255."""

    width: int
    height: int
    pixels: bytes
    original: tuple[int, int] = (0, 0)
    """Width and height of what it was made from, in pixels."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height, in pixels."""
        return self.width, self.height

    @property
    def is_whole(self) -> bool:
        """Whether there is a picture, and all of it."""
        return 0 < 3 * self.width * self.height == len(self.pixels)

    def pixel(self, x: int, y: int) -> Rgb:
        """Return the colour of a pixel, counted from the upper left."""
        red, green, blue = self.pixels[3 * (y * self.width + x) :][:3]
        return red, green, blue

    def scaled(self, width: int, height: int) -> Raster:
        """Return the picture in this size: each pixel is the mean of those that it stands for.

        Best where there are many of them: edges between them are not looked at more closely.

        Args:
            width: At least 1.
            height: At least 1, and at least a 257th of this picture's.
        """
        row_bytes = 3 * self.width
        rows = [self.pixels[start : start + row_bytes] for start in range(0, len(self.pixels), row_bytes)]
        columns = _shares(self.width, width)
        scaled = bytearray(3 * width * height)
        for y, share in enumerate(_shares(self.height, height)):
            sums = _summed(rows[share])
            count = share.stop - share.start
            for colour in range(3):
                of_colour = sums[colour::3]
                means = [sum(of_colour[at]) // (count * (at.stop - at.start)) for at in columns]
                scaled[3 * width * y + colour : 3 * width * (y + 1) : 3] = bytes(means)
        return Raster(width, height, bytes(scaled))


def _shares(length: int, count: int) -> list[slice]:
    """Part a length into so many, each of one at least."""
    edges = [i * length // count for i in range(count + 1)]
    return [slice(edges[i], max(edges[i + 1], edges[i] + 1)) for i in range(count)]


def _summed(rows: Iterable[bytes]) -> tuple[int, ...]:
    """Add up rows of bytes, as numbers in which 16 bits are left for each of them: 257 rows fit."""
    total = width = 0
    for row in rows:
        width = len(row)
        spread = bytearray(2 * width)
        spread[::2] = row
        total += int.from_bytes(spread, "little")
    return unpack(f"<{width}H", total.to_bytes(2 * width, "little"))
