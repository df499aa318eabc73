"""A terminal that goes away in mid-play: its window was closed, its connection was cut.

Textual's output thread ends at the first write that fails; what is written after that piles
up until the writer waits for ever, and its input thread spins on the end of file. So writes
to a terminal that is gone are dropped here, and whoever asks `is_there` can leave in time.
"""

from __future__ import annotations

import contextlib
import sys
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.driver import Driver


def is_there() -> bool:
    """Return whether standard input's terminal still answers. True where nobody can tell."""
    if sys.platform == "win32" or sys.__stdin__ is None:
        return True
    import termios

    try:
        termios.tcgetattr(sys.__stdin__.fileno())
    except termios.error:
        return False
    except (OSError, ValueError):  # not a file of the system's, as under a test
        return True
    return True


class Forgiving:
    """A text stream that drops what cannot be written any more."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write, or don't."""
        with contextlib.suppress(OSError):
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        """Send what was written, or don't."""
        with contextlib.suppress(OSError):
            self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def forgiving(driver_class: type[Driver]) -> type[Driver]:
    """Return a driver like `driver_class` that outlives its terminal."""

    class ForgivingDriver(driver_class):  # type: ignore[misc, valid-type]  # known at run time only
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            stream = vars(self).get("_file")  # every driver that draws has one
            if stream is not None:
                self.__dict__["_file"] = Forgiving(stream)

    return ForgivingDriver
