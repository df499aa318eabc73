"""Search: the next match of some words in a document, and all of them, a run of blocks at a time.

A very long text takes seconds to be looked through: `seek` and `count` do it in steps, for those who have
keys to answer meanwhile.

Case, accents, kinds of quotes, dashes and white space make no difference (`folding`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.model import Span
from briefing.text.folding import fold

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator

    from briefing.blocks import Blocks
    from briefing.model import Document
    from briefing.text.folding import Folded

_FOLDED: Final = 1 << 16
"""Code points that are folded at a time: what is near is found soon, and short blocks cost no more."""


def find(
    document: Document, needle: str, from_offset: int, *, backwards: bool = False
) -> tuple[Span, bool] | None:
    """Return the next match of `needle` and whether the search wrapped around, None if there is none.

    Args:
        document: Where to look; a match does not cross its blocks.
        needle: Words to find.
        from_offset: Forwards, the first offset at which a match may start; backwards,
            the offset before which it starts.
        backwards: Whether to look towards the start.
    """
    steps = seek(document, needle, from_offset, backwards=backwards)
    return next((found for found in steps if found is not None), None)


def seek(
    document: Document, needle: str, from_offset: int, *, backwards: bool = False
) -> Iterator[tuple[Span, bool] | None]:
    """Yield what `find` returns, at last, and None for each step before; nothing more without a match."""
    folded = fold(" ".join(needle.split())).text
    if not folded:
        return
    text = document.text
    before, after = (0, from_offset), (from_offset, len(text))
    turns = (before, after) if backwards else (after, before)
    for wrapped, (low, high) in enumerate(turns):
        for run in _runs(document.columns, low, high, backwards=backwards):
            found = _find_in(fold(run.of(text)), folded, low - run.start, high - run.start, backwards)
            if found is not None:
                yield Span(run.start + found[0], run.start + found[1]), bool(wrapped)
                return
            yield None


def count(document: Document, needle: str, starts: array[int]) -> Iterator[None]:
    """Append where all matches of `needle` start to `starts`, in order; yield after each step."""
    folded = fold(" ".join(needle.split())).text
    if not folded:
        return
    for run in _runs(document.columns, 0, len(document.text), backwards=False):
        block = fold(run.of(document.text))
        at = block.text.find(folded)
        while at >= 0:
            start = run.start + block.source_range(at, at + len(folded))[0]
            if not starts or start > starts[-1]:
                starts.append(start)
            at = block.text.find(folded, at + 1)
        yield


def _runs(columns: Blocks, low: int, high: int, *, backwards: bool) -> Iterator[Span]:
    """Yield the blocks in which [low, high) lies, some `_FOLDED` code points of them at a time.

    No match crosses the gap between two blocks: it is wider than any space in one.
    """
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


def _find_in(block: Folded, needle: str, low: int, high: int, backwards: bool) -> tuple[int, int] | None:
    """Return the range of the first or last match that starts in [low, high) of a folded block."""
    first, last = block.index(max(0, low)), block.index(max(0, high))
    if backwards:
        at = block.text.rfind(needle, first, last - 1 + len(needle)) if last > first else -1
    else:
        at = block.text.find(needle, first)
        at = at if at < last else -1
    return None if at < 0 else block.source_range(at, at + len(needle))
