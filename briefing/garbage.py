"""When Python looks for objects that have gone in circles: not while the program starts.

Nothing of what a start makes goes at all, and looking through it time and again took an eighth of the
time until the screen was there.
"""

from __future__ import annotations

import gc
from typing import Final

_USUAL: Final = gc.get_threshold()
_STARTING: Final = 200_000
"""More objects than a start makes, and few enough to wait for where nobody calls `settle`."""


def put_off() -> None:
    """Let the program start first; `settle` ends that."""
    gc.set_threshold(_STARTING, *_USUAL[1:])


def settle(seldom: int = _USUAL[2]) -> None:
    """Count all that lives now to what stays, and look for the rest from here on as usual.

    Args:
        seldom: How many collections of what is younger go before a full one.
    """
    gc.freeze()
    gc.set_threshold(*_USUAL[:2], seldom)
