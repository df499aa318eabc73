"""One process that speaks (`main`), from its start to its end, and what it must not leave behind.

Theory of operation: each has a thread of ours that starts it, reads all that it says and waits for
its end. A voice that writes files does so in a folder whose name it is given here: it may die at any
word, and could not remove it then.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import tempfile
import threading
from queue import SimpleQueue
from typing import TYPE_CHECKING, Final

from briefing.errors import ShortageError, shortage_behind
from briefing.leaving import undone_by_leaving
from briefing.processes import door, messages
from briefing.processes.child import TooSlowError
from briefing.speech.worker.wire import SpeechMessage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.processes.child import Child

JOIN_S: Final = 2.0
GRACE_S: Final = 0.2
_FROM_OUTSIDE: Final = (-9, -15)
"""What ends a process by SIGKILL or SIGTERM is told as."""


class Worker:
    """One child process, and the thread that lives as long as it.

    Args:
        command: what starts it, but for the name of the folder for its files.
        on_end: called in that thread when it has ended, before the last of `answers`.
    """

    def __init__(self, command: Sequence[str], on_end: Callable[[Worker], None]) -> None:
        self._on_end = on_end
        self.answers: SimpleQueue[tuple[SpeechMessage, bytes] | None] = SimpleQueue()
        """What it said; None when it has ended."""
        self.is_ready = False
        """Whether whoever asks it knows that it can be asked."""
        self.has_begun = False
        """Whether it ever said anything."""
        self.is_broken = False
        """Whether it ended by itself before that: another one would, too."""
        self.shortage: ShortageError | None = None
        """What the system did not give it."""
        self.was_killed = False
        """Whether somebody ended it; no text does that."""
        self._command = command
        self._process: Child | None = None
        self._started = threading.Event()
        self._is_killed = False
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._live, name="speech worker", daemon=True)
        self._thread.start()

    def _live(self) -> None:
        folder = _scratch()
        try:
            process = door.start([*self._command, folder])
        except OSError as error:
            self.shortage = shortage_behind(error)
            self.is_broken = True
            self._started.set()
            self._on_end(self)
            self.answers.put(None)
            return

        def tidy() -> None:
            door.end_at_once(process)
            shutil.rmtree(folder, ignore_errors=True)

        with undone_by_leaving(tidy):
            with self._lock:
                self._process = process
                if self._is_killed:
                    process.kill()
            self._started.set()
            try:
                for message in messages.read_all(process.stdout):
                    self.has_begun = True
                    self.answers.put((SpeechMessage(message.kind), message.payload))
            except (OSError, ValueError):
                pass  # closed under us, or not a message: either way this worker is done
            finally:
                with contextlib.suppress(TooSlowError):
                    process.wait(GRACE_S)  # how it ended by itself tells why
                code = process.close()
                shutil.rmtree(folder, ignore_errors=True)
                self.is_broken = code >= 0 and not self.has_begun
                self.was_killed = code in _FROM_OUTSIDE
                self._on_end(self)
                self.answers.put(None)

    def send(self, message: bytes) -> None:
        """Write a request; a worker that is gone is noticed when its answers end."""
        self._started.wait()
        if self._process is not None:
            self._process.write(message)

    @property
    def pid(self) -> int | None:
        """Its id, None if it could not be started."""
        self._started.wait()
        return None if self._process is None else self._process.pid

    def kill(self) -> None:
        """End it, also where it has not started yet."""
        with self._lock:
            self._is_killed = True
            if self._process is not None:
                self._process.kill()

    def join(self) -> None:
        """Wait until it is gone, and what it left with it."""
        self._thread.join(JOIN_S)


def _scratch() -> str:
    """Return a name for a folder that is not there yet; nobody else can know it."""
    try:
        root = tempfile.gettempdir()
    except FileNotFoundError:  # no folder here can be written
        root = os.curdir
    return os.path.join(root, f"briefing-{secrets.token_hex(16)}")  # noqa: PTH118
