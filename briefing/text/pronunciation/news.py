"""Names in the news that voices say wrong in English, as newsreaders say them: what ships.

`names.csv` is our own work; SOURCES.md tells how it was made.
"""

from __future__ import annotations

import csv
import io
from functools import cache
from importlib import resources
from typing import Final, NamedTuple

from briefing.text.pronunciation.entry import SaidAs

LANGUAGE: Final = "en"


class NewsName(NamedTuple):
    """A row of the table: a column each."""

    name: str
    ipa: str
    respelling: str
    origin: str
    """The language that the name is of, a BCP 47 tag."""
    kind: str
    """person, place or organisation."""


def read_rows() -> list[NewsName]:
    """Return the rows of the table, in its order."""
    text = resources.files(__package__ or "").joinpath("names.csv").read_text(encoding="utf-8")
    rows = csv.reader(io.StringIO(text))
    next(rows)
    return [NewsName(*row) for row in rows]


@cache
def news_names() -> tuple[SaidAs, ...]:
    """Return the names as entries; they need their capitals."""
    return tuple(
        SaidAs(row.name, row.respelling, row.ipa, LANGUAGE, is_exact=True, note=f"{row.kind}, {row.origin}")
        for row in read_rows()
    )
