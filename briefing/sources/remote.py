"""An address as an item: its name at once, what is there when it has come."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from briefing.formats.draft import Draft
from briefing.formats.pages.html.process import READY
from briefing.formats.registry import RECORDING, format_of
from briefing.formats.suffixes import AUDIO_SUFFIXES
from briefing.loading import Loading
from briefing.model import BlockKind, Media
from briefing.sources.address import checked, host_of, name_of, without_secrets
from briefing.sources.assemble import assembled
from briefing.sources.companions import UNWANTED, Wanted
from briefing.sources.fetched import FetchedOpening
from briefing.sources.item import Item
from briefing.sources.lead_picture import picture_of
from briefing.sources.remote_recording import arriving_item, with_recording

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.feed import Feed
    from briefing.ports.media import MediaReader
    from briefing.ports.network import Arriving, Fetcher


def open_address(
    name: str,
    *,
    reader: MediaReader,
    fetcher: Fetcher,
    wanted: Wanted = UNWANTED,
    expect: Callable[[bool], None] = lambda _has_tags: None,
    is_looked_at: bool = False,
) -> Item:
    """Return what stands for an address until it has come: `Item.whole` waits for that.

    Args:
        name: As the user typed it.
        reader: What recordings are asked through.
        fetcher: What gets it.
        wanted: The language to show where texts come in several.
        expect: Told as soon as a recording is on its way, and whether its tags will be read; soon done.
        is_looked_at: Whether only what a recording says is wanted for now: it does not go on coming then.

    Raises:
        SourceError: if it cannot be an address.
    """
    source = _RemoteSource(
        checked(name), reader=reader, fetcher=fetcher, wanted=wanted, expect=expect, is_looked_at=is_looked_at
    )
    stand_in = Draft()
    stand_in.add(BlockKind.TITLE, f"{name_of(source.address)}, {host_of(source.address)}")
    document = stand_in.build(source.shown, host_of(source.address), Media())
    return Item(document, more=source.whole, loading=source.loading, is_stand_in=True)


class _RemoteSource:
    """What is at an address that can be one; see `open_address`."""

    def __init__(
        self,
        address: str,
        *,
        reader: MediaReader,
        fetcher: Fetcher,
        wanted: Wanted,
        expect: Callable[[bool], None],
        is_looked_at: bool,
    ) -> None:
        self.address, self.shown = address, without_secrets(address)
        self.loading = Loading(host_of(address))
        self._reader, self._fetcher, self._wanted = reader, fetcher, wanted
        self._expect, self._is_looked_at = expect, is_looked_at

    def whole(self) -> Item:
        """Return it when it has come: of a recording its beginning, all of everything else."""
        try:
            opening = self._fetched()
        finally:
            self.loading.is_over = True
        how = opening.fetched.notice
        item = self._read(opening)
        return item._replace(
            picture=picture_of(item.document, opening.address, self._fetcher),
            notice=" ".join(filter(None, (how, item.notice))) or None,
            fetch_notice=how,
        )

    def _fetched(self) -> FetchedOpening:
        """Wait for what is there; what will read it, by its name, is started meanwhile."""
        is_sound = PurePosixPath(name_of(self.address)).suffix.lower() in AUDIO_SUFFIXES
        if is_sound:
            self._expect(True)
        else:
            READY.prepare()
        fetched = self._fetcher.open(self.address, tell=self.loading.tell)
        opening = FetchedOpening(fetched, self._reader, self._fetcher)
        format_ = format_of(opening)
        if format_ is not RECORDING:
            opening.fetch(is_file=format_.is_file)
        elif not is_sound:
            READY.drop()
            self._expect(True)
        return opening

    def _read(self, opening: FetchedOpening) -> Item:
        if format_of(opening) is RECORDING:
            again = self._recording_again if self._is_looked_at else None
            return arriving_item(opening, self.shown, self._wanted, again)
        try:
            text = assembled(opening, self._wanted).whole()
        finally:
            READY.drop()
        if text.feed is not None:
            return self._newest_of(text.feed, text, opening.address)
        item = with_recording(text, self._fetcher, opening.address)
        if item.remote is not None:
            self._expect(False)
        return item

    def _newest_of(self, feed: Feed, text: Item, address: str) -> Item:
        """Return the newest item of a feed with its page, where the feed holds no more than its beginning."""
        from briefing.formats.feeds.item import holds_story, newest
        from briefing.sources.listed import open_listed

        item = newest(feed.items)
        if holds_story(item):
            return with_recording(text, self._fetcher, address)
        found = open_listed(item, address, reader=self._reader, fetcher=self._fetcher, wanted=self._wanted)
        return found.whole()._replace(feed=feed)

    def _recording_again(self) -> Arriving:
        return self._fetcher.open(self.address).recording()
