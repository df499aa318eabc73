"""MicroDVD: "{start}{stop}text" in frames, lines parted by "|".

The first caption may tell the rate: "{1}{1}25". Where none does, it is 23.976 frames a second, as most
players take it. "{y:i}" and its like are markup.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.formats.refused import MPEG_STREAM
from briefing.formats.timed_text import Piece, TimedFile, TimedLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.formats.source import Head

NOTHING: Final = "has no subtitle with text and times"
_ROW = re.compile(r"[ \t\ufeff]*\{(\d{1,9})\}\{(\d{0,9})\}(.*)", re.ASCII)
_MARKUP = re.compile(r"\{[A-Za-z]:[^{}]*\}|^/", re.MULTILINE)
_RATE = re.compile(r"\d{2,3}(?:[.,]\d{1,4})?", re.ASCII)
_USUAL_RATE: Final = 24000 / 1001
_SCORE: Final = 0.9
_LOOKED_AT: Final = 10


def score(head: Head) -> float:
    """Return how likely the text is MicroDVD: its first lines are nothing else."""
    lines = [line for line in head.text.split("\n")[:_LOOKED_AT] if line.strip()]
    return _SCORE if lines and all(_ROW.match(line) for line in lines) else 0.0


def is_other(data: bytes) -> bool:
    """Return whether a file of this name holds subtitles that are pictures (VobSub)."""
    return data.startswith(MPEG_STREAM)


def read(text: str) -> TimedFile:
    """Return the captions of `text`."""
    return TimedFile(parse(text))


def parse(text: str) -> Iterator[TimedLine]:
    """Yield the captions in the order of the file."""
    rate = _USUAL_RATE
    for i, row in enumerate(match for line in text.split("\n") if (match := _ROW.match(line))):
        start, stop, said = int(row[1]), row[2], row[3].strip()
        if i == 0 and _RATE.fullmatch(said):
            rate = float(said.replace(",", ".")) or _USUAL_RATE
            continue
        plain = _MARKUP.sub("", said.replace("|", "\n")).strip()
        if plain:
            yield TimedLine((Piece(plain, start / rate),), int(stop) / rate if stop else None)
