"""The trellis: which frames belong to which phone, exactly, within a stretch of sound.

Theory of operation: Viterbi search over a CTC topology (Graves et al., "Connectionist
Temporal Classification", 2006; Kürzinger et al., "CTC-Segmentation of Large Corpora",
2020). A phone lasts one frame or more, blanks may stand between phones. Words are joined
by gaps in which the model may hear nothing, a boundary, or, at a price, anything else: a
*star*, which takes in music, coughs and words that the text lacks. A word may have several
variants, and may be passed over at a price if it is not spoken.

The search is one gather, one argmax and one addition a frame, over all states at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.align.arrays import Floats, Ints


_IMPOSSIBLE: Final = np.float32(-1e30)
"""The score of what cannot be: finite, since infinities less infinities are no number."""


@dataclass(frozen=True, slots=True)
class Costs:
    """What departures from the text cost, in nats (log-probability)."""

    star: float
    """Entering a star."""
    skip: float
    """Passing over a word that is not spoken."""
    unexpected_pause: float = 0.0
    """Each frame of a gap between words where nobody is expected to pause."""
    inner_blank: float = 0.0
    """Each frame between two phones of a word."""


@dataclass(slots=True)
class Graph:
    """A trellis' states: what each one hears, and from where it is reached at which cost.

    `column[s]` indexes the emissions; `word[s]`, `variant[s]` and `phone[s]` are -1 in gaps.
    """

    column: list[int] = field(default_factory=list)
    word: list[int] = field(default_factory=list)
    variant: list[int] = field(default_factory=list)
    phone: list[int] = field(default_factory=list)
    before: list[list[tuple[int, float]]] = field(default_factory=list)
    starts: list[tuple[int, float]] = field(default_factory=list)
    ends: list[tuple[int, float]] = field(default_factory=list)

    def add(
        self,
        column: int,
        before: Sequence[tuple[int, float]],
        place: tuple[int, int, int] = (-1, -1, -1),
        stay: float = 0.0,
    ) -> int:
        """Add a state that stays on itself for `stay` a frame; return its number."""
        state = len(self.column)
        self.column.append(column)
        word, variant, phone = place
        self.word.append(word)
        self.variant.append(variant)
        self.phone.append(phone)
        self.before.append([(state, stay), *before])
        return state


@dataclass(frozen=True, slots=True)
class SilenceColumns:
    """Where the emissions hold what is heard between phones."""

    gap: int
    star: int


def build_graph(
    words: Sequence[Sequence[Sequence[int]]],
    columns: SilenceColumns,
    costs: Costs,
    pauses: Sequence[bool] | None = None,
) -> Graph:
    """Return the lattice of words, each with one or more variants, each a sequence of phone columns.

    An empty variant lets its word pass unheard for nothing. `pauses` says after which words a
    pause is expected; before the first and after the last one always is.
    """
    graph = Graph()
    gap = graph.add(columns.gap, [])
    star = graph.add(columns.star, [(gap, costs.star)])
    graph.before[gap].append((star, 0.0))
    graph.starts += [(gap, 0.0), (star, costs.star)]
    entries: list[tuple[int, float]] = [(gap, 0.0), (star, 0.0)]
    for number, variants in enumerate(words):
        is_pause = number + 1 == len(words) or pauses is None or pauses[number]
        unexpected_pause = 0.0 if is_pause else costs.unexpected_pause
        exits: list[tuple[int, float]] = []
        for choice, phones in enumerate(variants):
            if not phones:
                exits += entries
                continue
            last = blank = -1
            for position, column in enumerate(phones):
                place = (number, choice, position)
                if position:
                    before = [(blank, 0.0)]
                    if column != phones[position - 1]:
                        before.append((last, 0.0))
                else:
                    before = [(s, cost) for s, cost in entries if graph.column[s] != column]
                last = graph.add(column, before, place)
                if not position and not number:
                    graph.starts.append((last, 0.0))
                if position + 1 < len(phones):
                    blank = graph.add(columns.gap, [(last, 0.0)], place, costs.inner_blank)
            exits.append((last, 0.0))
        skipped = [(gap, costs.skip), (star, costs.skip)]
        gap = graph.add(columns.gap, [*exits, *skipped], stay=unexpected_pause)
        reached = [(gap, costs.star), *((s, c + costs.star) for s, c in exits)]
        star = graph.add(columns.star, reached, stay=unexpected_pause)
        graph.before[gap].append((star, 0.0))
        entries = [(gap, 0.0), (star, 0.0), *exits]
    graph.ends += entries
    return graph


@dataclass(frozen=True, slots=True)
class Path:
    """The best way through: a state a frame, and what it scores in nats."""

    states: Ints
    score: float


def viterbi(emissions: Floats, graph: Graph) -> Path | None:
    """Return the best path of `emissions` (frames, columns), None where none reaches the end."""
    frames, states = len(emissions), len(graph.column)
    if not frames:
        return None
    width = max(len(before) for before in graph.before)
    source = np.full((width, states), states, dtype=np.int64)
    cost = np.zeros((width, states), dtype=np.float32)
    for state, before in enumerate(graph.before):
        for k, (origin, price) in enumerate(before):
            source[k, state] = origin
            cost[k, state] = -price
    column = np.asarray(graph.column)
    score = np.full(states + 1, _IMPOSSIBLE, dtype=np.float32)
    for state, price in graph.starts:
        score[state] = max(score[state], emissions[0, column[state]] - price)
    taken = np.empty((frames, states), dtype=np.uint8)
    ways = np.empty((width, states), dtype=np.float32)
    everywhere = np.arange(states)
    for frame in range(1, frames):
        np.take(score, source, out=ways)
        ways += cost
        choice = ways.argmax(axis=0)
        taken[frame] = choice
        np.add(ways[choice, everywhere], emissions[frame, column], out=score[:states])
    final, price = max(graph.ends, key=lambda end: float(score[end[0]]) - end[1])
    total = float(score[final]) - price
    if total < _IMPOSSIBLE / 2:
        return None
    path = np.empty(frames, dtype=np.int64)
    path[-1] = final
    for frame in range(frames - 1, 0, -1):
        path[frame - 1] = source[taken[frame, path[frame]], path[frame]]
    return Path(path, total)
