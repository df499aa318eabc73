"""Bookmarks as Markdown, a table and JSON."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import Final

import pytest

from briefing.errors import UsageError
from briefing.export.bookmarks import COLUMNS, write
from briefing.noted import Noted

FIRST: Final = Noted(
    "The *bridge*",
    "2023-10-30",
    "/a <b>.md",
    "p3.s2",
    72.4,
    "Cars # cross [it].",
    "=1+1",
    "2026-11-28T10:00:00",
)
GONE: Final = Noted("", "", "/gone.md", "", None, "", "a note\x1b[31m", "2026-11-27T10:00:00")


def test_markdown_says_the_quote_the_note_and_the_place_whatever_signs_are_in_them() -> None:
    told = write("notes.md", [FIRST, GONE])
    assert "> Cars # cross \\[it\\]." in told
    assert "[p3.s2, 0:01:12](</a \\<b\\>.md#p3.s2>), kept on 2026-11-28" in told
    assert "## The \\*bridge\\* (2023-10-30)" in told
    assert "\x1b" not in told


def test_a_table_has_a_row_a_bookmark_and_no_cell_that_is_a_formula() -> None:
    rows = list(csv.DictReader(StringIO(write("notes.CSV", [FIRST, GONE]))))
    assert list(rows[0]) == list(COLUMNS)
    assert (rows[0]["quote"], rows[0]["note"], rows[0]["time_s"]) == ("Cars # cross [it].", "'=1+1", "72.4")
    assert rows[0]["link"] == "/a <b>.md#p3.s2"
    assert (rows[1]["title"], rows[1]["time"], rows[1]["link"]) == ("", "", "/gone.md")


def test_json_has_null_for_what_is_not_known() -> None:
    first, gone = json.loads(write("notes.json", [FIRST, GONE]))
    assert (first["note"], first["time"], first["place"]) == ("=1+1", "0:01:12", "p3.s2")
    assert (gone["quote"], gone["time_s"], gone["title"]) == (None, None, None)


def test_another_kind_of_file_is_refused_in_a_sentence() -> None:
    with pytest.raises(UsageError, match=r"not written as notes.docx. Name a file that ends in .md, .csv"):
        write("notes.docx", [FIRST])
