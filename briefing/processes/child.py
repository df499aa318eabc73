"""A process that was started here: its pipes, its end, and why it ended."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from contextlib import contextmanager, suppress
from io import BytesIO
from typing import IO, TYPE_CHECKING, Final

from briefing.errors import TIME, BriefingError, ShortageError
from briefing.processes.deadlines import Deadlines

if TYPE_CHECKING:
    from collections.abc import Iterator

GRACE_S: Final = 0.5
"""How long a process that has started others may take to end these: all is to be gone within a second."""
_deadlines: Final = Deadlines()


class TooSlowError(BriefingError):
    """A process did not answer in the time that it had, and was killed."""


class Child:
    """A process that was started here. From any thread, but for its pipes: one thread reads, one writes.

    Args:
        process: the process.
        is_parent: see `start`.
    """

    def __init__(self, process: subprocess.Popen[bytes], *, is_parent: bool) -> None:
        self._process = process
        self.is_parent = is_parent
        assert process.stdout is not None  # noqa: S101  # it is a pipe
        self.stdin: IO[bytes] = process.stdin or BytesIO()
        """What it reads. What it will not read is lost, as is all for one that reads a file: see `write`."""
        self.stdout: IO[bytes] = process.stdout
        """What it writes; whoever reads it closes it."""
        self.stderr: IO[bytes] | None = process.stderr
        """What it complains of, if that is kept."""
        self.pid: Final = process.pid

    @property
    def exit_code(self) -> int | None:
        """How it ended, below 0 by a signal; None while nobody has seen it end."""
        return self._process.returncode

    @property
    def has_ended(self) -> bool:
        """Whether it has ended by now; it is reaped then."""
        return self._process.poll() is not None

    def write(self, data: bytes) -> None:
        """Hand it something at once. If it is gone, that is noticed when it does not answer."""
        with suppress(OSError, ValueError):  # gone, or let go of by another thread
            self.stdin.write(data)
            self.stdin.flush()

    def wait(self, limit_s: float | None = None) -> int:
        """Wait for its end, reap it and return its exit code.

        Raises:
            TooSlowError: if that takes longer than `limit_s`; it goes on.
        """
        try:
            return self._process.wait(limit_s)
        except subprocess.TimeoutExpired:
            raise TooSlowError("A process has not ended yet.") from None

    def kill(self) -> None:
        """End it at once, whatever it is at. It is reaped by whoever waits for it, or ends it."""
        if self.is_parent:
            self._process.terminate()
            with suppress(TooSlowError):
                self.wait(GRACE_S)
        self._process.kill()

    def end(self, grace_s: float = 0.0) -> int:
        """End it, reap it and return its exit code; its output ends, too. Harmless twice.

        Args:
            grace_s: how long it may take to end by itself once its input has ended; then it is killed.
        """
        if grace_s:
            self._close_stdin()
            with suppress(TooSlowError):
                self.wait(grace_s)
        self.kill()
        self._close_stdin()
        return self.wait()

    def close(self) -> int:
        """End it, let go of its pipes, return its exit code. For whoever reads its output. Harmless twice."""
        code = self.end()
        for pipe in (self.stdout, self.stderr):
            if pipe is not None:
                pipe.close()
        return code

    def _close_stdin(self) -> None:
        with suppress(OSError):  # what is still on its way into a dead process's pipe
            self.stdin.close()

    @contextmanager
    def within(self, limit_s: float) -> Iterator[threading.Event]:
        """Kill it if what is done meanwhile takes longer; yield what tells whether that was so."""
        is_late = threading.Event()

        def give_up() -> None:
            is_late.set()
            self.kill()

        with _deadlines.within(limit_s, give_up):
            yield is_late

    def shortage(self) -> ShortageError | None:
        """Return what the system did not give to a process that ended by itself, None if that was not why.

        A limit on the processor's time that is set for a user or a shell holds for each process anew, and
        the system kills without a word. Whoever ended it must know that, and not ask.
        """
        if sys.platform == "win32" or self.exit_code != -signal.SIGKILL:
            return None
        import resource

        is_limited = resource.getrlimit(resource.RLIMIT_CPU)[1] != resource.RLIM_INFINITY
        return ShortageError(*TIME) if is_limited else None
