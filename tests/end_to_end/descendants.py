"""Every process that a program starts, and those that they start, as /proc shows them while it runs."""

from __future__ import annotations

import ctypes
import os
import threading
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Iterator

_PR_SET_CHILD_SUBREAPER = 36
_LOOK_EVERY_S = 0.01
"""A process of ours lives several times as long."""


class Process(NamedTuple):
    """What a process was seen as."""

    command: tuple[str, ...]
    environment: dict[str, str]
    folder: str


class Watch:
    """Looks at the descendants of this process that come after entering, again and again until leaving."""

    def __init__(self) -> None:
        self.seen: dict[int, Process] = {}
        """By its id; as it was seen last, for at first it is a copy of the one that starts it."""
        self._known = set(descendants())
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._is_over.wait(_LOOK_EVERY_S):
            for pid in descendants().keys() - self._known:
                with suppress(OSError):  # it has just ended
                    self.seen[pid] = _seen(pid)


def command_of(pid: int) -> str:
    """Return a process's command line, empty where it has ended."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_text(errors="replace").replace("\0", " ")
    return ""


def _seen(pid: int) -> Process:
    place = Path("/proc", str(pid))
    command = (place / "cmdline").read_bytes()
    if not command:
        raise ProcessLookupError  # it has ended, and is not reaped yet
    entries = (entry.partition("=") for entry in _parts((place / "environ").read_bytes()))
    folder = str((place / "cwd").readlink())
    return Process(tuple(_parts(command)), {name: value for name, _, value in entries}, folder)


def _parts(data: bytes) -> list[str]:
    return os.fsdecode(data).rstrip("\0").split("\0") if data else []


def descendants(of: int | None = None) -> dict[int, str]:
    """Return the state of each process that `of`, or this one, has started, or one that it has started."""
    children: dict[int, list[tuple[int, str]]] = {}
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError):
            state, parent, *_ = (place / "stat").read_text().rpartition(")")[2].split()
            children.setdefault(int(parent), []).append((int(place.name), state))
    found: dict[int, str] = {}
    waiting = [of or os.getpid()]
    while waiting:
        for pid, state in children.get(waiting.pop(), ()):
            found[pid] = state
            waiting.append(pid)
    return found


@contextmanager
def inheriting() -> Iterator[None]:
    """Be the one who inherits what a process that ends leaves behind, as init is elsewhere."""
    system = ctypes.CDLL(None)
    system.prctl(_PR_SET_CHILD_SUBREAPER, 1)
    try:
        yield
    finally:
        system.prctl(_PR_SET_CHILD_SUBREAPER, 0)
