"""TextGrid: the times of words as Praat keeps them, in its long and its short text format.

After "TextGrid file formats" of Praat's manual. Both formats are the same row of numbers
and quoted texts; the long one only names them. Of several tiers of intervals the one called
"words" counts, else the one with the most texts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.errors import SourceError
from briefing.sources.timed import Piece, TimedLine, read_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.sources.item import Draft
    from briefing.sources.opening import Head, Opening

NAME: Final = "a TextGrid"
_SCORE: Final = 0.95
_VALUE: Final = re.compile(
    r'"((?:[^"]|"")*)"|(?<![\w\[."-])(-?\d+(?:\.\d+)?(?:[eE]-?\d+)?)(?![\w\].])|<exists>'
)
_MOST_INTERVALS: Final = 2_000_000

Interval = tuple[float, float, str]


def score(head: Head) -> float:
    """Return how likely the text is a TextGrid: its first lines say so."""
    return _SCORE if head.text is not None and '"TextGrid"' in head.text[:200] else 0.0


def read(opening: Opening) -> Draft:
    """Return the words as a transcript with their times.

    Raises:
        SourceError: if there is no interval with text in it.
    """
    draft = read_lines(parse(opening.text))
    if not draft.has_body:
        raise SourceError(f"{opening.called} has no interval with text.", "Open its text instead.")
    return draft


def parse(text: str) -> Iterator[TimedLine]:
    """Yield a line for each interval with text; nothing if it is no TextGrid."""
    tiers = dict(_tiers(text))
    if not tiers:
        return
    named = [name for name in tiers if name.casefold() in ("words", "word", "wort", "mots")]
    chosen = named[0] if named else max(tiers, key=lambda name: len(tiers[name]))
    for start_s, stop_s, said in tiers[chosen]:
        yield TimedLine((Piece(said, max(0.0, start_s)),), stop_s, is_stamped=True)


def _tiers(text: str) -> Iterator[tuple[str, list[Interval]]]:
    """Yield each tier's name with its intervals that hold text."""
    values = (m[1].replace('""', '"') if m[1] is not None else m[2] or "" for m in _VALUE.finditer(text))
    try:
        for value in values:
            if value not in ("IntervalTier", "TextTier"):
                continue
            name, _, _, count = (next(values) for _ in range(4))
            if value == "IntervalTier":
                rows = ((float(next(values)), float(next(values)), next(values)) for _ in range(_size(count)))
                yield name, [row for row in rows if row[2].strip()]
    except (StopIteration, RuntimeError, ValueError):
        # It breaks off, or is none: what was whole so far counts.
        return


def _size(count: str) -> int:
    return min(int(count), _MOST_INTERVALS)
