"""A chapter is read as it stands: what is a block, what runs within one, what is passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.model import Span
from tests.unit.formats.books.books_made import daisy3, epub, read, told

if TYPE_CHECKING:
    from pathlib import Path

MARKED = '<p>Rye<a epub:type="noteref" href="#n">1</a> is dark.</p>'
FOOTNOTE = '<aside epub:type="footnote" id="n">A grain.</aside>'
HEAD = "<tr><th>A</th><th>B</th></tr>"
TEX = '<annotation encoding="application/x-tex">x</annotation>'
OTHERWISE = "<epub:default><p>two</p></epub:default>"
P, N, H, L = "paragraph", "note", "heading", "list item"


def parts(folder: Path, *bodies: str, spine: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return told(read(folder, epub(*bodies, title="", spine=spine)))


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<p>One</p>two<p>three</p>", [(P, "One"), (P, "two"), (P, "three")]),
        ("<p>One\n  <b>two</b>\n<i> three</i></p>", [(P, "One two three")]),
        ("<p>One<br/>two<br/><br/>three</p>", [(P, "One two"), (P, "three")]),
        ("<h1>One<br/><br/>two</h1>", [(H, "One two")]),
        ('<p role="heading" aria-level="3">One</p>', [(H, "One")]),
        ("<ul><li>One<ul><li>two</li></ul></li></ul>", [(L, "One"), (L, "two")]),
        ("<blockquote><p>One</p></blockquote>", [("quote", "One")]),
        ("<p>He said <q>no</q>.</p>", [(P, "He said “no”.")]),
        ("<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字</p>", [(P, "漢字")]),
        ('<p>If <math alttext="x = 2"><mi>x</mi></math>, go.</p>', [(P, "If x = 2, go.")]),
        (f"<p>If <math><semantics><mi>x</mi>{TEX}</semantics></math>.</p>", [(P, "If x.")]),
        ("<m:math alttext='x'/><p>One<br>two", [(P, "x"), (P, "One two")]),
        ("<p>m<sup><a href='s.smil#x'>2</a></sup></p>", [(P, "m2")]),
        ("<table><caption>One</caption><tr><td><table/></td></tr></table>", [("caption", "One")]),
        ("<p>One</p><p hidden=''>two</p><p style='display: none'>three</p>", [(P, "One")]),
        ("<p>One<script>two</script><style>three</style></p>", [(P, "One")]),
        (f"<table>{HEAD}<tr><td>1</td><td>2</td></tr></table>", [(L, "A; B"), (L, "1; 2")]),
        ("<p>One<sup><a href='#x'>2</a></sup></p>", [(P, "One[2]")]),
        ("<p><img src='t.png' alt='T'/>he end</p>", [(P, "The end")]),
        ("<h1><img src='one.png' alt='Chapter one'/></h1>", [(H, "Chapter one")]),
        ("<p>One &nbsp;&mdash;&unknown; &amp; two</p>", [(P, "One —&unknown; & two")]),
        ("<p>One<p>two <b>three", [(P, "One"), (P, "two three")]),
        (f"<epub:switch><epub:case>One</epub:case>{OTHERWISE}</epub:switch>", [(P, "two")]),
    ],
)  # fmt: skip
def test_a_chapter_is_read_as_it_stands(body: str, found: list[tuple[str, str]], tmp_path: Path) -> None:
    assert parts(tmp_path, body) == found


def test_a_note_is_there_and_its_mark_stands_in_the_text(tmp_path: Path) -> None:
    assert parts(tmp_path, MARKED + FOOTNOTE) == [(P, "Rye[1] is dark."), (N, "A grain.")]


def test_a_note_that_nothing_leads_to_is_read_in_its_place(tmp_path: Path) -> None:
    assert parts(tmp_path, FOOTNOTE) == [(P, "A grain.")]


def test_notes_that_are_a_chapter_are_read_like_one(tmp_path: Path) -> None:
    notes = '<div epub:type="endnote" id="n"><p>A grain.</p></div>'
    body = f'<section epub:type="endnotes"><h2>One</h2>{notes}<h2>Two</h2></section>'
    assert parts(tmp_path, '<p>Rye<a href="c2.xhtml#n">1</a></p>', body)[1:] == [
        (H, "One"),
        (P, "A grain."),
        (H, "Two"),
    ]


def test_what_the_book_keeps_apart_is_passed_over_when_reading_on(tmp_path: Path) -> None:
    spine = ('idref="c1"', 'idref="c2" linear="no"')
    assert parts(tmp_path, "<p>Rye</p>", "<p>Answers</p>", spine=spine) == [(P, "Rye"), (N, "Answers")]


def test_the_number_of_a_page_is_a_place_and_no_text(tmp_path: Path) -> None:
    mark = '<span epub:type="pagebreak" id="p{0}" aria-label=" {0}. "/>'
    body = f"<p>One two{mark.format(7)} three</p>{mark.format(8)}<p>four</p>"
    document = read(tmp_path, epub(body, title=""))
    assert told(document) == [(P, "One two three"), (P, "four")]
    assert [(page.title, document.text[page.start :]) for page in document.pages] == [
        ("7", "three\n\nfour"),
        ("8", "four"),
    ]


def test_a_part_in_another_language_declares_it(tmp_path: Path) -> None:
    document = read(tmp_path, epub("<p>He said <i xml:lang='fr'>adieu donc</i>.</p>", title=""))
    assert document.language_parts == ((Span(8, 18), "fr"),)


def test_a_picture_without_a_caption_had_no_place_in_the_text(tmp_path: Path) -> None:
    body = "<p>One</p><img src='a.png' alt='A loaf'/><p>two</p><img src='b.png'/><img src='c.png' alt=''/>"
    document = read(tmp_path, epub(body, title=""))
    assert told(document) == [("paragraph", "One"), ("caption", "A loaf"), ("paragraph", "two")]
    assert [(figure.alt, figure.caption) for figure in document.figures] == [(None, "A loaf")]


def test_a_caption_without_words_leaves_those_of_the_picture(tmp_path: Path) -> None:
    body = "<figure><img src='a.png' alt='A loaf'/><figcaption> </figcaption></figure><p>two</p>"
    assert told(read(tmp_path, epub(body, title=""))) == [("caption", "A loaf"), ("paragraph", "two")]


def test_a_picture_with_its_caption_is_a_figure(tmp_path: Path) -> None:
    picture = (
        "<figure><img src='a.png' alt='A loaf'/><figcaption><p>Bread</p> <p>of rye</p></figcaption></figure>"
    )
    document = read(tmp_path, epub(f"<p>One</p>{picture}<p>two</p>", title=""))
    assert told(document) == [(P, "One"), ("caption", "Bread of rye"), (P, "two")]
    assert [(figure.alt, figure.caption) for figure in document.figures] == [("A loaf", "Bread of rye")]


def test_the_elements_of_dtbook_are_known(tmp_path: Path) -> None:
    text = (
        "<frontmatter><doctitle>A Book</doctitle></frontmatter><bodymatter><level><hd>Rye</hd>"
        '<level><hd>Dark</hd><p>It is<noteref idref="#n">1</noteref> <pagenum id="p3">3</pagenum>dark.</p>'
        '<note id="n"><p>A grain.</p></note><prodnote render="optional">A loaf.</prodnote>'
        "<list><li>One</li></list><poem><linegroup><line>Oh</line><line>rye</line></linegroup></poem>"
        "</level></level></bodymatter>"
    )
    document = read(tmp_path, daisy3(text))
    assert told(document) == [
        *(
            ("title", "A Book"),
            (H, "Rye"),
            (H, "Dark"),
            (P, "It is[1] dark."),
            (N, "A grain."),
            (N, "A loaf."),
        ),
        *((L, "One"), (P, "Oh"), (P, "rye")),
    ]
    assert [block.level for block in document.blocks][1:3] == [1, 2]
    assert [page.title for page in document.pages] == ["3"]
