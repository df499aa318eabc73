"""The end of a process that works for too long, whatever it is in the midst of: C code sees no exception.

The kernel counts its time and ends it; before that `faulthandler` says on standard error where it was.
"""

from __future__ import annotations

import faulthandler
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def tell_ends() -> None:
    """Have it told where this process was when a signal ends it."""
    faulthandler.enable(all_threads=False)
    faulthandler.register(signal.SIGPROF, all_threads=False, chain=True)


@contextmanager
def within_s(limit_s: float) -> Iterator[None]:
    """End this process if what is done meanwhile takes more seconds of the processor's time."""
    signal.setitimer(signal.ITIMER_PROF, limit_s)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
