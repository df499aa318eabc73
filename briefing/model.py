"""The values that every part of briefing shares: frozen, with units in their names.

Rules:
1. A *place* is a code point offset into `Document.text`; time is derived from it
   through a `Timeline`, so a change of voice, recording or speed never loses it.
2. Spans are half-open, `[start, stop)`, and count code points of `Document.text`.
3. `_frames` count audio frames at a stated rate, `_s` seconds; nothing is unitless.
4. Values hold no behaviour beyond looking at themselves: no files, time or threads.
5. Values with fields are named tuples: a frozen dataclass takes five times as long to make, and every
   start makes them all (`dataclasses` itself imports as much as a face does).
"""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from briefing.blocks import BODY as BODY  # noqa: PLC0414  # these are values of the model as well
from briefing.blocks import NARRATED as NARRATED  # noqa: PLC0414
from briefing.blocks import NOTES as NOTES  # noqa: PLC0414
from briefing.blocks import TEXT as TEXT  # noqa: PLC0414
from briefing.blocks import Block as Block  # noqa: PLC0414
from briefing.blocks import BlockKind as BlockKind  # noqa: PLC0414
from briefing.blocks import Blocks
from briefing.blocks import Span as Span  # noqa: PLC0414
from briefing.digest import sha256

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from briefing.sizes import TextSize
    from briefing.structures import TextStructure

BLOCK_GAP = "\n\n"
"""What stands between two blocks in `Document.text`."""


class Figure(NamedTuple):
    """A picture. `alt` is None where it is missing or says the same as the caption.

    `start` is where the block begins before which it stands, its caption if it has one: an offset into the
    text; None where the source does not tell.
    """

    alt: str | None
    caption: str | None
    src: str | None
    start: int | None = None


class Media(NamedTuple):
    """The recording that a document declares.

    `src` is a path or address, None where the page names none; `duration_s` is the
    declared length, None if unknown; `available` is whether the recording can be read.
    """

    src: str | None = None
    duration_s: float | None = None
    available: bool = False


class LanguagePart(NamedTuple):
    """A part of a text that declares a language of its own, a BCP 47 tag."""

    span: Span
    language: str


class LinkPart(NamedTuple):
    """A part of a text that leads elsewhere; `target` is an address, or a name within what was opened."""

    span: Span
    target: str


class ContentsEntry(NamedTuple):
    """What a table of contents leads to, level 1 and up; the number of a printed page has level 0.

    `start` is an offset into the text.
    """

    title: str
    level: int
    start: int


class _Declared(NamedTuple):
    title: str
    text: str
    blocks: Sequence[Block]
    source: str = ""
    language: str | None = None
    published: str | None = None
    figures: tuple[Figure, ...] = ()
    media: Media = Media()
    authors: tuple[str, ...] = ()
    language_parts: tuple[LanguagePart, ...] = ()
    contents: tuple[ContentsEntry, ...] = ()
    pages: tuple[ContentsEntry, ...] = ()
    structures: tuple[TextStructure, ...] = ()
    links: tuple[LinkPart, ...] = ()


class Document(_Declared):
    """A briefing's text, in reading order, and what it declares about itself.

    `text` is every block's text joined by `BLOCK_GAP`, each once; `blocks` are sorted
    and disjoint. `language` is a BCP 47 tag or None; `source` is what was opened.
    `language_parts` are sorted and disjoint, each within a block. `contents` is the table that a book
    comes with, in its order; `pages` are where those of its printed edition begin, in order. `structures`
    are what can be left in one step, one in another or apart: see `structures.nested`. `links` are sorted
    and disjoint, each within a block.
    """

    @cached_property
    def id(self) -> str:
        """A hash of the text alone, so the same briefing from another file keeps its place."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    @cached_property
    def columns(self) -> Blocks:
        """The blocks again, for what is asked of all of them at once."""
        return self.blocks if isinstance(self.blocks, Blocks) else Blocks(self.blocks)

    @property
    def has_story(self) -> bool:
        """Whether there is more to read than titles and headings."""
        return self.columns.first(BODY | {BlockKind.SUMMARY}) is not None

    def first(self, kind: BlockKind) -> str | None:
        """Return the text of the first block of `kind`, or None."""
        found = self.columns.first((kind,))
        return None if found is None else self.blocks[found].span.of(self.text)

    def languages_in(self, span: Span) -> tuple[LanguagePart, ...]:
        """Return what in a range declares a language of its own, in order."""
        first = bisect_right(self.language_parts, span.start, key=lambda part: part.span.stop)
        return tuple(takewhile(lambda part: part.span.start < span.stop, self.language_parts[first:]))

    def structures_at(self, offset: int) -> list[TextStructure]:
        """Return the structures that an offset is in, the outermost first."""
        begun = bisect_right(self.structures, offset, key=lambda each: each.span.start)
        return [each for each in self.structures[:begun] if offset < each.span.stop]

    def links_in(self, span: Span) -> tuple[LinkPart, ...]:
        """Return what in a range leads elsewhere, in order."""
        first = bisect_right(self.links, span.start, key=lambda link: link.span.stop)
        return tuple(takewhile(lambda link: link.span.start < span.stop, self.links[first:]))

    def turn_at(self, index: int) -> str:
        """Return who begins to speak with a block; empty where nobody is named, or goes on speaking."""
        block = self.blocks[index]
        speaker = block.speaker
        if self.text.startswith(f"{speaker}:", block.span.start):
            return ""  # the text itself says it
        return "" if index and self.blocks[index - 1].speaker == speaker else speaker

    def block_index_at(self, offset: int) -> int:
        """Return the index of the block at `offset`; in a gap, of the one before it; 0 before all."""
        return self.columns.index_at(offset)


class Pcm(NamedTuple):
    """Sound: float32 samples of shape (frames, channels) in [-1, 1], at `rate_hz`."""

    samples: NDArray[np.float32]
    rate_hz: int


class Cue(NamedTuple):
    """When a word is spoken: frames at its timeline's rate, confidence in [0, 1].

    Confidence decides what may be lit: see `confidence.level_of`.
    """

    span: Span
    start_frame: int
    stop_frame: int
    confidence: float = 1.0


class Place(NamedTuple):
    """Where the reader is: an offset into the text of a document."""

    document_id: str
    offset: int


class Bookmark(NamedTuple):
    """A place worth coming back to. `created_at` is UTC in ISO 8601."""

    place: Place
    note: str
    created_at: str
    id: int = 0


class Mend(StrEnum):
    """What can be done about timings that are off."""

    SHIFT = "shift"
    ANEW = "anew"
    LEAVE = "leave"


class TransportState(StrEnum):
    """What the player is doing; the one transition table, of all but LOADING, is `audio.transport`."""

    EMPTY = "empty"
    LOADING = "loading"
    PAUSED = "paused"
    PLAYING = "playing"
    ENDED = "ended"
    FAILED = "failed"


class VoiceKind(StrEnum):
    """Who reads: the recording, speech of our own, or nobody (`none` shows the text in silence)."""

    RECORDING = "recording"
    SPEECH = "speech"
    NONE = "none"


class SleepAt(StrEnum):
    """What the sleep timer pauses at the end of; off where it goes by minutes, or not at all."""

    OFF = "off"
    SENTENCE = "sentence"
    CHAPTER = "chapter"
    """Of the recording; of a text without any, to the next heading."""
    ITEM = "item"
    """The briefing, or the item of several."""


class Light(StrEnum):
    """What is lit while it is heard."""

    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    OFF = "off"


class Focus(StrEnum):
    """What is shown of the text."""

    OFF = "off"
    """All of it."""
    SENTENCE = "sentence"
    AROUND = "around"
    """The sentence, with the one before and the one after it."""
    WORD = "word"


class Unit(StrEnum):
    """What is read at a step, where a text is read without a sound."""

    CHARACTER = "character"
    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    HEADING = "heading"


class KeptPlace(NamedTuple):
    """What is remembered of one briefing. None: as the settings have it.

    `offset` counts code points of the text, `media_s` seconds on the timeline;
    `sync_offset_ms` is positive where words are lit later; `language` is a BCP 47 tag.
    """

    document_id: str
    offset: int = 0
    media_s: float = 0.0
    speed: float | None = None
    size: TextSize | None = None
    voice: VoiceKind | None = None
    sync_offset_ms: int | None = None
    language: str | None = None
