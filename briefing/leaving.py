"""Leaving at once when a signal asks for it, at whatever moment, with what was half done undone.

Python turns Ctrl-C into an exception between two instructions of the main thread. Raised inside an
import, a callback of a C library or a finaliser it is swallowed, or comes out as something else
with a traceback; and it waits until a long call into C returns. So nothing is raised here: from
`guard` on, a signal that asks to leave ends the process there and then, after the undoing that
whoever has something half done has asked for (`undone_by_leaving`).

A face has more to do than that: it takes the signals over while it is shown, and gives them back.

Theory of operation: Python's own handlers run in the main thread only. The number of a signal is
written to a pipe as well (`signal.set_wakeup_fd`), at which a thread waits, so that it does not
matter what the main thread is at. Whichever is first ends the process.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from briefing.errors import TIME, ShortageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

LEFT: Final = 130
"""The exit code of a program that was interrupted, whichever signal did it."""
SIGNALS: Final = tuple(
    getattr(signal, name)
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK", "SIGPROF")
    if hasattr(signal, name)
)
"""Those that ask a program to leave, as far as the system has them. SIGPROF is our own: see `_watch_time`."""
_SPARE_S: Final = 0.3
"""Of the processor: with so little left of what is allowed, there is just enough to leave in good order."""
_STDERR: Final = 2
_WAIT_S: Final = 0.1

_undoings: Final[dict[int, Callable[[], None]]] = {}
_is_leaving: Final = threading.Lock()
_is_timed: Final = threading.Event()
"""Set where the processor time is limited."""
_leaver = 0
"""The thread that ends the process."""


def guard() -> None:
    """Leave at a signal, from here on. For the program's entry alone, in its main thread.

    A signal that was ignored when the program was started stays so: `nohup` asks for that.
    """
    for number in SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _on_signal)
    if sys.platform != "win32":  # there set_wakeup_fd takes sockets only
        with suppress(OSError, RuntimeError):  # no more files or threads: the main thread does it alone
            heard, told = os.pipe()
            os.set_blocking(told, False)
            threading.Thread(target=_wait, args=(heard,), name="leaving", daemon=True).start()
            signal.set_wakeup_fd(told, warn_on_full_buffer=False)
    _watch_time()


def _watch_time() -> None:
    """Have a signal come before the processor time that is allowed is used up (`ulimit -t`).

    For then the system kills, and the terminal would stay as it is.
    """
    if sys.platform == "win32":
        return
    import resource

    limits = [each for each in resource.getrlimit(resource.RLIMIT_CPU) if each != resource.RLIM_INFINITY]
    if limits:
        used = resource.getrusage(resource.RUSAGE_SELF)
        left_s = min(limits) - used.ru_utime - used.ru_stime - _SPARE_S
        signal.setitimer(signal.ITIMER_PROF, max(left_s, 0.001))
        _is_timed.set()


def why() -> tuple[str, int]:
    """Return what asked the program to leave, in a sentence, and the exit code of that."""
    if _is_timed.is_set() and sys.platform != "win32" and not any(signal.getitimer(signal.ITIMER_PROF)):
        return " ".join(TIME), ShortageError.exit_code
    return "Interrupted.", LEFT


@contextmanager
def taken_over(handler: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    """Give the signals that ask to leave to a face while it is shown; they are given back afterwards."""
    if threading.current_thread() is not threading.main_thread():  # nobody else may have them
        yield
        return
    told = -1 if sys.platform == "win32" else signal.set_wakeup_fd(-1)
    before = {number: signal.signal(number, handler) for number in SIGNALS}
    try:
        yield
    finally:
        for number, found in before.items():
            signal.signal(number, found)
        if told >= 0:
            signal.set_wakeup_fd(told, warn_on_full_buffer=False)


@contextmanager
def undone_by_leaving(undo: Callable[[], None]) -> Iterator[None]:
    """Have `undo` called, from any thread, if the program is told to leave meanwhile."""
    key = id(undo)
    _undoings[key] = undo
    try:
        yield
    finally:
        _undoings.pop(key, None)


def undo_when_leaving(undo: Callable[[], None]) -> None:
    """Have `undo` called whenever the program is told to leave, after what is half done was undone."""
    _undoings.setdefault(id(undo), undo)


def is_ending_elsewhere() -> bool:
    """Return whether another thread is ending the process: what this one meets from here on is no news."""
    return _is_leaving.locked() and _leaver != threading.get_ident()


def leave() -> None:
    """Undo what is half done, say that it was interrupted, and end the process."""
    said, code = why()
    end(code, f"briefing: {said}\n".encode())


def end(code: int, last_words: bytes = b"") -> None:
    """Undo what is half done and end the process at once, without Python's own end.

    That writes to outputs which may be closed or full, ends with a code of its own (120) where it
    cannot, and takes threads down in the middle of what they hold.

    Args:
        code: the exit code.
        last_words: what is said on standard error.
    """
    global _leaver  # noqa: PLW0603  # a process has one end
    if not _is_leaving.acquire(blocking=False):
        while _leaver != threading.get_ident():  # nothing is begun any more while another thread undoes
            time.sleep(_WAIT_S)
        return
    _leaver = threading.get_ident()
    for undo in reversed(tuple(_undoings.values())):  # as in an ExitStack
        with suppress(Exception):
            undo()
    with suppress(OSError):
        os.write(_STDERR, last_words)
    os._exit(code)


def _on_signal(_number: int, _frame: FrameType | None) -> None:
    leave()


def _wait(heard: int) -> None:
    while number := os.read(heard, 1):
        # Others have handlers, too: those of a resized window, and a face's own.
        if signal.getsignal(number[0]) is _on_signal:
            leave()
