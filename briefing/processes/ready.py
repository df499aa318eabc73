"""Processes that are started before it is known what they will be asked.

Most of a process's start is imports. One that stands ready has done them by the time that what it has to
work on has come over the network. It has read nothing by then, and is asked once.
"""

from __future__ import annotations

from contextlib import suppress
from threading import Lock, Timer
from typing import TYPE_CHECKING, Final

from briefing.processes import door

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.processes.child import Child

KEPT_S: Final = 20.0
"""What nobody has taken for so long is not needed, and takes memory: it is ended."""


class Ready:
    """Starts processes of one command, of which one may stand ready. From any thread.

    Args:
        command: returns what `door.command` does, for a process that is told on its input what to do.
        kept_s: how long one stands ready before it is ended.
    """

    def __init__(self, command: Callable[[], Sequence[str]], kept_s: float = KEPT_S) -> None:
        self._command, self._kept_s = command, kept_s
        self._lock = Lock()
        self._standing: tuple[Child, Timer] | None = None

    def prepare(self) -> None:
        """Have one stand ready. Where none can be started, whoever takes it is told."""
        with self._lock, suppress(OSError):
            if self._standing is None:
                child = door.start(self._command())
                timer = Timer(self._kept_s, self._end, (child,))
                timer.daemon = True
                timer.start()
                self._standing = child, timer

    def take(self) -> Child:
        """Return the one that stands ready, else a new one. The caller ends it.

        Raises:
            OSError: if none can be started.
        """
        child = self._let_go()
        if child is not None and not child.has_ended:
            return child
        if child is not None:
            child.close()
        return door.start(self._command())

    def drop(self) -> None:
        """End the one that stands ready. Harmless where none does."""
        child = self._let_go()
        if child is not None:
            child.close()

    def _let_go(self) -> Child | None:
        with self._lock:
            standing, self._standing = self._standing, None
        if standing is None:
            return None
        child, timer = standing
        timer.cancel()
        return child

    def _end(self, child: Child) -> None:
        with self._lock:
            if self._standing is None or self._standing[0] is not child:
                return
        self.drop()
