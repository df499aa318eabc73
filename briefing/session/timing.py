"""How far the timing of words has come, and the command that stops it or starts it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.events import TimelineChanged

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.ports.narration import StoppableTimer
    from briefing.session.outbox import Outbox


class Timing:
    """The work of a `StoppableTimer`, as the user is told of it."""

    def __init__(self, timer: StoppableTimer, outbox: Outbox) -> None:
        self.progress: float | None = None
        """From 0 to 1; None while nothing is being timed."""
        self._timer = timer
        self._outbox = outbox

    def tell(self, progress: float | None) -> None:
        """Say how far it has come; None when it is done or stopped."""
        self.progress = progress
        self._outbox.emit(TimelineChanged(progress))

    def toggle(self, *, has_story: bool, renew: Callable[[], bool]) -> None:
        """Stop, or start again; `renew` starts it where the times are told already, False if it cannot."""
        if self.progress is not None:
            self._timer.cancel()
            self.tell(None)
            self._outbox.say("Timing the words stopped.")
        elif self._timer.restart():
            self.tell(0.0)
            self._outbox.say("Timing the words.")
        elif not has_story:
            self._outbox.say("There is nothing to time: there is no text.")
        elif renew():
            self.tell(0.0)
            self._outbox.say("Listening to all of it; until that is done the words are lit as before.")
        else:
            self._outbox.say(
                "There is nothing to time: the words are timed already, or nobody recorded them."
            )

    def turn(self, *, is_on: bool) -> None:
        """Time words without being asked, from now on, or no more; without a word."""
        self._timer.is_on = is_on
        if not is_on and self.progress is not None:
            self._timer.cancel()
            self.tell(None)
        elif is_on and self.progress is None and self._timer.restart():
            self.tell(0.0)

    def cancel(self) -> None:
        """Stop at once, without a word."""
        self._timer.cancel()
