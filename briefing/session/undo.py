"""What can be taken back: jumps, bookmarks, and what was done to the library."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from briefing.events import CommandRun

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.events import Event
    from briefing.session.outbox import Outbox

UNDO_DEPTH: Final = 50


class Undo:
    """The last `UNDO_DEPTH` things done, the latest first. `outbox` tells by which command each is done."""

    def __init__(self, outbox: Outbox) -> None:
        self.told = ""
        """What is so since something was taken back; empty where the place tells it."""
        self.command_id = ""
        """The command by which that was done which was taken back."""
        self._running = ""
        self._done: deque[tuple[Callable[[], object], str, str]] = deque(maxlen=UNDO_DEPTH)
        outbox.subscribe(self._on_event)

    def _on_event(self, event: Event) -> None:
        if isinstance(event, CommandRun):
            self._running = event.id

    def remember(self, undo: Callable[[], object], told: str = "") -> None:
        """Let `undo` take something back, of which `told` will say what is so then."""
        self._done.append((undo, told, self._running))

    def take_back(self) -> bool:
        """Take the latest back; False if there is none."""
        if not self._done:
            return False
        undo, self.told, self.command_id = self._done.pop()
        undo()
        return True
