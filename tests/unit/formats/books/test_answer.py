"""What comes over the pipe is trusted no more than the book."""

from __future__ import annotations

import json
from typing import Any

import pytest

from briefing.formats.books.answer import (
    BookClip,
    BookEntry,
    BookFound,
    BookPart,
    BookSpot,
    BookStructure,
    Refusal,
    pack,
    unpack,
)
from briefing.model import BlockKind, LanguagePart, LinkPart, Span
from briefing.structures import StructureKind

FOUND = BookFound(
    [
        BookPart(
            BlockKind.PARAGRAPH,
            "Some rye",
            0,
            "",
            "",
            [LanguagePart(Span(0, 4), "fr")],
            [LinkPart(Span(5, 8), "b.html#rye")],
        )
    ],
    "Bread",
    "en",
    "2026",
    ("A. Writer",),
    [BookEntry("One", 1, BookSpot(0))],
    [BookEntry("7", 0, BookSpot(0, 5))],
    [BookClip("a/b.mp3", 0.5, 1.5, BookSpot(0), BookSpot(0, 4), is_skippable=True)],
    [BookStructure(StructureKind.LIST, 0, 1)],
    ("Something is missing.",),
    b"picture",
    7.5,
)


def test_what_is_found_comes_whole() -> None:
    assert unpack(pack(FOUND)) == FOUND


def test_a_refusal_comes_whole() -> None:
    found = BookFound(refusal=Refusal("It is none.", "Open another.", is_unsafe=True))
    assert unpack(pack(found)).refusal == found.refusal


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("parts", [["chapter", "Rye", 0, "", "", []]]),
        ("parts", [["paragraph", 7, 0, "", "", [], []]]),
        ("parts", [["paragraph", "Rye", 7, "", "", [], []]]),
        ("parts", [["paragraph", "Rye", 0, "", "", [[2, 9, "fr"]], []]]),
        ("parts", [["paragraph", "Rye", 0, "", "", [], [[2, 9, "b.html"]]]]),
        ("contents", [["One", 7, [0, 0]]]),
        ("contents", [["One", 1, [2, 0]]]),
        ("contents", [["One", 1, [0, 99]]]),
        ("contents", [["One", 1, [-1, 0]]]),
        ("clips", [["/etc/passwd", 0, 1, [0, 0], [0, 1], False]]),
        ("clips", [["../a.mp3", 0, 1, [0, 0], [0, 1], False]]),
        ("clips", [["a\x1b.mp3", 0, 1, [0, 0], [0, 1], False]]),
        ("clips", [["a.mp3", 2, 1, [0, 0], [0, 1], False]]),
        ("clips", [["a.mp3", float("nan"), 1, [0, 0], [0, 1], False]]),
        ("clips", [["a.mp3", -1, 1, [0, 0], [0, 1], False]]),
        ("clips", [["a.mp3", 0, 1, [0, 2], [0, 1], False]]),
        ("structures", [["shelf", 0, 1]]),
        ("structures", [["list", 0, 2]]),
        ("structures", [["list", 1, 1]]),
        ("structures", [["list", -1, 1]]),
        ("duration_s", float("inf")),
        ("picture", "?"),
        ("refusal", ["Only this"]),
    ],
)
def test_what_it_may_not_hold_is_no_answer(field: str, value: Any) -> None:
    values = json.loads(pack(FOUND)) | {field: value}
    with pytest.raises(ValueError, match="This is no answer"):
        unpack(json.dumps(values).encode())


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"[" * 100_000, b"\xff"])
def test_what_is_no_answer_is_told(data: bytes) -> None:
    with pytest.raises(ValueError, match="This is no answer"):
        unpack(data)
