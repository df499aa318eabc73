"""Sources: opened, with what their recordings say of themselves."""

from __future__ import annotations

import os
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING, Final

from briefing.cli import waited
from briefing.cli.wiring.account import spoken_languages
from briefing.cli.wiring.current import CurrentSettings
from briefing.commands.table import MANUAL
from briefing.errors import BriefingError, SourceError, UsageError
from briefing.loading import Loading
from briefing.safe import safe_line
from briefing.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from briefing.model import Document
    from briefing.playlist import SoundFile
    from briefing.ports.media import MediaInfo
    from briefing.ports.network import Arriving
    from briefing.sources.item import Item

_USUAL: Final = Settings()
A_FILE: Final = "file:///"
"""Who names a host where a file of the user's does: anybody may have written it."""


def open_item(name: str, settings: Settings = _USUAL) -> Item:
    """Open a source, with what its recording says of itself; the language that is set wins over its own.

    A recording at an address that its text names is not fetched. What is opened so is printed or written, so
    its document names addresses without their secrets.

    Raises:
        SourceError, UnsafeError: if it cannot be read as a briefing, or must not be.
        UsageError: if it is a place in one.
    """
    _refuse_place(name)
    return _whole(open_at_once(name, settings))


def _refuse_place(name: str) -> None:
    """Refuse a link to a place, where all of a source is meant.

    Raises:
        UsageError: if it is one.
    """
    from briefing.sources.link import link_from

    place = link_from(name).place
    if place:
        raise UsageError(
            f"{safe_line(name, 120)} is a place in a briefing, and all of it is wanted here.",
            f"Leave out #{place}. The player and `briefing show` start at a place.",
        )


def open_listed_item(number: int, settings: Settings) -> Item:
    """Open an item of the library, as `open_item` does, whatever files there are.

    Raises:
        SourceError, UnsafeError: if there is none, or it cannot be read.
    """
    from briefing.cli.wiring.library import open_number

    return _whole(open_number(number, settings, TagReader()))


def open_timed(name: str, settings: Settings = _USUAL) -> Item:
    """Open a source as `open_item` does, with `words` found already.

    A process looks into its recording meanwhile, so that both take hardly longer than one of them.

    Raises:
        SourceError, UnsafeError: as `open_item` does.
    """
    _refuse_place(name)
    item = open_at_once(name, settings)
    if item.look is None or item.is_stand_in or item.document.media.duration_s is not None:
        return _whole(item)
    from threading import Thread

    look = item.look

    def look_into() -> None:
        with suppress(BriefingError):  # it is told to everybody who asks for it
            look()

    Thread(target=look_into, name="looking", daemon=True).start()
    words, found = item.words, _whole(item)
    return found if found.media_path is None else found._replace(timings=lambda _tell: words)


def _whole(item: Item) -> Item:
    """Return an item with all that comes later, and without the secrets of its addresses."""
    with waited.told(item.loading):
        whole = item.whole()
    return whole._replace(document=_without_secrets(whole.document))


def _without_secrets(document: Document) -> Document:
    from briefing.sources.address import has_secret, is_address, without_secrets

    def spared(src: str | None) -> str | None:
        return without_secrets(src) if src and is_address(src) and has_secret(src) else src

    return document._replace(
        media=document.media._replace(src=spared(document.media.src)),
        figures=tuple(figure._replace(src=spared(figure.src)) for figure in document.figures),
    )


@contextmanager
def recording_at(address: str, settings: Settings = _USUAL) -> Iterator[Path]:
    """Fetch the recording that is at an address, or that the text there names; yield its file.

    Raises:
        SourceError, UnsafeError: if it cannot be had, or there is none.
    """
    with recording_of(open_item(address, settings)) as path:
        yield path


@contextmanager
def recording_of(item: Item, most_bytes: int | None = None) -> Iterator[Path]:
    """Fetch the recording of what was opened, where it is no file; yield its file.

    Raises:
        SourceError, UnsafeError: if it cannot be had, there is none, or it is longer than `most_bytes`.
    """
    if item.remote is not None:
        from briefing.sources.address import host_of

        loading = Loading(host_of(item.document.media.src or ""), "recording")
        with waited.told(loading), closing(item.remote()) as arriving:
            _await(arriving, loading, most_bytes)
            yield arriving.path
    elif item.media_path is not None:
        yield item.media_path
    else:
        raise SourceError(f"{item.document.title} has no recording.", "Give the address of a recording.")


def _await(arriving: Arriving, loading: Loading, most_bytes: int | None) -> None:
    """Wait until all of a recording is there."""
    at = 0
    while (reached := arriving.reach(at)) > at:
        at = reached
        loading.tell(at, arriving.size_bytes)
        if most_bytes is not None and max(at, arriving.size_bytes or 0) > most_bytes:
            raise SourceError(
                f"The recording is longer than {most_bytes // 1_000_000} megabytes.",
                "Allow for more with --most-mb.",
            )
    arriving.wait()
    loading.is_over = True


def open_at_once(
    name: str, settings: Settings = _USUAL, *, is_played: bool = False, current: CurrentSettings | None = None
) -> Item:
    """Open a source as far as that goes without a look into its recording.

    Args:
        name: as the user typed it.
        settings: the settings to open it by.
        is_played: whether its recording will be played: what plays it is made ready while it comes.
        current: the settings in force, where they can be changed while more of it is fetched.

    Raises:
        SourceError, UnsafeError: if it cannot be read as a briefing, or must not be.
    """
    from briefing.sources.address import is_address
    from briefing.sources.companions import Wanted

    if name.isdecimal() and not os.path.lexists(name):
        from briefing.cli.wiring.library import open_number

        return open_number(int(name), settings, TagReader())
    if name == MANUAL:
        from briefing.cli.wiring.manual import open_manual

        return open_manual(name, settings)
    current = current or CurrentSettings(settings)
    languages = spoken_languages(os.environ)
    wanted = Wanted(settings.language, languages, settings.skip_marked)
    if is_address(name):
        from briefing.cli.wiring.network import LateFetcher
        from briefing.cli.wiring.sound import import_player
        from briefing.sources.remote import open_address

        fetcher = LateFetcher(current, languages, import_player if is_played else None)
        expect = _expect_played if is_played else _expect
        return open_address(
            name,
            reader=TagReader(),
            fetcher=fetcher,
            wanted=wanted,
            expect=expect,
            is_looked_at=not is_played,
        )
    from briefing.sources.assemble import open_source

    item = open_source(name, reader=TagReader(), wanted=wanted)
    if item.playlist is not None:
        if is_played:
            _expect_played(has_tags=False)
        return item
    src = item.document.media.src
    if src is None or item.media_path is not None:
        return item
    from briefing.cli.wiring.network import LateFetcher
    from briefing.sources.remote_recording import with_recording

    return with_recording(item, LateFetcher(current, languages), asked_by=A_FILE)


def _expect(has_tags: bool) -> None:
    """Have the process started that reads tags, where those of a recording are wanted."""
    if has_tags:
        from briefing.audio.media.starting import PROBES

        PROBES.prepare()


def _expect_played(has_tags: bool) -> None:
    """Have the processes started that read tags and that decode, for a recording that will be played."""
    from briefing.audio.media.starting import DECODERS

    _expect(has_tags)
    DECODERS.prepare()


class TagReader:
    """A `ports.MediaReader` that is imported when a file with tags is met."""

    def probe(self, path: Path) -> MediaInfo:
        """Return the file's duration and tags.

        Raises:
            SourceError: if it is no audio that can be decoded.
        """
        from briefing.audio.media.probe import Probe

        return Probe().probe(path)

    def tags(self, path: Path) -> MediaInfo:
        """Return the file's tags alone.

        Raises:
            SourceError: if it cannot be looked at.
        """
        from briefing.audio.media.probe import Probe

        return Probe().tags(path)

    def survey(self, path: Path, ends: Mapping[str, float | None]) -> dict[str, SoundFile]:
        """Return what there is of a book's sound files.

        Raises:
            SourceError, UnsafeError: if they cannot be looked at, or must not be.
        """
        from briefing.audio.media.survey import survey

        return survey(path, ends)


def with_notice(item: Item, notice: str) -> Item:
    """Return `item` with one more sentence for the user."""
    return item._replace(notice=" ".join(part for part in (notice, item.notice) if part))
