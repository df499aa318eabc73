"""What the player opens: what was asked for, else what was open last, else the sample."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.cli.wiring import sources
from briefing.cli.wiring.library import is_kept_there
from briefing.commands.mentions import mention
from briefing.commands.table import MANUAL
from briefing.errors import BriefingError, UsageError
from briefing.session.queue import ALONE
from briefing.sources.address import is_address, without_secrets

if TYPE_CHECKING:
    from briefing.cli.wiring.current import CurrentSettings
    from briefing.cli.wiring.library import AccountLibrary
    from briefing.session.queue import Queue
    from briefing.settings import Settings
    from briefing.sources.item import Item
    from briefing.store import Store

SAMPLE: Final = "sample"
NEW_HERE: Final = f"New here? {mention('manual')} opens the manual."


class Opened(NamedTuple):
    """What is to be played: its name, what is known of it, and whether it was asked for just now."""

    name: str
    item: Item
    is_asked: bool
    remembered: str = ""
    """The name to open it by the next time, where that is another."""
    queue: Queue = ALONE
    """What it stands in."""
    at: str = ""
    """Where in it to begin; empty for where it was left."""

    @property
    def remembered_as(self) -> str:
        """The name to open it by the next time; empty where there is none, or it was only looked up."""
        if self.remembered:
            return self.remembered
        if self.name == MANUAL:
            return ""
        if self.name == SAMPLE:
            return SAMPLE
        if is_address(self.name):
            return without_secrets(self.name)
        return "" if self.name == "-" else os.path.abspath(self.name)  # noqa: PTH100  # a name, links and all


def open_asked(name: str, current: CurrentSettings) -> Opened:
    """Open what was asked for, as far as that goes without a look into its recording.

    Raises:
        SourceError, UnsafeError: if it cannot be read as a briefing, or must not be.
    """
    item = _sample(current.now) if name == SAMPLE else _played(name, current)
    return Opened(name, item, is_asked=True)


def _played(name: str, current: CurrentSettings) -> Item:
    return sources.open_at_once(name, current.now, is_played=True, current=current)


def open_kept(name: str, library: AccountLibrary) -> Opened:
    """Open what is in the library; soon done.

    Raises:
        SourceError: if there is no such item.
        NothingToHearError: if nothing is left to be heard today.
    """
    item, queue = library.open(name)
    remembered = queue.here.source if queue.here else name
    return Opened(name, item, is_asked=True, remembered=remembered, queue=queue)


def open_later(name: str, current: CurrentSettings, library: AccountLibrary) -> Opened:
    """Return what stands for what was asked for; soon done. `Item.whole` opens it.

    Raises:
        SourceError: if it cannot be an address, or there is no such item.
        UsageError: if what is piped in is meant, or nothing is left to be heard today.
    """
    from briefing.sources.link import link_from

    name, at = link_from(name)
    return _later(name, current, library)._replace(at=at)


def _later(name: str, current: CurrentSettings, library: AccountLibrary) -> Opened:
    if name == "-":
        raise UsageError("What is piped in can only be opened at the start.", "Give a file or an address.")
    if is_kept_there(name):
        return open_kept(name, library)
    if is_address(name) or name == MANUAL:
        return open_asked(name, current)
    from briefing.formats.draft import Draft
    from briefing.model import BlockKind, Media
    from briefing.sources.item import Item

    stand_in = Draft()
    stand_in.add(BlockKind.TITLE, os.path.basename(name.rstrip("/")) or name)  # noqa: PTH119  # as it is typed
    document = stand_in.build(name, name, Media())

    def whole() -> Item:
        found = _played(name, current)
        return found.whole() if found.is_stand_in else found

    item = Item(document, more=whole, is_stand_in=True)
    return Opened(name, item, is_asked=True)


def open_last(store: Store, current: CurrentSettings, library: AccountLibrary) -> Opened:
    """Open what was open last; the sample where that is nothing, or gone."""
    last = None
    try:
        last = store.last_source()
        if last and is_kept_there(last):
            return open_kept(last, library)._replace(is_asked=False)
        if last:
            return Opened(last, _played(last, current), is_asked=False)
    except BriefingError as error:
        return sample_instead(error, current.now, is_remembered=bool(last))
    return Opened(SAMPLE, _sample(current.now), is_asked=False)


def _sample(settings: Settings) -> Item:
    """Return the sample, which names the manual before anything else: it is what a stranger opens."""
    return sources.with_notice(sources.open_at_once(SAMPLE, settings), NEW_HERE)


def sample_instead(error: BriefingError, settings: Settings, *, is_remembered: bool) -> Opened:
    """Open the sample, which says why something else was not opened.

    Nobody asked for that now, and it may be gone for good: the sample always opens.
    """
    what = "What was open last cannot be opened." if is_remembered else ""
    item = sources.with_notice(sources.open_at_once(SAMPLE, settings), f"{what} {error}".strip())
    return Opened(SAMPLE, item, is_asked=False)
