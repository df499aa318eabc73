"""PDFs are read where they have text: order, paragraphs, headings, notes; what has none costs a sentence."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from briefing.blocks import BlockKind
from briefing.errors import SourceError
from briefing.formats.pdf import format as pdf_format
from briefing.formats.source import Head
from tests.unit.formats.pdf.pdfs_made import HEIGHT, LOCK, Put, column, pdf
from tests.unit.sources.opened import opened

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefing.model import Document

needs_pdfium = pytest.mark.skipif(find_spec("pypdfium2") is None, reason="pypdfium2 is an extra")
P, H, T, N, L = (
    BlockKind.PARAGRAPH,
    BlockKind.HEADING,
    BlockKind.TITLE,
    BlockKind.NOTE,
    BlockKind.LIST_ITEM,
)
BRIDGE = (
    "The old bridge in the harbour opened again on Monday after two years of",
    "work. More than four thousand cars crossed it in the first hour, the city",
    "said in a statement.",
)
FERRY = (
    "The ferry that took its place will go on until the end of the month, for",
    "those who like it. A second bridge is planned further up the river, but no-",
    "body knows who will pay for it.",
)
JOINED = " ".join(BRIDGE), " ".join(FERRY).replace("no- body", "nobody")


def read(
    folder: Path, *pages: Sequence[Put], about: dict[str, str] | None = None, catalog: str = ""
) -> Document:
    (folder / "report.pdf").write_bytes(pdf(*pages, about=about, catalog=catalog))
    return opened(folder / "report.pdf").document


def told(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


def test_it_is_told_by_its_first_bytes_whatever_stands_before_them() -> None:
    assert pdf_format.score(Head(b"%PDF-1.7\n", "", ".txt")) > 0.9
    assert pdf_format.score(Head(b"\r\nHTTP junk\r\n%PDF-1.7\n", "", "")) > 0.9
    assert pdf_format.score(Head(b"Words.", "Words.", ".pdf")) == 0


@needs_pdfium
def test_lines_become_paragraphs_and_words_parted_at_their_ends_are_whole(tmp_path: Path) -> None:
    document = read(tmp_path, column([*BRIDGE, "", *FERRY]))
    assert told(document) == [(P, text) for text in JOINED]


@needs_pdfium
def test_indents_begin_paragraphs_where_no_gap_does(tmp_path: Path) -> None:
    lines = column([*BRIDGE, *FERRY])
    lines[3] = lines[3]._replace(x=90)
    assert told(read(tmp_path, lines)) == [(P, text) for text in JOINED]


@needs_pdfium
def test_a_paragraph_goes_on_over_the_page_and_heads_feet_and_numbers_are_left_out(tmp_path: Path) -> None:
    pages = []
    for number, lines in enumerate((BRIDGE[:2], [*BRIDGE[2:], "", *FERRY], BRIDGE), 1):
        head = Put("Harbour Report 2026", 72, HEIGHT - 40, 9)
        pages.append([head, *column(lines), Put(f"Page {number} of 3", 280, 30, 9)])
    assert told(read(tmp_path, *pages)) == [(P, text) for text in (*JOINED, JOINED[0])]


@needs_pdfium
@pytest.mark.parametrize("is_across", [False, True], ids=["column by column", "line by line"])
def test_columns_are_read_one_after_the_other_however_they_were_drawn(
    tmp_path: Path, is_across: bool
) -> None:
    left = [f"the left column says {word}" for word in ("one", "two", "three", "four", "five")]
    right = [f"the right column says {word}" for word in ("six", "seven", "eight", "nine", "ten")]
    columns = column(left), column(right, x=320)
    lines = (
        [line for pair in zip(*columns, strict=True) for line in pair]
        if is_across
        else [*columns[0], *columns[1]]
    )
    document = read(tmp_path, lines)
    assert " ".join(text for _, text in told(document)) == " ".join(left + right)


@needs_pdfium
def test_headings_are_ranked_by_their_size_and_the_largest_on_the_first_page_is_the_title(
    tmp_path: Path,
) -> None:
    page = [
        Put("The Bridge Report", 72, 740, 24),
        Put("What happened", 72, 712, 16),
        *column(BRIDGE, top=690),
        Put("In the harbour", 72, 640, 13),
        *column(FERRY, top=620),
        Put("Who pays", 72, 570, 11, is_bold=True),
        *column(BRIDGE, top=555),
    ]
    document = read(tmp_path, page, about={"Title": "Microsoft Word - draft7.docx"})
    assert document.title == "The Bridge Report"
    headings = [(block.span.of(document.text), block.level) for block in document.blocks if block.kind is H]
    assert headings == [("What happened", 2), ("In the harbour", 3), ("Who pays", 4)]


@needs_pdfium
def test_notes_at_the_foot_are_notes_and_their_marks_no_part_of_words(tmp_path: Path) -> None:
    lines = column(BRIDGE)
    marked = [*lines, Put("It cost 12 million", 72, 600), Put("1", 164, 604, 6), Put("in all.", 172, 600)]
    page = [*marked, Put("1 The city's own figure, of June.", 72, 90, 8)]
    blocks = told(read(tmp_path, page))
    assert blocks == [
        (P, JOINED[0]),
        (P, "It cost 12 million in all."),
        (N, "1 The city's own figure, of June."),
    ]


@needs_pdfium
def test_items_and_rows_of_tables_are_read_one_by_one(tmp_path: Path) -> None:
    items = column(["\u2022 shade for the bus stop", "\u2022 a place for birds"])
    rows = [
        Put(text, x, y)
        for y, row in ((600, ("Year", "Cars")), (584, ("2026", "4,120")))
        for x, text in zip((72, 300), row, strict=True)
    ]
    assert told(read(tmp_path, [*items, *rows])) == [
        (L, "shade for the bus stop"),
        (L, "a place for birds"),
        (L, "Year; Cars"),
        (L, "2026; 4,120"),
    ]


@needs_pdfium
def test_what_it_says_of_itself_is_kept(tmp_path: Path) -> None:
    about = {"Title": "The Bridge Report", "Author": "Mira Sand", "CreationDate": "D:20260102101500+01'00'"}
    document = read(tmp_path, column(BRIDGE), about=about, catalog="/Lang (en-GB)")
    assert (document.title, document.authors) == ("The Bridge Report", ("Mira Sand",))
    assert (document.published, document.language) == ("2026-01-02", "en-GB")


@needs_pdfium
@pytest.mark.parametrize(
    ("data", "why"),
    [
        (pdf(column(BRIDGE), lock=LOCK), "report.pdf is locked by a password."),
        (pdf([]), "report.pdf holds pictures of pages and no text."),
        (pdf(), "report.pdf holds pictures of pages and no text."),
        (b"%PDF-1.7\n", "report.pdf is damaged, so that its pages cannot be read."),
        (
            pdf(column(BRIDGE))[:60] + bytes(range(256)) * 9,
            "report.pdf is damaged, so that its pages cannot be read.",
        ),
    ],
    ids=["locked", "scanned", "no pages", "empty", "noise"],
)
def test_what_cannot_be_read_costs_a_sentence_that_says_why(tmp_path: Path, data: bytes, why: str) -> None:
    (tmp_path / "report.pdf").write_bytes(data)
    with pytest.raises(SourceError, match=f"^{why}"):
        opened(tmp_path / "report.pdf")


def test_without_what_reads_them_it_is_said_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_format, "is_readable", lambda: False)
    (tmp_path / "report.pdf").write_bytes(pdf(column(BRIDGE)))
    with pytest.raises(SourceError, match=r"is a PDF, which cannot be read here") as caught:
        opened(tmp_path / "report.pdf")
    assert "briefing[pdf]" in caught.value.hint


@needs_pdfium
def test_a_page_that_a_browser_printed_is_its_story(tmp_path: Path) -> None:
    nav = column(["Skip to main content", "", "", "World", "", "", "Business"], size=9, top=760)
    head = [Put("The old bridge is open again", 72, 650, 22)]
    foot = column(
        ["Share", "", "", "Subscribe to our newsletter", "", "", "All rights reserved."], size=9, top=430
    )
    story = column([*BRIDGE, "", *FERRY, "", *BRIDGE], top=610)
    document = read(tmp_path, [*nav, *head, *story, *foot], about={"Producer": "Skia/PDF m140"})
    assert document.title == "The old bridge is open again"
    assert [text for kind, text in told(document) if kind is P] == [*JOINED, JOINED[0]]


@needs_pdfium
def test_of_a_pdf_of_too_many_pages_it_is_said_how_many_are_read() -> None:
    from briefing.formats.pdf.reader import read as read_pdf

    found = read_pdf(pdf(*[column(BRIDGE)] * 3), most_pages=2)
    assert found.notices == ("Only the first 2 of its 3 pages are read.",)
    assert len(found.parts) == 2


@needs_pdfium
def test_a_paragraph_of_thousands_of_lines_takes_no_longer_a_line_than_a_short_one(tmp_path: Path) -> None:
    line = "a line of words that no sentence ends and that goes on in the next one like all"
    document = read(tmp_path, *[column([line] * 48)] * 100)
    assert len(document.text) > 4800 * len(line)
    assert len(document.blocks) < 10


@needs_pdfium
@pytest.mark.parametrize(
    "told_title", ["The old bridge is open again | Harbour Radio", "The old bridge is open again"]
)
def test_the_title_of_a_printed_page_is_what_it_shows_of_what_metadata_say(
    tmp_path: Path, told_title: str
) -> None:
    head = [Put("HARBOUR RADIO", 72, 740, 30), Put("The old bridge is open again", 72, 650, 18)]
    story = column([*BRIDGE, "", *FERRY, "", *BRIDGE], top=610)
    document = read(tmp_path, [*head, *story], about={"Producer": "Skia/PDF m140", "Title": told_title})
    assert document.title == "The old bridge is open again"
