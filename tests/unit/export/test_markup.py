"""A document as XHTML: well-formed, the text to the letter, everything in its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefing.export.inline import is_right_to_left, root_of, runs_left, xml_text
from briefing.export.marking import marked_sentences
from briefing.export.markup import Dress, PagePicture, markup
from briefing.model import (
    BlockKind,
    ContentsEntry,
    Cue,
    Document,
    Figure,
    LanguagePart,
    LinkPart,
    Span,
)
from briefing.structures import StructureKind, TextStructure
from briefing.timeline import Timeline
from tests.builders import make_document


def page(document: Document, dress: Dress | None = None, words: Timeline | None = None) -> str:
    lines = markup(document, marked_sentences(document, words), dress or Dress())
    return "\n".join(line.text for line in lines)


def tree(document: Document, dress: Dress | None = None, words: Timeline | None = None) -> etree._Element:
    return etree.fromstring(
        f'<body xmlns:epub="http://www.idpf.org/2007/ops">{page(document, dress, words)}</body>'
    )


def said(document: Document, words: Timeline | None = None) -> list[str]:
    found = tree(document, words=words).iter("p", "h1", "h2", "li")
    return ["".join(each.itertext()) for each in found]


def test_each_block_is_what_it_is() -> None:
    document = make_document(
        "Text.",
        title="Title",
        kicker="Breaking",
        blocks=[(BlockKind.HEADING, "More"), (BlockKind.QUOTE, "Said."), (BlockKind.NOTE, "1 A note.")],
    )
    found = tree(document)
    assert [each.tag for each in found] == ["p", "h1", "p", "h2", "blockquote", "aside"]
    assert [found[0].get("class"), found[5].get("role")] == ["kicker", "doc-footnote"]
    assert [each.get("id") for each in found][:4] == ["b1", "b2", "b3", "b4"]


def test_no_level_of_headings_is_left_out_on_the_way_down() -> None:
    document = make_document("Text.", title="T")
    blocks = list(document.blocks)
    text = f"{document.text}\n\nDeep\n\nUp"
    for level, name in ((5, "Deep"), (2, "Up")):
        start = text.index(name)
        blocks.append(
            blocks[0]._replace(kind=BlockKind.HEADING, span=Span(start, start + len(name)), level=level)
        )
    found = tree(document._replace(text=text, blocks=tuple(blocks)))
    assert [each.tag for each in found] == ["h1", "p", "h2", "h2"]


def test_a_list_in_a_list_stands_in_an_item_of_it() -> None:
    document = make_document(blocks=[(BlockKind.LIST_ITEM, each) for each in ("one", "two", "three")])
    whole, inner = Span(0, len(document.text)), document.blocks[1].span
    lists = (TextStructure(StructureKind.LIST, whole), TextStructure(StructureKind.LIST, inner))
    found = tree(document._replace(structures=lists))
    (outer,) = found
    assert [each.tag for each in outer] == ["li", "li", "li"]
    assert [each.tag for each in outer[1]] == ["ul"]
    assert "".join(outer[1].itertext()).strip() == "two"


def test_a_link_has_whole_words_in_it_and_ends_with_its_sentence() -> None:
    document = make_document("Rain fell. Snow came.")
    linked = document._replace(links=(LinkPart(Span(2, 15), "https://example.org/?a=1&b"),))
    words = Timeline(10, 100, [Cue(Span(0, 4), 0, 5), Cue(Span(5, 9), 5, 9), Cue(Span(11, 15), 10, 15)])
    found = tree(linked, words=words)
    assert ["".join(each.itertext()) for each in found.iter("a")] == ["Rain fell.", "Snow"]
    assert next(found.iter("a")).get("href") == "https://example.org/?a=1&b"
    assert [each.text for each in found.iter("span") if each.get("class") == "w"] == ["Rain", "fell", "Snow"]


def test_an_address_that_runs_something_is_no_link() -> None:
    document = make_document("Click.")._replace(links=(LinkPart(Span(0, 5), "javascript:alert(1)"),))
    assert not list(tree(document).iter("a"))


def test_a_part_in_another_language_says_so() -> None:
    document = make_document("He said bonjour.")
    found = tree(document._replace(language_parts=(LanguagePart(Span(8, 15), "fr"),)))
    assert [each.text for each in found.iter("span") if each.get("lang") == "fr"] == ["bonjour"]


def test_a_picture_that_is_there_stands_with_its_caption_and_another_is_told_in_words() -> None:
    document = make_document("Text.", caption="A bridge.")
    figure = Figure("A long bridge", "A bridge.", "bridge.png", 0)
    shown = tree(document._replace(figures=(figure,)), Dress({0: PagePicture("bridge.png", 4, 3)}))
    assert [each.get("alt") for each in shown.iter("img")] == ["A long bridge"]
    told = tree(document._replace(figures=(figure,)))
    assert "Picture: A long bridge" in "".join(told.itertext())
    assert [each.tag for each in told] == ["figure", "p"]


def test_a_page_of_the_printed_edition_is_a_place() -> None:
    document = make_document("One.", "Two.")._replace(pages=(ContentsEntry("7", 0, 6),))
    found = tree(document, Dress(is_epub=True))
    assert [each.get("aria-label") for each in found[1].iter("span") if each.get("role")] == ["7"]


@given(st.lists(st.text(min_size=1), min_size=1, max_size=5))
def test_whatever_a_text_holds_it_comes_out_to_the_letter(paragraphs: list[str]) -> None:
    document = make_document(*paragraphs)
    heard = [text for text in said(document) if text is not None]
    # XML reads both ways to end a line as one.
    asked = [xml_text(each).replace("\r\n", "\n").replace("\r", "\n") for each in paragraphs]
    assert [xml_text(each) for each in heard] == asked


@pytest.mark.parametrize("char", ["\x00", "\x0b", "\ufffe", "\ud800"])
def test_what_xml_cannot_hold_is_left_out(char: str) -> None:
    assert xml_text(f"a{char}b") == "ab"


@pytest.mark.parametrize(
    ("tag", "is_leftward"),
    [
        ("he", True),
        ("fa-AF", True),
        ("ps", True),
        ("az-Arab", True),
        ("pa-Guru-PK", False),
        ("ur-Latn", False),
    ],
)
def test_a_language_is_written_from_right_to_left_by_its_script_if_it_names_one(
    tag: str, is_leftward: bool
) -> None:
    assert is_right_to_left(tag) is is_leftward


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("he", "Text.", 'lang="he" xml:lang="he" dir="rtl"'),
        ("en", "\u05e9\u05dc\u05d5\u05dd.", 'lang="en" xml:lang="en"'),
        (None, '1 "\u05e9\u05dc\u05d5\u05dd.', 'lang="und" xml:lang="und" dir="rtl"'),
        (None, "123", 'lang="und" xml:lang="und"'),
    ],
)
def test_a_page_runs_as_its_language_does_else_as_its_first_letter(
    language: str | None, text: str, told: str
) -> None:
    document = make_document(text, language=language)
    assert root_of(document) == told
    assert runs_left(document) is ("rtl" in told)


def test_what_is_in_another_language_runs_as_that_does() -> None:
    document = make_document("\u05e9\u05dc\u05d5\u05dd Hello! \u0628\u0644\u06cc", language="he")
    at = document.text.index("Hello!")
    parts = (
        LanguagePart(Span(at, at + len("Hello!")), "en"),
        LanguagePart(Span(at + len("Hello! "), len(document.text)), "fa"),
    )
    spans = tree(document._replace(language_parts=parts)).iter("span")
    told = [(each.get("lang"), each.get("dir")) for each in spans if each.get("lang")]
    assert told == [("en", "ltr"), ("fa", None)]
