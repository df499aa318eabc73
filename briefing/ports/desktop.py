"""What the desktop is told of a session, and what it may ask for."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, Protocol


class Playing(StrEnum):
    """What the player is doing, in the desktop's words."""

    PLAYING = "Playing"
    PAUSED = "Paused"
    STOPPED = "Stopped"


class PlayerStanding(NamedTuple):
    """How it stands with what is open: its name and its place. Nothing of the text itself is told."""

    state: Playing
    track: int
    """Another number for each briefing that is opened, from 1 on."""
    title: str
    artists: tuple[str, ...]
    album: str
    """What it is from, such as a feed; empty for none."""
    address: str
    """Where it is from, as an address; empty where that is nobody's business."""
    length_s: float
    """0 while unknown."""
    position_s: float
    at_s: float
    """The monotonic moment of that position; while it plays, it moves on from there."""
    speed: float
    volume: float
    """0 to 1."""
    jumps: int
    """How often the position has changed other than by playing."""
    can_seek: bool = True
    """Whether it is known yet what is where."""
    cover: str = ""
    """The address of a file with its picture; empty for none."""

    def position_at(self, now_s: float) -> float:
        """Return where it is at a monotonic moment, in seconds, inside what is open."""
        moved_s = (now_s - self.at_s) * self.speed if self.state is Playing.PLAYING else 0.0
        return min(max(self.position_s + moved_s, 0.0), self.length_s or float("inf"))


class WishKind(StrEnum):
    """What can be asked for."""

    PLAY = "play"
    PAUSE = "pause"
    TOGGLE = "toggle"
    STOP = "stop"
    NEXT = "next"
    PREVIOUS = "previous"
    SEEK_BY = "seek-by"
    """`number` is in seconds, below 0 to go back."""
    SEEK_TO = "seek-to"
    """`number` is in seconds."""
    SPEED = "speed"
    VOLUME = "volume"
    """`number` is from 0 to 1."""
    OPEN = "open"
    """`text` is a file or an address."""
    QUIT = "quit"


class DesktopWish(NamedTuple):
    """What the desktop asks for, with what goes with it."""

    asked: WishKind
    number: float = 0.0
    text: str = ""


class Desktop(Protocol):
    """What shows how it stands. Nobody waits for it."""

    def tell(self, standing: PlayerStanding) -> None:
        """Show this from now on; what was told before and not shown yet is not shown at all."""

    def notify(self, text: str) -> None:
        """Show a sentence for a while."""
