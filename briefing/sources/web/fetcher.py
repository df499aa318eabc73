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

    def user_names(self, address: str) -> None:
        """Take an address for one that the user named before; see `Client.user_names`."""
        self._client.user_names(address)

    def open(
        self, address: str, asked_by: str = "", tell: Progress = unheard
    ) -> Download | Cached | CachedPart:
        """Return what is at an address; see `ports.Fetcher`."""
        request = Request(checked(address), asked_by, tell)
        copy = self._cache.find(request.address)
        if self._is_offline:
            return self._cached(request, copy, "Offline") or _refuse(name_of(request.address))
        try:
            return self._fetched(request, copy)
        except LostError as error:
            found = self._cached(
                request, copy, "Offline" if isinstance(error, OfflineError) else error.message
            )
            if found is None:
                raise
            return found
        except SourceError as error:
            if copy is None:
                raise
            if lacks_secret(request.address):  # it would be refused for ever
                return Cached(self._cache, request.address, copy, copy_notice(error.message, copy))
            offer = f"To read the copy of {day_of(copy)}, add --offline."
            raise SourceError(error.message, f"{error.hint} {offer}") from error

    def _fetched(self, request: Request, copy: Copy | None) -> Download | Cached:
        """Return what the server gives, its head there; the copy, where there is nothing newer."""
        if copy is None:
            download = self._resumed(request) or self._begun(request)
        else:
            answer = self._client.get(request.address, request.by, version=copy.version, is_known=True)
            if answer.is_unchanged:
                answer.close()
                self._cache.confirm(request.address, copy)
                return Cached(self._cache, request.address, copy, self._cache.take_notice())
            download = Download(self._client, self._cache, request, answer, copy)
        try:
            download.begin()
        except BaseException:
            download.close()
            raise
        return download

    def _begun(self, request: Request) -> Download:
        answer = self._client.get(request.address, request.by)
        return Download(self._client, self._cache, request, answer, None)

    def _resumed(self, request: Request) -> Download | None:
        """Return what goes on from what came another time; None if there is none, or it has changed."""
        partial = self._cache.begun(request.address)
        if partial is None:
            return None
        size = partial.size_bytes
        start, _ = partial.hole(0, size or sys.maxsize) or ((size or 1) - 1, size)
        try:
            answer = self._client.get(request.address, request.by, start=start, version=partial.version)
        except ChangedError:
            partial.close()
            return None
        except BaseException:
            partial.close()
            raise
        download = Download(self._client, self._cache, request, answer, None)
        if answer.start:
            download.resume(partial)
        else:  # the server sends all of it
            partial.close()
        return download

    def _cached(self, request: Request, copy: Copy | None, reason: str) -> Cached | CachedPart | None:
        """Return what came another time, where nothing comes now; None if it is nothing, or too little."""
        if copy is not None:
            return Cached(self._cache, request.address, copy, copy_notice(reason, copy))
        partial = self._cache.begun(request.address)
        if partial is None:
            return None
        if partial.found is None:
            partial.close()
            return None

        def again(start: int) -> Answer:
            if self._is_offline:
                raise SourceError(
                    f"Only a part of {name_of(request.address)} is here, and nothing is fetched while "
                    "`offline` is on.",
                    _TURN_IT_OFF,
                )
            return self._client.get(request.address, request.by, start=start, version=partial.version)

        return CachedPart(partial, partial.found, again, reason=reason, patience=self._client.patience)

    def close(self) -> None:
        """Let go of all connections."""
        self._client.close()


def _refuse(name: str) -> Never:
    raise SourceError(
        f"There is no copy of {name}, and nothing is fetched while `offline` is on.",
        _TURN_IT_OFF,
    )
