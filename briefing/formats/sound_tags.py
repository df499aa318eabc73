"""What is written into a sound file beside its sound, as values, and as it goes to a process in JSON."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.formats.timed_text import milliseconds
from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.formats.publication import Publication
    from briefing.formats.timed_text import Captions


class TaggedChapter(NamedTuple):
    """A chapter of the sound, seconds."""

    title: str
    start_s: float
    stop_s: float


class SoundTags(NamedTuple):
    """All that a tag says; what is empty is not written."""

    title: str = ""
    artist: str = ""
    album: str = ""
    language: str = ""
    """A BCP 47 tag."""
    published: str = ""
    """ISO 8601."""
    text: str = ""
    """All of the text, for those who only read."""
    lyrics: str = ""
    """The text with its times, as LRC, where the container has no words with times of its own."""
    words: tuple[tuple[str, int], ...] = ()
    """Pieces of the text, white space included, each with the millisecond at which it is heard."""
    chapters: tuple[TaggedChapter, ...] = ()
    cover: bytes = b""
    cover_type: str = ""
    """What the cover is by MIME."""

    def packed(self) -> dict[str, Any]:
        """Return it for JSON; `unpacked` reads it."""
        return {**self._asdict(), "cover": base64.b64encode(self.cover).decode()}


def unpacked(packed: dict[str, Any]) -> SoundTags:
    """Return what `SoundTags.packed` told."""
    chapters = tuple(TaggedChapter(*each) for each in packed["chapters"])
    words = tuple((text, at_ms) for text, at_ms in packed["words"])
    cover = base64.b64decode(packed["cover"])
    return SoundTags(**{**packed, "chapters": chapters, "words": words, "cover": cover})


def tags_of(publication: Publication, chapters: Iterable[TaggedChapter]) -> SoundTags:
    """Return what a sound file says of a briefing whose sound it is."""
    document, words = publication.document, publication.words
    cover = publication.cover
    told = SoundTags(
        title=document.title,
        artist=", ".join(document.authors),
        album=document.first(BlockKind.KICKER) or "",
        language=document.language or "",
        published=document.published or "",
        text=document.text,
        chapters=tuple(chapters),
        cover=cover.data if cover else b"",
        cover_type=cover.media_type if cover else "",
    )
    if words is None or not len(words):
        return told
    from briefing.formats.captions import captions_of
    from briefing.formats.timed import lrc

    captions = captions_of(publication)
    return told._replace(words=tuple(_stamped(captions)), lyrics=lrc.write(captions))


def _stamped(captions: Captions) -> Iterator[tuple[str, int]]:
    """Yield the words of captions with their times, a line feed where a line begins."""
    for number, line in enumerate(captions.lines):
        before = "\n" if number else ""
        pieces = line.pieces if line.is_stamped else (line.pieces[0]._replace(text=line.text),)
        for piece in pieces:
            yield before + piece.text, milliseconds(piece.start_s)
            before = ""
