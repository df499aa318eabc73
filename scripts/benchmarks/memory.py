"""What a process holds of memory, with all below it."""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

_LOOK_S: Final = 0.2


def family(pid: int) -> list[int]:
    """Return a process and all below it."""
    found = [pid]
    with suppress(OSError):  # it has just ended
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text(encoding="utf-8").split():
                found += family(int(child))
    return found


def value_mib(pid: int, file: str, name: str) -> float:
    """Return what a file of a process's folder in /proc tells in kB under a name, in MiB."""
    lines = Path(f"/proc/{pid}/{file}").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024


def pss_mib(pid: int) -> float:
    """Return what a process and all below it hold, each page that they share counted once (PSS)."""
    total = 0.0
    for member in family(pid):
        with suppress(OSError, StopIteration):  # it has just ended
            total += value_mib(member, "smaps_rollup", "Pss:")
    return total


class MemoryWatch:
    """Looks at what a process and all below it hold, for as long as it is entered.

    Args:
        pid: the process.
        look_s: how long to wait between two looks, in seconds.
    """

    def __init__(self, pid: int, look_s: float = _LOOK_S) -> None:
        self.peak_mib = 0.0
        """The most of all looks."""
        self._pid = pid
        self._look_s = look_s
        self._is_over = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._watcher.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._watcher.join()

    def _watch(self) -> None:
        while not self._is_over.wait(self._look_s):
            self.peak_mib = max(self.peak_mib, pss_mib(self._pid))
