"""A page's picture, which comes after its text, where somebody looks."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from briefing.events import PictureArrived

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.session.host import Host
    from briefing.session.outbox import Outbox


class LeadPicture:
    """What `fetch` brings; it may block, and fail. None: there is none."""

    def __init__(self, fetch: Callable[[], bytes | None] | None, host: Host, outbox: Outbox) -> None:
        self.data: bytes | None = None
        """A picture as its file would hold it; nobody has looked whether it is one."""
        self._fetch = fetch
        self._in_background = host.in_background
        self._outbox = outbox
        self._is_left = False

    def bring(self) -> None:
        """Have it fetched in the background, unless it is here; `PictureArrived` tells that it is then."""
        fetch, self._fetch = self._fetch, None
        if fetch is None:
            return

        def work() -> None:
            found = None
            with suppress(Exception):  # its words stand for it, as where there is none
                found = fetch()
            self._outbox.post(lambda: self._take(found, fetch))

        self._in_background(work)

    def leave(self) -> None:
        """Tell of it no more."""
        self._is_left = True

    def _take(self, found: bytes | None, fetch: Callable[[], bytes | None]) -> None:
        if self._is_left:
            return
        if not found:
            self._fetch = fetch  # it may be wanted yet
            return
        self.data = found
        self._outbox.emit(PictureArrived())
