"""What the C library keeps of memory that is free in this process: less than it would by itself.

What large things are worked out in is freed piece by piece, and it keeps that for the next piece, of each
thread apart. When none of that kind comes any more, others need it; and where threads come and go for one
thing after another, what is kept for each of them adds up.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cache
from typing import Final

_ARENA_MAX: Final = -8
"""M_ARENA_MAX of `mallopt` (glibc's malloc.h)."""
_HEAPS: Final = 2
"""So many threads ask for memory at the same time without waiting for each other."""


def give_back() -> None:
    """Give back what is free, where the system's C library does that when it is asked (glibc)."""
    if sys.platform != "linux":
        return
    import ctypes

    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)


@cache
def share() -> None:
    """Have all threads share a few heaps from now on, where the system's C library can (glibc).

    For a visit to several briefings, each of which has threads of its own.
    """
    if sys.platform != "linux":
        return
    import ctypes

    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).mallopt(_ARENA_MAX, _HEAPS)
