"""A document as a reader moves through it: blocks, sentences, words, all as spans.

Rules:
1. Spans count code points of `Document.text`; nothing here copies or changes the text.
2. A block's sentences hold all of its text but the white space between them, in order.
3. An offset in a gap belongs to the sentence and block before it, and to the word after it.
4. What comes before or after something in the text is text, and passes notes over; what comes before or
   after something in a note is a note.

Theory of operation: nothing is computed before somebody looks. A block is split when it is
first touched, a sentence's words likewise, and the most recent ones are kept, so a library
opens at once and a look-up is bisection in one block.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from briefing.errors import UsageError
from briefing.model import BODY, NOTES, TEXT, BlockKind, Span
from briefing.safe import safe_line
from briefing.text.sentences import split_sentences
from briefing.text.words import split_words

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

    from briefing.model import Block, Document

_KEPT_BLOCKS: Final = 64
_KEPT_SENTENCES: Final = 2048

_ADDRESS: Final = r"([a-z][a-z-]*?)(\d*)(?:-(\d+))?(?:\.s(\d+))?"
"""Compiled where it is met, and kept by `re`: most starts need it not."""
_PAGE: Final = r"page\s++(\S.*)"


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
        index = self._block_after(self.document.block_index_at(offset))
        return None if index is None else self.document.blocks[index]

    def paragraph_before(self, offset: int) -> Block | None:
        """Return the block before the one at `offset`, None in the first."""
        index = self._block_before(self.document.block_index_at(offset))
        return None if index is None else self.document.blocks[index]

    def _block_after(self, index: int) -> int | None:
        return self.document.columns.after(index, self._alike(index))

    def _block_before(self, index: int) -> int | None:
        return self.document.columns.before(index, self._alike(index))

    def _alike(self, index: int) -> frozenset[BlockKind]:
        """Return the kinds of blocks that are read on to from a block."""
        blocks = self.document.blocks
        return NOTES if blocks and blocks[index].kind in NOTES else TEXT

    # Notes

    @cached_property
    def note_starts(self) -> array[int]:
        """Where the notes start, as "note 3 of 8" counts them."""
        return self.document.columns.starts_of(NOTES)

    def note_position(self, offset: int) -> tuple[int, int]:
        """Return n and m for "note n of m": n is 0 before the first."""
        return bisect_right(self.note_starts, offset), len(self.note_starts)

    def is_in_note(self, offset: int) -> bool:
        """Return whether a note stands at `offset`."""
        return bool(self.document.blocks) and self.paragraph_at(offset).kind in NOTES

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
        spans = self.sentences(block) if self.document.blocks else ()
        if index + 1 < len(spans):
            return spans[index + 1]
        following = self._block_after(block)
        while following is not None:
            if spans := self.sentences(following):
                return spans[0]
            following = self._block_after(following)
        return None

    def sentence_before(self, offset: int) -> Span | None:
        """Return the sentence before the one at `offset`, None in the first."""
        block, index = self._sentence_index(offset)
        if index:
            return self.sentences(block)[index - 1]
        before = self._block_before(block)
        while before is not None:
            if spans := self.sentences(before):
                return spans[-1]
            before = self._block_before(before)
        return None

    def last_sentence(self) -> Span:
        """Return the last sentence of the text, notes passed over; an empty span without text."""
        last = self.document.columns.before(len(self.document.blocks), TEXT)
        spans = () if last is None else self.sentences(last)
        return spans[-1] if spans else Span(0, 0)

    def _sentence_index(self, offset: int) -> tuple[int, int]:
        """Return the indices of the block and of the sentence in it at `offset`."""
        if not self.document.blocks:
            return 0, 0
        block = self.document.block_index_at(offset)
        return block, max(0, _index_at(self.sentences(block), offset))

    # Words

    def words(self, span: Span) -> tuple[Span, ...]:
        """Return the words that lie in `span`, in order; see `words`."""
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

        "page 12" is where that page of the printed edition begins, by whatever it is called.

        Raises:
            UsageError: if it names nothing in this document.
        """
        if (page := re.fullmatch(_PAGE, address.strip(), re.IGNORECASE)) is not None:
            return self._page_start(page[1])
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

    def _page_start(self, label: str) -> int:
        pages = self.document.pages
        if not pages:
            raise UsageError("This briefing has no numbered pages.", "Give a time, or a place such as p3.s2.")
        for page in pages:
            if page.title.casefold() == label.casefold():
                return page.start
        raise UsageError(
            f"There is no page {safe_line(label, 20)}.",
            f"They go from {pages[0].title} to {pages[-1].title}.",
        )


def _index_at(spans: Sequence[Span], offset: int) -> int:
    """Return the index of the last span that starts at or before `offset`, -1 before the first."""
    return bisect_right(spans, offset, key=lambda span: span.start) - 1


def _has_space(text: str) -> bool:
    return any(char.isspace() for char in text)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
