"""One reading of one file, watched: what it raised, how long it worked, what it kept."""

from __future__ import annotations

import resource
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, NoReturn

from briefing.errors import BriefingError
from briefing.formats.pages.html.answer import pack, unpack
from briefing.formats.pages.html.reader import read as read_source
from briefing.formats.registry import RECORDING
from briefing.model import Media
from briefing.sources.opening import Opening

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.formats.rows import FormatRow
    from briefing.ports.media import MediaInfo

LONGEST_S: Final = 5.0
"""Of the processor's time: what a file may take."""
_MOST_GROWTH_KIB: Final = 128 << 10
"""What the process may grow by at a single file that is 64 KiB long."""


class _TooLongError(BaseException):
    """Raised in the middle of a reading. No `except Exception` of it ends the watch."""


class _NoReader:
    """A `MediaReader` of a world without recordings."""

    def __call__(self, path: Path) -> NoReturn:
        raise AssertionError(f"{path} was looked into: a text alone was opened.")

    def read(self, path: Path) -> MediaInfo:
        return self(path)


def read(row: FormatRow, data: bytes) -> None:
    """Read a file as a format does, up to the document; a page by its worker's code, in this process.

    Raises:
        BriefingError: if it cannot be read.
    """
    opening = Opening("-", None, _NoReader(), data)  # type: ignore[arg-type]  # it is never asked
    opening.suffix = row.suffixes[0] if row.suffixes else ""
    row.score(opening.head)
    if row is RECORDING:
        return
    if row.module.startswith("pages.html."):
        unpack(pack(read_source(data, "https://example.org/a")))
    else:
        draft = row.read(opening)
        draft.build("-", "Untitled", Media())


def fault_of(row: FormatRow, data: bytes) -> str | None:
    """Return in a few words what went wrong when a file was read; None if nothing did."""
    before_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        with _watched(LONGEST_S):
            read(row, data)
    except BriefingError:
        pass
    except _TooLongError:
        return f"took longer than {LONGEST_S:g} s of the processor's time"
    except Exception as error:  # noqa: BLE001  # which ones there are is what is looked for
        return f"{type(error).__name__}: {error}"[:200]
    grown_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before_kib
    return f"took {grown_kib >> 10} MiB" if grown_kib > _MOST_GROWTH_KIB else None


@contextmanager
def _watched(limit_s: float) -> Iterator[None]:
    def give_up(*_: object) -> NoReturn:
        raise _TooLongError

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, limit_s)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
