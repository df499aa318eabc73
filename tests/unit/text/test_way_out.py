"""The way out of a structure leads to the first block behind it."""

from __future__ import annotations

import pytest

from briefing.formats.markdown import read_text
from briefing.model import BlockKind, Media, Span
from briefing.structures import StructureKind, TextStructure
from briefing.text.way_out import way_out
from tests.builders import make_document

DOCUMENT = read_text(
    "Start.\n\n- one\n- two\n  - inner\n- three\n\n> Quoted.\n\n"
    "| a | b |\n|--|--|\n| c | d |\n\n```\ncode\n```\n\nEnd."
).build("it", "it", Media())


@pytest.mark.parametrize(
    ("at", "kind", "behind"),
    [
        ("one", "list", "Quoted."),
        ("inner", "list", "three"),
        ("three", "list", "Quoted."),
        ("Quoted", "quotation", "a; b"),
        ("c; d", "table", "code"),
        ("code", "code block", "End."),
    ],
)
def test_it_leads_to_the_block_behind_the_innermost(at: str, kind: str, behind: str) -> None:
    out = way_out(DOCUMENT, DOCUMENT.text.index(at))
    assert out is not None
    assert out.start is not None
    assert (out.kind.value, out.start) == (kind, DOCUMENT.text.index(behind))


@pytest.mark.parametrize("at", ["Start.", "End."])
def test_there_is_none_where_nothing_holds_the_place(at: str) -> None:
    assert way_out(DOCUMENT, DOCUMENT.text.index(at)) is None


N, P = BlockKind.NOTE, BlockKind.PARAGRAPH
NOTED = make_document(
    blocks=[(P, "One."), (N, "Two."), (N, "Three."), (N, "Four."), (P, "Five."), (N, "Six.")]
)
"""Two of its notes are a list."""
NOTED = NOTED._replace(
    structures=(
        TextStructure(StructureKind.NOTE, Span(6, 25)),
        TextStructure(StructureKind.LIST, Span(6, 18)),
        TextStructure(StructureKind.NOTE, Span(34, 38)),
    )
)


@pytest.mark.parametrize(
    ("at", "kind", "behind"),
    [("Two.", "list", "Four."), ("Four.", "note", "Five."), ("Six.", "note", None)],
)
def test_what_is_left_within_notes_leads_to_more_of_them(at: str, kind: str, behind: str | None) -> None:
    out = way_out(NOTED, NOTED.text.index(at))
    assert out is not None
    assert out == (kind, None if behind is None else NOTED.text.index(behind))
