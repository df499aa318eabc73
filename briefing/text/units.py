"""The units by which a text is read without a sound: character, word, sentence, paragraph, heading.

Rules:
1. The units of one kind are sorted and disjoint. Characters are all of a block's text, words all of it that
   is no white space: here punctuation belongs to the word that it stands at, so nothing is passed over;
   sentences and paragraphs are those of the transcript. Headings are what the outline lists.
2. A unit's place is its start. At an offset stands the unit that begins there or last before it.
3. As everywhere, what comes after text is text, and after a note a note.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from briefing.model import Span, Unit
from briefing.outline import outline_of
from briefing.text.graphemes import split_graphemes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.text.transcript import Transcript

_KEPT_BLOCKS: Final = 8


class Units:
    """The units of a text, found where they are looked at."""

    def __init__(self, transcript: Transcript) -> None:
        self.transcript = transcript
        self._document, self._text = transcript.document, transcript.text
        self._characters = lru_cache(_KEPT_BLOCKS)(self._split_characters)
        self._words = lru_cache(_KEPT_BLOCKS)(self._split_words)

    def at(self, unit: Unit, offset: int) -> Span | None:
        """Return the unit at an offset; before the first one, that; None where there is none at all."""
        spans = self._beside(unit, offset)
        index = _index_at(spans, offset)
        if index < 0 and unit is not Unit.HEADING:
            return spans[0] if spans else self._in_other_block(unit, offset, 1)
        return spans[max(index, 0)] if spans else None

    def after(self, unit: Unit, offset: int) -> Span | None:
        """Return the unit after the one at an offset; None after the last."""
        spans = self._beside(unit, offset)
        index = _index_at(spans, offset) + 1
        return spans[index] if index < len(spans) else self._in_other_block(unit, offset, 1)

    def before(self, unit: Unit, offset: int) -> Span | None:
        """Return the unit before the one at an offset; None before the first."""
        spans = self._beside(unit, offset)
        index = _index_at(spans, offset)
        if unit is not Unit.HEADING or (index >= 0 and offset in spans[index]):
            index -= 1  # of the text under a heading, that is the one before
        return spans[index] if index >= 0 else self._in_other_block(unit, offset, -1)

    def _beside(self, unit: Unit, offset: int) -> Sequence[Span]:
        """Return the units among which those next to an offset are, if they are in its block."""
        if unit is Unit.HEADING:
            return self._headings
        return self._of_block(unit, self._document.block_index_at(offset)) if self._document.blocks else ()

    def _in_other_block(self, unit: Unit, offset: int, step: int) -> Span | None:
        """Return the unit next to all of an offset's block, on the side that `step` tells."""
        if unit is Unit.HEADING or not self._document.blocks:
            return None
        go = self.transcript.paragraph_after if step > 0 else self.transcript.paragraph_before
        while block := go(offset):
            offset = block.span.start
            if spans := self._of_block(unit, self._document.block_index_at(offset)):
                return spans[0 if step > 0 else -1]
        return None

    def _of_block(self, unit: Unit, index: int) -> Sequence[Span]:
        match unit:
            case Unit.CHARACTER:
                return self._characters(index)
            case Unit.WORD:
                return self._words(index)
            case Unit.SENTENCE:
                return self.transcript.sentences(index)
            case _:
                return (self._document.blocks[index].span,)

    @cached_property
    def _headings(self) -> tuple[Span, ...]:
        starts = sorted({heading.span.start for heading in outline_of(self._document).headings})
        return tuple(self._document.blocks[self._document.block_index_at(start)].span for start in starts)

    def _split_characters(self, index: int) -> tuple[Span, ...]:
        block = self._document.blocks[index].span
        ranges = split_graphemes(block.of(self._text))
        return tuple(Span(block.start + start, block.start + stop) for start, stop in ranges)

    def _split_words(self, index: int) -> tuple[Span, ...]:
        block = self._document.blocks[index].span
        words = self.transcript.words(block)
        return tuple(
            Span(start, stop)
            for token in re.finditer(r"\S+", block.of(self._text))
            for start, stop in self._parted(words, block.start + token.start(), block.start + token.end())
        )

    def _parted(self, words: Sequence[Span], start: int, stop: int) -> Iterator[tuple[int, int]]:
        """Yield a run without white space in as many pieces as it has words, with the punctuation at each."""
        first = _index_at(words, start)
        first += first < 0 or words[first].start < start
        for word in words[first + 1 : max(first, _index_at(words, stop - 1)) + 1]:
            cut = word.start
            while cut > start and unicodedata.category(self._text[cut - 1]) in {"Ps", "Pi"}:
                cut -= 1  # what opens belongs to what follows
            yield start, cut
            start = cut
        yield start, stop


def _index_at(spans: Sequence[Span], offset: int) -> int:
    """Return the index of the last span that starts at or before `offset`, -1 before the first."""
    return bisect_right(spans, offset, key=lambda span: span.start) - 1
