"""One reading of one mutant in this process: what it raised, how long it worked, what it kept."""

from __future__ import annotations

import os
import traceback
from functools import cache
from pathlib import Path
from resource import RUSAGE_SELF, getpagesize, getrusage
from time import process_time
from typing import TYPE_CHECKING, Final, NamedTuple

import briefing

if TYPE_CHECKING:
    from fuzzing.targets import Target

MOST_GROWTH_KIB: Final = 128 << 10
"""What the process may grow by at a single file that is 64 KiB long."""
_OURS: Final = str(Path(briefing.__file__).parent)


class Reading(NamedTuple):
    """What came of it."""

    fault: str | None
    """What went wrong, in a few words; None if nothing did."""
    took_s: float
    """Of the processor's time."""


def tried(target: Target, data: bytes) -> Reading:
    """Read a mutant, and see what comes of it."""
    os.write(_clear_refs(), b"5")  # the peak counts from here: see proc(5)
    before_kib = _peak_kib()
    began_s = process_time()
    fault = _raised(target, data)
    took_s = process_time() - began_s
    grown_kib = _peak_kib() - before_kib
    if fault is None and grown_kib > MOST_GROWTH_KIB:
        fault = f"took {grown_kib >> 10} MiB"
    return Reading(fault, took_s)


def _raised(target: Target, data: bytes) -> str | None:
    try:
        target.read(data)
    except target.documented:
        return None
    except Exception as error:  # noqa: BLE001  # which ones there are is what is looked for
        frames = traceback.extract_tb(error.__traceback__)
        ours = [frame for frame in frames if frame.filename.startswith(_OURS)]
        place = f"{Path(ours[-1].filename).relative_to(_OURS)}:{ours[-1].lineno}" if ours else "elsewhere"
        return f"{type(error).__name__} in {place}: {error}"[:200]
    return None


@cache
def _clear_refs() -> int:
    return os.open("/proc/self/clear_refs", os.O_WRONLY)


def _peak_kib() -> int:
    return getrusage(RUSAGE_SELF).ru_maxrss


def memory_kib() -> int:
    """Return what this process has in memory."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * getpagesize() >> 10
