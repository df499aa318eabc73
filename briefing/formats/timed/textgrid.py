"""TextGrid: the times of words as Praat keeps them, in its long and its short text format.

After "TextGrid file formats" of Praat's manual. Both formats are the same row of numbers
and quoted texts; the long one only names them. Of several tiers of intervals the one called
"words" counts, else the one with the most texts, and with it those of others who speak in its silences.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from briefing.formats.timed.labels import intervals
from briefing.formats.timed_text import Captions, Piece, TimedFile, TimedLine, one_line, stop_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.formats.source import Head

NOTHING: Final = "has no interval with text"
_SCORE: Final = 0.95
_VALUE: Final = re.compile(
    r'"((?:[^"]|"")*)"|(?<![\w\[."-])(-?\d+(?:\.\d+)?(?:[eE]-?\d+)?)(?![\w\].])|<exists>'
)
_MOST_INTERVALS: Final = 2_000_000

_WORDS: Final = re.compile(r"(?:^|[-_/ ])(?:words?|wort|wörter|mots|ort)$", re.IGNORECASE)

_MOST_COMMON: Final = 0.1
"""The share of its time in which a speaker's tier may overlap the others."""
_MOST_SPEAKERS: Final = 50
_LEAST_S: Final = 0.001

Interval = tuple[float, float, str]
Tier = tuple[str, list[Interval]]


def score(head: Head) -> float:
    """Return how likely the text is a TextGrid: its first lines say so."""
    return _SCORE if '"TextGrid"' in head.text[:200] else 0.0


def read(text: str) -> TimedFile:
    """Return the words of `text`."""
    return TimedFile(parse(text))


def parse(text: str) -> Iterator[TimedLine]:
    """Yield a line for each interval with text; nothing if it is no TextGrid."""
    tiers = list(_tiers(text))
    # "words", or "anna - words" where each speaker has tiers.
    named = [(name, rows) for name, rows in tiers if rows and _WORDS.search(name)]
    chosen = named or _turns(tiers)
    is_told = not named and len(chosen) > 1
    found = []
    for name, rows in chosen:
        speaker = name.strip() if is_told else name.rpartition(" - ")[0].strip()
        for start_s, stop_s, said in rows:
            found.append(
                TimedLine((Piece(said, max(0.0, start_s)),), stop_s, is_stamped=True, speaker=speaker)
            )
    yield from sorted(found, key=lambda line: line.start_s)


def _turns(tiers: Sequence[Tier]) -> list[Tier]:
    """Return the tier with the most texts, and those of others who speak when it is silent."""
    first, *others = sorted(tiers, key=lambda tier: -len(tier[1])) or [("", [])]
    chosen, taken = [first], sorted(first[1])
    for name, rows in others[:_MOST_SPEAKERS]:
        is_apart = all(before[1] <= after[0] for before, after in pairwise(rows))
        if (
            rows
            and is_apart
            and _common_s(rows, taken) <= _MOST_COMMON * sum(stop - start for start, stop, _ in rows)
        ):
            chosen.append((name, rows))
            taken = sorted(taken + rows)
    return chosen


def _common_s(rows: Sequence[Interval], others: Sequence[Interval]) -> float:
    """Return for how long sorted intervals overlap those of another tier, in seconds."""
    common = 0.0
    at = 0
    for start_s, stop_s, _ in rows:
        while at < len(others) and others[at][1] <= start_s:
            at += 1
        reached = at
        while reached < len(others) and others[reached][0] < stop_s:
            common += max(0.0, min(stop_s, others[reached][1]) - max(start_s, others[reached][0]))
            reached += 1
    return common


def _tiers(text: str) -> Iterator[Tier]:
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


def write(captions: Captions) -> str:
    """Return a TextGrid with a tier of words, where their times are known, and one of lines."""
    ends = (max(stop_of(line), line.pieces[-1].start_s + _LEAST_S) for line in captions.lines)
    end_s = max([captions.length_s, *ends])
    sentences = [(line.start_s, stop_of(line), one_line(line.text)) for line in captions.lines]
    end = f"{end_s:.6f}"
    head = (
        'File type = "ooTextFile"\nObject class = "TextGrid"\n\n'
        f"xmin = 0\nxmax = {end}\ntiers? <exists>\nsize = 2\nitem []:\n"
    )
    tiers = (("words", list(intervals(captions))), ("sentences", sentences))
    return head + "".join(
        _tier(index, name, list(_filled(rows, end_s)), end) for index, (name, rows) in enumerate(tiers, 1)
    )


def _filled(rows: Iterable[Interval], length_s: float) -> Iterator[Interval]:
    """Yield intervals that cover all of the time, with empty ones in between, and none of no length."""
    reached = 0.0
    held: Interval | None = None
    for start, stop, text in rows:
        stop = max(stop, start + _LEAST_S)  # noqa: PLW2901 - intervals have a length
        if held is not None and start < held[1] and start > held[0]:
            held = (held[0], start, held[2])  # intervals of a tier cannot overlap
        if held is not None and start <= held[0]:
            held = (held[0], max(held[1], stop), f"{held[2]} {text}")
            continue
        if held is not None:
            yield held
            reached = held[1]
        if start > reached:
            yield reached, start, ""
        reached = max(start, reached)
        held = (reached, max(stop, reached), text) if stop > reached else None
    if held is not None:
        yield held
        reached = held[1]
    if reached < length_s:
        yield reached, length_s, ""


def _tier(index: int, name: str, rows: list[Interval], end: str) -> str:
    lines = [
        f"    item [{index}]:",
        '        class = "IntervalTier"',
        f'        name = "{name}"',
        "        xmin = 0",
        f"        xmax = {end}",
        f"        intervals: size = {len(rows)}",
    ]
    for number, (start, stop, text) in enumerate(rows, 1):
        quoted = text.replace('"', '""')
        lines += [
            f"        intervals [{number}]:",
            f"            xmin = {start:.6f}",
            f"            xmax = {stop:.6f}",
            f'            text = "{quoted}"',
        ]
    return "\n".join(lines) + "\n"
