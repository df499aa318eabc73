"""Where in the window the cursor stands, as far as that is known: so that it rests on another row each time.

Theory of operation: a terminal is not asked where its cursor is, for the answer would come among the keys. At
first only is known how many rows were gone down, which is the least that are above. Once so many were gone
down that the last row of the window was reached, for certain, all is known, until the window is another.

A row that is to be rested on has room made for below it. By how much decides which row of the window it is,
where that scrolls. While it is not known whether it does, enough is made that it comes to stand nearer to the
top than the cursor can be.
"""

from __future__ import annotations


class Standing:
    """Follows the cursor of a window that is so many rows high, 0 where nobody knows."""

    def __init__(self) -> None:
        self._height = 0
        self._above = 0
        """Rows above the cursor, or the least that there are."""
        self._is_known = False

    def lose(self) -> None:
        """Know nothing any more: something else has written."""
        self._above, self._is_known = 0, False

    def resize(self, height: int) -> None:
        """Take how high the window is now."""
        if height != self._height:
            self._height = height
            self.lose()

    def move(self, rows: int) -> None:
        """Note that the cursor went down, or up, within what was written."""
        self._above = max(self._above + rows, 0)

    def feed(self, rows: int) -> None:
        """Note that the cursor was fed down by so many rows."""
        self._above += rows
        if self._height and self._above >= self._height - 1:
            self._above, self._is_known = self._height - 1, True

    def room(self, rows: int, down: int, last: int) -> int:
        """Return how many rows of room are made below one to rest on.

        Args:
            rows: how many are to be written, from that one on; there is at least as much room.
            down: how far below the cursor it is.
            last: how much room there is below the cursor; 0 where it does not rest.
        """
        if not self._height:
            return rows + (rows == last)
        bottom = self._height - 1
        if self._is_known:
            return rows + (min(self._above + down, bottom - rows) == self._above)
        if not 0 < last <= rows:
            return rows
        return max(rows, min(self._height - self._above, bottom))
