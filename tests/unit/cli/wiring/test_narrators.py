"""What the parts are handed when they are put together: the tags of a recording, where a text needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.cli.wiring.narrators import Narrators
from briefing.errors import SourceError
from briefing.kinds import Choice
from briefing.model import Figure
from briefing.ports.media import MediaInfo, TimedText
from briefing.session.arrival import Tags
from briefing.settings import Settings
from briefing.sources.item import Item
from tests.builders import make_document
from tests.stage import StillTimer

if TYPE_CHECKING:
    from collections.abc import Callable

DOCUMENT = make_document("One two three.")
ILLUSTRATED = DOCUMENT._replace(figures=(Figure("A bridge.", None, None),))


def tags_of(item: Item, settings: Settings | None = None) -> Callable[[], Tags] | None:
    return Narrators(settings or Settings(), lambda _sentence: None).arrival(item, StillTimer()).tags


def look() -> MediaInfo:
    return MediaInfo(10.0, title="The\x1b[31m bridge", cover=b"cover")


@pytest.mark.parametrize(
    ("item", "title", "cover"),
    [
        (Item(DOCUMENT, look=look, is_named=False), "The␛[31m bridge", b"cover"),
        (Item(DOCUMENT, look=look), "", b"cover"),
        (Item(ILLUSTRATED, look=look, is_named=False), "The␛[31m bridge", None),
    ],
)
def test_the_tags_give_what_the_text_has_not(item: Item, title: str, cover: bytes | None) -> None:
    tags = tags_of(item)
    assert tags is not None
    assert tags() == Tags(title, cover)


def test_the_tags_give_nothing_that_is_not_needed() -> None:
    for item, settings in (
        (Item(ILLUSTRATED, look=look), Settings()),
        (Item(DOCUMENT, look=look), Settings(picture=Choice.OFF)),
    ):
        tags = tags_of(item, settings)
        assert tags is not None
        assert tags() == Tags()
    assert tags_of(Item(DOCUMENT)) is None


def test_the_tags_give_chapters_with_safe_titles_and_times() -> None:
    chapters = (TimedText("A\x1b[2J bridge", -3.0), TimedText("End", 5.0, 1e9))
    tags = tags_of(Item(ILLUSTRATED, look=lambda: MediaInfo(10.0, chapters=chapters)))
    assert tags is not None
    told = tags().chapters
    assert [(each.text, each.start_s) for each in told] == [("A␛[2J bridge", 0.0), ("End", 5.0)]
    own = (TimedText("Its own", 1.0),)
    known = tags_of(Item(ILLUSTRATED, chapters=own, look=look))
    assert known is not None
    assert known().chapters == own


def test_what_is_no_recording_says_so() -> None:
    def broken() -> MediaInfo:
        raise SourceError("It is no sound.", "Check it.")

    tags = tags_of(Item(DOCUMENT, look=broken))
    assert tags is not None
    with pytest.raises(SourceError):
        tags()
