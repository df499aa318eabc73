"""A feed is printed as an object whose names other programs build on, and as a list to be listened to."""

from __future__ import annotations

from briefing.export.feeds import feed_fields, feed_lines, item_fields, list_fields, list_lines
from briefing.feed import Feed, FeedAddress, FeedChapter, FeedItem
from briefing.linked import LinkedKind, LinkedText

ITEM = FeedItem(
    title="The\x1b[31m bridge",
    published="2026-03-04T08:00:00+02:00",
    guid="b-1",
    enclosure="https://radio.example.org/a.mp3",
    duration_s=3723.0,
    linked=(
        LinkedText(LinkedKind.TRANSCRIPT, "https://radio.example.org/a.vtt"),
        LinkedText(LinkedKind.CHAPTERS, "https://radio.example.org/a.json"),
    ),
    persons=("Mira Sand",),
    is_breaking=True,
)


def test_an_item_has_all_names_and_null_for_what_is_not_told() -> None:
    assert item_fields(ITEM) == {
        "title": "The␛[31m bridge",
        "published": "2026-03-04T08:00:00+02:00",
        "guid": "b-1",
        "link": None,
        "enclosure": "https://radio.example.org/a.mp3",
        "media_type": None,
        "duration_s": 3723.0,
        "transcript": "https://radio.example.org/a.vtt",
        "chapters": "https://radio.example.org/a.json",
        "persons": ["Mira Sand"],
        "is_breaking": True,
        "language": None,
        "picture": None,
    }


def test_chapters_of_the_feed_itself_go_before_those_elsewhere() -> None:
    item = ITEM._replace(chapters=(FeedChapter(1.5, "Hello"),))
    assert item_fields(item)["chapters"] == [{"start_s": 1.5, "title": "Hello"}]


def test_a_feed_has_its_items_in_its_order() -> None:
    assert feed_fields(Feed("Radio", "en", items=(ITEM,))) == {
        "title": "Radio",
        "language": "en",
        "link": None,
        "moved_to": None,
        "items": [item_fields(ITEM)],
    }


def test_lines_say_the_number_what_breaks_the_title_the_day_and_the_length() -> None:
    feed = Feed("Radio", items=(ITEM, FeedItem(text="Cars cross it."), FeedItem()))
    assert list(feed_lines(feed)) == [
        "Radio, 3 items",
        "1. Breaking news. The␛[31m bridge. 2026-03-04. 1:02:03",
        "2. Cars cross it.",
        "3. Untitled",
    ]
    assert next(iter(feed_lines(Feed()))) == "A feed without a title, 0 items"


def test_a_list_of_feeds_was_no_feed() -> None:
    feeds = [FeedAddress("https://a.example/feed", "Radio\x1b"), FeedAddress("https://b.example/feed")]
    assert list_fields(feeds) == {
        "subscriptions": [
            {"title": "Radio␛", "address": "https://a.example/feed"},
            {"title": None, "address": "https://b.example/feed"},
        ]
    }
    assert list(list_lines(feeds)) == [
        "A list of 2 feeds",
        "1. Radio␛. https://a.example/feed",
        "2. https://b.example/feed",
    ]
