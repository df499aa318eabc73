"""Fine placing: every phone of a chunk to its row, with the reading that fits best."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.align.acoustic.emissions import GAP, STAR
from briefing.align.acoustic.trellis import Columns, Costs, Lattice, build, search
from briefing.align.pronunciation.phones import BLANK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.align.arrays import Floats
    from briefing.align.pronunciation.lattice import Said


COSTS: Final = Costs(star=6.0, skip=22.0, linger=0.03, drawl=0.05)
_COLUMNS: Final = Columns(gap=GAP, star=STAR)


@dataclass(frozen=True, slots=True)
class Placed:
    """A token in its chunk: how it was said, and the rows of each phone's first and last hearing.

    `fit` is the mean over its phones of log-probability, relative to what is heard best there.
    """

    said: Said
    first: tuple[int, ...]
    last: tuple[int, ...]
    fit: float


def score(emissions: Floats, tokens: Sequence[Sequence[Said]], pauses: Sequence[bool]) -> float:
    """Return how well tokens fit the emissions, in nats; minus infinity where they cannot."""
    path = search(emissions, _lattice(tokens, pauses, COSTS))
    return -np.inf if path is None else path.score


def _lattice(tokens: Sequence[Sequence[Said]], pauses: Sequence[bool] | None, costs: Costs) -> Lattice:
    return build([[said.columns for said in ways] for ways in tokens], _COLUMNS, costs, pauses)


def place(
    emissions: Floats,
    tokens: Sequence[Sequence[Said]],
    pauses: Sequence[bool] | None = None,
    costs: Costs = COSTS,
) -> list[Placed | None] | None:
    """Place tokens in the emissions of a chunk: None for one that is passed over.

    `pauses` says after which tokens a pause is expected. None for all where nothing fits.
    """
    lattice = _lattice(tokens, pauses, costs)
    path = search(emissions, lattice)
    if path is None:
        return None
    column = np.asarray(lattice.column)[path.states]
    word = np.asarray(lattice.word)[path.states]
    reading = np.asarray(lattice.reading)[path.states]
    phone = np.asarray(lattice.phone)[path.states]
    heard = np.flatnonzero((word >= 0) & (column < BLANK))
    best = emissions[:, :BLANK].max(axis=1)
    loss = emissions[np.arange(len(column)), np.minimum(column, BLANK)] - best
    placed: list[Placed | None] = [None] * len(tokens)
    for rows in np.split(heard, np.flatnonzero(np.diff(word[heard])) + 1):
        if not rows.size:
            continue
        number = int(word[rows[0]])
        said = tokens[number][int(reading[rows[0]])]
        begins = np.flatnonzero(np.diff(phone[rows], prepend=-1))
        ends = [*begins[1:], len(rows)]
        first = tuple(int(rows[b]) for b in begins)
        last = tuple(int(rows[e - 1]) for e in ends)
        fits = [float(loss[rows[b:e]].max()) for b, e in zip(begins, ends, strict=True)]
        placed[number] = Placed(said, first, last, sum(fits) / len(fits))
    return placed
