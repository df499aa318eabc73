"""When the words of a book are heard, as the clips of its recording tell it.

Confidence: where a clip is of one word, that word is certain. Several words share a clip's time by their
lengths, which is right by the sentence; and by the paragraph, where a clip holds several sentences.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from briefing.cue_columns import Columns
from briefing.model import BLOCK_GAP
from briefing.text.sentences import split_sentences
from briefing.text.words import split_words
from briefing.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model import Document
    from briefing.playlist import HeardText, Playlist

RATE_HZ: Final = 1000
EXACT: Final = 1.0
BY_SENTENCE: Final = 0.4
BY_PARAGRAPH: Final = 0.2


def words_heard(document: Document, playlist: Playlist, rate_hz: int = RATE_HZ) -> Timeline:
    """Return when the words of a text are heard; those that no clip names have no cue."""
    rows = [row for heard in playlist.heard for row in _words(document, heard, rate_hz)]
    columns = Columns(*zip(*rows, strict=True)) if rows else Columns((), (), (), (), ())
    return Timeline.from_columns(RATE_HZ, round(playlist.length_s * rate_hz), columns)


def _words(document: Document, heard: HeardText, rate_hz: int) -> Iterator[tuple[int, int, int, int, float]]:
    """Yield the words of a part, each with its share of the time."""
    spans = list(split_words(document.text, heard.start, heard.stop))
    begin, end = round(heard.start_s * rate_hz), round(heard.stop_s * rate_hz)
    shares = list(accumulate((stop - start + 1 for start, stop in spans), initial=0))
    confidence = _confidence(document, heard, len(spans))
    for (start, stop), share, next_share in zip(spans, shares, shares[1:], strict=False):
        from_frame, to_frame = (begin + (end - begin) * each // shares[-1] for each in (share, next_share))
        yield start, stop, from_frame, to_frame, confidence


def _confidence(document: Document, heard: HeardText, words: int) -> float:
    if words == 1:
        return EXACT
    text = document.text[heard.start : heard.stop]
    is_sentence = BLOCK_GAP not in text and len(split_sentences(text, document.language)) == 1
    return BY_SENTENCE if is_sentence else BY_PARAGRAPH
