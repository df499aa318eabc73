"""The one door through which processes are started: what is risky, slow or many lives in one of its own.

What each of them gets, whoever asks for it:

1. *Our modules alone.* Python is started isolated (`-I`), so neither the current folder nor what
   PYTHONPATH, PYTHONSTARTUP or a `sitecustomize` there names is ever run: a folder of recordings is
   somebody's data, and may hold a `json.py`. The program is found again by the folder that it was
   imported from, and by the folders of installed packages that this process knows.
2. *A clean environment*: without the PYTHON variables; the root of the file system as its folder.
3. *Limits*, set before anything of ours is imported, and no core that is left behind.
4. *An end with its parent*, however that ends. On Linux the kernel sees to it, so that it holds for a
   stopped process, too, from its first instant on; elsewhere the end of its input does.
5. *No signals from the terminal*: Ctrl-C and a closed window are for the one who shows something.
6. *An end that is waited for* (`end`, `ask`, and for all that still live the end of this process):
   nothing is left unreaped.

How the kernel is told (fcntl(2), F_SETSIG): this process holds both ends of a pipe into which nothing is
ever written. Each process that is started gets a file of its own on the end for reading, set up to send it
SIGKILL when something happens there; and what happens is that the writing end is closed, by our own end.
The process itself has no part in that, so it cannot come too late for it or be stopped before. (The usual
PR_SET_PDEATHSIG has to be asked for by the process, which is tens of milliseconds old by then, unless code
of ours runs between fork and exec, where no thread may hold a lock; and its "parent" is a thread.)
"""

from __future__ import annotations

import atexit
import contextlib
import errno
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple
from weakref import WeakSet

from briefing.errors import TIME, BriefingError, ShortageError
from briefing.leaving import undo_when_leaving

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PACKAGES: Final = ("site-packages", "dist-packages")
_READ_BYTES: Final = 1 << 16
_OVER_TIME: Final = -getattr(signal, "SIGXCPU", 24)
"""How a process ends that has used up the time that it was given here: see `child.limit`."""


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


class TooSlowError(BriefingError):
    """A process did not answer in the time that it had, and was killed."""


class DiedError(BriefingError):
    """A process ended without an answer, or gave more than it may."""


def command(module: str, *arguments: str, limits: Limits = NO_LIMITS) -> list[str]:
    """Return the command that runs `module.main()` of ours, as it is handed to `start`.

    Args:
        module: its dotted name.
        arguments: what it finds in `sys.argv[1:]`.
        limits: what it may take.
    """
    root = Path(__file__).resolve().parents[1]
    folders = dict.fromkeys((str(root), *(each for each in sys.path if Path(each).name in _PACKAGES)))
    named = {"AS": limits.memory_bytes, "CPU": limits.cpu_s, "NOFILE": limits.open_files}
    written = ",".join(f"{name}={number}" for name, number in named.items() if number)
    flags = ["-I", *(["-B"] if sys.dont_write_bytecode else [])]
    child = str(root / "briefing" / "child.py")
    return [sys.executable, *flags, child, written, os.pathsep.join(folders), module, *arguments]


def start(
    command: Sequence[str],
    *,
    is_listening: bool = True,
    is_buffered: bool = True,
    keeps_errors: bool = False,
    environment: Mapping[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    """Start a process with pipes for its input and output. From any thread; the caller ends it (`end`).

    Args:
        command: what `command` returned.
        is_listening: whether it reads its input, and ends when that does. For one that does not, the
            end of its input is watched all the same, so the caller keeps it open.
        is_buffered: whether what is written to it waits for a flush.
        keeps_errors: whether what it writes to standard error is for us; else it goes nowhere.
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
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE if keeps_errors else subprocess.DEVNULL,
            bufsize=-1 if is_buffered else 0,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            pass_fds=() if end is None else (end,),
        )
        _living.add(process)
        if end is not None:
            _lifeline.tie(end, process.pid)
    finally:
        if end is not None:
            os.close(end)
    return process


def clean_environment() -> dict[str, str]:
    """Return this process's environment without what changes how Python starts.

    Numeric libraries get one thread each: a machine's processors are shared by processes here.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {"OPENBLAS_NUM_THREADS": "1", **kept}


def end(process: subprocess.Popen[bytes], grace_s: float = 0.0) -> None:
    """End a process and reap it; what reads its output is told so by its end. Harmless twice.

    Args:
        process: what `start` returned.
        grace_s: how long it may take to end by itself once its input has ended; then it is killed.
    """
    if process.stdin is not None:
        with contextlib.suppress(OSError):  # what is still on its way into a dead process's pipe
            process.stdin.close()
    if grace_s:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(grace_s)
    process.kill()
    process.wait()


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
    process = start(command)
    stdin, stdout = process.stdin, process.stdout
    assert stdin is not None  # noqa: S101  # both are pipes
    assert stdout is not None  # noqa: S101
    is_late = threading.Event()

    def give_up() -> None:
        is_late.set()
        process.kill()

    clock = threading.Timer(limit_s, give_up)
    clock.daemon = True
    clock.start()
    try:
        with contextlib.suppress(OSError):  # it died before it had read all: told below
            stdin.write(request)
            stdin.close()
        answer = bytearray()
        while len(answer) <= most_bytes and (piece := stdout.read(_READ_BYTES)):
            answer += piece
        if len(answer) <= most_bytes:
            process.wait()
    finally:
        clock.cancel()
        end(process)
        stdout.close()
    if is_late.is_set() or process.returncode == _OVER_TIME:
        raise TooSlowError("A process took too long, and was ended.")
    if len(answer) <= most_bytes and (shortage := shortage_of(process)):
        raise shortage
    if process.returncode or len(answer) > most_bytes:
        raise DiedError("A process broke off, or answered with more than it may.")
    return bytes(answer)


def shortage_of(process: subprocess.Popen[bytes]) -> ShortageError | None:
    """Return what the system did not give to a process that ended by itself, None if that was not why.

    A limit on the processor's time that is set for a user or a shell holds for each process anew, and
    the system kills without a word. Whoever ended it must know that, and not ask.
    """
    if sys.platform == "win32" or process.returncode != -signal.SIGKILL:
        return None
    import resource

    is_limited = resource.getrlimit(resource.RLIMIT_CPU)[1] != resource.RLIM_INFINITY
    return ShortageError(*TIME) if is_limited else None


class _Lifeline:
    """What has the kernel kill the processes that were started when this one ends (Linux with /proc)."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._end: int | None = None

    def open_end(self) -> int | None:
        """Return a file for a process to inherit, None where there is no such thing. The caller closes it."""
        if sys.platform != "linux":
            return None
        with self._lock:
            if self._end is None:
                self._end, _ = os.pipe()  # the other is there to be closed with this process
        with contextlib.suppress(FileNotFoundError):
            return os.open(f"/proc/self/fd/{self._end}", os.O_RDONLY | os.O_NONBLOCK)
        return None

    @staticmethod
    def tie(end: int, pid: int) -> None:
        """Have a process killed when the pipe ends. Only its own kind of user can be, which it is."""
        if sys.platform == "linux":
            import fcntl

            fcntl.fcntl(end, fcntl.F_SETOWN, pid)
            fcntl.fcntl(end, fcntl.F_SETSIG, signal.SIGKILL)
            fcntl.fcntl(end, fcntl.F_SETFL, os.O_NONBLOCK | os.O_ASYNC)


def end_at_once(*pids: int) -> None:
    """End and reap processes while the program leaves.

    Past the locks of `subprocess`, which may be held by what the signal has interrupted.
    """
    for pid in pids:
        with contextlib.suppress(OSError):
            os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))
    for pid in pids:
        with contextlib.suppress(OSError):  # somebody else waits for it
            os.waitpid(pid, 0)


def _end_all() -> None:
    """End and reap all that was started and lives, so that nobody inherits it; start nothing any more."""
    _is_closed.set()
    end_at_once(*(process.pid for process in tuple(_living) if process.returncode is None))


_lifeline: Final = _Lifeline()
_is_closed: Final = threading.Event()
"""Set when the program leaves."""
_living: Final[WeakSet[subprocess.Popen[bytes]]] = WeakSet()
undo_when_leaving(_end_all)
atexit.register(_end_all)
