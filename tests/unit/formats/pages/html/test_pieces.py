"""A page's elements become blocks of their kinds, with the text as it is shown."""

from __future__ import annotations

import pytest

from briefing.formats.pages.html.pieces import read_pieces
from briefing.formats.pages.html.tree import parse
from briefing.model import BlockKind
from tests.unit.formats.pages.html.pages_made import page

P, Q, LI = BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM


def _pieces(body: str, language: str = "en") -> list[tuple[BlockKind, str]]:
    tree = parse(page(body, language=language))
    assert tree is not None
    return [(piece.kind, piece.text) for piece in read_pieces(tree)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>One\n  two<p>three", [(P, "One two"), (P, "three")]),
        ("One.<br><br>Two,<br>three.<br> <br><b>Four</b>", [(P, "One."), (P, "Two, three."), (P, "Four")]),
        ("<div>One<div>two</div>three</div>", [(P, "One"), (P, "two"), (P, "three")]),
        ("<blockquote><p>Said.</p></blockquote>", [(Q, "Said.")]),
        ("<ul><li>One</li><li><p>Two</p></li></ul>", [(LI, "One"), (LI, "Two")]),
        ("<dl><dt>Sand</dt><dd>Small stones</dd></dl>", [(LI, "Sand"), (LI, "Small stones")]),
        ("<p>so<b>me</b> <i>words</i>, here</p>", [(P, "some words, here")]),
        ("<p>co\u00adope\u00adrate 5\u00a0€</p>", [(P, "co\u00adope\u00adrate 5\u00a0€")]),
        ("<p>می\u200cشود</p>", [(P, "می\u200cشود")]),
        ("<p>In <ruby>雪<rp>(</rp><rt>ゆき</rt><rp>)</rp></ruby> falls</p>", [(P, "In 雪 falls")]),
        ("<p>He said <q>no</q>.</p>", [(P, "He said “no”.")]),
        ("<h3><button>What is sand?</button></h3>", [(BlockKind.HEADING, "What is sand?")]),
        ("<details><summary>Why?</summary><p>So.</p></details>", [(P, "Why?"), (P, "So.")]),
        ("<p>Q: Why?</p><p>A: So.</p>", [(P, "Q: Why?"), (P, "A: So.")]),
        ("<pre>one\n two</pre>", [(P, "one two")]),
    ],
)
def test_elements_become_blocks(body: str, expected: list[tuple[BlockKind, str]]) -> None:
    assert _pieces(body) == expected


def test_entries_of_a_list_that_have_headings_are_no_items() -> None:
    body = "<ul><li><h3>09:41</h3><p>The vote begins.</p></li></ul>"
    assert _pieces(body) == [(BlockKind.HEADING, "09:41"), (P, "The vote begins.")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<p>They say <i lang="ru">снег <b>идёт</b></i>: it snows.</p>', [("снег идёт", "ru")]),
        ('<p lang="fr"> Il neige, dit-elle. </p>', [("Il neige, dit-elle.", "fr")]),
        ('<div lang="fr"><p>Oui <i lang="en-GB">maybe</i> non</p></div>', [("Oui", "fr"), ("non", "fr")]),
        ('<p lang="en-US">Snow</p>', []),
    ],
)
def test_parts_in_another_language_are_told(body: str, expected: list[tuple[str, str]]) -> None:
    tree = parse(page(body))
    assert tree is not None
    (piece,) = read_pieces(tree)
    assert [(span.of(piece.text), language) for span, language in piece.language_parts] == expected


def test_a_page_without_a_language_has_parts_in_every_language_that_it_names() -> None:
    tree = parse(b'<p>One <i lang="en">two</i></p>')
    assert tree is not None
    (piece,) = read_pieces(tree)
    assert [(span.of(piece.text), language) for span, language in piece.language_parts] == [("two", "en")]
