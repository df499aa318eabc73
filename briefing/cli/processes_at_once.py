"""Commands of ours, each run in a process of its own, several at a time, and the lists that name them.

All end when the program is left.
"""

from __future__ import annotations

import sys
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing.errors import SourceError
from briefing.leaving import LEFT, undone_by_leaving
from briefing.processes import door

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.processes.child import Child


class Ending(NamedTuple):
    """How a process ended."""

    code: int
    message: str
    """The last line that it said on standard error; how it ended, where it failed without a word."""


def list_lines(listed: str) -> list[str]:
    """Return the lines of a file that lists something, or of stdin for "-". A name may hold other breaks.

    Raises:
        SourceError: if it cannot be read.
    """
    try:
        text = sys.stdin.read() if listed == "-" else Path(listed).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(
            f"The list {listed} cannot be read.", "Check its name; it must be UTF-8."
        ) from error
    return text.split("\n")


def absolute(name: str) -> str:
    """Return a source's name as a process in another folder understands it."""
    return str(Path(name).absolute()) if Path(name).exists() else name


def run_all(commands: Sequence[Sequence[str]], jobs: int, on_end: Callable[[int, Ending], None]) -> None:
    """Run commands that `door.command` returned.

    Args:
        commands: what to run.
        jobs: how many at once, at least 1.
        on_end: is told which of them ended, and how; from this thread.
    """
    running: set[Child] = set()
    lock = threading.Lock()
    stopped = threading.Event()

    def work(command: Sequence[str]) -> Ending:
        with lock:
            if stopped.is_set():
                return Ending(LEFT, "Interrupted.")
            process = door.start(command, is_listening=False, is_parent=True, keeps_errors=True)
            running.add(process)
        said = process.stderr.read().decode(errors="replace") if process.stderr else ""
        code = process.wait()
        process.close()
        with lock:
            running.discard(process)
        lines = said.strip().splitlines() or [f"exit code {code}"] * (code != 0)
        return Ending(code, lines[-1] if lines else "")

    def stop() -> None:
        stopped.set()
        door.end_at_once(*running)

    with ThreadPoolExecutor(max(1, jobs)) as pool, undone_by_leaving(stop):
        waiting = {pool.submit(work, command): number for number, command in enumerate(commands)}
        try:
            for future in as_completed(waiting):
                on_end(waiting[future], future.result())
        except BaseException:
            stop()
            raise
