"""What gets what is at an address, with the account's copies."""

from __future__ import annotations

from functools import cached_property
from threading import Thread
from typing import TYPE_CHECKING

from briefing.ports.network import unheard

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.cli.wiring.current import CurrentSettings
    from briefing.ports.network import Fetched, Progress
    from briefing.sources.web.client import Client
    from briefing.sources.web.fetcher import HttpFetcher


class LateFetcher:
    """A `ports.Fetcher` whose libraries are imported when something is fetched.

    Args:
        current: the settings in force, asked for whenever something is fetched.
        languages: those that the user reads, the likeliest first.
        meanwhile: what can be done while something comes: done once, in a thread of its own.
    """

    def __init__(
        self,
        current: CurrentSettings,
        languages: tuple[str, ...],
        meanwhile: Callable[[], None] | None = None,
    ) -> None:
        self._current, self._languages = current, languages
        self._meanwhile = meanwhile
        self._named: list[str] = []
        self._made: tuple[tuple[bool, int], HttpFetcher] | None = None
        """What fetches, and the settings that it goes by."""

    def user_names(self, address: str) -> None:
        """Take an address for one that the user named before: what it names may be on its own server."""
        self._named.append(address)

    def open(self, address: str, asked_by: str = "", tell: Progress = unheard) -> Fetched:
        """Return what is at an address; see `ports.Fetcher`."""
        fetcher = self._fetcher()
        while self._named:
            fetcher.user_names(self._named.pop())
        fetched = fetcher.open(address, asked_by, tell)
        meanwhile, self._meanwhile = self._meanwhile, None
        if meanwhile is not None:
            Thread(target=meanwhile, name="meanwhile", daemon=True).start()
        return fetched

    def close(self) -> None:
        """Let go of all connections."""
        if self._made is not None:
            self._made[1].close()

    @cached_property
    def _client(self) -> Client:
        from briefing.sources.web.client import Client

        return Client(self._languages)

    def _fetcher(self) -> HttpFetcher:
        """Return what fetches by the settings that are in force now."""
        from briefing.folders import cache_path
        from briefing.sources.web.cache.copies import Cache
        from briefing.sources.web.fetcher import HttpFetcher

        settings = self._current.now
        asked = settings.offline, settings.cache_mb
        if self._made is None or self._made[0] != asked:
            cache = Cache(cache_path(), settings.cache_mb << 20)
            self._made = asked, HttpFetcher(self._client, cache, is_offline=settings.offline)
        return self._made[1]
