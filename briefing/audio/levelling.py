"""Every source as loud as another: its gain follows how loud it was so far, and peaks bend before they clip.

Rules:
1. The gain of a source is its own: what another was like changes nothing of it, so a change of voice is no
   jump in loudness once both were heard.
2. It goes evenly to where it is to be: quickly in the first seconds, and then so slowly that nobody hears it.
   A whole is measured, not the moment: soft passages stay soft, and nothing pumps.
3. What would be louder than `PEAK` is bent, sample by sample; below the knee nothing is changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

import numpy as np

from briefing.audio.loudness_gauge import LoudnessGauge
from briefing.audio.pcm import ENGINE_RATE_HZ, gain_of_db

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from briefing.ports.sound import FrameSource

KNEE: Final = gain_of_db(-4.0)
PEAK: Final = gain_of_db(-1.5)
"""So that peaks between samples stay below -1 dBTP."""
MOST_DB: Final = 20.0
"""More would only make noise of what is all but silence."""
FIRST_S: Final = 4.0
FIRST_DB_S: Final = 8.0
LATER_DB_S: Final = 0.5
"""How fast the gain changes, decibels a second: while little was heard, and then."""


class Levelled:
    """One source: measured as it is read, and made as loud as is wanted."""

    def __init__(self) -> None:
        self.target_lufs: float | None = None
        self._gauge = LoudnessGauge()
        self._gain_db = 0.0

    def measure(self, samples: NDArray[np.float32]) -> None:
        """Take note of what is read of it, float32 (n, 2)."""
        self._gauge.add(samples)

    def applied(self, samples: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return what is heard of it next, as loud as it is to be."""
        wanted_db = self._wanted_db
        pace = FIRST_DB_S if self._gauge.measured_s < FIRST_S else LATER_DB_S
        step_db = pace * len(samples) / ENGINE_RATE_HZ
        before_db = self._gain_db
        self._gain_db += min(max(wanted_db - before_db, -step_db), step_db)
        if before_db == self._gain_db == 0.0:
            return samples
        gains = np.linspace(gain_of_db(before_db), gain_of_db(self._gain_db), len(samples), dtype=np.float32)
        return bent(samples * gains[:, np.newaxis])

    @property
    def _wanted_db(self) -> float:
        if self.target_lufs is None:
            return 0.0
        if self._gauge.lufs is None:
            return self._gain_db
        return min(max(self.target_lufs - self._gauge.lufs, -MOST_DB), MOST_DB)


def bent(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return samples of which none is louder than `PEAK`; those below the knee are as they were."""
    sizes = np.abs(samples)
    if not len(samples) or float(sizes.max()) <= KNEE:
        return samples
    room = PEAK - KNEE
    over = np.maximum(sizes - KNEE, 0)
    limited: NDArray[np.float32] = np.where(
        over > 0, np.sign(samples) * (KNEE + room * np.tanh(over / room)), samples
    ).astype(np.float32)
    return limited


class Levelling:
    """What makes sources as loud as one another. `target_lufs` is how loud; None leaves them as they are."""

    def __init__(self) -> None:
        self.target_lufs: float | None = None
        self._known: WeakKeyDictionary[FrameSource, Levelled] = WeakKeyDictionary()

    def of(self, source: FrameSource) -> Levelled | None:
        """Return what measures and levels a source; None where nothing ever was to be levelled."""
        known = self._known.get(source)
        if known is None and self.target_lufs is None:
            return None
        if known is None:
            known = self._known[source] = Levelled()
        known.target_lufs = self.target_lufs
        return known
