"""How loud a recording is, for a picture of it: its peaks, and where it is not silent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from briefing.model import Pcm

COLUMNS: Final = 750
"""Columns of a row's waveform."""
_OTHER_S: Final = 1.0
"""In a gap as long as this, sound is more than the end of a word or a breath."""
_LOUD: Final = 0.1
"""What reaches this share of the words' own level is sound, 20 dB below them."""
_LOUD_SHARE: Final = 0.3
STEP_S: Final = 0.02
"""How finely loudness is looked at."""


def peaks_of(pcm: Pcm, row_s: float, rows: int) -> NDArray[np.float32]:
    """Return the loudest sample of each column of each row, (rows, COLUMNS), the loudest of all being 1."""
    samples = pcm.samples[:, 0]
    edges = np.rint(np.arange(rows * COLUMNS + 1) * (row_s * pcm.rate_hz / COLUMNS)).astype(np.int64)
    whole = int(np.searchsorted(edges, len(samples)))
    loud = np.zeros(rows * COLUMNS, dtype=np.float32)
    if whole:
        starts = edges[:whole][: rows * COLUMNS]
        loud[: len(starts)] = np.maximum(
            np.maximum.reduceat(samples, starts), -np.minimum.reduceat(samples, starts)
        )
    top = float(loud.max(initial=0.0))
    return (loud / top if top > 0 else loud).round(3).reshape(rows, COLUMNS)


class Loudness:
    """How loud the recording is every 20 ms, beside its own words."""

    def __init__(self, pcm: Pcm, cues: Sequence[tuple[float, float, float, str]]) -> None:
        step = max(1, round(STEP_S * pcm.rate_hz))
        count = len(pcm.samples) // step
        frames = pcm.samples[: count * step, 0].reshape(count, step)
        self._levels = np.sqrt(np.square(frames, dtype=np.float32).mean(axis=1))
        spoken = [self._levels[int(start / STEP_S) : int(stop / STEP_S)] for start, stop, _, _ in cues]
        heard = np.concatenate(spoken) if spoken else self._levels
        self._threshold = _LOUD * float(np.quantile(heard, 0.75)) if heard.size else 0.0

    def is_loud(self, start_s: float, stop_s: float) -> bool:
        """Whether a gap holds sound, as music or words that the text lacks."""
        own = self._levels[int(start_s / STEP_S) : int(stop_s / STEP_S)]
        if stop_s - start_s < _OTHER_S or not own.size:
            return False
        return bool((own > max(self._threshold, 1e-4)).mean() >= _LOUD_SHARE)
