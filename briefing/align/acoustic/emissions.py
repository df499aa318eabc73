"""Emissions: what is heard of each English phone, every 10 ms.

Theory of operation: the acoustic model speaks every 20 ms. It is asked twice, the second
time half a row later, and the two answers are interleaved, so that onsets are known to
10 ms. Sound is heard in windows with context on either side, in two threads, because most
of the work is done by matrix products that leave Python's lock alone.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.align.acoustic.mixing import mixing_matrix
from briefing.align.acoustic.model import FRAME_FRAMES
from briefing.align.arrays import ROW_FRAMES
from briefing.align.pronunciation.phones import BLANK, BOUNDARY, COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.align.acoustic.model import AcousticModel
    from briefing.align.arrays import Floats


_WINDOW_ROWS: Final = 1000
"""Rows that the model is given at once, ten seconds: attention grows with the square, so short ones are
fast. Doubled, the cold voice is at 45.2 ms."""
_CONTEXT_ROWS: Final = 100
"""Rows on either side that it sees as well, one second: it was found to be context enough."""
_LEAST_PROBABILITY: Final = np.float32(1e-5)
"""The least probability, so that no logarithm is of nothing."""
GAP: Final = COLUMNS
"""The column after the phones, blank and boundary: either of the two last."""
STAR: Final = COLUMNS + 1
"""The column after it: anything, at a price (Pratap et al., "Star Temporal Classification", 2022)."""
WIDTH: Final = STAR + 1
"""Columns of emissions."""
_UNSURE: Final = 0.8
"""Below this probability of whatever is likeliest, the model is at a loss. Clear speech has 0.9,
babble 0.8; with some synthetic voices, which have no noise of their own, it falls to 0.5 now and then."""
_NOISE_FLOOR: Final = 0.02
"""It is then asked again over a noise of this power, in parts of the sound's own."""
_SURER_BY: Final = 0.05
"""And believed where it is surer by this."""
_SMOOTHING_ROWS: Final = 25
"""How far on either side its sureness is averaged, in the model's own rows of 20 ms: half a second."""
_STAR_BELOW_BEST_NATS: Final = np.float32(3.0)
"""How much less likely the star is than the likeliest phone."""
_STAR_BELOW_GAP_NATS: Final = np.float32(0.03)
"""And than a gap, in nats: it fits all, and nothing best."""


class EmissionModel:
    """Hears windows of sound, and returns emissions."""

    def __init__(self, model: AcousticModel, threads: int = 2) -> None:
        self._model = model
        self._mixing = mixing_matrix(model.alphabet)
        self._threads = threads

    def emissions(self, samples: Floats, on_rows: Callable[[int], None] | None = None) -> Floats:
        """Return log-likelihoods, float32 (1 + frames // 160, WIDTH), of mono sound at 16 kHz.

        `on_rows` is told after each window how many rows are done; what it raises ends the hearing.
        """
        rows = 1 + samples.size // ROW_FRAMES
        out = np.empty((rows, WIDTH), dtype=np.float32)
        starts = range(0, rows, _WINDOW_ROWS)
        with ThreadPoolExecutor(self._threads) as pool:
            try:
                for start, scores in zip(
                    starts, pool.map(lambda start: self._window(samples, start, rows), starts), strict=True
                ):
                    out[start : start + len(scores)] = scores
                    if on_rows:
                        on_rows(start + len(scores))
            except BaseException:  # whoever ends it does not want to wait for all the windows
                pool.shutdown(wait=False, cancel_futures=True)
                raise
        return out

    def _window(self, samples: Floats, start: int, rows: int) -> Floats:
        stop = min(start + _WINDOW_ROWS, rows)
        first = max(0, start - _CONTEXT_ROWS)
        last = min(rows, stop + _CONTEXT_ROWS)
        piece = samples[first * ROW_FRAMES : last * ROW_FRAMES]
        if piece.size < FRAME_FRAMES:
            piece = np.pad(piece, (0, FRAME_FRAMES - piece.size))
        scores = np.empty((2 * (piece.size // FRAME_FRAMES + 2), WIDTH), dtype=np.float32)
        for phase in (0, 1):
            mixed = self._mixed(piece[phase * ROW_FRAMES :])
            scores[phase : phase + 2 * len(mixed) : 2] = mixed
            scores[phase + 2 * len(mixed) :: 2] = mixed[-1]
        return scores[start - first : stop - first]

    def _mixed(self, piece: Floats) -> Floats:
        probabilities = self._probabilities(np.ascontiguousarray(piece))
        scores = np.empty((len(probabilities), WIDTH), dtype=np.float32)
        scores[:, :COLUMNS] = probabilities @ self._mixing
        scores[:, GAP] = scores[:, BLANK] + scores[:, BOUNDARY]
        np.log(scores[:, : GAP + 1] + _LEAST_PROBABILITY, out=scores[:, : GAP + 1])
        best = scores[:, :BLANK].max(axis=1)
        np.maximum(best - _STAR_BELOW_BEST_NATS, scores[:, GAP] - _STAR_BELOW_GAP_NATS, out=scores[:, STAR])
        return scores

    def _probabilities(self, piece: Floats) -> Floats:
        """Return the model's probabilities; where it is at a loss, those over a floor of noise."""
        probabilities = np.exp(self._model.log_probs(piece))
        sure = _smoothed(probabilities.max(axis=1))
        if (sure < _UNSURE).any():
            others = np.exp(self._model.log_probs(piece, _NOISE_FLOOR))
            better = _smoothed(others.max(axis=1)) > sure + _SURER_BY
            probabilities[better] = others[better]
        return probabilities


def _smoothed(sureness: Floats) -> Floats:
    """Return the mean of each row and its neighbours, half a second on either side."""
    padded = np.pad(sureness, _SMOOTHING_ROWS, mode="edge")
    sums = np.cumsum(np.pad(padded, (1, 0)), dtype=np.float64)
    width = 2 * _SMOOTHING_ROWS + 1
    return ((sums[width:] - sums[:-width]) / width).astype(np.float32)
