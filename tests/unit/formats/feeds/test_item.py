"""An item opens as its feed holds it: text in blocks, recording and texts named, chapters told."""

from __future__ import annotations

import pytest

from briefing.feed import FeedChapter, FeedItem
from briefing.formats.feeds.item import STORY_WORDS, draft_of_item, holds_story, newest
from briefing.linked import LinkedKind, LinkedText
from briefing.model import BlockKind, Media

CONTENT = (
    "<h1>The bridge</h1><p>After three weeks it is open <em>again</em>.</p><ul><li>Rails</li></ul>"
    '<figure><img src="/b.jpg" alt="Cars"><figcaption>Cars on it</figcaption></figure>'
    "<blockquote>We are glad.</blockquote>"
)
TRANSCRIPT = LinkedText(LinkedKind.TRANSCRIPT, "https://radio.example.org/a.vtt")
ITEM = FeedItem(
    title="The bridge",
    published="2026-03-04T06:00:00+00:00",
    link="https://radio.example.org/bridge",
    enclosure="https://radio.example.org/a.mp3",
    duration_s=228.0,
    linked=(TRANSCRIPT,),
    chapters=(FeedChapter(63.5, "The pier"),),
    persons=("Mira Sand",),
    is_breaking=True,
    language="en-GB",
    content=CONTENT,
)


def test_an_item_is_a_draft_with_all_that_its_feed_tells() -> None:
    draft = draft_of_item(ITEM, "It", "")
    assert [(block.kind, text) for block, text in draft.parts()] == [
        (BlockKind.KICKER, "Breaking news"),
        (BlockKind.TITLE, "The bridge"),
        (BlockKind.PARAGRAPH, "After three weeks it is open again."),
        (BlockKind.LIST_ITEM, "Rails"),
        (BlockKind.CAPTION, "Cars on it"),
        (BlockKind.QUOTE, "We are glad."),
    ]
    assert (draft.audio, draft.duration_s, draft.linked) == (ITEM.enclosure, 228.0, (TRANSCRIPT,))
    assert [(chapter.text, chapter.start_s) for chapter in draft.chapters] == [("The pier", 63.5)]
    document = draft.build("feed", "It", Media())
    assert (document.language, document.published, document.authors) == (
        "en-GB",
        ITEM.published,
        ("Mira Sand",),
    )
    assert [(figure.src, figure.alt) for figure in document.figures] == [
        ("https://radio.example.org/b.jpg", "Cars")
    ]


def test_nothing_is_asked_of_a_process_where_there_is_no_content() -> None:
    draft = draft_of_item(FeedItem(title="The bridge"), "It", "")
    assert [text for _, text in draft.parts()] == ["The bridge"]
    assert draft.audio is None


def test_escapes_in_a_title_reach_no_terminal() -> None:
    assert draft_of_item(FeedItem(title="A\x1b]0;x\x07"), "It", "").title == "A␛]0;x␇"


@pytest.mark.parametrize(
    ("words", "link", "is_whole"),
    [
        (STORY_WORDS, "https://a.example", True),
        (STORY_WORDS - 1, "https://a.example", False),
        (3, "", True),
        (0, "", True),
    ],
)
def test_a_few_words_are_no_story_where_there_is_a_page(words: int, link: str, is_whole: bool) -> None:
    assert holds_story(FeedItem(link=link, text="word " * words)) is is_whole


def test_the_newest_is_told_by_the_moment_and_not_by_what_is_written() -> None:
    items = [
        FeedItem("a", "2026-03-04T08:00:00+05:00"),
        FeedItem("b", "2026-03-04T06:00:00+00:00"),
        FeedItem("c"),
    ]
    assert newest(items).title == "b"
    assert newest(items[2:]).title == "c"
    assert newest([FeedItem("a", "2026-03-04"), FeedItem("b", "2026-03-04T00:00:00")]).title == "a"


def test_what_has_no_title_is_called_by_how_it_begins() -> None:
    draft = draft_of_item(FeedItem(content="<p>Cars cross it.</p>", text="Cars cross it."), "It", "")
    assert draft.title == "Cars cross it."
    assert [text for _, text in draft.parts()] == ["Cars cross it."]
