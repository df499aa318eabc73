"""Which items have a recording and a text, and nothing that says when its words are spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.linked import LinkedKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.feed import FeedItem
    from briefing.listed import ListedItem
    from briefing.ports.library import Shelf

_WITH_TIMES: Final = ("vtt", "srt", "subrip", "ttml", "json")
"""What the media types of transcripts hold that tell times."""


def untimed(shelf: Shelf, items: Iterable[ListedItem]) -> Iterator[ListedItem]:
    """Yield those of the items, in their order, whose words could be timed and have no times yet.

    What is known is what their feeds say: a page that a feed names may have times of its own.
    """
    for item in items:
        if not item.has_recording:
            continue
        told = shelf.told_of(item.number)
        if told is not None and _lacks_times(told):
            yield item


def _lacks_times(told: FeedItem) -> bool:
    texts = [each for each in told.linked if each.kind is not LinkedKind.CHAPTERS]
    has_times = any(mark in each.media_type for each in texts for mark in _WITH_TIMES)
    return not has_times and bool(texts or told.text or told.link)
