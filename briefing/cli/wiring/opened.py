"""What the player opens: what was asked for, else what was open last, else the sample."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.cli.wiring import sources
from briefing.errors import BriefingError
from briefing.sources.address import is_address, without_secrets

if TYPE_CHECKING:
    from briefing.settings import Settings
    from briefing.sources.item import Item
    from briefing.store import Store

SAMPLE: Final = "sample"


class Opened(NamedTuple):
    """What is to be played: its name, what is known of it, and whether it was asked for just now."""

    name: str
    item: Item
    is_asked: bool

    @property
    def remembered_as(self) -> str:
        """The name to open it by the next time; empty where there is none."""
        if self.name == SAMPLE:
            return SAMPLE
        if is_address(self.name):
            return without_secrets(self.name)
        return "" if self.name == "-" else os.path.abspath(self.name)  # noqa: PTH100  # a name, links and all


def open_asked(name: str, settings: Settings) -> Opened:
    """Open what was asked for, as far as that goes without a look into its recording.

    Raises:
        SourceError, UnsafeError: if it cannot be read as a briefing, or must not be.
    """
    return Opened(name, sources.open_at_once(name, settings, is_played=True), is_asked=True)


def open_last(store: Store, settings: Settings) -> Opened:
    """Open what was open last; the sample where that is nothing, or gone."""
    last = None
    try:
        last = store.last_source()
        if last:
            return Opened(last, sources.open_at_once(last, settings, is_played=True), is_asked=False)
    except BriefingError as error:
        return sample_instead(error, settings, is_remembered=bool(last))
    return Opened(SAMPLE, sources.open_at_once(SAMPLE, settings), is_asked=False)


def sample_instead(error: BriefingError, settings: Settings, *, is_remembered: bool) -> Opened:
    """Open the sample, which says why something else was not opened.

    Nobody asked for that now, and it may be gone for good: the sample always opens.
    """
    what = "What was open last cannot be opened." if is_remembered else ""
    item = sources.with_notice(sources.open_at_once(SAMPLE, settings), f"{what} {error}".strip())
    return Opened(SAMPLE, item, is_asked=False)
