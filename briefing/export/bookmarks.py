"""Bookmarks and notes in a file: Markdown to read, a table for other programs, JSON for those that ask."""

from __future__ import annotations

import csv
import json
from io import StringIO
from itertools import groupby
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from briefing.errors import UsageError
from briefing.formats.markdown_writer import bracketed, escaped
from briefing.safe import safe_line, safe_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from briefing.noted import Noted

COLUMNS: Final = ("title", "published", "quote", "note", "time", "time_s", "place", "link", "created")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula where a cell begins with it."""


def write(name: str, found: Sequence[Noted]) -> str:
    """Return the bookmarks as a file of that name holds them.

    Raises:
        UsageError: if its suffix is none of `WRITERS`.
    """
    writer = WRITERS.get(PurePath(name).suffix.lower())
    if writer is None:
        raise UsageError(
            f"Bookmarks are not written as {safe_line(PurePath(name).name, 60)}.",
            "Name a file that ends in .md, .csv or .json.",
        )
    return writer(found)


def as_markdown(found: Sequence[Noted]) -> str:
    """Return them as Markdown: a heading a briefing, a quotation a bookmark, with its note and a link."""
    parts = ["# Bookmarks"]
    for (title, published, source), group in groupby(found, key=lambda n: (n.title, n.published, n.source)):
        day = f" ({published[:10]})" if published else ""
        parts.append(f"## {escaped(safe_line(f'{title or source}{day}'))}")
        for each in group:
            if each.quote:
                parts.append(f"> {escaped(safe_line(each.quote, len(each.quote)))}")
            if each.note:
                parts.append(escaped(safe_line(each.note, len(each.note))))
            parts.append(_line(each))
    return "\n\n".join(parts) + "\n"


def _line(noted: Noted) -> str:
    where = ", ".join(filter(None, (noted.place, noted.clock)))
    kept = f"kept on {noted.created_at[:10]}"
    if not noted.link:
        return f"{escaped(where)}, {kept}" if where else kept.capitalize()
    return (
        f"[{escaped(where) or 'Open it'}](<{bracketed(safe_text(noted.link, keep_newlines=False))}>), {kept}"
    )


def as_csv(found: Sequence[Noted]) -> str:
    """Return them as a table parted by commas, a bookmark a row; no cell is a formula to a spreadsheet."""
    table = StringIO(newline="")
    rows = csv.writer(table, lineterminator="\n")
    rows.writerow(COLUMNS)
    for each in found:
        rows.writerow([_cell("" if value is None else str(value)) for value in _values(each).values()])
    return table.getvalue()


def as_json(found: Sequence[Noted]) -> str:
    """Return them as one JSON list; null for what is not known."""
    rows = [
        {key: None if value == "" and key != "note" else value for key, value in _values(each).items()}
        for each in found
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _values(noted: Noted) -> Mapping[str, str | float | None]:
    time_s = noted.time_s
    values = (
        noted.title,
        noted.published,
        noted.quote,
        noted.note,
        noted.clock,
        None if time_s is None else round(time_s, 3),
        noted.place,
        noted.link,
        noted.created_at,
    )
    told = zip(COLUMNS, values, strict=True)
    return {key: safe_text(value) if isinstance(value, str) else value for key, value in told}


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


WRITERS: Final[Mapping[str, Callable[[Sequence[Noted]], str]]] = {
    ".md": as_markdown,
    ".markdown": as_markdown,
    ".csv": as_csv,
    ".json": as_json,
}
"""Suffix -> what writes such a file."""
