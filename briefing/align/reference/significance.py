"""Significance of local alignments: runs of text and sound without a break, and whether chance explains them.

Theory of operation: Karlin and Altschul, PNAS 87, 1990. Two tests:

1. A local alignment must gain more than chance finds anywhere.
2. A run of words in it that gains far less than the rest stands opposite other words than its own.

Gains are in distances between rows that have nothing to do with each other (`local_alignment`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.align.arrays import Flags, Floats, Ints

CLEAR_GAIN: Final = 0.125
"""What a row gains in the mean where the right text is met in a clear recording. Doubled, 66 % of the edited
passage's words are lit, and 67 as it is; this and all below but the next changes no more than that."""
CHANCE_GAIN: Final = 0.055
"""What chance gains a row at most, over some seconds. Halved, 121 of 275 words of another text are found not
to be spoken, and all as it is; doubled, 58 % of the edited passage's words are lit."""
FEW_TOKENS: Final = 4
"""Passing over more words than this parts local alignments; fewer may only have been overlooked."""
_BREAK_ROWS: Final = 40
"""So much sound passed over, 1.6 s, parts them, too."""
_MOST_EXCESS: Final = 1.5
"""What a word can count for in its local alignment, so that none stands for itself."""
_LEAST_EXCESS: Final = 1.5
"""What a local alignment gains beyond chance, up to which it is none: chance finds 2 or 3 at best."""
_SURE_EXCESS: Final = 9.0
"""And from which on it is sure: a sentence of six seconds has 10 and more."""
_FOREIGN_SHARE: Final = 0.25
"""How far on the way from chance to the usual a word's rows must gain."""
_GREAT_LOSS: Final = 4.0
"""What several words may lack of it together, in distances between unrelated rows."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a search found: each row's token and row of the reading, -1 for none, and what it gained."""

    token: Ints
    at: Ints
    gain: Floats
    tokens: int


def significances(found: Candidate, is_loud: Flags) -> Floats:
    """Return how far the local alignment of each token is beyond chance, 0 to 1."""
    significance = np.zeros(found.tokens, np.float32)
    token = found.token
    met = np.flatnonzero(token >= 0)
    if not len(met):
        return significance
    loud = np.concatenate(([0], np.cumsum(is_loud)))
    passed = loud[met[1:]] - loud[met[:-1] + 1]
    leaps = np.diff(token[met]) > FEW_TOKENS
    for matched in np.split(met, np.flatnonzero(leaps | (passed > _BREAK_ROWS)) + 1):
        each = np.bincount(token[matched] - token[matched[0]], found.gain[matched] - CHANCE_GAIN)
        excess = float(np.minimum(each, _MOST_EXCESS).sum())
        sure = (excess - _LEAST_EXCESS) / (_SURE_EXCESS - _LEAST_EXCESS)
        significance[token[matched]] = min(max(sure, 0.0), 1.0)
    return significance


def mismatched(found: Candidate, significance: Floats) -> Flags:
    """Return the tokens of local alignments that stand opposite other words than theirs.

    Where the text has a passage for which the sound has another, both pass for one as well as chance lets
    them. So a run of words that gains by so much less than the rest does, and more like chance, goes.
    """
    met = np.flatnonzero(found.token >= 0)
    met = met[significance[found.token[met]] > 0]
    is_foreign = np.zeros(found.tokens, np.bool_)
    if not len(met):
        return is_foreign
    usual = float(found.gain[met].mean())
    if usual < CLEAR_GAIN:  # such differences are too small to tell
        return is_foreign
    threshold = CHANCE_GAIN + _FOREIGN_SHARE * (usual - CHANCE_GAIN)
    each = np.bincount(found.token[met], found.gain[met] - threshold, minlength=found.tokens)
    return _losing_runs(np.minimum(each, _MOST_EXCESS).tolist())


def _losing_runs(gains: Sequence[float]) -> Flags:
    """Return the words in runs, of several words each, whose gains come to a great loss."""
    is_lost = np.zeros(len(gains), np.bool_)
    first, loss, worst, last = 0, 0.0, 0.0, 0
    for i, gain in enumerate([*gains, float("inf")]):
        loss = min(loss, 0.0) + gain
        if loss >= 0 or loss - worst > _GREAT_LOSS:
            if worst < -_GREAT_LOSS and last - first >= FEW_TOKENS:
                is_lost[first:last] = True
            first, loss, worst = i + 1, 0.0, 0.0
        elif loss < worst:
            worst, last = loss, i + 1
    return is_lost
