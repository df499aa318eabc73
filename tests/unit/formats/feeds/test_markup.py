"""Markup is taken off titles and texts, and what only looks like it stays."""

from __future__ import annotations

import pytest

from briefing.formats.feeds.markup import as_markup, line, plain

TITLES = {
    "<b>Bread</b> &amp; butter": "Bread & butter",
    "Tom &amp; <em>Jerry</em>": "Tom & Jerry",
    "5 < 6 and 7 > 2": "5 < 6 and 7 > 2",
    "List<String> in Java": "List<String> in Java",
    "Use <b> for bold": "Use <b> for bold",
    "I <3 you, AT&T &c.": "I <3 you, AT&T &c.",
    "Caf&eacute; &#8212; d&#xe9;j&#224;": "Café — déjà",
    "First<br/>second": "First second",
    "Inter<i>nation</i>al": "International",
    " a \n b\t": "a b",
    "<script>x()</script>After</b>": "After",
    "&#0;&#1114112;": "\ufffd\ufffd",
}


@pytest.mark.parametrize("said", TITLES, ids=range(len(TITLES)))
def test_a_title_is_read_without_markup(said: str) -> None:
    assert line(said) == TITLES[said]


def test_a_title_that_is_said_to_be_markup_is() -> None:
    assert line("Use <b> for bold", is_markup=True) == "Use for bold"


def test_text_of_a_page_is_on_one_line() -> None:
    said = "<style>p {}</style><p>One</p><p>t<b>w</b>o<!-- three --></p><svg><desc>&lt;4&gt;</desc></svg>"
    assert plain(said) == "One two <4>"


def test_text_without_elements_becomes_paragraphs() -> None:
    assert as_markup("One < two.\n \n\nThree.") == "<p>One &lt; two.</p><p>Three.</p>"
    assert as_markup("<p>One") == "<p>One"
    assert as_markup(" ") == ""
