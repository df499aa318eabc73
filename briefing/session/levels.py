"""How fast and how loud the voices are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.limits import SPEED_HIGH, SPEED_LOW
from briefing.model import VoiceKind

if TYPE_CHECKING:
    from briefing.audio.engine import Engine
    from briefing.session.keeping import Keeping
    from briefing.settings import Settings


class Levels:
    """Speed and volume. They are what an engine has after `apply`; the speed is kept with the briefing."""

    def __init__(self, settings: Settings, keeping: Keeping) -> None:
        self.volume = settings.volume
        """In percent, 0 to 100."""
        self.is_muted = False
        self.loudness = settings.level
        """How loud every voice is made."""
        self.skips_silence = settings.skip_silence
        """Whether long pauses are shortened."""
        self.pause_ms = settings.skip_silence_ms
        """How long one has to be for that."""
        self._keeping = keeping
        self.own_percent = {
            VoiceKind.RECORDING: settings.recording_volume,
            VoiceKind.SPEECH: settings.speech_volume,
            VoiceKind.NONE: 100,
        }
        """How loud each voice is of that, in percent."""

    def go_on_from(self, before: Levels) -> None:
        """Be as loud as the briefing that was open before."""
        self.volume, self.is_muted = before.volume, before.is_muted
        self.skips_silence, self.pause_ms = before.skips_silence, before.pause_ms
        self.loudness = before.loudness

    @property
    def speed(self) -> float:
        """The speed, 0.5 to 6 times the voice's own."""
        return self._keeping.speed

    def set_speed(self, value: float) -> None:
        """Take a speed, limited to 0.5 and 6."""
        self._keeping.speed = round(min(max(value, SPEED_LOW), SPEED_HIGH), 2)

    def set_volume(self, percent: int) -> None:
        """Take a volume, limited to 0 and 100."""
        self.volume = min(max(percent, 0), 100)

    def percent_of(self, voice: VoiceKind) -> float:
        """Return how loud a voice is, in percent."""
        return self.volume * self.own_percent[voice] / 100

    def apply(self, engine: Engine, voice: VoiceKind, *, is_aside: bool = False) -> None:
        """Give the engine the speed, the volume of the voice that reads, and what becomes of pauses.

        `is_aside`: whether it is heard beside the engine's frames, whose silence is then no pause.
        """
        engine.set_speed(self.speed)
        engine.set_volume(self.percent_of(voice))
        engine.set_muted(self.is_muted)
        engine.sounding.level(self.loudness.lufs)
        is_sound = voice is not VoiceKind.NONE and not is_aside
        engine.sounding.shorten_pauses(self.pause_ms / 1000 if self.skips_silence and is_sound else None)
