"""What a face renders of a session: properties that only look, and the names of places."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from briefing import announce
from briefing.model import NARRATED, BlockKind, Light
from briefing.session.keeping import Keeping
from briefing.session.lighting import lit_span
from briefing.session.playback import Playback
from briefing.text.transcript import Transcript

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from briefing.audio.engine import Engine
    from briefing.model import Bookmark, Span, TransportState, VoiceKind
    from briefing.ports import Clock, InBackground, Memory
    from briefing.session.arrival import Arrival, Tags
    from briefing.session.outbox import Outbox
    from briefing.settings import Settings
    from briefing.sizes import TextSize

_MOST_MARKS: Final = 1000
"""More paragraphs than any window has columns."""


class View:
    """The state of a session, and what is derived from it. `Session` changes it."""

    def __init__(
        self,
        briefing: Arrival,
        *,
        settings: Settings,
        memory: Memory,
        open_engine: Callable[[], tuple[Engine, str | None]],
        clock: Clock,
        outbox: Outbox,
        in_background: InBackground,
        given: Collection[str],
    ) -> None:
        """Restore what is remembered of the document; nothing is loaded yet."""
        self.settings = settings
        self._memory, self._given = memory, given
        self._open_engine, self._in_background = open_engine, in_background
        self.outbox = outbox
        self.clock = clock
        self.take(briefing)
        self.progress: float | None = None
        self.volume = settings.volume
        self.is_muted = False
        self.theme = settings.theme
        self.light = settings.light
        self.is_following = settings.follow
        self._sleep_at_s: float | None = None

    def take(self, briefing: Arrival) -> None:
        """Look at a briefing, at the place that is remembered of it."""
        self.keeping = Keeping(self._memory, briefing.document, self.settings, self._given)
        self.own_language = briefing.document.language
        """The language that the text says it is in, None where it does not."""
        document = briefing.document
        if self.keeping.language:
            document = replace(document, language=self.keeping.language)
        self.document = document
        self.cover: bytes | None = None
        """The recording's cover as its file would hold it, once its tags were read (`Session.read_tags`)."""
        self._tags: Callable[[], Tags] | None = briefing.tags
        self.transcript = Transcript(document)
        self.playback = Playback(
            briefing._replace(document=document),
            open_engine=self._open_engine,
            clock=self.clock,
            post=self.outbox.post,
            in_background=self._in_background,
        )
        self.playback.sync_offset_s = self.keeping.sync_offset_ms / 1000
        resumed = self.keeping.offset
        self.place = self.transcript.sentence_at(resumed).start if resumed else self.first_offset
        self.word: Span | None = None
        self.level = Light.SENTENCE
        self.hit: Span | None = None
        self.needle = ""
        self.loop: tuple[int | None, int | None] = (None, None)

    @property
    def status(self) -> str:
        """What was said last."""
        return self.outbox.status

    # Playing

    @property
    def state(self) -> TransportState:
        """What the player is doing."""
        return self.playback.state

    @property
    def voice(self) -> VoiceKind:
        """Who reads."""
        return self.playback.voice

    @property
    def voice_description(self) -> str:
        """Who reads, in words."""
        return self.playback.description

    @property
    def speed(self) -> float:
        """The speed, 0.5 to 4 times the voice's own."""
        return self.keeping.speed

    @property
    def duration_s(self) -> float:
        """The length of the timeline; 0 while unknown."""
        return self.playback.duration_s

    @property
    def position_s(self) -> float:
        """Where the reading is on the timeline."""
        timeline = self.playback.timeline
        return min(self.playback.frame / timeline.rate_hz, timeline.duration_s) if timeline else 0.0

    @property
    def sleep_s(self) -> float | None:
        """Seconds until the sleep timer pauses; infinity for the end of the briefing, None for never."""
        return None if self._sleep_at_s is None else max(0.0, self._sleep_at_s - self.clock())

    @property
    def marks(self) -> tuple[float, ...]:
        """Where the paragraphs start, as shares of the timeline; none where they are too many to show."""
        timeline, starts = self.playback.timeline, self.transcript.body_starts
        return timeline.marks(starts) if timeline and len(starts) <= _MOST_MARKS else ()

    @property
    def sync_offset_ms(self) -> int:
        """How much later than computed the words are lit."""
        return self.keeping.sync_offset_ms

    @property
    def bookmarks(self) -> tuple[Bookmark, ...]:
        """The bookmarks of this briefing, sorted by place."""
        return self.keeping.bookmarks

    def time_at(self, offset: int) -> float:
        """Return the seconds at which the text at `offset` is spoken."""
        timeline = self.playback.timeline
        return timeline.frame_at(offset) / timeline.rate_hz if timeline else 0.0

    # Reading

    @property
    def size(self) -> TextSize:
        """The text size that was chosen; a face may have to show a smaller one."""
        return self.keeping.size

    @property
    def sentence(self) -> Span:
        """The sentence at the place."""
        return self.transcript.sentence_at(self.place)

    def spoken(self, span: Span) -> str:
        """Return a text to be said, after the name of who begins to speak with it."""
        index = self.document.block_index_at(span.start)
        begins = bool(self.document.blocks) and self.document.blocks[index].span.start == span.start
        speaker = self.document.turn_at(index) if begins else ""
        text = span.of(self.document.text)
        return f"{speaker}: {text}" if speaker else text

    @property
    def speaker(self) -> str:
        """Who says what stands at the place; empty where nobody is named."""
        blocks = self.document.blocks
        return blocks[self.document.block_index_at(self.place)].speaker if blocks else ""

    @property
    def lit(self) -> Span | None:
        """What to light now, as fine as the timings' confidence and the user's choice allow."""
        word = self.word or self.transcript.word_at(self.place)
        return lit_span(self.transcript, word, self.level, self.light)

    @property
    def first_offset(self) -> int:
        """Where reading aloud starts."""
        index = self.document.columns.first(NARRATED)
        return 0 if index is None else self.document.blocks[index].span.start

    def block_name(self, offset: int) -> str:
        """Return "Paragraph 3 of 8", or what else the block at `offset` is; of a paragraph the later part."""
        if not self.document.blocks:
            return "No text"
        block = self.transcript.paragraph_at(offset)
        if block.kind.is_body:
            part = self.document.columns.part_of(self.document.block_index_at(offset))
            return announce.paragraph(*self.transcript.body_position(offset), part)
        return "Banner" if block.kind is BlockKind.KICKER else block.kind.value.capitalize()

    def place_name(self, offset: int) -> str:
        """Return "Paragraph 3 of 8, sentence 2"."""
        index = self.document.block_index_at(offset)
        sentences = self.transcript.sentences(index) if self.document.blocks else ()
        name = self.block_name(offset)
        if len(sentences) <= 1:
            return name
        return f"{name}, sentence {sentences.index(self.transcript.sentence_at(offset)) + 1}"
