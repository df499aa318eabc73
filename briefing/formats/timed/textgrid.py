"""TextGrid: the times of words as Praat keeps them, in its long and its short text format.

After "TextGrid file formats" of Praat's manual. Both formats are the same row of numbers
and quoted texts; the long one only names them. Of several tiers of intervals the one called
"words" counts, else the one with the most texts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.formats.timed.labels import intervals
from briefing.formats.timed.model import Captions, Piece, TimedFile, TimedLine, one_line, stop_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NAME: Final = "a TextGrid"
SUFFIXES: Final = (".textgrid",)
NOTHING: Final = "has no interval with text"
_SCORE: Final = 0.95
_VALUE: Final = re.compile(
    r'"((?:[^"]|"")*)"|(?<![\w\[."-])(-?\d+(?:\.\d+)?(?:[eE]-?\d+)?)(?![\w\].])|<exists>'
)
_MOST_INTERVALS: Final = 2_000_000

_WORDS: Final = re.compile(r"(?:^|[-_/ ])(?:words?|wort|wörter|mots|ort)$", re.IGNORECASE)

Interval = tuple[float, float, str]


def score(text: str, _suffix: str) -> float:
    """Return how likely the text is a TextGrid: its first lines say so."""
    return _SCORE if '"TextGrid"' in text[:200] else 0.0


def read(text: str) -> TimedFile:
    """Return the words of `text`."""
    return TimedFile(parse(text))


def parse(text: str) -> Iterator[TimedLine]:
    """Yield a line for each interval with text; nothing if it is no TextGrid."""
    tiers = list(_tiers(text))
    # "words", or "anna - words" where each speaker has tiers.
    named = [(name, rows) for name, rows in tiers if rows and _WORDS.search(name)]
    chosen = named or sorted(tiers, key=lambda tier: -len(tier[1]))[:1]
    found = []
    for name, rows in chosen:
        speaker = name.rpartition(" - ")[0].strip()
        for start_s, stop_s, said in rows:
            found.append(
                TimedLine((Piece(said, max(0.0, start_s)),), stop_s, is_stamped=True, speaker=speaker)
            )
    yield from sorted(found, key=lambda line: line.start_s)


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


def write(captions: Captions) -> str:
    """Return a TextGrid with a tier of words, where their times are known, and one of lines."""
    end_s = max([captions.length_s, *(stop_of(line) for line in captions.lines)])
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
