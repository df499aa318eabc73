"""Recordings at addresses: those that a text names, and those that were opened themselves."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Final

from briefing.errors import SourceError
from briefing.model import Media
from briefing.sources.address import is_address
from briefing.sources.assemble import assembled
from briefing.sources.id3 import end_of_picture, end_of_tag
from briefing.sources.opening import Opening

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.ports.media import MediaInfo, MediaReader
    from briefing.ports.network import Arriving, Fetcher
    from briefing.sources.companions import Wanted
    from briefing.sources.fetched import FetchedOpening
    from briefing.sources.item import Item
    from briefing.timeline import Timeline

MOST_TAG_BYTES: Final = 16 << 20
"""No more of a recording is waited for because of its tags, which may hold a picture."""
LONG_BYTES: Final = 1 << 16
"""A picture of which so much is still to come is not waited for where that can be passed over."""


def with_recording(item: Item, fetcher: Fetcher, asked_by: str) -> Item:
    """Return an item whose recording is fetched when it is wanted, where its text names one at an address.

    Args:
        item: What was opened.
        fetcher: What gets it.
        asked_by: The address of the text that names it, or its name, so that it is no host that only the
            user may name.
    """
    src = item.document.media.src
    if item.media_path is not None or item.playlist is not None or src is None or not is_address(src):
        return item
    more = item.more

    @cache
    def remote() -> Arriving:
        return fetcher.open(src, asked_by).recording()

    return item._replace(
        remote=remote, more=None if more is None else lambda: with_recording(more(), fetcher, asked_by)
    )


def arriving_item(
    opening: FetchedOpening, shown: str, wanted: Wanted, again: Callable[[], Arriving] | None = None
) -> Item:
    """Return a recording that was asked for, which goes on arriving: what it is about is in its tags.

    Args:
        opening: What has come of it.
        shown: Its address without secrets.
        wanted: The language to show where texts come in several.
        again: Goes on with it when its sound is wanted; it stops coming until then. None: it goes on.
    """
    arriving = opening.fetched.recording()
    if arriving.is_whole:
        return assembled(_Arrived(opening, arriving.path, shown), wanted).whole()
    from briefing.formats.tags import read_info
    from briefing.sources.match import match_words

    info = _tags(arriving, opening.head.data, opening.reader)
    draft = read_info(info, opening.stem)
    draft.language = wanted.language or draft.language
    document = draft.build(shown, opening.stem, Media(shown, available=True))

    def timings(_tell: Callable[[str], None]) -> Timeline | None:
        return match_words(document, draft.words, None) if draft.words else None

    from briefing.sources.item import Item

    notice = " ".join(draft.notices) or None
    remote = cache(again) if again else lambda: arriving
    if again:
        arriving.close()
    return Item(
        document,
        timings,
        draft.chapters,
        notice=notice,
        look=lambda: info,
        remote=remote,
        is_named=bool(info.title),
    )


class _Arrived(Opening):
    """A recording that has come, called as it is at its address."""

    def __init__(self, of: FetchedOpening, path: Path, shown: str) -> None:
        super().__init__(shown, path, of.reader)
        self._of = of

    @property
    def called(self) -> str:
        """What to call it in a sentence."""
        return self._of.called

    @property
    def stem(self) -> str:
        """Its name without the suffix, readable."""
        return self._of.stem


def _tags(arriving: Arriving, head: bytes, reader: MediaReader) -> MediaInfo:
    """Return what its tags say, as far as they stand at its beginning; no picture that is long in coming."""
    from briefing.ports.media import MediaInfo

    is_whole = _await_tag(arriving, min(end_of_tag(head), MOST_TAG_BYTES))
    try:
        info = reader.tags(arriving.path)
    except SourceError:
        return MediaInfo(0.0)
    return info if is_whole else info._replace(cover=None)


def _await_tag(arriving: Arriving, stop: int) -> bool:
    """Wait for a tag that ends at `stop`; return whether that is all of it, the picture too."""
    at, is_whole = 0, True
    with suppress(SourceError):  # it is not to be had now: what is there of it is told
        while at < stop and (reached := arriving.reach(at)) > at:
            at = reached
            if arriving.has_ranges and at < stop and (picture := _picture(arriving, at)) > at + LONG_BYTES:
                at, is_whole = picture, False
    return is_whole and at >= stop


def _picture(arriving: Arriving, stop: int) -> int:
    """Return where the picture ends that is coming; 0 where none is."""
    with arriving.path.open("rb") as file:
        return end_of_picture(file.read(stop), stop) or 0
