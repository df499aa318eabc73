"""What can be left in a book is told by its text, and by its sound where its text does not say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.formats.books.books_made import daisy3, epub, read

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.formats.books.books_made import Files


def structures(folder: Path, files: Files) -> list[tuple[str, str]]:
    document = read(folder, files)
    return [(kind.value, span.of(document.text)) for kind, span in document.structures]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<ul><li>One<ol><li>two</li></ol></li></ul>", [("list", "One\n\ntwo"), ("list", "two")]),
        ("<table><tr><th>A</th><th>B</th></tr></table>", [("table", "A; B")]),
        ("<table><tr><td><p>One</p></td></tr></table>", []),
        ('<section epub:type="sidebar"><p>One</p><p>Two</p></section>', [("aside", "One\n\nTwo")]),
        ('<div role="doc-tip"><p>One</p></div>', [("aside", "One")]),
        ('<div class="sidebar"><p>One</p></div>', [("aside", "One")]),
        ('<div epub:type="table"><p>One</p></div>', [("table", "One")]),
        ("<blockquote><p>One</p><p>Two</p></blockquote>", [("quotation", "One\n\nTwo")]),
        ("<pre>x = 1</pre>", [("code block", "x = 1")]),
        (
            '<figure><img src="a.png" alt="A"/><figcaption>One</figcaption></figure>',
            [("figure", "One")],
        ),
        ("<aside><ul><li>One</li></ul><p>Two</p></aside>", [("aside", "One\n\nTwo"), ("list", "One")]),
    ],
)
def test_elements_and_types_of_an_epub(body: str, found: list[tuple[str, str]], tmp_path: Path) -> None:
    assert structures(tmp_path, epub(f"<p>Before.</p>{body}<p>Behind.</p>", title="")) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<list type='ul'><li><p>One</p></li><li><p>two</p></li></list>", [("list", "One\n\ntwo")]),
        ("<sidebar render='required'><p>One</p></sidebar>", [("aside", "One")]),
        ("<prodnote render='required'><p>One</p></prodnote>", [("aside", "One")]),
        ("<annotation id='a'><p>One</p></annotation>", [("note", "One")]),
    ],
)
def test_elements_of_a_dtbook(body: str, found: list[tuple[str, str]], tmp_path: Path) -> None:
    text = f"<bodymatter><level1><p>Before.</p>{body}<p>Behind.</p></level1></bodymatter>"
    assert [each for each in structures(tmp_path, daisy3(text)) if each[1] != "A Book"] == found


PARAGRAPHS = "".join(f'<p id="p{n}">Number {n}.</p>' for n in range(1, 6))


def smil(*seqs: str) -> str:
    return (
        '<smil xmlns="http://www.w3.org/ns/SMIL" xmlns:epub="http://www.idpf.org/2007/ops" version="3.0">'
        f"<body>{''.join(seqs)}</body></smil>"
    )


def par(number: int) -> str:
    return f'<par><text src="c1.xhtml#p{number}"/><audio src="a.mp3" clipBegin="{number}s"/></par>'


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            f'{par(1)}<seq epub:type="table">{par(2)}<seq epub:type="list">{par(3)}</seq>{par(4)}</seq>',
            [("table", "Number 2.\n\nNumber 3.\n\nNumber 4."), ("list", "Number 3.")],
        ),
        (f'<seq epub:type="aside">{par(9)}</seq>', []),
        (f'<seq epub:type="aside">{par(9)}{par(2)}</seq>', [("aside", "Number 2.")]),
        (f'<seq epub:type="aside">{par(4)}{par(2)}</seq>', []),
    ],
    ids=["one in another", "of no text", "of a text that is missing", "backwards"],
)
def test_what_only_the_sound_tells(body: str, found: list[tuple[str, str]], tmp_path: Path) -> None:
    files = epub(PARAGRAPHS, title="", overlays={1: smil(body)}, files={"EPUB/a.mp3": b""})
    assert structures(tmp_path, files) == found


def test_what_text_and_sound_tell_alike_is_told_once(tmp_path: Path) -> None:
    body = '<aside><p id="p1">Number 1.</p></aside><p id="p2">Number 2.</p>'
    seq = smil(f'<seq epub:type="aside">{par(1)}</seq>{par(2)}')
    files = epub(body, title="", overlays={1: seq}, files={"EPUB/a.mp3": b""})
    assert structures(tmp_path, files) == [("aside", "Number 1.")]
