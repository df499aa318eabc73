"""What gets what is at an address, with the account's copies."""

from __future__ import annotations

from functools import cached_property
from threading import Thread
from typing import TYPE_CHECKING

from briefing.ports.network import unheard

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.ports.network import Fetched, Progress
    from briefing.settings import Settings
    from briefing.sources.web.fetcher import HttpFetcher


class LateFetcher:
    """A `ports.Fetcher` whose libraries are imported when something is fetched.

    Args:
        settings: the settings in force.
        languages: those that the user reads, the likeliest first.
        meanwhile: what can be done while something comes: done once, in a thread of its own.
    """

    def __init__(
        self,
        settings: Settings,
        languages: tuple[str, ...],
        meanwhile: Callable[[], None] | None = None,
    ) -> None:
        self._settings, self._languages = settings, languages
        self._meanwhile = meanwhile
        self._named: list[str] = []

    def user_names(self, address: str) -> None:
        """Take an address for one that the user named before: what it names may be on its own server."""
        self._named.append(address)

    def open(self, address: str, asked_by: str = "", tell: Progress = unheard) -> Fetched:
        """Return what is at an address; see `ports.Fetcher`."""
        fetcher = self._fetcher
        while self._named:
            fetcher.user_names(self._named.pop())
        fetched = fetcher.open(address, asked_by, tell)
        meanwhile, self._meanwhile = self._meanwhile, None
        if meanwhile is not None:
            Thread(target=meanwhile, name="meanwhile", daemon=True).start()
        return fetched

    def close(self) -> None:
        """Let go of all connections."""
        if "_fetcher" in self.__dict__:
            self._fetcher.close()

    @cached_property
    def _fetcher(self) -> HttpFetcher:
        from briefing.folders import cache_path
        from briefing.sources.web.cache.copies import Cache
        from briefing.sources.web.client import Client
        from briefing.sources.web.fetcher import HttpFetcher

        cache = Cache(cache_path(), self._settings.cache_mb << 20)
        return HttpFetcher(Client(self._languages), cache, is_offline=self._settings.offline)
