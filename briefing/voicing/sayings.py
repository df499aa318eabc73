"""What is said next, and what is cut for it. Pure: no sound, no time, no threads.

Theory of operation: three priorities, after NVDA's speech manager (`source/speech/priorities.py`), and keys.
Of what waits, *now* goes before *next*, and *next* before *normal*; within one priority what came first is
said first. What comes while something is said:

| comes    | while *normal* is said               | while *next* is said          | while *now* is said |
|----------|--------------------------------------|-------------------------------|---------------------|
| *normal* | waits                                | waits                         | waits               |
| *next*   | waits, goes before other *normal*    | waits                         | waits               |
| *now*    | cuts it; it is said again afterwards | cuts it; said again afterwards | waits              |
| a key    | cuts it, and it is gone              | cuts it; said again, once      | cuts it, it is gone |
| silence  | cuts it, and it is gone              | cuts it, and it is gone       | cuts it, it is gone |

*Now* is the answer to a key, *normal* what follows an answer, and the opening; *next* is what nobody asked
for and nobody may miss: an end, an error, a change of voice. So of what waits a key drops all but that, and
silence drops it, too.

Other than in NVDA, what was cut is said again from its beginning: our announcements are a sentence or two,
and half of one is not understood.
"""

from __future__ import annotations

from collections import deque
from enum import StrEnum
from typing import NamedTuple


class Priority(StrEnum):
    """How urgent something is."""

    NOW = "now"
    NEXT = "next"
    NORMAL = "normal"


class Saying(NamedTuple):
    """Something to say. No two have one `number`."""

    number: int
    text: str
    priority: Priority
    is_letters: bool = False
    """Whether it is letters as they are typed, each to be named."""
    is_again: bool = False
    """Whether a key has cut it before."""
    language: str = ""
    """The language in which its first sentence is, where that is not English."""


class Silenced(NamedTuple):
    """What is over: the saying to be cut, if one is, and all that will not be said (any more)."""

    cut: Saying | None = None
    dropped: tuple[Saying, ...] = ()


class Sayings:
    """What is said, and what waits."""

    def __init__(self) -> None:
        self.sounding: Saying | None = None
        self.is_answer_due = False
        """Whether a key was pressed and its answer has not come: nothing else is begun."""
        self._waiting: dict[Priority, deque[Saying]] = {priority: deque() for priority in Priority}

    def add(self, saying: Saying) -> Silenced:
        """Have something said in its turn; what it cuts waits again, at the head of its own."""
        self._waiting[saying.priority].append(saying)
        if saying.priority is Priority.NOW:
            self.is_answer_due = False
        sounding = self.sounding
        if sounding is None or saying.priority is not Priority.NOW or sounding.priority is Priority.NOW:
            return Silenced()
        self.sounding = None
        self._waiting[sounding.priority].appendleft(sounding)
        return Silenced(sounding)

    def press(self) -> Silenced:
        """A key was pressed: silence, until its answer; what is *next* is said after that."""
        cut, self.sounding = self.sounding, None
        self.is_answer_due = True
        dropped = [*self._take(Priority.NOW), *self._take(Priority.NORMAL)]
        if cut is not None and cut.priority is Priority.NEXT and not cut.is_again:
            self._waiting[Priority.NEXT].appendleft(cut._replace(is_again=True))
        elif cut is not None:
            dropped.append(cut)
        return Silenced(cut, tuple(dropped))

    def silence(self) -> Silenced:
        """Say nothing of all this."""
        cut, self.sounding = self.sounding, None
        dropped = [saying for priority in Priority for saying in self._take(priority)]
        return Silenced(cut, (*dropped, *([cut] if cut else [])))

    def begin(self) -> Saying | None:
        """Return what is to be said now; None if nothing is, an answer is due, or something is being said."""
        if self.sounding is None and not self.is_answer_due:
            waiting = next((queue for queue in self._waiting.values() if queue), None)
            if waiting is not None:
                self.sounding = waiting.popleft()
                return self.sounding
        return None

    def end(self) -> None:
        """Take note that what is said has been heard to its end."""
        self.sounding = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said and nothing waits."""
        return self.sounding is None and not any(self._waiting.values())

    def _take(self, priority: Priority) -> list[Saying]:
        taken = list(self._waiting[priority])
        self._waiting[priority].clear()
        return taken
