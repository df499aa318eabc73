"""The user's pronunciations as a file: a table in CSV, which a spreadsheet and an editor open alike.

A line an entry, so that a broken one stops none of the others, and two people's files can be put together.
Columns are `word`, `say`, `language`, `case`, `note`; a first line that names them may have them in another
order, or fewer. They are parted by commas, semicolons or tabs, as spreadsheets of several countries write
them. Lines that begin with `#` are comments.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.errors import UsageError
from briefing.text.pronunciation.entry import SaidAs, make_entry

if TYPE_CHECKING:
    from collections.abc import Iterable

COLUMNS: Final = ("word", "say", "language", "case", "note")
EXACT: Final = "exact"
"""In the column `case`: capitals have to be as they are written."""
MOST_BYTES: Final = 2_000_000
MOST_ENTRIES: Final = 20_000
MOST_PATTERNS: Final = 300
"""Every word of a text is compared with each of them."""
MOST_TOLD: Final = 20
"""Faults that are told one by one."""
_HEAD: Final = (
    "# Pronunciations: a word, and how it is said: a respelling, or IPA between slashes, or both.\n"
    "# * in a word stands for any letters. language: en, fr, nothing for all. case: exact, or nothing.\n"
)
_ANY_CASE: Final = ("", "any", "ignore")


class Read(NamedTuple):
    """What a file holds."""

    entries: tuple[SaidAs, ...]
    faults: tuple[str, ...]
    """A full sentence for each line that could not be taken."""


def read_table(data: bytes) -> Read:
    """Return the entries of a file, and what is wrong with its other lines.

    Raises:
        UsageError: if it is too large, or no text.
    """
    if len(data) > MOST_BYTES:
        raise UsageError(
            "The file of pronunciations is too large.", f"It may have {MOST_BYTES // 1_000_000} MB."
        )
    text = _decoded(data)
    entries: dict[tuple[str, str], SaidAs] = {}
    faults: list[str] = []
    columns: tuple[str, ...] = COLUMNS
    patterns = 0
    is_first = True
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        cells = _cells(line)
        if is_first and (named := _named(cells)):
            columns = named
        elif isinstance(made := _made(cells, columns), SaidAs):
            patterns += made.is_pattern
            if len(entries) >= MOST_ENTRIES or patterns > MOST_PATTERNS:
                most = f"{MOST_PATTERNS} patterns" if patterns > MOST_PATTERNS else f"{MOST_ENTRIES} entries"
                faults.append(f"Line {number} and what follows was left out, for there may be {most}.")
                break
            entries.pop(made.key, None)
            entries[made.key] = made
        else:
            faults.append(f"Line {number} was left out. {made}")
        is_first = False
    return Read(tuple(entries.values()), _shortened(faults))


def edited(data: bytes, put: Iterable[SaidAs], drop: Iterable[tuple[str, str]] = ()) -> str:
    """Return a file with entries put in or taken out by their keys; its other lines, broken ones too, stay.

    Raises:
        UsageError: if it is too large, or no text.
    """
    read_table(data)
    put = tuple(put)
    gone = {entry.key for entry in put} | set(drop)
    columns: tuple[str, ...] = COLUMNS
    kept: list[str] = []
    is_first = True
    delimiter = ","
    for line in _decoded(data).splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            cells = _cells(line)
            if is_first and (named := _named(cells)):
                columns, delimiter = named, _delimiter(line)
            elif isinstance(made := _made(cells, columns), SaidAs) and made.key in gone:
                continue
            is_first = False
        kept.append(line)
    if not kept:
        return write_table(put)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", delimiter=delimiter)
    for each in put:
        cells_of = dict(zip(COLUMNS, _row(each), strict=True))
        writer.writerow([cells_of.get(name, "") for name in columns])
    return "\n".join([*kept, out.getvalue()])


def write_table(entries: Iterable[SaidAs]) -> str:
    """Return a file of entries, sorted by word."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for each in sorted(entries, key=lambda entry: entry.key):
        writer.writerow(_row(each))
    return _HEAD + out.getvalue()


def _row(entry: SaidAs) -> tuple[str, str, str, str, str]:
    return entry.word, entry.said, entry.language, EXACT if entry.is_exact else "", entry.note


def _decoded(data: bytes) -> str:
    for encoding in ("utf-16", "utf-8-sig") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UsageError("The file of pronunciations is no text in UTF-8.", "Save it as CSV in UTF-8.")


def _cells(line: str) -> list[str]:
    """Return the cells of a line, by whichever of the three signs parts it first."""
    try:
        return [cell.strip() for cell in next(csv.reader([line], delimiter=_delimiter(line)), [])]
    except csv.Error:
        return []


def _delimiter(line: str) -> str:
    bare = line if not line.startswith('"') else line[line.find('"', 1) + 1 :]
    return next((c for c in bare if c in ",;\t"), ",")


def _named(cells: list[str]) -> tuple[str, ...]:
    """Return the columns that a first line names; empty if it is an entry."""
    names = tuple(cell.lower() for cell in cells)
    return names if "word" in names and "say" in names else ()


def _made(cells: list[str], columns: tuple[str, ...]) -> SaidAs | str:
    """Return the entry of a line, or what is wrong with it."""
    given = dict(zip(columns, cells, strict=False))
    case = given.get("case", "").lower()
    if case not in (*_ANY_CASE, EXACT):
        return f"“{case[:40]}” is no case. Write {EXACT} or nothing."
    try:
        return make_entry(
            given.get("word", ""),
            given.get("say", ""),
            given.get("language", ""),
            is_exact=case == EXACT,
            note=given.get("note", "")[:200],
        )
    except UsageError as error:
        return str(error)


def _shortened(faults: list[str]) -> tuple[str, ...]:
    if len(faults) <= MOST_TOLD:
        return tuple(faults)
    return (*faults[:MOST_TOLD], f"{len(faults) - MOST_TOLD} more lines were left out.")
