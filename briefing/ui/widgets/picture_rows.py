"""The rows of a picture as they are painted: each is made once, for every cell has a style of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.style import Style


class PictureRows:
    """A picture that was drawn for a window; another drawing, or another place for it, forgets its rows."""

    def __init__(self) -> None:
        self._drawn: Sequence[Sequence[Segment]] = ()
        self._place = (0, 0)
        self._strips: dict[tuple[int, Style, Segment], Strip] = {}

    def __len__(self) -> int:
        return len(self._drawn)

    def show(self, drawn: Sequence[Sequence[Segment]], left: int, width: int) -> None:
        """Show what was drawn, from column `left` on, in a window of `width` columns."""
        if drawn is not self._drawn or (left, width) != self._place:
            self._drawn, self._place = drawn, (left, width)
            self._strips.clear()

    def segments(self, row: int, base: Style) -> Iterator[Segment]:
        """Give a row, with the space before it; `base` is the look of what has none of its own."""
        yield Segment(" " * self._place[0], base)
        for text, style, _ in self._drawn[row]:
            yield Segment(text, style or base)

    def strip(self, row: int, base: Style, last: Segment) -> Strip:
        """Return a row that ends with a sign in the window's last column."""
        key = row, base, last
        strip = self._strips.get(key)
        if strip is None:
            width = self._place[1]
            start = Strip(self.segments(row, base)).adjust_cell_length(width - 1, base)
            strip = self._strips[key] = Strip([*start, last], width)
        return strip
