"""Pages of RFE/RL and VOA: the text stands in one element, behind a player without a recording."""

from __future__ import annotations

from briefing.model import BlockKind
from tests.unit.formats.pages.html.pages_made import SENTENCES, STORY, page, texts, told

PLAYER = """<div class="media-holder"><div class="c-mmp"><div class="c-mmp__overlay"><p>No media source
currently available</p></div><p>0:00 0:01:12 0:00</p><div class="media-download"><a href="/a.mp3">128 kbps |
MP3</a></div></div></div>"""
QUIZ = '<div class="wsw__embed quiz content-redirect"><p>Take the quiz, it is short.</p></div>'


def _page(text: str) -> bytes:
    return page(
        '<a class="skip" href="#c">Skip to main content</a><div class="category">As It Is</div>'
        f'<h1>Bridge opens</h1><div id="article-content"><div class="wsw">{PLAYER}{text}</div></div>'
        '<div class="media-block also-read"><a href="/x"><h4>Forest fire in the north</h4></a></div>'
    )


def test_the_nested_player_and_what_is_embedded_are_not_read() -> None:
    assert texts(_page(STORY + QUIZ)) == list(SENTENCES)


def test_a_body_of_bare_lines_is_read_by_paragraphs() -> None:
    assert texts(_page("<br><br>".join(SENTENCES))) == list(SENTENCES)


def test_a_glossary_below_a_line_is_read_with_its_heading() -> None:
    glossary = "<p>______</p><h2>Words in This Story</h2><p><b>ferry</b> – n. a boat over a short way</p>"
    found = told(_page(STORY + glossary))
    assert found[-2:] == [
        (BlockKind.HEADING, "Words in This Story"),
        (BlockKind.PARAGRAPH, "ferry – n. a boat over a short way"),
    ]


def test_links_of_the_author_stay() -> None:
    links = '<p><a href="/store">The application in the store</a></p>'
    assert "The application in the store" in texts(_page(STORY + links + STORY))


def test_a_text_of_a_few_words_is_read() -> None:
    assert texts(_page("<p>Snow fell.</p>")) == ["Snow fell."]
