"""When the words of a book are heard, as the clips of its recording tell it.

Confidence: where a clip is of one word, that word is certain. Several words share a clip's time by their
lengths, which is right by the sentence; and by the paragraph, where a clip holds several sentences.
"""

from __future__ import annotations

from itertools import accumulate, repeat
from operator import sub
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.cue_columns import Columns
from briefing.model import BLOCK_GAP
from briefing.text.sentences import split_sentences
from briefing.text.words import split_words
from briefing.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model import Document
    from briefing.playlist import HeardText, Playlist

EXACT: Final = 1.0
BY_SENTENCE: Final = 0.4
BY_PARAGRAPH: Final = 0.2


def words_heard(document: Document, playlist: Playlist, rate_hz: int) -> Timeline:
    """Return when the words of a text are heard; those that no clip names have no cue."""
    found = WordTimes([], [], [], [], [])
    for heard in playlist.heard:
        spans = list(split_words(document.text, heard.start, heard.stop))
        if spans:
            sure = _confidence(document, heard, len(spans))
            found.take(spans, round(heard.start_s * rate_hz), round(heard.stop_s * rate_hz), sure)
    return Timeline.from_columns(rate_hz, playlist.starts(rate_hz)[-1], Columns(*found))


class WordTimes(NamedTuple):
    """Words and their times, in columns: a book has a hundred thousand."""

    text_start: list[int]
    text_stop: list[int]
    start: list[int]
    stop: list[int]
    confidence: list[float]

    def take(self, spans: Sequence[tuple[int, int]], begin: int, end: int, confidence: float) -> None:
        """Share a time, in frames, among words by their lengths."""
        starts, stops = zip(*spans, strict=True)
        lengths = map(sub, stops, starts)
        shares = list(accumulate((length + 1 for length in lengths), initial=0))
        edges = [begin + (end - begin) * share // shares[-1] for share in shares]
        self.text_start.extend(starts)
        self.text_stop.extend(stops)
        self.start.extend(edges[:-1])
        self.stop.extend(edges[1:])
        self.confidence.extend(repeat(confidence, len(spans)))


def _confidence(document: Document, heard: HeardText, words: int) -> float:
    if words == 1:
        return EXACT
    text = document.text[heard.start : heard.stop]
    is_sentence = BLOCK_GAP not in text and len(split_sentences(text, document.language)) == 1
    return BY_SENTENCE if is_sentence else BY_PARAGRAPH
