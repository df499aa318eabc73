"""Speech made faster or slower at unchanged pitch, by as much as it takes to fill its time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from briefing.audio.pcm import stereo

if TYPE_CHECKING:
    from numpy.typing import NDArray


def stretched(sound: NDArray[np.float32], tempo: float) -> NDArray[np.float32]:
    """Return mono sound at the engine's rate, `tempo` times as fast, at unchanged pitch."""
    if abs(tempo - 1) < 0.005 or not len(sound):  # noqa: PLR2004 - half a per cent is not heard
        return sound
    from briefing.audio.stretch import Stretch
    from briefing.limits import SPEED_HIGH, SPEED_LOW

    wanted = round(len(sound) / tempo)
    while abs(tempo - 1) >= 0.005:  # noqa: PLR2004
        step = min(max(tempo, SPEED_LOW), SPEED_HIGH)
        stretch = Stretch(0, step)
        stretch.feed(stereo(sound))
        stretch.finish()
        sound = stretch.take(stretch.available_frames)[:, 0]
        tempo /= step
    return np.ascontiguousarray(sound[:wanted])
