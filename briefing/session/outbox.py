"""What a session tells: events to its faces, in their thread, and work handed to it from other threads.

Everything that happens inside ends here, so the parts of a session know no face and no
other part, only an outbox.

Parts are given all that they need when they are made. Listening is not such a need: a face stands on a
session, which is there before it and goes on without it, and a trace listens beside it. So whoever wants to
be told subscribes; there may be any number, and what they return is nobody's business.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from briefing.events import Announced, TextWritten
from briefing.kinds import Verbosity
from briefing.verbosity import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.events import Event, StateChanged
    from briefing.model import Span


class Outbox:
    """Tells events at once, and keeps work until it is asked for (`do_next`)."""

    def __init__(self) -> None:
        self.status = ""
        """What was said last."""
        self.verbosity = Verbosity.USUAL
        self._state: StateChanged | None = None
        self._listeners: list[Callable[[Event], None]] = []
        self._wake: Callable[[], None] | None = None
        self._leave: Callable[[], None] = lambda: None
        self._posted: deque[Callable[[], None]] = deque()

    def subscribe(self, listener: Callable[[Event], None]) -> None:
        """Have `listener` told every event from now on, in the face's thread."""
        self._listeners.append(listener)

    def wake_by(self, wake: Callable[[], None] | None) -> None:
        """Have `wake` called, in whatever thread, each time that work was posted; None to let it be.

        There is one: only the loop that calls `do_next` has something to do then.
        """
        self._wake = wake

    def leave_by(self, leave: Callable[[], None]) -> None:
        """Have `leave` called where somebody who has no face asks for the end of the visit."""
        self._leave = leave

    def leave(self) -> None:
        """Have the face end the visit."""
        self._leave()

    def emit(self, event: Event) -> None:
        """Tell every listener."""
        for listener in self._listeners:
            listener(event)

    def tell_state(self, state: StateChanged) -> None:
        """Tell every listener, unless it is what was told of the state before."""
        if state != self._state:
            self._state = state
            self.emit(state)

    def say_as(self, verbosity: Verbosity) -> None:
        """Say more or less from now on."""
        self.verbosity = verbosity

    def say(
        self,
        text: str,
        *,
        urgent: bool = False,
        shows: Span | None = None,
        language: str = "",
        seen: str = "",
    ) -> None:
        """Announce a sentence, as much of it as is wanted; see `Announced`."""
        self.status = told(text, self.verbosity)
        self.emit(Announced(self.status, urgent, shows=shows, language=language, seen=seen))

    def write(self, text: str, shows: Span) -> None:
        """Have a part of the text written by a face that is followed, or prints it all."""
        self.emit(TextWritten(told(text, self.verbosity), shows))

    def say_row(self, text: str) -> None:
        """Announce a row of a list."""
        self.status = text
        self.emit(Announced(text, is_row=True))

    def post(self, work: Callable[[], None]) -> None:
        """Have `work` done in the face's thread at its next tick. From any thread."""
        self._posted.append(work)
        if wake := self._wake:
            wake()

    def post_notice(self, text: str) -> None:
        """Have an urgent sentence said at the next tick. From any thread."""
        self.post(lambda: self.say(text, urgent=True))

    def do_next(self) -> bool:
        """Do the oldest work that was posted; False if there is none."""
        if not self._posted:
            return False
        self._posted.popleft()()
        return True
