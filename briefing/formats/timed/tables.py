"""Tables of start, end and text, parted by tabs or commas, under a line that names the columns.

Whisper writes whole milliseconds; others seconds or clock times. Columns may come in any order. Cells that
are parted by commas are quoted as RFC 4180 has it, and so they are written.
"""

from __future__ import annotations

import csv
import re
from contextlib import suppress
from io import StringIO
from typing import TYPE_CHECKING, Final

from briefing.formats.timed_text import Captions, Piece, TimedFile, TimedLine, clock_s, stop_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.formats.source import Head

NOTHING: Final = "has no row with text and times"
_SCORE: Final = 0.9
_STARTS: Final = ("start", "begin", "start_time", "start time", "starttime", "onset")
_STOPS: Final = ("end", "stop", "end_time", "end time", "endtime", "offset")
_TEXTS: Final = ("text", "transcript", "sentence", "caption", "word", "content")
_SPEAKERS: Final = ("speaker", "name", "speaker_name")
_CLOCK = re.compile(r"\d{1,6}(?::\d{1,2}){0,2}(?:[.,]\d{1,9})?", re.ASCII)


def score(head: Head) -> float:
    """Return how likely the text is such a table: by the names of its columns and its first row."""
    first = head.text.lstrip("\ufeff").split("\n", 2)
    return _SCORE if _columns(first[0]) and next(parse("\n".join(first[:2])), None) is not None else 0.0


def read(text: str) -> TimedFile:
    """Return the rows of `text`."""
    return TimedFile(parse(text))


def parse(text: str) -> Iterator[TimedLine]:
    """Yield the rows with text and times, in the order of the file."""
    header, _, rows = text.lstrip("\ufeff").partition("\n")
    columns = _columns(header)
    if columns is None:
        return
    start_at, stop_at, text_at, speaker_at = columns
    cells = list(_cells(rows, has_tabs="\t" in header))
    cells = [row for row in cells if len(row) > max(start_at, stop_at, text_at)]
    cells = [row for row in cells if all(_CLOCK.fullmatch(row[i].strip()) for i in (start_at, stop_at))]
    times = [row[i].strip() for row in cells for i in (start_at, stop_at)]
    scale = 0.001 if all(time.isdigit() for time in times) else 1.0
    for row in cells:
        if row[text_at].strip():
            speaker = row[speaker_at].strip() if speaker_at is not None and speaker_at < len(row) else ""
            piece = Piece(row[text_at].strip(), clock_s(row[start_at]) * scale)
            yield TimedLine((piece,), clock_s(row[stop_at]) * scale, speaker=speaker)


def _cells(rows: str, *, has_tabs: bool) -> Iterator[list[str]]:
    """Yield the cells of each row; what is no table from somewhere on ends there."""
    if has_tabs:
        yield from (row.split("\t") for row in rows.split("\n"))
        return
    with suppress(csv.Error):
        yield from csv.reader(StringIO(rows, newline=""))


def is_other(data: bytes) -> bool:
    """Return whether a file of that name is another table."""
    header = data.split(b"\n", 1)[0].decode("utf-8", "replace").lstrip("\ufeff")
    return _columns(header) is None


def write(captions: Captions) -> str:
    """Return a table parted by commas: a row a line, with start and end in seconds, speaker and text."""
    table = StringIO(newline="")
    rows = csv.writer(table, lineterminator="\n")
    rows.writerow(("start", "end", "speaker", "text"))
    for line in captions.lines:
        times = (f"{each:.3f}" for each in (line.start_s, stop_of(line)))
        rows.writerow((*times, line.speaker, line.text))
    return table.getvalue()


def _columns(header: str) -> tuple[int, int, int, int | None] | None:
    """Return where start, end, text and speaker stand; None if it is no such header."""
    names = [name.strip().strip('"').lower() for name in header.split("\t" if "\t" in header else ",")]
    found = [
        next((i for i, name in enumerate(names) if name in known), None)
        for known in (_STARTS, _STOPS, _TEXTS, _SPEAKERS)
    ]
    start, stop, text, speaker = found
    return None if start is None or stop is None or text is None else (start, stop, text, speaker)
