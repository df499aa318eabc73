"""What happens to the voices and their sound by itself, as values: `Playback` returns them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefing.audio.engine_events import (
        DeviceBack,
        DeviceLost,
        EngineEnded,
        EngineUnderrun,
        LegEnded,
        SinkTold,
    )
    from briefing.errors import BriefingError
    from briefing.model import VoiceKind

    EngineNews = EngineEnded | EngineUnderrun | DeviceLost | DeviceBack | SinkTold | LegEnded
    """What an engine reports that is more than a playback's own; match it with `assert_never`."""


class VoiceLoaded(NamedTuple):
    """A voice is ready, and reads from now on. `notice`: what there is to tell of the device, once."""

    kind: VoiceKind
    notice: str | None


class VoiceFailed(NamedTuple):
    """A voice cannot read; `fallback` takes over, None where another reads already or there is none."""

    kind: VoiceKind
    error: BriefingError
    fallback: VoiceKind | None


class VoiceWaits(NamedTuple):
    """A voice has nothing to read on with, and is waited for."""

    kind: VoiceKind
    is_slow: bool = False
    """Whether that was so before, and will be again."""


class VoiceBack(NamedTuple):
    """A voice that could not read can again, and does, at the same word."""

    kind: VoiceKind


class TimingsSharpened(NamedTuple):
    """Words were timed; `progress` is 0 to 1, None when it is done."""

    progress: float | None


VoiceNews = VoiceLoaded | VoiceFailed | VoiceWaits | VoiceBack | TimingsSharpened
"""What becomes of the voices; match it with `assert_never`."""
