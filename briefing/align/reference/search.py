"""Search: what of a text is spoken in a recording, and about where, each time knowing the voice better.

Theory of operation:

1. A first search (`local_alignment`) compares the two voices as they are.
2. From what it matched the recording's voice and pace are learnt (`adaptation`), and the
   search is done again: what is matched rightly draws the rest along, and what was matched
   by chance falls out.
3. Where that does not fit clearly, it is begun again at other paces, and the best is taken.
4. What is no more than chance finds anywhere is no match (`significance`). A word or two
   that were passed over where there is sound enough for them are taken to be spoken.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.align.reference.adaptation import learn_adaptation
from briefing.align.reference.local_alignment import ReferenceColumns, align_locally
from briefing.align.reference.mfcc import pooled, with_deltas
from briefing.align.reference.significance import (
    CHANCE_GAIN,
    CLEAR_GAIN,
    FEW_TOKENS,
    Candidate,
    mismatched,
    significances,
)
from briefing.align.reference.synthesis import Synthesis, token_stops

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.align.arrays import Flags, Floats, Ints


GRAIN: Final = 4
"""Rows of 10 ms to a row of the search. Doubled, the fast voice is at 23.7 ms."""
_FIRST_BONUS: Final = 0.05
"""What every row gains on top in the first search, in distances between unrelated rows (see
`align_locally`)."""
_BONUS: Final = 0.03
"""And in those that know the voice, whose rows gain more by themselves."""
_SEARCHES: Final = 4
"""Searches at one pace."""
_LEAST_ROWS: Final = 60
"""From fewer matched rows, 2.4 s, a voice is not learnt."""
_OTHER_PACES: Final = (1.35, 0.75, 1.8)
"""How many times as fast as the recording the reading is taken to be."""
_ENOUGH_SIGNIFICANCE: Final = 0.3
"""The share of the text that must be found for the first pace to do, where its gain is clear, too."""
_LONG_ROWS: Final = 7500
"""From so many rows on, five minutes, other paces are tried only where little was found: they take long."""
_MOST_SCORE: Final = 3.0
"""What a word counts for at most beside other paces, in distances, so that none stands for itself."""
_FASTEST: Final = 2.5
"""How many times as fast or slow as each other reading and recording may be."""
_SHORT_ROWS: Final = 150
"""In so few rows, six seconds, chance may do as well as the right text."""
_SPREAD_SIGNIFICANCE: Final = 0.25
"""And so much is then believed of it."""
_SMALL_TOKENS: Final = 2
"""So few words may have no sound left between their neighbours."""
_LEAST_ROOM: Final = 0.5
"""The sound that more words must have, in parts of what they need at this pace."""
_MOST_ROOM: Final = 2.0
"""The sound that any may have: in more than twice what they need there is something else."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Where a reading is heard.

    `token` is, for each row of 40 ms, the token that it belongs to, -1 where none is heard;
    `at` the row of the reading, 10 ms each, -1 likewise. For each token, `is_spoken` tells
    whether it is heard at all, and `significance`, 0 to 1, how far its local alignment is beyond chance.
    """

    token: Ints
    at: Ints
    is_spoken: Flags
    significance: Floats


def search(
    recording: Floats, reading: Floats, synthesis: Synthesis, on_share: Callable[[float], None]
) -> SearchResult:
    """Return what of a reading is heard where.

    Args:
        recording: its (rows, features), 10 ms each, normalised.
        reading: the same of the reading.
        synthesis: where its tokens are.
        on_share: told the share that is done; may raise to stop.
    """
    ours, theirs = pooled(with_deltas(recording), GRAIN), with_deltas(reading)
    is_loud = ours[:, 0] > 0
    best = _search_at_pace(ours, theirs, synthesis, 1.0, _part(on_share, 0, 1 + len(_OTHER_PACES)))
    significance = significances(best, is_loud)
    if _is_doubtful(best, significance):
        for number, pace in enumerate(_OTHER_PACES, 1):
            other = _search_at_pace(
                ours, theirs, synthesis, pace, _part(on_share, number, 1 + len(_OTHER_PACES))
            )
            others = significances(other, is_loud)
            if _score(other, others) > _score(best, significance):
                best, significance = other, others
    significance[mismatched(best, significance)] = 0
    if not significance.any() and len(ours) <= _SHORT_ROWS:
        return _spread(is_loud, synthesis)
    token = np.where((best.token >= 0) & (significance[best.token] > 0), best.token, -1)
    at = np.where(token >= 0, best.at, -1)
    is_spoken = (significance > 0) | _overlooked(token, is_loud, synthesis)
    return SearchResult(token, at, is_spoken, _with_overlooked(significance, is_spoken))


def _part(on_share: Callable[[float], None], number: int, parts: int) -> Callable[[float], None]:
    """Return what tells the share of the whole, told that of one of its parts."""
    return lambda share: on_share((number + share) / parts)


def _is_doubtful(found: Candidate, significance: Floats) -> bool:
    """Return whether another pace may fit better. Long recordings are only doubted where little was found."""
    if float(significance.mean()) < _ENOUGH_SIGNIFICANCE:
        return True
    met = found.token >= 0
    return len(met) < _LONG_ROWS and float(found.gain[met].mean()) < CLEAR_GAIN


def _score(found: Candidate, significance: Floats) -> float:
    """Return how good what was found is: what the words gained, none more than a word can."""
    met = found.token >= 0
    each = np.bincount(found.token[met], found.gain[met] - CHANCE_GAIN, minlength=found.tokens)
    return float((significance * np.minimum(each, _MOST_SCORE)).sum())


def _search_at_pace(
    ours: Floats, theirs: Floats, synthesis: Synthesis, pace: float, on_share: Callable[[float], None]
) -> Candidate:
    """Return what the last of several searches found, the first begun at a pace."""
    rows_a_column = GRAIN * pace
    reference, rows = columns_at_pace(synthesis, theirs, rows_a_column)
    alignment = align_locally(ours, reference, _FIRST_BONUS, _part(on_share, 0, _SEARCHES))
    for number in range(1, _SEARCHES):
        met = np.flatnonzero(alignment.column >= 0)
        if len(met) < _LEAST_ROWS:
            break
        adaptation = learn_adaptation(ours[met], reference.features[alignment.column[met]])
        if number == _SEARCHES - 1:
            # By now most of the match is right, so its pace is that of the recording.
            covered = float(
                _rows_of_columns(reference, rows, synthesis)[np.unique(alignment.column[met])].sum()
            )
            rows_a_column = min(max(covered / len(met), GRAIN / _FASTEST), GRAIN * _FASTEST)
            reference, rows = columns_at_pace(synthesis, theirs, rows_a_column)
        adapted = ReferenceColumns(
            adaptation.of_synthesis(reference.features), reference.begins, reference.is_free
        )
        alignment = align_locally(
            adaptation.of_recording(ours), adapted, _BONUS, _part(on_share, number, _SEARCHES)
        )
    is_met = alignment.column >= 0
    token = np.where(is_met, np.searchsorted(reference.begins, alignment.column, side="right") - 1, -1)
    return Candidate(token, np.where(is_met, rows[alignment.column], -1), alignment.gain, reference.tokens)


def columns_at_pace(
    synthesis: Synthesis, features: Floats, rows_a_column: float
) -> tuple[ReferenceColumns, Ints]:
    """Return the reading in columns of about so many rows, and the first row of each column."""
    tokens = len(synthesis.start)
    stop = token_stops(synthesis)
    count = np.maximum(1, np.round((stop - synthesis.start) / rows_a_column).astype(np.int64))
    begins = np.concatenate(([0], np.cumsum(count)))
    owner = np.repeat(np.arange(tokens), count)
    number = np.arange(len(owner)) - begins[owner]
    length = (stop - synthesis.start)[owner]
    rows = synthesis.start[owner] + length * number // count[owner]
    ends = np.maximum(synthesis.start[owner] + length * (number + 1) // count[owner], rows + 1)
    # Utterances are apart, so sums run from each column's first row to its last.
    edges = np.unique(np.concatenate((rows, ends)))
    edges = edges[edges < len(features)]
    sums = np.add.reduceat(features, edges, axis=0)
    means = sums[np.searchsorted(edges, rows)] / (ends - rows)[:, np.newaxis]
    is_free = np.ones(tokens + 1, np.bool_)
    is_free[1:-1] = synthesis.utterance[1:] != synthesis.utterance[:-1]
    return ReferenceColumns(means.astype(np.float32), begins, is_free), rows


def _rows_of_columns(reference: ReferenceColumns, rows: Ints, synthesis: Synthesis) -> Ints:
    """Return how many rows of the reading each column stands for."""
    last = np.zeros(len(rows), np.bool_)
    last[reference.begins[1:] - 1] = True
    following = np.append(rows[1:], 0)
    following[last] = token_stops(synthesis)
    lengths: Ints = following - rows
    return lengths


def _spread(is_loud: Flags, synthesis: Synthesis) -> SearchResult:
    """Return all of a text spread over all of the sound: what is too short to tell from chance."""
    tokens = len(synthesis.start)
    row = np.flatnonzero(is_loud)
    reading = np.concatenate(
        [np.arange(a, b) for a, b in zip(synthesis.start, token_stops(synthesis), strict=True)]
    )
    token, at = np.full(len(is_loud), -1), np.full(len(is_loud), -1)
    if not len(row) or not 1 / _FASTEST < len(row) * GRAIN / len(reading) < _FASTEST:
        return SearchResult(token, at, np.zeros(tokens, np.bool_), np.zeros(tokens, np.float32))
    owner = np.repeat(np.arange(tokens), token_stops(synthesis) - synthesis.start)
    share = np.arange(len(row)) * len(reading) // len(row)
    token[row], at[row] = owner[share], reading[share]
    return SearchResult(
        token, at, np.ones(tokens, np.bool_), np.full(tokens, _SPREAD_SIGNIFICANCE, np.float32)
    )


def _with_overlooked(significance: Floats, is_spoken: Flags) -> Floats:
    """Return significances, with that of the token before for those that were only overlooked."""
    known = np.flatnonzero(significance > 0)
    if not len(known):
        return significance
    before = known[np.maximum(np.searchsorted(known, np.arange(len(significance)), side="right") - 1, 0)]
    return np.where(is_spoken, significance[before], significance).astype(np.float32)


def _overlooked(token: Ints, is_loud: Flags, synthesis: Synthesis) -> Flags:
    """Return the tokens that were passed over, few in a row, where there is sound of about their length.

    One or two may have been said so fast that their neighbours took up their sound.
    """
    found = np.zeros(len(synthesis.start), np.bool_)
    length = token_stops(synthesis) - synthesis.start
    met = np.flatnonzero(token >= 0)
    if not len(met):
        return found
    pace = len(met) * GRAIN / max(int(length[np.unique(token[met])].sum()), 1)
    loud = np.concatenate(([0], np.cumsum(is_loud)))
    befores = np.concatenate(([-1], met))
    afters = np.concatenate((met, [len(token)]))
    first = np.concatenate(([-1], token[met])) + 1
    last = np.concatenate((token[met], [len(found)]))
    for hole in np.flatnonzero((last > first) & (last - first < FEW_TOKENS)):
        room = int(loud[afters[hole]] - loud[befores[hole] + 1]) * GRAIN
        needed = pace * int(length[first[hole] : last[hole]].sum())
        is_small = last[hole] - first[hole] <= _SMALL_TOKENS
        if (is_small or _LEAST_ROOM * needed <= room) and room <= _MOST_ROOM * needed:
            found[first[hole] : last[hole]] = True
    return found
