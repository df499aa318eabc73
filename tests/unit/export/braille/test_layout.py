"""Braille in pages of 25 lines of 40 cells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.export.braille.layout import CELLS, LINES, BraillePart, laid_out
from briefing.model import BlockKind


def pages(*parts: tuple[BlockKind, str]) -> list[list[str]]:
    return [
        page.removesuffix("\r\n\f").split("\r\n")
        for page in laid_out(
            BraillePart(kind, 2 if kind is BlockKind.HEADING else 0, text) for kind, text in parts
        )
    ]


words = st.text("ABC,'", min_size=1, max_size=CELLS - 8)
blocks = st.tuples(st.sampled_from(BlockKind), st.lists(words, min_size=1, max_size=60).map(" ".join))


@given(st.lists(blocks, max_size=12))
def test_no_word_is_cut_and_none_is_lost(parts: list[tuple[BlockKind, str]]) -> None:
    made = pages(*parts)
    assert all(len(page) == LINES and max(map(len, page)) <= CELLS for page in made)
    found = [word for page in made for line in page[:-1] for word in line.split()]
    assert found == [word for _, text in parts for word in text.split()]


def test_a_word_that_no_line_has_room_for_fills_several() -> None:
    (page,) = pages((BlockKind.PARAGRAPH, "A " + "B" * 90 + " C"))
    assert page[:4] == ["  A", "B" * 40, "B" * 40, "B" * 10 + " C"]


def test_titles_are_centred_headings_apart_paragraphs_and_lists_told_by_where_they_begin() -> None:
    (page,) = pages(
        (BlockKind.TITLE, "NEWS"),
        (BlockKind.PARAGRAPH, "A " * 21),
        (BlockKind.HEADING, "MORE"),
        (BlockKind.LIST_ITEM, "B " * 21),
        (BlockKind.LIST_ITEM, "C"),
    )
    shown = [
        " " * 18 + "NEWS",
        "",
        "  " + "A " * 18 + "A",
        "A A",
        "",
        "    MORE",
        "",
        "B " * 19 + "B",
        "  B",
        "C",
    ]
    assert page[:10] == shown


def test_the_last_line_of_a_page_has_its_number() -> None:
    made = pages(*[(BlockKind.LIST_ITEM, "A")] * (24 * 11))
    assert [page[-1].strip() for page in made] == [f"#{each}" for each in (*"ABCDEFGHI", "AJ", "AA")]
    assert all(len(page[-1]) == CELLS for page in made)


def test_no_heading_is_the_last_of_its_page() -> None:
    first, second = pages(
        *[(BlockKind.LIST_ITEM, "A")] * 21, (BlockKind.HEADING, "MORE"), (BlockKind.PARAGRAPH, "B")
    )
    assert first[21:-1] == ["", "", ""]
    assert second[:3] == ["    MORE", "", "  B"]


def test_nothing_is_no_page() -> None:
    assert pages() == []
