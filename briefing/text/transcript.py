"""A document as a reader moves through it: blocks, sentences, words, all as spans.

Rules:
1. Spans count code points of `Document.text`; nothing here copies or changes the text.
2. A block's sentences hold all of its text but the white space between them, in order.
3. A *word* is what is lit: a run without white space, less the punctuation around it
   ("“Russia’s," is `Russia’s`; "$4.2" and "50%" and "U.S." stay whole). Punctuation that
   stands alone is no word. Chinese characters are words each, runs of kana together.
4. An offset in a gap belongs to the sentence and block before it, and to the word after it.

Theory of operation: nothing is computed before somebody looks. A block is split when it is
first touched, a sentence's words likewise, and the most recent ones are kept, so a library
opens at once and a look-up is bisection in one block. A search folds some blocks at a time.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from briefing.errors import UsageError
from briefing.model import BODY, BlockKind, Span
from briefing.text.sentences import split_sentences

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator, Sequence

    from briefing.model import Block, Document
    from briefing.text.folding import Folded

_KEPT_BLOCKS: Final = 64
_KEPT_SENTENCES: Final = 2048
_FOLDED: Final = 1 << 16
"""Code points that a search folds at a time: what is near is found soon, and short blocks cost no more."""

_TOKEN = re.compile(r"\S+")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.){2,}")
_SPOKEN_SIGNS: Final = "%#@&§°‰"
"""Punctuation, by Unicode's account, that is read aloud and so belongs to a word."""
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KANA = "\u3041-\u309f\u30a0-\u30fa\u30fc-\u30ff"
_FIRST_KANA: Final = "\u3041"
_EAST_ASIAN: Final = f"[{_HAN}{_KANA}]"
_PIECE: Final = f"[{_HAN}]|[{_KANA}]+|[^{_HAN}{_KANA}]+"
_ADDRESS: Final = r"([a-z][a-z-]*?)(\d*)(?:-(\d+))?(?:\.s(\d+))?"
"""Compiled where they are met, and kept by `re`: most texts and most starts need none of these."""


class Transcript:
    """A document's sentences and words, found as they are looked at.

    Thread-safe as far as its document is: all that is kept can be computed again.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self._sentences = lru_cache(_KEPT_BLOCKS)(self._split_block)
        self._words = lru_cache(_KEPT_SENTENCES)(self._split_words)

    # Blocks

    @cached_property
    def body_starts(self) -> array[int]:
        """Where the paragraphs of the story start, as "paragraph 3 of 8" counts them."""
        return self.document.columns.starts_of(BODY)

    def body_position(self, offset: int) -> tuple[int, int]:
        """Return n and m for "paragraph n of m": n is 0 before the first, and counts on under headings."""
        return bisect_right(self.body_starts, offset), len(self.body_starts)

    def paragraph_at(self, offset: int) -> Block:
        """Return the block at `offset`, of whatever kind; in a gap, the one before it."""
        return self.document.blocks[self.document.block_index_at(offset)]

    def paragraph_after(self, offset: int) -> Block | None:
        """Return the next block, None in the last."""
        index = self.document.block_index_at(offset) + 1
        return self.document.blocks[index] if index < len(self.document.blocks) else None

    def paragraph_before(self, offset: int) -> Block | None:
        """Return the block before the one at `offset`, None in the first."""
        index = self.document.block_index_at(offset) - 1
        return self.document.blocks[index] if index >= 0 else None

    # Sentences

    def sentences(self, block_index: int) -> tuple[Span, ...]:
        """Return the sentences of a block, in order."""
        return self._sentences(block_index)

    def _split_block(self, block_index: int) -> tuple[Span, ...]:
        span = self.document.blocks[block_index].span
        ranges = split_sentences(span.of(self.text), self.document.language)
        return tuple(Span(span.start + a, span.start + b) for a, b in ranges)

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence at `offset`; in a gap, the one before it; an empty span without text."""
        block, index = self._sentence_index(offset)
        spans = self.sentences(block) if self.document.blocks else ()
        return spans[index] if spans else Span(0, 0)

    def sentence_after(self, offset: int) -> Span | None:
        """Return the sentence after the one at `offset`, None in the last."""
        block, index = self._sentence_index(offset)
        while block < len(self.document.blocks):
            spans = self.sentences(block)
            if index + 1 < len(spans):
                return spans[index + 1]
            block, index = block + 1, -1
        return None

    def sentence_before(self, offset: int) -> Span | None:
        """Return the sentence before the one at `offset`, None in the first."""
        block, index = self._sentence_index(offset)
        while index < 1:
            block -= 1
            if block < 0:
                return None
            index = len(self.sentences(block))
        return self.sentences(block)[index - 1]

    def _sentence_index(self, offset: int) -> tuple[int, int]:
        """Return the indices of the block and of the sentence in it at `offset`."""
        if not self.document.blocks:
            return 0, 0
        block = self.document.block_index_at(offset)
        return block, max(0, _index_at(self.sentences(block), offset))

    # Words

    def words(self, span: Span) -> tuple[Span, ...]:
        """Return the words that lie in `span`, in order; see the module's third rule."""
        return self._words(span.start, span.stop)

    def _split_words(self, start: int, stop: int) -> tuple[Span, ...]:
        return tuple(Span(a, b) for a, b in split_words(self.text, start, stop))

    def word_at(self, offset: int) -> Span:
        """Return the word at `offset`; in white space, the next; past the last, the last.

        An offset on the punctuation around a word is that word's. An empty span without words.
        """
        words = self.words(self.sentence_at(offset))
        index = _index_at(words, offset)
        if index >= 0 and not _has_space(self.text[words[index].stop : offset + 1]):
            return words[index]
        if index + 1 < len(words):
            return words[index + 1]
        following = self._first_word_after(offset)
        return following or (words[index] if words else self.word_before(offset)) or Span(0, 0)

    def word_after(self, offset: int) -> Span | None:
        """Return the first word that starts after `offset` and is not the word at it; None past the last."""
        words = self.words(self.sentence_at(offset))
        index = _index_at(words, offset) + 1
        return words[index] if index < len(words) else self._first_word_after(offset)

    def _first_word_after(self, offset: int) -> Span | None:
        sentence = self.sentence_after(offset)
        while sentence is not None:
            if words := self.words(sentence):
                return words[0]
            sentence = self.sentence_after(sentence.start)
        return None

    def word_before(self, offset: int) -> Span | None:
        """Return the last word that ends at or before `offset`, None before the first."""
        sentence: Span | None = self.sentence_at(offset)
        while sentence is not None:
            words = self.words(sentence)
            if index := bisect_right(words, offset, key=lambda word: word.stop):
                return words[index - 1]
            sentence = self.sentence_before(sentence.start)
        return None

    # Search

    def find(self, needle: str, from_offset: int, *, backwards: bool = False) -> tuple[Span, bool] | None:
        """Return the next match of `needle` and whether the search wrapped around, None if there is none.

        Case, accents, kinds of quotes, dashes and white space make no difference.

        Args:
            needle: Words to find; a match does not cross blocks.
            from_offset: Forwards, the first offset at which a match may start; backwards,
                the offset before which it starts.
            backwards: Whether to look towards the start.
        """
        from briefing.text.folding import fold  # only a search needs its tables

        folded = fold(" ".join(needle.split())).text
        if not folded:
            return None
        before, after = (0, from_offset), (from_offset, len(self.text))
        turns = (before, after) if backwards else (after, before)
        for wrapped, (low, high) in enumerate(turns):
            for run in self._runs(low, high, backwards=backwards):
                part = fold(run.of(self.text))
                found = _find_in(part, folded, low - run.start, high - run.start, backwards)
                if found is not None:
                    return Span(run.start + found[0], run.start + found[1]), bool(wrapped)
        return None

    def _runs(self, low: int, high: int, *, backwards: bool) -> Iterator[Span]:
        """Yield the blocks in which [low, high) lies, some `_FOLDED` code points of them at a time.

        No match crosses the gap between two blocks: it is wider than any space in one.
        """
        columns = self.document.columns
        if low >= high or not columns:
            return
        first, last = columns.index_at(low), columns.index_at(high - 1)
        while first <= last:
            if backwards:
                index = max(first, columns.index_at(max(0, columns.stops[last] - _FOLDED)))
                yield Span(columns.starts[index], columns.stops[last])
                last = index - 1
            else:
                index = min(last, columns.index_at(columns.starts[first] + _FOLDED))
                yield Span(columns.starts[first], columns.stops[index])
                first = index + 1

    # Addresses

    def address(self, offset: int) -> str:
        """Return a name for the sentence at `offset`, such as "p3.s2" or "title.s1"; `resolve` reads it.

        In a later part of a very long paragraph it is such as "p3-4.s2": the fourth part's second sentence.
        """
        if not self.document.blocks:
            return "p1.s1"
        block, sentence = self._sentence_index(offset)
        kind = self.document.blocks[block].kind
        if kind.is_body:
            part = self.document.columns.part_of(block)
            later = f"-{part}" if part > 1 else ""
            return f"p{self.body_position(offset)[0]}{later}.s{sentence + 1}"
        alike = self.document.columns.starts_of((kind,))
        number = str(bisect_right(alike, offset)) if len(alike) > 1 else ""
        return f"{kind.value}{number}.s{sentence + 1}"

    def resolve(self, address: str) -> int:
        """Return the offset at which the sentence named by `address` starts; "p3" is "p3-1.s1".

        Raises:
            UsageError: if it names nothing in this document.
        """
        match = re.fullmatch(_ADDRESS, address.strip().lower())
        if match is None:
            raise UsageError(
                f"“{address}” is no place.", "A place is written like p3.s2: paragraph 3, sentence 2."
            )
        name = match[1]
        number, part, sentence = (int(each or 1) for each in match.groups()[1:])
        starts: Sequence[int] = self.body_starts
        if name != "p":
            kinds = {kind.value: kind for kind in BlockKind if not kind.is_body}
            if name not in kinds:
                raise UsageError(
                    f"“{address}” is no place.", "A place is written like p3.s2: paragraph 3, sentence 2."
                )
            starts = self.document.columns.starts_of((kinds[name],))
        if not 1 <= number <= len(starts):
            what = "paragraph" if name == "p" else name
            raise UsageError(
                f"There is no {what} {number}.", f"This briefing has {_count(len(starts), what)}."
            )
        columns = self.document.columns
        block = columns.index_at(starts[number - 1]) + part - 1
        if part < 1 or block >= len(columns) or columns.part_of(block) != part:
            raise UsageError(
                f"There is no part {part} there.", "Only a very long paragraph has several parts."
            )
        spans = self.sentences(block)
        if not 1 <= sentence <= len(spans):
            raise UsageError(
                f"There is no sentence {sentence} there.",
                f"That paragraph has {_count(len(spans), 'sentence')}.",
            )
        return spans[sentence - 1].start


def split_words(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the half-open range of each word of `text` between `start` and `stop`."""
    for token in _TOKEN.finditer(text, start, stop):
        if token[0].isascii() and token[0].isalnum():
            yield token.span()  # four in five words of a library
        elif max(token[0]) >= _FIRST_KANA and re.search(_EAST_ASIAN, token[0]):
            for piece in re.compile(_PIECE).finditer(text, token.start(), token.end()):
                yield from _trimmed(text, piece.start(), piece.end())
        else:
            yield from _trimmed(text, token.start(), token.end())


def _trimmed(text: str, token_start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the token without the punctuation around it, if anything is left."""
    start = token_start
    while start < stop and not _is_spoken(text[start]):
        start += 1
    end = stop
    while end > start and not _is_spoken(text[end - 1]):
        end -= 1
    if end == start:
        return
    if end < stop and text[end] == "." and _DOTTED.fullmatch(text, start, end + 1):
        end += 1
    if text[start].isdigit() and start > token_start and text[start - 1] in "-−":
        start -= 1  # a minus sign
    yield start, end


def _is_spoken(char: str) -> bool:
    """Return whether a character at a word's edge belongs to the word."""
    if char.isalnum() or char in _SPOKEN_SIGNS:
        return True
    category = unicodedata.category(char)
    return category[0] in "LNM" or category in {"Sc", "Sm", "So", "Co"}


def _index_at(spans: Sequence[Span], offset: int) -> int:
    """Return the index of the last span that starts at or before `offset`, -1 before the first."""
    return bisect_right(spans, offset, key=lambda span: span.start) - 1


def _has_space(text: str) -> bool:
    return any(char.isspace() for char in text)


def _find_in(block: Folded, needle: str, low: int, high: int, backwards: bool) -> tuple[int, int] | None:
    """Return the range of the first or last match that starts in [low, high) of a folded block."""
    first, last = block.index(max(0, low)), block.index(max(0, high))
    if backwards:
        at = block.text.rfind(needle, first, last - 1 + len(needle)) if last > first else -1
    else:
        at = block.text.find(needle, first)
        at = at if at < last else -1
    return None if at < 0 else block.source_range(at, at + len(needle))


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
