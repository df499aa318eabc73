"""What of a sound is silence: its level against the loudness of what is said in it.

A stretch of 10 ms is silent if it lies far below what is loud there (`BELOW_DB`) and near the quietest that
was heard (`ABOVE_FLOOR_DB`). So noise that is always there is silence between words where it is soft, and
music is none: under speech it is louder than that, and alone its soft passages lie above what is quietest in
it. In the first second nothing is known yet, and nothing is silent. Pure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.audio.pcm import ENGINE_RATE_HZ

if TYPE_CHECKING:
    from numpy.typing import NDArray

HOP_FRAMES: Final = ENGINE_RATE_HZ // 100
BELOW_DB: Final = 30.0
"""How far below speech silence is at least. Music under speech is usually 10 to 25 dB below it."""
ABOVE_FLOOR_DB: Final = 8.0
"""How far above the quietest it may be: levels of noise vary so much from one stretch to the next."""
FLOOR_DB: Final = 55.0
"""What lies so far below speech is as quiet as anything can be: the reverberation of a room is louder."""
_SOUNDING_DB: Final = 40.0
"""What is so far below the loudest counts for nothing in how loud it is, however long it lasts."""
_REMEMBERED: Final = 3000
"""Half a minute."""
_LEAST: Final = 100
_RENEWED: Final = 25
_NOTHING_DB: Final = -100.0


class SilenceSense:
    """Learns what is silent in one source, as that is heard."""

    def __init__(self) -> None:
        self._levels = np.full(_REMEMBERED, _NOTHING_DB, np.float32)
        self._count = 0
        self._renewed_at = -_RENEWED
        self._limit_db = -np.inf

    def silent(self, samples: NDArray[np.float32]) -> NDArray[np.bool_]:
        """Return for each whole `HOP_FRAMES` of samples, float32 (n, 2), whether they are silent."""
        hops = samples[: len(samples) // HOP_FRAMES * HOP_FRAMES].reshape(-1, HOP_FRAMES * samples.shape[1])
        power = np.einsum("ij,ij->i", hops, hops) / hops.shape[1]
        levels = (10 * np.log10(np.maximum(power, 1e-10))).astype(np.float32)
        for level in levels:
            self._levels[self._count % _REMEMBERED] = level
            self._count += 1
        if self._count - self._renewed_at >= _RENEWED:
            self._renew()
        found: NDArray[np.bool_] = levels <= self._limit_db
        return found

    def _renew(self) -> None:
        self._renewed_at = self._count
        if self._count < _LEAST:
            return
        known = self._levels[: min(self._count, _REMEMBERED)]
        loud = float(np.percentile(known[known > known.max() - _SOUNDING_DB], 90))
        floor = max(float(np.percentile(known, 1)), loud - FLOOR_DB)
        self._limit_db = min(loud - BELOW_DB, floor + ABOVE_FLOOR_DB)
