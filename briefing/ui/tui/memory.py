"""Memory of a long visit to the screen: what has gone is let go, and no key waits while it is looked for.

Python looks through everything that lives for what has gone in circles, as closed dialogs do. With a
screen that is some 0.1 s, and it would be while a key is answered. So:

1. What lives from the start is never looked through again: `keep_all`.
2. What was closed is looked for a moment after it was, before the next key: `let_go`. Python itself
   does so only seldom.
3. Textual's caches that keep what is drawn by its look are emptied when something is closed.
4. All threads allocate from one heap: `share_heap`. Each had its own, and what it had let go in there, 4 MiB
   in all, was of use to no other.
"""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from typing import Final

from textual._styles_cache import StylesCache
from textual.strip import Strip

from briefing import garbage

PAUSE_S: Final = 0.1
"""So long after something was closed what is below it was painted, and the next key has not come."""
_SELDOM: Final = 40
"""So many collections of what is younger go before a full one; Python's own number is 10."""
_M_ARENA_MAX: Final = -8
"""The number of this option of glibc's `mallopt`."""
_FIRST: Final = 8
"""After so many closings everything that is loaded when it is wanted has been."""


class ScreenMemory:
    """Keeps and lets go for a process that shows one screen; does nothing unless `is_on`."""

    def __init__(self, *, is_on: bool) -> None:
        self._is_on = is_on
        self._closings = 0

    def keep_all(self) -> None:
        """Count all that lives now to what stays."""
        if self._is_on:
            garbage.settle(_SELDOM)

    def share_heap(self) -> None:
        """Let threads that are started from here on have no heap of their own (Linux, with glibc)."""
        if self._is_on and sys.platform == "linux":
            import ctypes  # numpy imports it anyway, where there is sound

            with suppress(AttributeError):  # another libc, which has one heap or none to choose
                ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)

    def let_go(self) -> None:
        """Look for what has gone in circles; to be called in a pause."""
        if self._is_on:
            gc.collect()
            self._closings += 1
            if self._closings <= _FIRST:
                gc.freeze()


def let_go_of_closed() -> None:
    """Let go of what closed screens have drawn.

    Textual remembers the results of a method of its cache of drawn lines, and by that the caches of
    widgets that are gone, with all their cells: 0.3 MiB for each time that help was open. Of the escape
    sequences it keeps the styles, as many as a picture has colours at each of its sizes.
    """
    StylesCache.get_inner_outer.cache_clear()
    Strip.render_ansi.cache_clear()
