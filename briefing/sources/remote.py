"""An address as an item: its name at once, what is there when it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.formats.draft import Draft
from briefing.formats.registry import RECORDING, format_of
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
    from briefing.ports.media import MediaReader
    from briefing.ports.network import Fetcher


def open_address(name: str, *, reader: MediaReader, fetcher: Fetcher, wanted: Wanted = UNWANTED) -> Item:
    """Return what stands for an address until it has come: `Item.whole` waits for that.

    Args:
        name: As the user typed it.
        reader: What recordings are asked through.
        fetcher: What gets it.
        wanted: The language to show where texts come in several.

    Raises:
        SourceError: if it cannot be an address.
    """
    name = checked(name)
    shown = without_secrets(name)
    loading = Loading(host_of(name))

    def fetched() -> FetchedOpening:
        opening = FetchedOpening(fetcher.open(name, tell=loading.tell), reader, fetcher)
        if format_of(opening) is not RECORDING:
            opening.fetch()
        return opening

    def whole() -> Item:
        try:
            opening = fetched()
        finally:
            loading.is_over = True
        how = opening.fetched.notice
        if format_of(opening) is RECORDING:
            item = arriving_item(opening, shown, wanted)
        else:
            item = with_recording(assembled(opening, wanted).whole(), fetcher, opening.address)
        return item._replace(
            picture=picture_of(item.document, opening.address, fetcher),
            notice=" ".join(filter(None, (how, item.notice))) or None,
            got=how,
        )

    stand_in = Draft()
    stand_in.add(BlockKind.TITLE, f"{name_of(name)}, {host_of(name)}")
    return Item(stand_in.build(shown, host_of(name), Media()), more=whole, loading=loading, is_stand_in=True)
