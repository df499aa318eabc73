"""Search: the next match of some words in a document, a run of blocks at a time.

Case, accents, kinds of quotes, dashes and white space make no difference (`folding`).
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final

from briefing.model import Span
from briefing.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.blocks import Blocks
    from briefing.model import Document
    from briefing.text.folding import Folded

_FOLDED: Final = 1 << 16
"""Code points that are folded at a time: what is near is found soon, and short blocks cost no more."""
COUNTED: Final = 1 << 21
"""Code points of the longest text in which matches are counted: a long novel's."""


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
    folded = fold(" ".join(needle.split())).text
    if not folded:
        return None
    text = document.text
    before, after = (0, from_offset), (from_offset, len(text))
    turns = (before, after) if backwards else (after, before)
    for wrapped, (low, high) in enumerate(turns):
        for run in _runs(document.columns, low, high, backwards=backwards):
            found = _find_in(fold(run.of(text)), folded, low - run.start, high - run.start, backwards)
            if found is not None:
                return Span(run.start + found[0], run.start + found[1]), bool(wrapped)
    return None


def starts_of(document: Document, needle: str) -> array[int]:
    """Return where all matches of `needle` start, in order; none of a text longer than `COUNTED`."""
    folded = fold(" ".join(needle.split())).text
    starts = array("I")
    if not folded or len(document.text) > COUNTED:
        return starts
    for run in _runs(document.columns, 0, len(document.text), backwards=False):
        block = fold(run.of(document.text))
        at = block.text.find(folded)
        while at >= 0:
            start = run.start + block.source_range(at, at + len(folded))[0]
            if not starts or start > starts[-1]:
                starts.append(start)
            at = block.text.find(folded, at + 1)
    return starts


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
