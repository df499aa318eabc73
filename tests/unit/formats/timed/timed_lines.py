"""What is read of a timed text, in a line for a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.formats.registry import TIMED, surest
from briefing.formats.rows import TimedRow
from briefing.formats.source import Head

if TYPE_CHECKING:
    from briefing.formats.timed_text import TimedFile, TimedLine


def likelihood(text: str, suffix: str = "") -> float:
    head = Head(b"", text, suffix)
    return max(row.score(head) for row in TIMED)


def read(text: str, suffix: str = "") -> TimedFile:
    """Read a text that is told to be a timed one."""
    row = surest(Head(b"", text, suffix), TIMED)
    assert isinstance(row, TimedRow)
    return row.parse(text, suffix, lambda _name: None)


def lines_of(text: str, suffix: str = "") -> list[TimedLine]:
    return list(read(text, suffix).lines)


def cues(text: str, suffix: str = "") -> list[tuple[float, float | None, str]]:
    return [
        (round(line.start_s, 3), None if line.stop_s is None else round(line.stop_s, 3), line.text)
        for line in lines_of(text, suffix)
    ]


def starts(text: str, suffix: str = "") -> list[tuple[str, float]]:
    return [(piece.text.strip(), piece.start_s) for line in lines_of(text, suffix) for piece in line.pieces]
