"""What is at an address: from the network where it is newer, else the copy that was kept.

Rules:
1. Whatever was opened once can be opened again without the network: then its copy is, and says of when it is.
2. A copy is asked for anew each time (`If-None-Match`), and no answer is waited for twice where one will do.
3. What broke off goes on from where it was, or is asked for again, a few times; then the copy stands for it.
4. A refusal is told, with the copy that there is; nothing is put in the place of what was asked for.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final, Never

from briefing.errors import LostError, SourceError
from briefing.ports.network import unheard
from briefing.sources.address import checked, lacks_secret, name_of
from briefing.sources.web.cached import Cached, CachedPart, copy_notice, day_of
from briefing.sources.web.download import Download, Request
from briefing.sources.web.faults import ChangedError, OfflineError

if TYPE_CHECKING:
    from briefing.ports.network import Progress
    from briefing.sources.web.answer import Answer
    from briefing.sources.web.cache.copies import Cache, Copy
    from briefing.sources.web.client import Client


_TURN_IT_OFF: Final = "Turn it off with --no-offline."


class HttpFetcher:
    """A `ports.Fetcher` by HTTP, with the copies of what was fetched before."""

    def __init__(self, client: Client, cache: Cache, *, is_offline: bool = False) -> None:
        self._client, self._cache, self._is_offline = client, cache, is_offline

    def open(
        self, address: str, asked_by: str = "", tell: Progress = unheard
    ) -> Download | Cached | CachedPart:
        """Return what is at an address; see `ports.Fetcher`."""
        address = checked(address)
        copy = self._cache.find(address)
        if self._is_offline:
            if copy is not None:
                return Cached(self._cache, address, copy, copy_notice("Offline", copy))
            return self._part(Request(address, asked_by, tell), "Offline") or _refuse(name_of(address))
        try:
            return self._asked(Request(address, asked_by, tell), copy)
        except LostError as error:
            reason = "Offline" if isinstance(error, OfflineError) else error.message
            if copy is None:
                part = self._part(Request(address, asked_by, tell), reason)
                if part is None:
                    raise
                return part
            return Cached(self._cache, address, copy, copy_notice(reason, copy))
        except SourceError as error:
            if copy is None:
                raise
            if lacks_secret(address):  # it would be refused for ever
                return Cached(self._cache, address, copy, copy_notice(error.message, copy))
            offer = f"To read the copy of {day_of(copy)}, add --offline."
            raise SourceError(error.message, f"{error.hint} {offer}") from error

    def _asked(self, asked: Request, copy: Copy | None) -> Download | Cached:
        if copy is not None:
            answer = self._client.get(asked.address, asked.by, version=copy.version, is_known=True)
            if answer.is_unchanged:
                answer.close()
                self._cache.confirm(asked.address, copy)
                return Cached(self._cache, asked.address, copy, self._cache.take_notice())
            download = Download(self._client, self._cache, asked, answer, copy)
        else:
            download = self._first(asked)
        try:
            download.begin()
        except BaseException:
            download.close()
            raise
        return download

    def _first(self, asked: Request) -> Download:
        """Return what comes of something without a copy: what came another time goes on, if it can."""
        partial = self._cache.begun(asked.address)
        if partial is not None:
            size = partial.size_bytes
            start, _ = partial.hole(0, size or sys.maxsize) or ((size or 1) - 1, size)
            try:
                answer = self._client.get(asked.address, asked.by, start=start, version=partial.version)
            except ChangedError:
                partial.close()
            except BaseException:
                partial.close()
                raise
            else:
                download = Download(self._client, self._cache, asked, answer, None)
                if answer.start:
                    download.resume(partial)
                else:
                    partial.close()
                return download
        return Download(self._client, self._cache, asked, self._client.get(asked.address, asked.by), None)

    def _part(self, asked: Request, reason: str) -> CachedPart | None:
        """Return what came of something another time, where no more comes now; None if it is too little."""
        partial = self._cache.begun(asked.address)
        if partial is None or partial.found is None:
            if partial is not None:
                partial.close()
            return None

        def again(start: int) -> Answer:
            if self._is_offline:
                raise SourceError(
                    f"Only a part of {name_of(asked.address)} is here, and nothing is fetched while "
                    "`offline` is on.",
                    _TURN_IT_OFF,
                )
            return self._client.get(asked.address, asked.by, start=start, version=partial.version)

        return CachedPart(partial, partial.found, again, reason)

    def close(self) -> None:
        """Let go of all connections."""
        self._client.close()


def _refuse(name: str) -> Never:
    raise SourceError(
        f"There is no copy of {name}, and nothing is fetched while `offline` is on.",
        _TURN_IT_OFF,
    )
