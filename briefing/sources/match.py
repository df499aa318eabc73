"""The words of a timed text matched with the words of a document.

Theory of operation: both are lists of folded words. They are walked together; where they
part, a window of each is compared (Ratcliff and Obershelp's gestalt matching, difflib) and
the walk goes on after the last match, so the cost is linear however long the texts are. A
window in which nothing matches grows, which finds the way past a spoken introduction. As many
words as stand between two matches on both sides are taken for the same words written
otherwise, with little confidence. Words that the timed text lacks get no cue.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from briefing.model import Cue
from briefing.text.folding import fold
from briefing.text.transcript import Transcript
from briefing.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.formats.timed_text import TimedWord
    from briefing.model import Document, Span

RATE_HZ: Final = 1000
_WINDOWS: Final = (200, 1000, 5000, 20_000)
_GUESSED: Final = 0.35
"""For words that stand where others were expected."""
_LONGEST_GUESS: Final = 8
_TELLING: Final = 6
"""A word this long tells a place by itself; shorter ones only two together."""
_LEAST_SHARE: Final = 0.1
"""Of the timed words; below it the two texts are not the same briefing."""


def match_words(document: Document, timed: Sequence[TimedWord], length_s: float | None) -> Timeline | None:
    """Return the timeline of `document` in milliseconds, None if the timed text is another.

    Args:
        document: What is read; banners, captions and credits are not looked for.
        timed: Words as `timed.spread_words` makes them, sorted by their start.
        length_s: Length of the recording; None to end with the last word.
    """
    transcript = Transcript(document)
    spans = [
        word for block in document.blocks if block.kind.is_narrated for word in transcript.words(block.span)
    ]
    ours = [_key(span.of(document.text)) for span in spans]
    theirs = [_key(word.text) for word in timed]
    pairs = list(_pairs(ours, theirs))
    if sum(ours[a] == theirs[b] for a, b in pairs) < max(1, len(theirs) * _LEAST_SHARE):
        return None
    return _timeline([(spans[a], timed[b], ours[a] == theirs[b]) for a, b in pairs], length_s)


@lru_cache(65_536)
def _key(word: str) -> str:
    return "".join(char for char in fold(word).text if char.isalnum()) or word


def _pairs(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the indices of words that belong together, both ascending."""
    a = b = 0
    while a < len(ours) and b < len(theirs):
        if ours[a] == theirs[b]:
            yield a, b
            a, b = a + 1, b + 1
            continue
        blocks = _next_blocks(ours, theirs, a, b)
        if not blocks:
            return
        for to_a, to_b, length in blocks:
            if to_a - a == to_b - b <= _LONGEST_GUESS:
                yield from zip(range(a, to_a), range(b, to_b), strict=True)
            a, b = to_a + length, to_b + length
            yield from zip(range(to_a, a), range(to_b, b), strict=True)


def _next_blocks(ours: Sequence[str], theirs: Sequence[str], a: int, b: int) -> list[tuple[int, int, int]]:
    """Return where the two texts run alike again, from `a` and `b` on; nothing if they never do."""
    from difflib import SequenceMatcher  # most texts never part from their times

    for size in _WINDOWS:
        one, other = ours[a : a + size], theirs[b : b + size]
        matcher = SequenceMatcher(None, one, other, autojunk=size > _WINDOWS[0])
        blocks = [
            (a + block.a, b + block.b, block.size)
            for block in matcher.get_matching_blocks()
            if block.size > 1 or (block.size and (len(one[block.a]) >= _TELLING or len(theirs) == 1))
        ]
        if blocks:
            # Near a window's end a match may hide a better one beyond: only the first half counts.
            half = [block for block in blocks if max(block[0] - a, block[1] - b) < size // 2]
            return half or blocks[:1]
        if len(one) < size and len(other) < size:
            break
    return []


def _timeline(pairs: Sequence[tuple[Span, TimedWord, bool]], length_s: float | None) -> Timeline:
    """Return the cues in order, none reaching into the next."""
    starts = list(accumulate((round(word.start_s * RATE_HZ) for _, word, _ in pairs), max))
    stops = [round((word.start_s if word.stop_s is None else word.stop_s) * RATE_HZ) for _, word, _ in pairs]
    end = max([*starts, *stops], default=0) if length_s is None else round(length_s * RATE_HZ)
    cues = (
        Cue(
            span,
            min(start, end),
            min(max(start, min(stop, following)), end),
            word.confidence if is_same else min(_GUESSED, word.confidence),
        )
        for (span, word, is_same), start, stop, following in zip(
            pairs, starts, stops, [*starts[1:], end], strict=True
        )
    )
    return Timeline(RATE_HZ, end, cues)
