"""A session as the desktop sees it: how it stands is told, and what it asks for is done as if by keys."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from briefing import announce
from briefing.errors import BriefingError
from briefing.events import (
    CommandRun,
    CueChanged,
    DocumentArrived,
    DocumentOpened,
    PlaceMoved,
    TimelineChanged,
)
from briefing.model import TransportState
from briefing.ports.desktop import PlayerStanding, Playing, WishKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.events import Event
    from briefing.ports.desktop import Desktop, DesktopWish
    from briefing.session.session import Session

LONG_S: Final = 10.0
"""What takes so long is worth a notice: whoever waited has gone on to something else."""
_DRIFT_S: Final = 0.3
"""How far what is told may be from where it is."""
_MAY_STOP_TIMING: Final = ("align", "settings")
_NOTHING_OPEN: Final = (TransportState.EMPTY, TransportState.FAILED, TransportState.ENDED)


class DesktopView:
    """Tells a desktop how a session stands, whenever that is other than it was told."""

    def __init__(self, session: Session, desktop: Desktop) -> None:
        self._session, self._desktop = session, desktop
        self._told: PlayerStanding | None = None
        self._track = 1
        self._jumps = 0
        self._stopped_at: int | None = None
        """Where it was stopped; None where it was not, or has gone on since."""
        self._is_stopping = False
        self._cover = ""
        self._timing_since_s: float | None = None
        self._coming_since_s: float | None = session.clock() if session.is_opening else None
        session.subscribe(self._on_event)
        self._tell()

    def show_cover(self, address: str) -> None:
        """Show a picture beside what is open, the address of a file; empty for none."""
        self._cover = address
        self._tell()

    def _on_event(self, event: Event) -> None:
        match event:
            case CueChanged() if self._told is not None:
                if abs(self._told.position_at(self._session.clock()) - self._session.position_s) < _DRIFT_S:
                    return
                self._jumps += 1
            case PlaceMoved(offset):
                self._jumps += 1
                if self._is_stopping:
                    self._stopped_at, self._is_stopping = offset, False
            case CommandRun(id_):
                self._is_stopping = id_ == "stop"
                if id_ in _MAY_STOP_TIMING:
                    self._timing_since_s = None
            case DocumentArrived() | DocumentOpened():
                self._begin(is_here=isinstance(event, DocumentOpened))
            case TimelineChanged(progress):
                self._note_timing(progress)
            case _:
                pass
        self._tell()

    def _begin(self, *, is_here: bool) -> None:
        now_s = self._session.clock()
        if not is_here:
            self._track += 1
            self._cover, self._timing_since_s = "", None
            if self._session.is_opening:
                self._coming_since_s = now_s
        elif self._coming_since_s is not None:
            took_s, self._coming_since_s = now_s - self._coming_since_s, None
            self._notify(took_s, "What you opened is here.")

    def _note_timing(self, progress: float | None) -> None:
        now_s = self._session.clock()
        if progress is not None:
            if self._timing_since_s is None:
                self._timing_since_s = now_s
        elif self._timing_since_s is not None:
            took_s, self._timing_since_s = now_s - self._timing_since_s, None
            self._notify(took_s, "Timing the words is done.")

    def _notify(self, took_s: float, text: str) -> None:
        if took_s >= LONG_S and self._session.settings.notify:
            self._desktop.notify(text)

    def _tell(self) -> None:
        standing = standing_of(self._session, self._track, self._jumps, self._cover, self._is_stopped())
        before = self._told
        if before is not None:
            is_same = standing == before._replace(position_s=standing.position_s, at_s=standing.at_s)
            if is_same and abs(before.position_at(standing.at_s) - standing.position_s) < _DRIFT_S:
                return
        self._told = standing
        self._desktop.tell(standing)

    def _is_stopped(self) -> bool:
        if self._session.playback.is_playing or self._session.place != self._stopped_at:
            self._stopped_at = None
        return self._stopped_at is not None


def standing_of(session: Session, track: int, jumps: int, cover: str, is_stopped: bool) -> PlayerStanding:
    """Return how a session stands now."""
    levels, document, entry = session.reader.levels, session.document, session.queue.here
    if session.state is TransportState.PLAYING:
        state = Playing.PLAYING
    elif is_stopped or session.state in _NOTHING_OPEN:
        state = Playing.STOPPED
    else:
        state = Playing.PAUSED
    return PlayerStanding(
        state=state,
        track=track,
        title=document.title,
        artists=document.authors,
        album=entry.feed if entry else "",
        address=told_address(document.source),
        length_s=session.duration_s,
        position_s=session.position_s,
        at_s=session.clock(),
        speed=session.speed,
        volume=0.0 if levels.is_muted else levels.volume / 100,
        jumps=jumps,
        can_seek=session.playback.timeline is not None,
        cover=cover,
    )


@lru_cache(maxsize=8)
def told_address(source: str) -> str:
    """Return where something is from, as everybody on a desktop may know it.

    An address with a name, a password or a query may be the reader's alone, and is not told.
    """
    parts = urlsplit(source) if "://" in source else None
    if parts is None:
        path = Path(source).absolute()
        return path.as_uri() if source and path.exists() else ""
    is_public = parts.scheme in ("http", "https") and not (parts.query or "@" in parts.netloc)
    return source if is_public else ""


def grant(session: Session, wish: DesktopWish) -> None:
    """Do what the desktop asks for, as if a key had; in the face's thread. It is announced as a key's is."""
    _GRANTED[wish.asked](session, wish)


def _play_or_pause(session: Session, wish: DesktopWish) -> None:
    if session.playback.is_playing is (wish.asked is WishKind.PAUSE):
        session.run("play")


def _set_volume(session: Session, wish: DesktopWish) -> None:
    session.reader.set_levels(volume=round(wish.number * 100))
    session.say(announce.volume(session.reader.levels.volume, session.reader.levels.is_muted))


def _step(session: Session, *, is_back: bool) -> str:
    """Return the command to the next one: of several items an item, else a chapter, else a paragraph."""
    if session.queue.has_several:
        return "item-back" if is_back else "item-next"
    unit = "chapter" if session.reader.chapters.are_known else "paragraph"
    return f"{unit}-{'back' if is_back else 'forward'}"


def _seek(session: Session, to_s: float) -> None:
    if session.is_opening:
        return
    try:
        session.reader.seek_s(to_s)
    except BriefingError as error:
        session.say(str(error))
        return
    session.say(f"{announce.duration(session.position_s)}.")
    session.reader.tell_state()


_GRANTED: Final[Mapping[WishKind, Callable[[Session, DesktopWish], object]]] = {
    WishKind.PLAY: _play_or_pause,
    WishKind.PAUSE: _play_or_pause,
    WishKind.TOGGLE: lambda session, _: session.run("play"),
    WishKind.STOP: lambda session, _: session.run("stop"),
    WishKind.NEXT: lambda session, _: session.run(_step(session, is_back=False)),
    WishKind.PREVIOUS: lambda session, _: session.run(_step(session, is_back=True)),
    WishKind.SEEK_BY: lambda session, wish: _seek(session, session.position_s + wish.number),
    WishKind.SEEK_TO: lambda session, wish: _seek(session, wish.number),
    WishKind.SPEED: lambda session, wish: session.run("speed", f"{wish.number:g}"),
    WishKind.VOLUME: _set_volume,
    WishKind.OPEN: lambda session, wish: session.run("open", wish.text),
    WishKind.QUIT: lambda session, _: session.outbox.leave(),
}
