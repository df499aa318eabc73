"""Sources: opened, with what their recordings say of themselves."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from briefing.cli.wiring.account import spoken_languages
from briefing.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.ports import MediaInfo
    from briefing.sources.item import Item

_USUAL: Final = Settings()


def open_item(name: str, settings: Settings = _USUAL) -> Item:
    """Open a source, with what its recording says of itself; the language that is set wins over its own.

    Raises:
        SourceError, UnsafeError: if it cannot be read as a briefing, or must not be.
    """
    return open_at_once(name, settings).whole()


def open_at_once(name: str, settings: Settings = _USUAL) -> Item:
    """Open a source as far as that goes without a look into its recording.

    Raises:
        SourceError, UnsafeError: if it cannot be read as a briefing, or must not be.
    """
    from briefing.sources.address import is_address
    from briefing.sources.companions import Wanted

    languages = spoken_languages(os.environ)
    wanted = Wanted(settings.language, languages)
    if is_address(name):
        from briefing.cli.wiring.network import LateFetcher
        from briefing.sources.remote import open_address

        fetcher = LateFetcher(settings, languages)
        return open_address(name, reader=TagReader(), fetcher=fetcher, wanted=wanted)
    from briefing.sources.assemble import open_source

    return open_source(name, reader=TagReader(), wanted=wanted)


class TagReader:
    """A `ports.MediaReader` that is imported when a file with tags is met."""

    def probe(self, path: Path) -> MediaInfo:
        """Return the file's duration and tags.

        Raises:
            SourceError: if it is no audio that can be decoded.
        """
        from briefing.audio.media.probe import Probe

        return Probe().probe(path)


def with_notice(item: Item, notice: str) -> Item:
    """Return `item` with one more sentence for the user."""
    return item._replace(notice=" ".join(part for part in (notice, item.notice) if part))
