"""Printed pages are read by their tags: what is a heading, an item, a picture, and what goes with what."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from briefing.blocks import BlockKind
from tests.unit.formats.pdf.tagged_made import OVERLEAF, Element, tagged
from tests.unit.sources.opened import opened

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model import Document

pytestmark = pytest.mark.skipif(find_spec("pypdfium2") is None, reason="pypdfium2 is an extra")
TITLE = "Harbour bridge opens again after two years"
LINES = (
    "The old bridge in the harbour opened again on Monday after two years",
    "of work, and more than four thousand cars crossed it in an hour.",
    "The ferry that took its place will go on until the end of the month,",
    "said the harbour, for all of those who have come to like it.",
    "A second bridge is planned further up the river, but nobody knows who",
    "will pay for it, or when its building could begin.",
)
ALT = "Cars crossing the bridge in the harbour"


def menu() -> Element:
    items = ("News", "Sport", "Weather", "Culture")
    return Element("L", *(Element("LI", Element("Link", Element("NonStruct", item))) for item in items))


def printed(*, second: Element | None = None) -> Element:
    story = Element(
        "Art",
        Element("H1", Element("NonStruct", TITLE)),
        Element("Figure", Element("Figure", alt=ALT)),
        Element("P", *LINES[:2]),
        second or Element("P", *LINES[2:4]),
        Element("H2", "What comes next"),
        Element("P", *LINES[4:]),
        Element("L", Element("LI", Element("Lbl", "-"), Element("LBody", "The ferry goes on."))),
    )
    return Element("Document", Element("NonStruct", menu()), Element("NonStruct", story), lang="en-GB")


def read(folder: Path, data: bytes) -> Document:
    (folder / "printed.pdf").write_bytes(data)
    return opened(folder / "printed.pdf").document


def told(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


def test_a_printed_page_is_read_by_its_tags(tmp_path: Path) -> None:
    document = read(tmp_path, tagged(printed(), title=f"{TITLE} | Evening Post", decoration=["1/1"]))
    assert told(document) == [
        (BlockKind.TITLE, TITLE),
        (BlockKind.PARAGRAPH, " ".join(LINES[:2])),
        (BlockKind.PARAGRAPH, " ".join(LINES[2:4])),
        (BlockKind.HEADING, "What comes next"),
        (BlockKind.PARAGRAPH, " ".join(LINES[4:])),
        (BlockKind.LIST_ITEM, "The ferry goes on."),
    ]
    assert document.language == "en-GB"
    assert [figure.alt for figure in document.figures] == [ALT]


@pytest.mark.parametrize(
    ("window", "title"),
    [
        (f"{TITLE} | Evening Post", TITLE),
        ("When will ferries stop? All you need to know", TITLE),
        ("What comes next - Evening Post", "What comes next"),
    ],
    ids=["same", "for search engines", "other heading"],
)
def test_the_title_is_the_one_above_the_story(window: str, title: str, tmp_path: Path) -> None:
    assert read(tmp_path, tagged(printed(), title=window)).title == title


def test_a_paragraph_that_goes_on_overleaf_is_one(tmp_path: Path) -> None:
    parted = Element("P", LINES[2], OVERLEAF, LINES[3])
    document = read(tmp_path, tagged(printed(second=parted)))
    assert (BlockKind.PARAGRAPH, " ".join(LINES[2:4])) in told(document)


def test_a_word_that_the_end_of_a_line_parts_is_whole(tmp_path: Path) -> None:
    parted = Element("P", "The ferry that took its place will go on, as no-", "body said it would not.")
    document = read(tmp_path, tagged(printed(second=parted)))
    assert "as nobody said it would not." in document.text


def test_tags_that_hold_little_of_the_text_do_not_count(tmp_path: Path) -> None:
    little = Element("Document", Element("P", "Share"))
    data = tagged(little, decoration=[f"{line} It is no part of any element." for line in LINES])
    assert LINES[0] in read(tmp_path, data).text


def test_tags_within_themselves_come_to_an_end(tmp_path: Path) -> None:
    data = tagged(printed())
    # The list's element names what it is in as its own.
    looped = data.replace(b"/S /L /P 8 0 R /K [", b"/S /L /P 8 0 R /K [7 0 R 8 0 R ", 1)
    assert looped != data
    assert LINES[0] in read(tmp_path, looped).text
