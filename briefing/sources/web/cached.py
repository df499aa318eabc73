"""The copy of something, as a fetcher gives it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from briefing.errors import LostError, SourceError
from briefing.sources.address import name_of
from briefing.sources.web.answer import HEAD_BYTES, too_long
from briefing.sources.web.arriving import ArrivingFile
from briefing.sources.web.patience import Patience

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.ports.network import Arriving
    from briefing.sources.web.answer import Answer
    from briefing.sources.web.cache.copies import Cache, Copy
    from briefing.sources.web.cache.partial import Found, PartialFile


class Cached:
    """A `ports.Fetched` of a copy."""

    def __init__(self, cache: Cache, address: str, copy: Copy, notice: str) -> None:
        self.address, self.name = copy.address, name_of(copy.address)
        self.media_type, self.charset = copy.media_type, copy.charset
        self.notice = notice
        self.head = cache.head(copy, HEAD_BYTES)
        self._cache, self._asked, self._copy = cache, address, copy

    def data(self, most_bytes: int) -> bytes:
        """Return all of it; see `ports.Fetched`."""
        if self._copy.size_bytes > most_bytes:
            raise too_long(self.name, most_bytes)
        data = self._cache.data(self._copy)
        if data is None:
            self._cache.forget(self._asked)
            raise SourceError(f"The copy of {self.name} is damaged.", "Open it again while you are online.")
        return data

    def recording(self) -> Arriving:
        """Return it as a recording, all of which is there; see `ports.Fetched`."""
        return ArrivingFile(None, self._cache.held(self._copy), _nothing_more, patience=Patience())

    def close(self) -> None:
        """There is nothing to let go of."""


class CachedPart:
    """A `ports.Fetched` of what came of something another time; its rest comes when there is a network."""

    def __init__(
        self,
        partial: PartialFile,
        found: Found,
        again: Callable[[int], Answer],
        *,
        reason: str,
        patience: Patience,
    ) -> None:
        self.address, self.name = found.address, name_of(found.address)
        self.media_type, self.charset = found.media_type, found.charset
        self.head = partial.beginning(HEAD_BYTES)
        what = "this is the copy that was kept" if partial.is_whole else "only what came before is here"
        self.notice = f"{reason.rstrip('.')}: {what}."
        self._partial, self._again, self._patience = partial, again, patience

    def data(self, most_bytes: int) -> bytes:
        """Return all of it, if that is there; see `ports.Fetched`."""
        size = self._partial.size_bytes
        try:
            if size is None or not self._partial.is_whole:
                raise LostError(f"Only a part of {self.name} is here.", "Open it again while you are online.")
            if size > most_bytes:
                raise too_long(self.name, most_bytes)
            return self._partial.path.read_bytes()
        finally:
            self.close()

    def recording(self) -> Arriving:
        """Return it as a recording whose rest may come; see `ports.Fetched`."""
        return ArrivingFile(None, self._partial, self._again, patience=self._patience)

    def close(self) -> None:
        """Let go of the file; see `ports.Fetched`."""
        self._partial.close()


def _nothing_more(_start: int) -> Answer:
    raise SourceError("The copy that was kept is gone.", "Open it again.")


def copy_notice(reason: str, copy: Copy) -> str:
    """Return the sentence that says that a copy is given, and why."""
    return f"{reason.rstrip('.')}: this is the copy of {day_of(copy)}."


def day_of(copy: Copy) -> str:
    """Return when a copy was made, in words."""
    when, now = datetime.fromtimestamp(copy.fetched_s).astimezone(), datetime.now().astimezone()
    day = f"{when.day} {when:%B}"
    if when.date() == now.date():
        return f"today, {when:%H:%M}"
    return day if when.year == now.year else f"{day} {when.year}"
