"""A text in the order in which its recording says it, with all that is heard beside its order.

A talking book says things that stand nowhere in its text, or twice, or before their place: the number of a
printed page, a sentence again, a note where it is referred to. On the page each stands once, so these are
heard and not lit. Whoever writes down what a recording says, and when, wants them where they are heard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.blocks import Blocks
from briefing.cue_columns import Columns
from briefing.model import BLOCK_GAP, Block, BlockKind, Span
from briefing.text.heard import BY_SENTENCE, EXACT, WordTimes
from briefing.text.words import split_words
from briefing.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model import Document
    from briefing.playlist import HeardText


def as_heard(document: Document, words: Timeline, aside: Sequence[HeardText]) -> tuple[Document, Timeline]:
    """Return a text and its times with what is heard beside its order, each as a block where it is heard.

    A paragraph that is interrupted goes on in a block of its own. What names places in the text (contents,
    pages, parts in other languages) is left out.

    Args:
        document: The text.
        words: When its words are heard.
        aside: What else is heard, sorted and disjoint in time, and from `words` too.
    """
    if not aside:
        return document, words
    blocks, texts, times, length = Blocks(), [], WordTimes([], [], [], [], []), 0
    cues = iter(words)
    cue = next(cues, None)
    for block, text, heard in _pieces(document, words, aside):
        blocks.add(block.kind, length, length + len(text), block.level, block.speaker, goes_on=block.goes_on)
        if heard is not None:
            spans = [(length + start, length + stop) for start, stop in split_words(text, 0, len(text))]
            begin, end = (min(round(at_s * words.rate_hz), words.length_frames) for at_s in heard)
            if spans:
                times.take(spans, begin, end, EXACT if len(spans) == 1 else BY_SENTENCE)
        while heard is None and cue is not None and cue.span.start < block.span.stop:
            moved = length - block.span.start
            times.text_start.append(cue.span.start + moved)
            times.text_stop.append(cue.span.stop + moved)
            times.start.append(cue.start_frame)
            times.stop.append(cue.stop_frame)
            times.confidence.append(cue.confidence)
            cue = next(cues, None)
        texts.append(text)
        length += len(text) + len(BLOCK_GAP)
    said = document._replace(
        text=BLOCK_GAP.join(texts), blocks=blocks, language_parts=(), contents=(), pages=(), links=()
    )
    return said, Timeline.from_columns(words.rate_hz, words.length_frames, Columns(*times))


class _Piece(NamedTuple):
    """A block of the new text, and when it is heard beside the order, seconds; None for the text itself."""

    block: Block
    text: str
    heard: tuple[float, float] | None = None


def _pieces(document: Document, words: Timeline, aside: Sequence[HeardText]) -> Iterator[_Piece]:
    """Yield what the new text is made of, in its order."""
    cuts = [_cut(document, words, each) for each in aside]
    at = 0
    for block in document.blocks:
        start, stop = block.span.start, block.span.stop
        while at < len(aside) and cuts[at] < stop:
            if cuts[at] > start:
                yield _part(document, block, start, cuts[at])
                start = cuts[at]
            yield _said(document, aside[at])
            at += 1
        yield _part(document, block, start, stop)
    yield from (_said(document, each) for each in aside[at:])


def _cut(document: Document, words: Timeline, aside: HeardText) -> int:
    """Return before which place of the text something stands: behind the word that is heard before it."""
    before = words.index_at(round(aside.start_s * words.rate_hz) - 0.5)
    if before is None:
        return _block_at(document, words[0].span.start).start if len(words) else 0
    block = _block_at(document, words[before].span.start)
    following = words[before + 1].span.start if before + 1 < len(words) else block.stop
    return min(following, block.stop)


def _block_at(document: Document, offset: int) -> Span:
    return document.blocks[document.block_index_at(offset)].span


def _part(document: Document, block: Block, start: int, stop: int) -> _Piece:
    goes_on = block.goes_on or start > block.span.start
    text = document.text[start:stop].rstrip()
    return _Piece(block._replace(span=Span(start, stop), goes_on=goes_on), text)


def _said(document: Document, aside: HeardText) -> _Piece:
    text = aside.says or document.text[aside.start : aside.stop].replace(BLOCK_GAP, " ")
    kind = BlockKind.NOTE if aside.says else document.blocks[document.block_index_at(aside.start)].kind
    span = Span(aside.start, aside.stop)
    return _Piece(Block(kind, span), text.strip(), (aside.start_s, aside.stop_s))
