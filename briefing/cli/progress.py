"""Progress on a terminal's stderr; nothing in a pipe.

Where somebody listens instead of looking (`ACCESSIBLE` is set, or the terminal is a dumb
one) a bar that redraws itself would be read out again and again, so there it is a line a
quarter.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import ExitStack
from math import ceil
from typing import TYPE_CHECKING, Final, Self

from briefing.leaving import undone_by_leaving

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

_WIDTH: Final = 32
_QUARTER: Final = 25
_SOON_S: Final = 3.0
_LEAST: Final = 0.02
"""Before so long, and so much of the work, nobody can tell how long the rest will take."""
_MINUTE_S: Final = 60
_STEP_S: Final = 5


class Progress:
    """A bar for one piece of work, gone when that is left. `show` may be called as often as one likes."""

    def __init__(
        self, what: str, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._what = what
        self._clock = clock
        self._began_s = clock()
        self._stream = sys.stderr if stream is None else stream
        self._is_shown = self._stream.isatty()
        self._is_heard = (
            os.environ.get("ACCESSIBLE", "0") not in ("", "0") or os.environ.get("TERM") == "dumb"
        )
        self._percent = -1
        self._cleanup = ExitStack()

    def __enter__(self) -> Self:
        self._cleanup.enter_context(undone_by_leaving(self.clear))
        return self

    def __exit__(self, *_: object) -> None:
        self._cleanup.close()
        self.clear()

    def show(self, share: float, note: str = "") -> None:
        """Show that `share` (0 to 1) of the work is done."""
        percent = min(100, max(0, int(share * 100)))
        if not self._is_shown or percent == self._percent:
            return
        note = ", ".join(filter(None, (note, self._left(share))))
        if self._is_heard:
            if percent // _QUARTER > self._percent // _QUARTER:
                told = ", ".join(filter(None, (f"{percent} percent", note)))
                print(f"{self._what}: {told}", file=self._stream, flush=True)
                self._percent = percent
            return
        self._percent = percent
        full = percent * _WIDTH // 100
        bar = "#" * full + "-" * (_WIDTH - full)
        print(f"\r{self._what} [{bar}] {percent:3d} % {note}\x1b[K", end="", file=self._stream, flush=True)

    def _left(self, share: float) -> str:
        """Return how long the rest will take if it goes on as before; nothing before that can be said."""
        spent_s = self._clock() - self._began_s
        if spent_s < _SOON_S or not _LEAST <= share < 1:
            return ""
        left_s = spent_s * (1 - share) / share
        if left_s <= _MINUTE_S - _STEP_S:
            return f"about {_STEP_S * ceil(left_s / _STEP_S)} seconds left"
        minutes = round(left_s / _MINUTE_S)
        return f"about {minutes} minute{'s' if minutes > 1 else ''} left"

    def clear(self) -> None:
        """Take the bar away."""
        if self._is_shown and not self._is_heard and self._percent >= 0:
            print("\r\x1b[K", end="", file=self._stream, flush=True)
