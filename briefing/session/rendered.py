"""What is open, as faces render it: the parts of the open briefing, and what is read off them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model import Bookmark, Document, Span, TransportState, VoiceKind
    from briefing.session.heard import HeardSoFar
    from briefing.session.open_briefing import OpenBriefing
    from briefing.session.opening import PendingArrival
    from briefing.session.queue import Queue
    from briefing.session.sentence_ends import SentenceEnds
    from briefing.session.succession import Succession
    from briefing.sizes import TextSize


class Rendered:
    """The part of a session that only shows. Faces read it whenever they draw, and keep nothing of it."""

    def __init__(self, succession: Succession) -> None:
        """Show what is open in a succession."""
        self._succession = succession
        self.forget_ahead = succession.forget_ahead
        """Lets what follows be opened by the settings that are in force now."""
        self._take(succession.open)

    def _take(self, briefing: OpenBriefing) -> None:
        """Let this be what commands are about, and faces show."""
        self.keeping, self.reader = briefing.keeping, briefing.reader
        self.cursor, self.playback = briefing.cursor, briefing.playback
        self.search, self.loop, self.timing = briefing.search, briefing.loop, briefing.timing
        self.clockwork, self.picture = briefing.clockwork, briefing.picture

    @property
    def ends(self) -> SentenceEnds:
        """What happens when a sentence was heard."""
        return self._succession.open.ends

    @property
    def state(self) -> TransportState:
        """What the player is doing."""
        return self.playback.state

    @property
    def voice(self) -> VoiceKind:
        """Who reads."""
        return self.playback.voice

    @property
    def duration_s(self) -> float:
        """The length of the timeline; 0 while unknown."""
        return self.playback.duration_s

    @property
    def position_s(self) -> float:
        """Where the reading is on the timeline."""
        return self.playback.position_s

    @property
    def left_s(self) -> float:
        """How long what is open is still heard at this speed."""
        return (self.duration_s - self.position_s) / self.speed

    @property
    def speed(self) -> float:
        """The speed, 0.5 to 6 times the voice's own."""
        return self.reader.levels.speed

    @property
    def document(self) -> Document:
        """What is read."""
        return self.cursor.document

    @property
    def place(self) -> int:
        """Where the reader is, an offset."""
        return self.cursor.place

    @property
    def sentence(self) -> Span:
        """The sentence at the place."""
        return self.cursor.sentence

    @property
    def bookmarks(self) -> tuple[Bookmark, ...]:
        """The bookmarks of this briefing, sorted by place."""
        return self.keeping.bookmarks

    @property
    def link(self) -> str:
        """What opens this again; empty where nothing does."""
        return self._succession.open.arrival.link

    @property
    def size(self) -> TextSize:
        """The text size that was chosen; a face may have to show a smaller one."""
        return self.keeping.size

    @property
    def queue(self) -> Queue:
        """What is heard one after another, and which of it is open; empty where there is only one."""
        return self._succession.open.queue

    @property
    def heard(self) -> HeardSoFar:
        """How far what is open was heard."""
        return self._succession.open.heard

    @property
    def opening(self) -> PendingArrival:
        """What is open, or still comes."""
        return self._succession.opening

    @property
    def is_opening(self) -> bool:
        """Whether the text is still to come: the document is only its name."""
        return self.opening.is_pending
