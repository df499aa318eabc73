"""What a format is given to write: a document, with what else is known of it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from briefing.formats.about import Holds
from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from briefing.formats.timed_text import TimedLine, TokenTime
    from briefing.model import Document
    from briefing.outline import Chapter
    from briefing.timeline import Timeline


class SoundKind(StrEnum):
    """How sound is coded and packed; the values are suffixes without their dot."""

    MP3 = "mp3"
    M4A = "m4a"
    """AAC."""
    OPUS = "opus"
    """In Ogg."""
    WAV = "wav"
    """Samples of 16 bits."""

    @property
    def media_type(self) -> str:
        """What it is called by MIME."""
        return {"mp3": "audio/mpeg", "m4a": "audio/mp4", "opus": "audio/ogg", "wav": "audio/wav"}[self.value]


class ChaptersBy(StrEnum):
    """What the chapters of sound, and the contents of a book, are made of; the values are those of a flag."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    RECORDING = "recording"
    NONE = "none"


class PublishedSound(NamedTuple):
    """Sound that goes out, as a file that is there until all is written."""

    path: Path
    kind: SoundKind
    length_s: float


class PublishedPicture(NamedTuple):
    """A picture that goes out: its bytes, what they are by MIME, and its size in pixels."""

    data: bytes
    media_type: str
    width: int
    height: int

    @property
    def suffix(self) -> str:
        """What a file of it is called by, without a dot."""
        return {"image/jpeg": "jpg", "image/png": "png"}[self.media_type]


class Publication(NamedTuple):
    """A briefing as it goes out. A writer takes what its format holds, and passes over the rest."""

    document: Document
    words: Timeline | None = None
    """When the document's words are spoken; None where nothing tells it, or nobody asked."""
    lines: Sequence[TimedLine] = ()
    """The lines of the timed text that the document was read from, if it was."""
    tokens: Iterable[TokenTime] | None = None
    """When its whitespace tokens are spoken, where that is known better than `words` says."""
    chapters: Sequence[Chapter] = ()
    """Those of its recording."""
    pictures: Mapping[int, PublishedPicture] = {}
    """Those that are there, by the index of their figure in the document."""
    sound: PublishedSound | None = None
    clips: Mapping[int, Path] = {}
    """MP3 files of single sentences, by where these start in the text, for what is made of them."""
    lights_words: bool = True
    """Whether what reads along lights each word whose time is known; else it lights sentences."""
    chapters_by: ChaptersBy | None = None
    """What chapters are made of; None: for sound those of the recording, else headings, else paragraphs, and
    for books the contents that the text comes with, else headings."""

    @property
    def cover(self) -> PublishedPicture | None:
        """The first picture that is there."""
        return self.pictures[min(self.pictures)] if self.pictures else None


def held_by(publication: Publication) -> Holds:
    """Return what there is of a publication besides text."""
    from briefing.confidence import WORD_CONFIDENCE

    document, words = publication.document, publication.words
    is_timed = bool(publication.lines) or bool(words and len(words))
    is_stamped = words is not None and any(cue.confidence >= WORD_CONFIDENCE for cue in words)
    has_headings = document.columns.first((BlockKind.HEADING,)) is not None
    has_speakers = any(block.speaker for block in document.blocks)
    found = {
        Holds.WORD_TIMES: is_stamped,
        Holds.CUE_TIMES: is_timed,
        Holds.SPEAKERS: has_speakers or any(line.speaker for line in publication.lines),
        Holds.LANGUAGE: document.language is not None,
        Holds.CHAPTERS: bool(publication.chapters),
        Holds.HEADINGS: has_headings,
        Holds.LINKS: bool(document.links),
        Holds.PICTURES: bool(document.figures),
        Holds.SOUND: publication.sound is not None or document.media.available,
    }
    held = Holds.NOTHING
    for one, is_there in found.items():
        held |= one if is_there else Holds.NOTHING
    return held
