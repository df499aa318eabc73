"""Segment alignment: every phone of a segment to its row, with the pronunciation that fits best."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.align.acoustic.emissions import GAP, STAR
from briefing.align.acoustic.trellis import Costs, Graph, SilenceColumns, build_graph, viterbi
from briefing.align.pronunciation.phones import BLANK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.align.arrays import Floats
    from briefing.align.pronunciation.lattice import Variant


_COSTS: Final = Costs(star=6.0, skip=22.0, unexpected_pause=0.03, inner_blank=0.05)
"""In nats. Passing over a word is dear, as the global alignment has already taken out what is not spoken; a
second of pause where none is written costs 3, half as much as a star. With half the price of a skip the cold
voice is at 41.6 ms, with twice that of such a pause at 52.0, with half that of a blank within a word at 50.2;
what a star costs changes nothing, halved or doubled."""
_COLUMNS: Final = SilenceColumns(gap=GAP, star=STAR)


@dataclass(frozen=True, slots=True)
class TokenPath:
    """A token in its segment: how it was said, and the rows of each phone's first and last hearing.

    `fit` is the mean over its phones of log-probability, relative to what is heard best there.
    """

    variant: Variant
    first: tuple[int, ...]
    last: tuple[int, ...]
    fit: float


def path_score(emissions: Floats, tokens: Sequence[Sequence[Variant]], pauses: Sequence[bool]) -> float:
    """Return how well tokens fit the emissions, in nats; minus infinity where they cannot."""
    path = viterbi(emissions, _graph(tokens, pauses))
    return -np.inf if path is None else path.score


def _graph(tokens: Sequence[Sequence[Variant]], pauses: Sequence[bool] | None) -> Graph:
    return build_graph([[variant.columns for variant in ways] for ways in tokens], _COLUMNS, _COSTS, pauses)


def align_segment(
    emissions: Floats,
    tokens: Sequence[Sequence[Variant]],
    pauses: Sequence[bool] | None = None,
) -> list[TokenPath | None] | None:
    """Place tokens in the emissions of a segment: None for one that is passed over.

    `pauses` says after which tokens a pause is expected. None for all where nothing fits.
    """
    graph = _graph(tokens, pauses)
    path = viterbi(emissions, graph)
    if path is None:
        return None
    column = np.asarray(graph.column)[path.states]
    word = np.asarray(graph.word)[path.states]
    choice = np.asarray(graph.variant)[path.states]
    phone = np.asarray(graph.phone)[path.states]
    on_phone = np.flatnonzero((word >= 0) & (column < BLANK))
    best = emissions[:, :BLANK].max(axis=1)
    loss = emissions[np.arange(len(column)), np.minimum(column, BLANK)] - best
    aligned: list[TokenPath | None] = [None] * len(tokens)
    for rows in np.split(on_phone, np.flatnonzero(np.diff(word[on_phone])) + 1):
        if not rows.size:
            continue
        number = int(word[rows[0]])
        variant = tokens[number][int(choice[rows[0]])]
        begins = np.flatnonzero(np.diff(phone[rows], prepend=-1))
        ends = [*begins[1:], len(rows)]
        first = tuple(int(rows[b]) for b in begins)
        last = tuple(int(rows[e - 1]) for e in ends)
        fits = [float(loss[rows[b:e]].max()) for b, e in zip(begins, ends, strict=True)]
        aligned[number] = TokenPath(variant, first, last, sum(fits) / len(fits))
    return aligned
