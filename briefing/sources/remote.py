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

    from briefing.ports.media import MediaReader
    from briefing.ports.network import Fetcher


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
    name = checked(name)
    shown = without_secrets(name)
    loading = Loading(host_of(name))

    def fetched() -> FetchedOpening:
        is_sound = PurePosixPath(name_of(name)).suffix.lower() in AUDIO_SUFFIXES
        if is_sound:
            expect(True)
        else:
            READY.prepare()
        opening = FetchedOpening(fetcher.open(name, tell=loading.tell), reader, fetcher)
        if format_of(opening) is not RECORDING:
            opening.fetch()
        elif not is_sound:
            READY.drop()
            expect(True)
        return opening

    def whole() -> Item:
        try:
            opening = fetched()
        finally:
            loading.is_over = True
        how = opening.fetched.notice
        if format_of(opening) is RECORDING:
            again = (lambda: fetcher.open(name).recording()) if is_looked_at else None
            item = arriving_item(opening, shown, wanted, again)
        else:
            try:
                item = with_recording(assembled(opening, wanted).whole(), fetcher, opening.address)
            finally:
                READY.drop()
            if item.remote is not None:
                expect(False)
        return item._replace(
            picture=picture_of(item.document, opening.address, fetcher),
            notice=" ".join(filter(None, (how, item.notice))) or None,
            fetch_notice=how,
        )

    stand_in = Draft()
    stand_in.add(BlockKind.TITLE, f"{name_of(name)}, {host_of(name)}")
    return Item(stand_in.build(shown, host_of(name), Media()), more=whole, loading=loading, is_stand_in=True)
