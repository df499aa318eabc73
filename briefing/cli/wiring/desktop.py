"""The desktop of whoever plays: told of a session, late, where there is one."""

from __future__ import annotations

import os
from functools import partial
from threading import Event, Lock
from typing import TYPE_CHECKING, Final

from briefing.desktop.bus import session_bus
from briefing.events import DocumentOpened, PictureArrived, TagsArrived
from briefing.session.desktop import DesktopView, grant

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import ExitStack
    from pathlib import Path

    from briefing.desktop.link import DesktopLink
    from briefing.events import Event as Told
    from briefing.ports.desktop import DesktopWish, PlayerStanding
    from briefing.session import Session

_LATE_S: Final = 0.7
"""What the start still has to do is done by then."""


def attach(session: Session, cleanup: ExitStack) -> None:
    """Let the desktop see a session, and ask it for things, until `cleanup` is closed."""
    if address := session_bus(os.environ):
        cleanup.callback(_Attached(session, address).close)


class _Attached:
    """The two ends, and the cover between them."""

    def __init__(self, session: Session, address: str) -> None:
        self._session, self._address = session, address
        self._link: DesktopLink | None = None
        self._lock = Lock()
        self._standing: PlayerStanding | None = None
        self._closed = Event()
        self._is_seen = self._is_ready = False
        self._covers = 0
        self._brought: tuple[str, bytes | None] = "", None
        self._view = DesktopView(session, self)
        session.subscribe(self._on_event)

    def tell(self, standing: PlayerStanding) -> None:
        """Show how it stands, if the desktop is to see it."""
        self._standing = standing
        self._follow_setting()
        if self._link is not None:
            self._link.tell(standing)

    def _follow_setting(self) -> None:
        is_wanted = self._session.settings.desktop
        if is_wanted is self._is_seen:
            return
        self._is_seen = is_wanted
        if is_wanted:
            self._session.host.in_background(self._begin)
        else:
            self._end()

    def _begin(self) -> None:
        """Begin to be seen, in a thread."""
        if self._closed.wait(_LATE_S):
            return
        from briefing.desktop.link import DesktopLink

        with self._lock:
            if not self._closed.is_set() and self._is_seen and self._link is None:
                ready = partial(self._session.outbox.post, self._ready)
                self._link = DesktopLink(self._address, self._take, ready)
        if self._link is not None and self._standing is not None:
            self._link.tell(self._standing)

    def _end(self) -> None:
        with self._lock:
            link, self._link = self._link, None
        self._is_ready = False
        if link is not None:
            link.close()

    def notify(self, text: str) -> None:
        """Show a sentence, in the background."""
        from briefing.desktop.link import show_notice

        self._session.host.in_background(lambda: show_notice(self._address, text))

    def close(self) -> None:
        """Be seen no more."""
        self._closed.set()
        self._end()

    def _take(self, wish: DesktopWish) -> None:
        self._session.outbox.post(lambda: grant(self._session, wish))

    def _ready(self) -> None:
        self._is_ready, self._brought = True, ("", None)
        self._look_for_cover()

    def _on_event(self, event: Told) -> None:
        self._follow_setting()
        if self._is_ready:
            if isinstance(event, (TagsArrived, PictureArrived)):
                self._bring_cover()
            elif isinstance(event, DocumentOpened):
                self._look_for_cover()

    def _look_for_cover(self) -> None:
        if not self._session.is_opening:
            self._session.reader.tags.read(self._bring_cover)  # which a screen does anyway

    def _bring_cover(self) -> None:
        session, link = self._session, self._link
        document = session.document
        found = session.reader.tags.cover or session.picture.data
        folder = link.folder if link else None
        if folder is None or (document.id, found) == self._brought:
            return
        self._brought = document.id, found
        self._covers += 1
        number = self._covers

        def bring() -> None:
            from briefing.cli.wiring.pictures import first_in_file
            from briefing.export.picture import picture_of

            picture = picture_of(found) if found else first_in_file(document)
            if picture is None:
                return
            path = folder / f"cover-{number}.{picture.suffix}"
            _write(path, picture.data, lambda: session.outbox.post(lambda: show(path)))

        def show(path: Path) -> None:
            if session.document is document or session.document.id == document.id:
                self._view.show_cover(path.as_uri())

        session.host.in_background(bring)


def _write(path: Path, data: bytes, then: Callable[[], None]) -> None:
    try:
        path.write_bytes(data)
    except OSError:  # the folder has gone with its process, or is full: a picture less
        return
    then()
