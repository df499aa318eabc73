"""What the system tells of processes, by their folders in /proc."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

_O_ASYNC: Final = 0o20000
"""In the flags of an open file: it sends a signal (fcntl(2), of most architectures)."""
MARK: Final = "BRIEFING_RIG_MARK"
"""The variable by which a rig knows the processes that came from it."""


def memory_mib(process: int, *, peak: bool = False) -> float:
    """Return the resident memory of a process in MiB, or the most that it ever was."""
    name = "VmHWM:" if peak else "VmRSS:"
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith(name):
            return int(line.split()[1]) / 1024
    return 0.0


def waited_s(process: int) -> float:
    """Return how long a process's first thread has waited for a processor that others had, in seconds."""
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[1]) / 1e9


def processor_s(process: int) -> float:
    """Return the processor time that a process has taken, in seconds."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def has_mark(folder: Path, mark: str) -> bool:
    """Return whether a process, told by its folder in /proc, has inherited a rig's mark."""
    try:
        return f"{MARK}={mark}".encode() in (folder / "environ").read_bytes()
    except OSError:
        return False


def session_of(folder: Path) -> int:
    """Return the session of a process, told by its folder in /proc; -1 if it is gone."""
    try:
        return int((folder / "stat").read_text().rpartition(")")[2].split()[3])
    except (OSError, IndexError, ValueError):
        return -1


def zombies_parent(process: int) -> int | None:
    """Return whose child a process was that has ended and is not waited for; None while it runs."""
    try:
        state, parent = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[:2]
    except OSError:
        return 0
    return int(parent) if state == "Z" else None


def is_tied(process: int) -> bool:
    """Return whether a process dies with the player that started it, or is gone: see `processes.lifeline`.

    That is set up a moment after it was started, in which the player may still be killed.
    """
    files = Path(f"/proc/{process}/fdinfo")
    with suppress(OSError):
        flags = [int(line.split()[1], 8) for file in files.iterdir() for line in _flags(file)]
        return any(each & _O_ASYNC for each in flags)
    return True


def _flags(file: Path) -> list[str]:
    return [line for line in file.read_text().splitlines() if line.startswith("flags:")]


def command_of(process: int) -> str:
    """Return a process's id and its words."""
    try:
        words = Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
    except OSError:
        return str(process)
    return f"{process} {words.strip() or '(not waited for)'}"


def kill(process: int) -> None:
    """Kill a process, if it is still there."""
    try:
        os.kill(process, 9)
    except OSError:
        return


def idle_s() -> float:
    """Return the time that the processors had nothing to do, the sum over them, in seconds."""
    return float(Path("/proc/uptime").read_text().split()[1]) / (os.cpu_count() or 1)
