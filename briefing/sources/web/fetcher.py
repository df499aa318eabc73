"""What is at an address: from the network where it is newer, else the copy that was kept.

Rules:
1. Whatever was opened once can be opened again without the network: then its copy is, and says of when it is.
2. A copy is asked for anew each time (`If-None-Match`), and no answer is waited for twice where one will do.
3. What broke off goes on from where it was, or is asked for again, a few times; then the copy stands for it.
4. A refusal is told, with the copy that there is; nothing is put in the place of what was asked for.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from briefing.errors import LostError, SourceError
from briefing.ports import unheard
from briefing.sources.address import checked, name_of
from briefing.sources.web.answer import HEAD_BYTES
from briefing.sources.web.came import Came, Question
from briefing.sources.web.faults import ChangedError, OfflineError
from briefing.sources.web.kept import Kept, day_of, older

if TYPE_CHECKING:
    from briefing.ports import Progress
    from briefing.sources.web.answer import Answer
    from briefing.sources.web.cache.copies import Cache, Copy
    from briefing.sources.web.client import Client


class HttpFetcher:
    """A `ports.Fetcher` by HTTP, with the copies of what was fetched before."""

    def __init__(self, client: Client, cache: Cache, *, is_offline: bool = False) -> None:
        self._client, self._cache, self._is_offline = client, cache, is_offline

    def open(self, address: str, asked_by: str = "", tell: Progress = unheard) -> Came | Kept:
        """Return what is at an address; see `ports.Fetcher`."""
        address = checked(address)
        copy = self._cache.find(address)
        if self._is_offline:
            if copy is None:
                raise SourceError(
                    f"There is no copy of {name_of(address)}, and nothing is fetched while `offline` is on.",
                    "Turn it off with --no-offline.",
                )
            return Kept(self._cache, address, copy, older("Offline", copy))
        try:
            return self._asked(Question(address, asked_by, tell), copy)
        except LostError as error:
            if copy is None:
                raise
            reason = "Offline" if isinstance(error, OfflineError) else error.message
            return Kept(self._cache, address, copy, older(reason, copy))
        except SourceError as error:
            if copy is not None:
                offer = f"To read the copy of {day_of(copy)}, add --offline."
                raise SourceError(error.message, offer) from error
            raise

    def _asked(self, asked: Question, copy: Copy | None) -> Came | Kept:
        if copy is not None:
            answer = self._client.get(asked.address, asked.by, version=copy.version, is_known=True)
            if answer.is_unchanged:
                answer.close()
                self._cache.confirm(asked.address, copy)
                return Kept(self._cache, asked.address, copy, self._cache.take_notice())
        else:
            answer = self._begun(asked)
        try:
            return Came(self._client, self._cache, asked, answer, copy)
        except BaseException:
            answer.close()
            raise

    def _begun(self, asked: Question) -> Answer:
        """Return an answer that goes on where what came another time ends, if it can be had."""
        version, hole = self._cache.begun(asked.address)
        if hole >= HEAD_BYTES and version.for_range:
            start = min(hole, (version.size_bytes or hole + 1) - 1)
            with suppress(ChangedError):
                return self._client.get(asked.address, asked.by, start=start, version=version)
        return self._client.get(asked.address, asked.by)

    def close(self) -> None:
        """Let go of all connections."""
        self._client.close()
