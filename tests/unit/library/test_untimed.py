"""What is to be brought in step is what has a recording, a text and no times."""

from __future__ import annotations

from contextlib import closing

import pytest

from briefing.feed import Feed, FeedItem
from briefing.library.untimed import untimed
from briefing.linked import LinkedKind, LinkedText
from briefing.ports.library import FeedAnswer
from briefing.store.library import LibraryShelf

SOUND = "https://news.example/1.mp3"


def transcript(media_type: str, kind: LinkedKind = LinkedKind.TRANSCRIPT) -> LinkedText:
    return LinkedText(kind, "https://news.example/1.txt", media_type=media_type)


@pytest.mark.parametrize(
    ("item", "is_untimed"),
    [
        (FeedItem("a", enclosure=SOUND, text="What happened."), True),
        (FeedItem("a", enclosure=SOUND, link="https://news.example/1"), True),
        (FeedItem("a", enclosure=SOUND, linked=(transcript("text/html"),)), True),
        (FeedItem("a", enclosure=SOUND, linked=(transcript("text/vtt"),)), False),
        (
            FeedItem("a", enclosure=SOUND, linked=(transcript("text/plain"), transcript("application/srt"))),
            False,
        ),
        (
            FeedItem("a", enclosure=SOUND, linked=(transcript("application/json", LinkedKind.CHAPTERS),)),
            False,
        ),
        (FeedItem("a", enclosure=SOUND), False),
        (FeedItem("a", text="What happened."), False),
    ],
    ids=["text", "page", "transcript", "vtt", "srt of two", "chapters alone", "no text", "no recording"],
)
def test_which_items_could_be_timed(item: FeedItem, *, is_untimed: bool) -> None:
    with closing(LibraryShelf(None)) as shelf:
        number = shelf.subscribe("https://news.example/feed").number
        shelf.take(number, FeedAnswer(Feed("News", items=(item,))))
        assert [each.title for each in untimed(shelf, shelf.items())] == ["a"] * is_untimed
