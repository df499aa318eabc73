"""Speaker adaptation: a reading bent towards a recording's voice, by what is known to be the same.

Theory of operation: voice conversion by joint regression (Stylianou et al., IEEE Trans. SAP
6(2), 1998), here a single linear map from the reading's features to the recording's, by
ridge regression. Where text and recording are matched against each other, what the map
leaves over is made alike in all directions (whitened), so that distances count what tells
sounds apart, and not what varies between voices anyway.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from briefing.align.arrays import Doubles, Flags, Floats, Ints


_CONTEXT_ROWS: Final = 2
"""Rows of the reading before and after a row that the map sees, too."""
_RIDGE: Final = 50.0
"""The ridge of that map, in rows: as if so many spoke for no dependence at all."""
_ALIKE_ROWS: Final = 150.0
"""The ridge of the search's map, in rows that speak for the two voices being alike."""
_FEW_ROWS: Final = 250
"""Up to so many rows of evidence; with more, it falls as they grow."""
_LEVEL_ROWS: Final = 20.0
"""The least of that ridge, and that of the voices' constant difference, in rows."""
_LEAST_SHRINKAGE: Final = 0.1
"""How far the covariance of what is left over is shrunk towards one that is alike in all directions, after
Ledoit and Wolf (Journal of Multivariate Analysis 88(2), 2004), who estimate the share; at least this much."""
_SHRINKAGE_ROWS: Final = 100
"""And half of the rest with so many rows."""
_LEAST_ROWS: Final = 500
"""From less than five seconds a voice is not learnt."""
_PART_ROWS: Final = 50_000
"""Rows that are summed up at once, so that memory does not grow with the recording."""
_LEAST_VARIANCE: Final = 1e-6
"""Is added to the variance, which of two equal voices is nothing."""
_LEAST_SPREAD: Final = 1e-9
"""The least variance in a direction that is divided by."""


@dataclass(frozen=True, slots=True)
class Adaptation:
    """How a recording's features come from a reading's, and the directions in which to compare them."""

    weights: Doubles
    whitening: Doubles

    def of_recording(self, features: Floats) -> Floats:
        """Return features of the recording, to be compared."""
        recording: Floats = (features @ self.whitening.astype(np.float32)).astype(np.float32)
        return recording

    def of_synthesis(self, features: Floats) -> Floats:
        """Return features of the reading, in the recording's voice, to be compared."""
        both = (self.weights @ self.whitening).astype(np.float32)
        synthesis: Floats = features @ both[:-1] + both[-1]
        return synthesis


def learn_adaptation(recording: Floats, synthesis: Floats) -> Adaptation:
    """Return the adaptation learnt from rows of a recording that were matched with rows of a reading."""
    square = np.zeros((synthesis.shape[1] + 1, synthesis.shape[1] + 1))
    product = np.zeros((synthesis.shape[1] + 1, recording.shape[1]))
    ours_square = np.zeros((recording.shape[1], recording.shape[1]))
    for first in range(0, len(recording), _PART_ROWS):
        ours = recording[first : first + _PART_ROWS].astype(np.float64)
        theirs = synthesis[first : first + _PART_ROWS].astype(np.float64)
        theirs = np.hstack((theirs, np.ones((len(theirs), 1))))
        square += theirs.T @ theirs
        product += theirs.T @ ours
        ours_square += ours.T @ ours
    # Until there is evidence, voices are taken to be alike.
    alike = np.eye(*product.shape)
    ridge = max(_ALIKE_ROWS * _FEW_ROWS / max(len(recording), _FEW_ROWS), _LEVEL_ROWS) * np.eye(len(square))
    ridge[-1, -1] = _LEVEL_ROWS
    weights = alike + np.linalg.solve(square + ridge, product - square @ alike)
    left_over = ours_square - weights.T @ product - product.T @ weights + weights.T @ square @ weights
    left_over /= max(len(recording), 1)
    size = len(left_over)
    variance = float(np.trace(left_over)) / size + _LEAST_VARIANCE
    shrinkage = _LEAST_SHRINKAGE + (1 - _LEAST_SHRINKAGE) * _SHRINKAGE_ROWS / (
        _SHRINKAGE_ROWS + len(recording)
    )
    left_over = (1 - shrinkage) * left_over + shrinkage * variance * np.eye(size)
    spread, directions = np.linalg.eigh(left_over)
    whitening = np.asarray(directions / np.sqrt(np.maximum(spread, _LEAST_SPREAD)), dtype=np.float64)
    return Adaptation(np.asarray(weights, dtype=np.float64), whitening)


def adapted(recording: Floats, reading: Floats, columns: Ints, fillers: Flags) -> Floats:
    """Return the reading in the recording's voice, as far as a linear map can bring it there.

    Args:
        recording: its (rows, features).
        reading: its (columns, features).
        columns: for each row, the column that it was warped to.
        fillers: columns that anything may have been warped to: nothing is learnt from them.
    """
    near = np.hstack(
        [np.roll(reading, shift, axis=0) for shift in range(-_CONTEXT_ROWS, _CONTEXT_ROWS + 1)]
        + [np.ones((len(reading), 1), np.float32)]
    )
    told = np.flatnonzero(~fillers[columns])
    if len(told) < _LEAST_ROWS:
        return reading
    square = np.zeros((near.shape[1], near.shape[1]))
    product = np.zeros((near.shape[1], recording.shape[1]))
    for part in np.array_split(told, max(1, len(told) // _PART_ROWS)):
        theirs, ours = near[columns[part]].astype(np.float64), recording[part].astype(np.float64)
        square += theirs.T @ theirs
        product += theirs.T @ ours
    weights = np.linalg.solve(square + _RIDGE * np.eye(len(square)), product)
    result: Floats = near @ weights.astype(np.float32)
    return result
