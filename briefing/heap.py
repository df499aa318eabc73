"""Memory that is free in this process, given back to the system.

What large things are worked out in is freed piece by piece, and the C library keeps it for the next piece, of
each thread apart. When none of that kind comes any more, others need it.
"""

from __future__ import annotations

import sys
from contextlib import suppress


def give_back() -> None:
    """Give back what is free, where the system's C library does that when it is asked (glibc)."""
    if sys.platform != "linux":
        return
    import ctypes

    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)
