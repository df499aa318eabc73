"""Blocks in a row tell structures where no format does, and structures are where their blocks are."""

from __future__ import annotations

from briefing.formats.draft import Draft
from briefing.model import BlockKind, Document, Media
from briefing.structures import StructureKind

P, L, Q = BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE


def document_of(draft: Draft) -> Document:
    return draft.build("it", "it", Media())


def drafted(*blocks: tuple[BlockKind, str]) -> Draft:
    draft = Draft()
    for kind, text in blocks:
        draft.add(kind, text)
    return draft


def told(draft: Draft) -> list[tuple[str, str]]:
    document = document_of(draft)
    return [(kind.value, span.of(document.text)) for kind, span in document.structures]


def test_items_in_a_row_are_a_list_and_quotes_a_quotation() -> None:
    blocks = [(P, "One."), (L, "two"), (L, "three"), (Q, "Four."), (P, "Five."), (Q, "Six.")]
    assert told(drafted(*blocks)) == [
        ("list", "two\n\nthree"),
        ("quotation", "Four."),
        ("quotation", "Six."),
    ]


def test_every_caption_is_a_figure_and_notes_in_a_row_are_one() -> None:
    blocks = [(BlockKind.CAPTION, "A."), (BlockKind.CAPTION, "B."), (P, "One.")]
    notes = [(BlockKind.NOTE, "Two."), (BlockKind.NOTE, "Three.")]
    assert told(drafted(*blocks, *notes)) == [("figure", "A."), ("figure", "B."), ("note", "Two.\n\nThree.")]


def test_where_a_format_tells_more_its_blocks_tell_only_that_they_are_notes() -> None:
    draft = drafted((P, "One."), (L, "two"))
    start = draft.length
    draft.add(L, "row")
    draft.add_structure(StructureKind.TABLE, start)
    start = draft.length
    draft.add(BlockKind.NOTE, "Three.")
    draft.add_structure(StructureKind.LIST, start)
    draft.add_structure(StructureKind.ASIDE, draft.length)
    assert told(draft) == [("list", "two"), ("table", "row"), ("note", "Three."), ("list", "Three.")]


def test_quotations_that_follow_each_other_are_one_and_tables_are_two() -> None:
    draft = Draft()
    for kind in (StructureKind.QUOTATION, StructureKind.TABLE):
        for text in ("One.", "Two."):
            start = draft.length
            draft.add(P, text)
            draft.add_structure(kind, start)
    assert told(draft) == [("quotation", "One.\n\nTwo."), ("table", "One."), ("table", "Two.")]


def test_a_draft_takes_the_structures_of_another() -> None:
    draft, other = drafted((BlockKind.TITLE, "News"), (P, "One.")), drafted((BlockKind.TITLE, "News"))
    start = other.length
    other.add(P, "x = 1")
    other.add_structure(StructureKind.CODE, start)
    other.add_structure(StructureKind.ASIDE, 0)
    other.add(P, "Two.")
    draft.extend(other)
    assert told(draft) == [("aside", "x = 1"), ("code block", "x = 1")]
