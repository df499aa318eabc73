"""A voice made faster, slower, higher or deeper than it speaks, and where its words are then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.audio.pcm import ENGINE_RATE_HZ, resample, stereo
from briefing.limits import SPEED_HIGH, SPEED_LOW

if TYPE_CHECKING:
    from numpy.typing import NDArray

SAME: Final = 0.02
"""What is changed by less than this is not changed: it is not heard, and costs quality."""
_STEP: Final = 240
"""Places are known every 5 ms."""


def altered(
    samples: NDArray[np.float32], rate_hz: int, onsets: NDArray[np.int64], tempo: float, pitch: float
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Return mono sound `tempo` times as fast and `pitch` times as high, and where its onsets are.

    Args:
        samples: float32, any length.
        rate_hz: their rate.
        onsets: samples at which something begins, sorted.
        tempo: 0.1 to 10.
        pitch: 0.5 to 2.
    """
    if abs(tempo - 1) < SAME and abs(pitch - 1) < SAME:
        return samples, onsets
    # Played `pitch` times as fast it is as high; then it is given back the time that this took.
    played_hz = round(rate_hz * pitch)
    sound = resample(samples, played_hz, ENGINE_RATE_HZ)
    places = onsets.astype(np.float64) * (ENGINE_RATE_HZ / played_hz)
    left = tempo / pitch
    while abs(left - 1) >= SAME / 4 and len(sound):
        step = min(max(left, SPEED_LOW), SPEED_HIGH)
        sound, places = _stretched(sound, places, step)
        left /= step
    starts = places * (rate_hz / ENGINE_RATE_HZ)
    return resample(sound, ENGINE_RATE_HZ, rate_hz), starts.astype(np.int64)


def _stretched(
    sound: NDArray[np.float32], places: NDArray[np.float64], speed: float
) -> tuple[NDArray[np.float32], NDArray[np.float64]]:
    from briefing.audio.stretch import Stretch

    stretch = Stretch(0, speed)
    stretch.feed(stereo(sound))
    stretch.finish()
    made, of_source = [], []
    while stretch.available_frames:
        of_source.append(stretch.place)
        made.append(stretch.take(_STEP)[:, 0])
    frames = np.arange(len(made) + 1) * float(_STEP)
    result = np.concatenate(made) if made else sound[:0]
    frames[-1:] = len(result)
    return result, np.interp(places, [*of_source, len(sound)], frames)
