"""The reading point: where a text is looked at without a sound, and without moving the place.

Rules:
1. It begins at the place with the first look, and is forgotten when the place is moved by hand, or another
   text comes. While a voice reads on it stays.
2. What stands there, asked for again with nothing said in between, is told in another way: how often is
   counted here. No clock is looked at, for who presses a key twice quickly is a matter of hands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.events import DocumentArrived, PlaceMoved, PointMoved
from briefing.model import Unit

if TYPE_CHECKING:
    from briefing.events import Event
    from briefing.model import Span
    from briefing.session.cursor import Cursor
    from briefing.session.outbox import Outbox
    from briefing.text.units import Units


class ReadingPoint:
    """Where is read, and by what; one in a session, whichever text is open."""

    def __init__(self, outbox: Outbox) -> None:
        self.unit = Unit.WORD
        """What is read at a step, where the step does not say it."""
        self.span: Span | None = None
        """What was read last; None while the point is nowhere but at the place."""
        self._outbox = outbox
        self._units: Units | None = None
        self._asked: tuple[Unit, Span] | None = None
        self._times = 0
        self._status = ""
        outbox.subscribe(self._on_event)

    def _on_event(self, event: Event) -> None:
        if isinstance(event, (PlaceMoved, DocumentArrived)):
            self.span = None

    def units_of(self, cursor: Cursor) -> Units:
        """Return the units of the text of a cursor."""
        from briefing.text.units import Units  # nothing is read without a sound before the first line

        if self._units is None or self._units.transcript is not cursor.transcript:
            self._units = Units(cursor.transcript)
        return self._units

    def at(self, cursor: Cursor) -> int:
        """Return where is read: the point, else the place of a cursor."""
        return cursor.place if self.span is None else self.span.start

    def look_at(self, span: Span) -> None:
        """Let the point stand at the start of what is read now."""
        self.span = span
        self._outbox.emit(PointMoved(span))

    def put_back(self, span: Span | None) -> None:
        """Let the point be where it was, or nowhere but at the place."""
        if span is not None:
            self.look_at(span)
        else:
            self.span = None

    def times_asked(self, unit: Unit, span: Span) -> int:
        """Count that a unit is asked for; return how often it was before, with nothing else said since."""
        is_again = self._asked == (unit, span) and self._status == self._outbox.status
        self._asked, self._times = (unit, span), self._times + 1 if is_again else 0
        return self._times

    def answer(self, text: str, shows: Span | None, language: str = "") -> None:
        """Announce what was asked for; `shows` is what of the text stands in it. See `Announced`."""
        self._outbox.say(text, shows=shows, language=language)
        self._status = self._outbox.status
