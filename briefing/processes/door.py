"""The one door through which processes are started, and their ends. What they get: see the package.

No other module starts a process, and a test holds that.
"""

from __future__ import annotations

import atexit
import errno
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple
from weakref import WeakSet

from briefing.errors import BriefingError
from briefing.leaving import undo_when_leaving
from briefing.processes.child import GRACE_S, Child, TooSlowError
from briefing.processes.lifeline import Lifeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_PACKAGES: Final = ("site-packages", "dist-packages")
_READ_BYTES: Final = 1 << 16
_LOOK_EVERY_S: Final = 0.005
_OVER_TIME: Final = -getattr(signal, "SIGXCPU", 24)
"""How a process ends that has used up the time that it was given here: see `entry.limit`."""


class Limits(NamedTuple):
    """What a process may take. 0 is as much as its parent may.

    Systems other than Linux may not keep all of them: what matters is watched from outside, too.
    """

    memory_bytes: int = 0
    """Of address space: more than this an allocation fails, and says so with MemoryError."""
    cpu_s: int = 0
    """Of the processor's time: then it is ended by SIGXCPU."""
    open_files: int = 0
    """At once, its three standard ones among them."""


NO_LIMITS: Final = Limits()


class DiedError(BriefingError):
    """A process ended without an answer, or gave more than it may."""


def command(module: str, *arguments: str, limits: Limits = NO_LIMITS) -> list[str]:
    """Return the command that runs `module.main()` of ours, as it is handed to `start`.

    Args:
        module: its dotted name.
        arguments: what it finds in `sys.argv[1:]`.
        limits: what it may take.
    """
    root = Path(__file__).resolve().parents[2]
    folders = dict.fromkeys((str(root), *(each for each in sys.path if Path(each).name in _PACKAGES)))
    named = {"AS": limits.memory_bytes, "CPU": limits.cpu_s, "NOFILE": limits.open_files}
    written = ",".join(f"{name}={number}" for name, number in named.items() if number)
    flags = ["-I", *(["-B"] if sys.dont_write_bytecode else [])]
    child = str(Path(__file__).with_name("entry.py"))
    return [sys.executable, *flags, child, written, os.pathsep.join(folders), module, *arguments]


def start(
    command: Sequence[str],
    *,
    is_listening: bool = True,
    is_parent: bool = False,
    keeps_errors: bool = False,
    input_file: BinaryIO | None = None,
    environment: Mapping[str, str] | None = None,
) -> Child:
    """Start a process with pipes for its input and output. From any thread; the caller ends it.

    Args:
        command: what `command` returned.
        is_listening: whether it reads its input, and ends when that does. For one that does not, the
            end of its input is watched all the same, so the caller keeps it open.
        is_parent: whether it starts processes itself, which it ends when it is asked to leave.
        keeps_errors: whether what it writes to standard error is for us; else it goes nowhere.
        input_file: an open file that is its standard input in place of a pipe, so that it reads that from
            anywhere and needs no way to any other. Where there is no Linux, it does not notice our end.
        environment: variables on top of the clean environment.

    Raises:
        OSError: if there is no such program, or no process can be started.
    """
    watched = {} if is_listening else {"BRIEFING_INPUT": "none"}
    if _is_closed.is_set():
        raise OSError(errno.ESHUTDOWN, "the program is leaving")
    end = _lifeline.open_end()
    try:
        process = subprocess.Popen(
            command,
            env={**clean_environment(), **watched, **(environment or {})},
            cwd=Path(sys.executable).anchor or os.sep,
            stdin=subprocess.PIPE if input_file is None else input_file,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE if keeps_errors else subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            pass_fds=() if end is None else (end,),
        )
        child = Child(process, is_parent=is_parent)
        _living.add(child)
        if end is not None:
            _lifeline.tie(end, process.pid)
    finally:
        if end is not None:
            os.close(end)
    return child


def clean_environment() -> dict[str, str]:
    """Return this process's environment without what changes how Python starts.

    Numeric libraries get one thread each: a machine's processors are shared by processes here.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {"OPENBLAS_NUM_THREADS": "1", **kept}


def ask(command: Sequence[str], request: bytes = b"", *, limit_s: float, most_bytes: int) -> bytes:
    """Start a process for one answer: hand it a request, and return all that it writes.

    Args:
        command: what `command` returned.
        request: what it finds on its standard input.
        limit_s: how long it may take, by the clock. On a busy machine that is longer than it works.
        most_bytes: how long an answer may be.

    Raises:
        TooSlowError: if it takes longer, or more of the processor's time than it may; it is killed.
        ShortageError: if it, as all that is started here, had too little of the processor's time.
        DiedError: if it ends with another exit code than 0, or answers with more than it may.
        OSError: if no process can be started.
    """
    return answer_of(start(command), request, limit_s=limit_s, most_bytes=most_bytes)


def answer_of(child: Child, request: bytes = b"", *, limit_s: float, most_bytes: int) -> bytes:
    """Have a process that was started answer, as `ask` does; it is ended.

    Raises:
        TooSlowError, ShortageError, DiedError: as `ask` does.
    """
    answer = bytearray()
    try:
        with child.within(limit_s) as is_late:
            child.write(request)
            with suppress(OSError):  # it died before it had read all: told below
                child.stdin.close()
            while len(answer) <= most_bytes and (piece := child.stdout.read(_READ_BYTES)):
                answer += piece
            if len(answer) <= most_bytes:
                child.wait()
    finally:
        code = child.close()
    if is_late.is_set() or code == _OVER_TIME:
        raise TooSlowError("A process took too long, and was ended.")
    if len(answer) <= most_bytes and (shortage := child.shortage()):
        raise shortage
    if code or len(answer) > most_bytes:
        raise DiedError("A process broke off, or answered with more than it may.")
    return bytes(answer)


def end_at_once(*children: Child) -> None:
    """End and reap processes while the program leaves.

    Past the locks of `subprocess`, which may be held by what the signal has interrupted.
    """
    alive = [child for child in children if child.exit_code is None]
    left = [child.pid for child in alive if child.is_parent]
    _signal(left, signal.SIGTERM)
    until_s = time.monotonic() + GRACE_S
    while left and time.monotonic() < until_s:
        left = [pid for pid in left if not _is_reaped(pid, os.WNOHANG)]
        time.sleep(_LOOK_EVERY_S)
    pids = [child.pid for child in alive if not child.is_parent] + left
    _signal(pids, getattr(signal, "SIGKILL", signal.SIGTERM))
    for pid in pids:
        _is_reaped(pid, 0)


def _signal(pids: Iterable[int], number: int) -> None:
    for pid in pids:
        with suppress(OSError):
            os.kill(pid, number)


def _is_reaped(pid: int, how: int) -> bool:
    try:
        return os.waitpid(pid, how)[0] == pid
    except OSError:  # somebody else has
        return True


def _end_all() -> None:
    """End and reap all that was started and lives, so that nobody inherits it; start nothing any more."""
    _is_closed.set()
    end_at_once(*_known())


def _known() -> tuple[Child, ...]:
    while True:
        with suppress(RuntimeError):  # another thread has just added one
            return tuple(_living)


def _leave() -> None:
    """End all, also what another thread has forked in this very moment and has not told of yet (Linux)."""
    _end_all()
    pids = [int(pid) for path in Path("/proc/self/task").glob("*/children") for pid in _read(path).split()]
    _signal(pids, getattr(signal, "SIGKILL", signal.SIGTERM))
    for pid in pids:
        _is_reaped(pid, 0)


def _read(path: Path) -> str:
    with suppress(OSError):  # that thread has ended
        return path.read_text(encoding="ascii")
    return ""


_lifeline: Final = Lifeline()
_is_closed: Final = threading.Event()
"""Set when the program leaves."""
_living: Final[WeakSet[Child]] = WeakSet()
undo_when_leaving(_leave)
atexit.register(_end_all)
