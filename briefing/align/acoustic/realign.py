"""Realignment of text that the global alignment passed over: is it really not spoken?

Where noise or music leaves few peaks, or a token is read in another way than the likeliest,
the global alignment passes over text although sound of the right length lies between its
neighbours. Such a run is searched for there with all that was heard and all readings (the
exact search of `trellis`), and so are the same words in other orders. Words that are there
fit better in their own order; words that are not fit no better than by chance.

What is taken back here has no local alignment to vouch for it, so it gets no significance: the words are
placed, and their sentence is lit rather than they.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.align.acoustic.segment_alignment import path_score

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.align.acoustic.segments import TokenRows
    from briefing.align.arrays import Flags, Floats
    from briefing.align.pronunciation.lattice import PronunciationLattice


_ROWS_A_PHONE: Final = 8
"""80 ms: about what a phone takes in speech, at some twelve a second."""
_LEAST_ROOM: Final = 0.6
"""A gap of less, in parts of what the text needs at that pace, does not hold it: nobody speaks so fast."""
_USUAL_ROOM: Final = 1.8
"""A gap of up to this may well hold it and no more; in a larger one it must fit better."""
_DOUBT: Final = 0.5
"""How sure it is, 0 to 1, that text is not spoken where there would be room for it: one or the other. It is
what `align --json` tells of such a word, and decides nothing."""
_ORDERS: Final = 12
"""Other orders of the words that are tried: enough for a mean and a spread, at a dozen searches' cost."""
_LEAST_SPREAD_NATS: Final = 2
"""Is added to the spread of their scores, in nats, which of few short words may be nothing."""
_CLEARLY: Final = 2.7
"""How many spreads above the other orders' mean is no chance: one of 48 wrong pairs came to it. Halved or
doubled, none of the recordings of `briefing.align` is timed or lit in another way."""
_FEW_TOKENS: Final = 2
"""Too few to have another order."""
_MOST_TOKENS: Final = 60
"""More words are not searched for: time grows with their number and with the rows."""
_MOST_ROWS: Final = 6000
"""More rows are not searched, either: a minute."""


def realign(
    found: TokenRows,
    emissions: Floats,
    lattice: PronunciationLattice,
    on_run: Callable[[], None] = lambda: None,
) -> TokenRows:
    """Return what was found, without runs marked as skipped that are spoken after all.

    `on_run` is called before each run; what it raises ends the search.
    """
    phones = np.array([len(variant[0].columns) for variant in lattice.tokens])
    skipped, significance = found.skipped.copy(), found.significance.copy()
    # A dash has no sound that could be found: it parts nothing, and is nobody's neighbour.
    unheard = found.skipped | (phones == 0)
    for first, last, start, stop in _gaps(found, unheard, len(emissions)):
        on_run()
        need = int(phones[first:last].sum()) * _ROWS_A_PHONE
        if not need or stop - start < _LEAST_ROOM * need:
            continue
        # Beside text that was found, sound of the right length is likely to be what is missing.
        is_likely = stop - start <= _USUAL_ROOM * need and not unheard.all()
        is_spoken = last - first <= _MOST_TOKENS and _is_spoken(
            emissions[start:stop], lattice, first, last, is_likely=is_likely
        )
        skipped[first:last] = not is_spoken
        significance[first:last] = 0 if is_spoken else _DOUBT
    return replace(found, skipped=skipped, significance=significance)


def _gaps(found: TokenRows, unheard: Flags, rows: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield runs of unheard tokens [first, last) and the rows [start, stop) between their neighbours."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], unheard.astype(np.int8), [0]))))
    for first, last in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        before, after = found.last[:first], found.first[last:]
        before, after = before[before >= 0], after[after >= 0]
        yield (
            first,
            last,
            int(before[-1]) + 1 if before.size else 0,
            int(after[0]) if after.size else rows,
        )


def _is_spoken(
    emissions: Floats, lattice: PronunciationLattice, first: int, last: int, *, is_likely: bool
) -> bool:
    tokens, pauses = lattice.tokens[first:last], lattice.pauses[first:last]
    if last - first <= _FEW_TOKENS:
        # A word or two in the middle of a clause are read with it; a clause of its own may be a heading.
        follows = first > 0 and not lattice.pauses[first - 1]
        leads = last < len(lattice.tokens) and not pauses[-1]
        return follows or leads
    if len(emissions) > _MOST_ROWS:
        return False
    own = path_score(emissions, tokens, pauses)
    rng = np.random.default_rng(first)
    others = np.array(
        [
            path_score(emissions, [tokens[i] for i in order], [pauses[i] for i in order])
            for order in (rng.permutation(last - first) for _ in range(_ORDERS))
        ]
    )
    if is_likely:
        return bool(own > others.max())
    return bool(own - others.mean() > _CLEARLY * (others.std() + _LEAST_SPREAD_NATS))
