"""What gets what is at an address, with the account's copies."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from briefing.ports.network import unheard

if TYPE_CHECKING:
    from briefing.ports.network import Fetched, Fetcher, Progress
    from briefing.settings import Settings


class LateFetcher:
    """A `ports.Fetcher` whose libraries are imported when something is fetched."""

    def __init__(self, settings: Settings, languages: tuple[str, ...]) -> None:
        self._settings, self._languages = settings, languages

    def open(self, address: str, asked_by: str = "", tell: Progress = unheard) -> Fetched:
        """Return what is at an address; see `ports.Fetcher`."""
        return self._fetcher.open(address, asked_by, tell)

    @cached_property
    def _fetcher(self) -> Fetcher:
        from briefing.folders import cache_path
        from briefing.sources.web.cache.copies import Cache
        from briefing.sources.web.client import Client
        from briefing.sources.web.fetcher import HttpFetcher

        cache = Cache(cache_path(), self._settings.cache_mb << 20)
        return HttpFetcher(Client(self._languages), cache, is_offline=self._settings.offline)
