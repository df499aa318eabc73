"""How what plays sounds: its volume, whether it sinks. Part of the `engine`, under its lock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.audio.pcm import ENGINE_RATE_HZ, volume_gain

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Lock

    from briefing.audio.mixer import Mixer

BACK_S: Final = 0.5


class Sounding:
    """Changes how a mixer sounds. For the face's thread.

    Args:
        mixer: What plays.
        lock: Held while it is changed.
        cut: Takes back what was rendered ahead.
    """

    def __init__(self, mixer: Mixer, lock: Lock, cut: Callable[[], None]) -> None:
        self._mixer, self._lock, self._cut = mixer, lock, cut
        self._volume, self._is_muted = 100.0, False

    def set_volume(self, percent: float) -> None:
        """Set the volume, 0 to 100, in steps that sound even."""
        self._volume = percent
        self._apply_gain()

    def set_muted(self, is_muted: bool) -> None:
        """Silence the sound, or not; the place moves on."""
        self._is_muted = is_muted
        self._apply_gain()

    def _apply_gain(self) -> None:
        with self._lock:
            self._cut()
            self._mixer.volume.wanted = 0.0 if self._is_muted else volume_gain(self._volume)

    def shorten_pauses(self, limit_s: float | None) -> None:
        """Shorten pauses that are longer, from now on; None for none."""
        limit = None if limit_s is None else round(limit_s * ENGINE_RATE_HZ)
        with self._lock:
            if limit != self._mixer.pauses.limit:
                self._cut()
                self._mixer.pauses.limit = limit
                self._mixer.read_anew()

    def level(self, target_lufs: float | None) -> None:
        """Make every source as loud as so many LUFS (EBU R 128), evenly; None leaves them as they are."""
        with self._lock:
            if target_lufs != self._mixer.levelling.target_lufs:
                self._cut()
                self._mixer.levelling.target_lufs = target_lufs
                self._mixer.read_anew()

    @property
    def saved_s(self) -> float:
        """How much time shortened pauses have saved, as far as they are rendered."""
        with self._lock:
            return self._mixer.pauses.saved_frames / ENGINE_RATE_HZ

    def fade_out(self, seconds: float) -> None:
        """Let what plays sink to silence within so many seconds; to play again brings it back."""
        with self._lock:
            self._mixer.volume.fade.aim(self._mixer.frames, 0.0, max(round(seconds * ENGINE_RATE_HZ), 1))

    def fade_in(self) -> None:
        """Let what sinks come back, within half a second."""
        with self._lock:
            self._cut()
            self._mixer.volume.fade.aim(self._mixer.frames, 1.0, round(BACK_S * ENGINE_RATE_HZ))
