"""What the engine tells of by itself: ends, failures, and what becomes of the sink. See `Engine.poll`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.audio.legs import Leg
    from briefing.errors import BriefingError


@dataclass(frozen=True, slots=True)
class EngineEnded:
    """The source's last frame has been heard."""


@dataclass(frozen=True, slots=True)
class EngineUnderrun:
    """The device ran out of sound for `frames` frames."""

    frames: int


@dataclass(frozen=True, slots=True)
class EngineFailed:
    """The source cannot be read any further; the engine has stopped there."""

    error: BriefingError


@dataclass(frozen=True, slots=True)
class DeviceLost:
    """The device went away. If something was playing, it is paused."""


@dataclass(frozen=True, slots=True)
class DeviceBack:
    """The device is there again. What its loss had paused plays on."""


@dataclass(frozen=True, slots=True)
class SinkTold:
    """Something else became of the sink; what, in a sentence."""

    message: str


@dataclass(frozen=True, slots=True)
class LegEnded:
    """A leg's last frame has been heard. If it halts, playing is paused; else it is silent for a while."""

    leg: Leg


@dataclass(frozen=True, slots=True)
class LegBegun:
    """What follows a leg is heard from now on, or will be as soon as it plays."""

    before: Leg


EngineEvent = (
    EngineEnded | EngineUnderrun | EngineFailed | DeviceLost | DeviceBack | SinkTold | LegEnded | LegBegun
)
