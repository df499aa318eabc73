"""What is told of each sentence that is studied, the same in every kind of file.

An id is that of a sentence in a briefing, by their words: the same sentence has the same one whenever it goes
out, with whatever voice, and though others were put in before it. So what takes it in again finds what it
has.
"""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from briefing.export.study.sentences import sentences_of
from briefing.formats.timed_text import clock
from briefing.safe import safe_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.formats.publication import Publication


class Card(NamedTuple):
    """A sentence to be studied."""

    id: str
    """40 hexadecimal digits."""
    place: str
    """As "p3.s2"."""
    sentence: str
    before: str
    after: str
    """What of its paragraph stands before and after it."""
    source: str
    """Title, feed or site, and date, as far as they are known."""
    language: str
    start_s: float | None
    stop_s: float | None
    clip: Path | None
    """Its sound as MP3; None where it has none."""

    @property
    def paragraph(self) -> str:
        """The paragraph around it."""
        return " ".join(filter(None, (self.before, self.sentence, self.after)))

    @property
    def time(self) -> str:
        """When it is heard, as "00:01:12"; empty where that is not known."""
        return "" if self.start_s is None else clock(round(self.start_s * 1000)).partition(".")[0]

    @property
    def sound_name(self) -> str:
        """What its sound is called; empty where it has none."""
        return f"briefing-{self.id[:20]}.mp3" if self.clip else ""


def cards_of(publication: Publication) -> Iterator[Card]:
    """Yield a card for each sentence, in the order of the text."""
    document = publication.document
    seen: Counter[str] = Counter()
    published = (document.published or "")[:10]
    source = ", ".join(filter(None, (_flat(document.title), _flat(published))))
    for each in sentences_of(document, publication.words):
        sentence = _flat(each.span.of(document.text))
        seen[sentence] += 1
        told = "\n".join((document.title, sentence, str(seen[sentence])))
        parts = document.languages_in(each.span)
        yield Card(
            sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:40],
            each.address,
            sentence,
            _flat(document.text[each.block.start : each.span.start]),
            _flat(document.text[each.span.stop : each.block.stop]),
            source,
            parts[0].language if parts else document.language or "",
            each.start_s,
            each.stop_s,
            publication.clips.get(each.span.start),
        )


def _flat(text: str) -> str:
    return " ".join(safe_text(text, keep_newlines=False).split())
