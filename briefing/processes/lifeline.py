"""What has the kernel kill the processes that were started here when this one ends, however it ends.

Linux with /proc alone (fcntl(2), F_SETSIG): this process holds both ends of a pipe into which nothing is
ever written. Each process that is started gets a file of its own on the end for reading, set up to send it
SIGKILL when something happens there; and what happens is that the writing end is closed, by our own end.
The process itself has no part in that, so it cannot come too late for it or be stopped before. (The usual
PR_SET_PDEATHSIG has to be asked for by the process, which is tens of milliseconds old by then, unless code
of ours runs between fork and exec, where no thread may hold a lock; and its "parent" is a thread.)
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import suppress


class Lifeline:
    """The pipe that ends with this process."""

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
        with suppress(FileNotFoundError):
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
