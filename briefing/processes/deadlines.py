"""How long an answer of a process may take: one thread watches for all that are waited for.

A thread for each answer, as `threading.Timer` is one, costs more than the answer (0.3 ms, measured). This
one sleeps until the first deadline that it knew of when it fell asleep, however many have come and gone
since; so answers that come in time wake nobody. It ends when nothing is waited for.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from threading import Condition, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class _Deadline:
    def __init__(self, due_s: float, give_up: Callable[[], None]) -> None:
        self.due_s = due_s
        self.give_up = give_up


class Deadlines:
    """Does what is to be done where something takes too long. From any thread."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._waiting: set[_Deadline] = set()
        self._wakes_s: float | None = None
        """When the thread wakes next; None where there is none."""

    @contextmanager
    def within(self, limit_s: float, give_up: Callable[[], None]) -> Iterator[None]:
        """Call `give_up`, in another thread and soon done, if what is done meanwhile takes longer."""
        deadline = _Deadline(time.monotonic() + limit_s, give_up)
        with self._changed:
            self._waiting.add(deadline)
            if self._wakes_s is None:
                self._wakes_s = deadline.due_s
                Thread(target=self._watch, name="deadlines", daemon=True).start()
            elif deadline.due_s < self._wakes_s:
                self._wakes_s = deadline.due_s
                self._changed.notify()
        try:
            yield
        finally:
            with self._changed:
                self._waiting.discard(deadline)

    def _watch(self) -> None:
        while late := self._await_late():
            for deadline in late:
                deadline.give_up()

    def _await_late(self) -> list[_Deadline]:
        """Wait until deadlines have passed, and return them; none when nothing is waited for any more."""
        with self._changed:
            while self._waiting:
                now_s = time.monotonic()
                if late := [each for each in self._waiting if each.due_s <= now_s]:
                    self._waiting.difference_update(late)
                    return late
                self._wakes_s = min(each.due_s for each in self._waiting)
                while (left_s := self._wakes_s - time.monotonic()) > 0:
                    self._changed.wait(left_s)
            self._wakes_s = None
            return []
