"""What of a text is spoken in a recording, and about where: searches that know the voice ever better.

Theory of operation:

1. A first search (`local_alignment`) compares the two voices as they are.
2. From what it matched the recording's voice and pace are learnt (`adaptation`), and the
   search is done again: what is matched rightly draws the rest along, and what was matched
   by chance falls out.
3. Where that does not fit clearly, it is begun again at other paces, and the best is taken.
4. Islands, runs of text and sound that match without a break, must gain more than chance
   finds anywhere (Karlin and Altschul, PNAS 87, 1990), or they are no match. A word or two
   that were passed over where there is sound enough for them are taken to be spoken.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.align.reference.adaptation import learn
from briefing.align.reference.local_alignment import Strip, find
from briefing.align.reference.mfcc import pooled, with_change
from briefing.align.reference.synthesis import Reading, token_stops

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.align.arrays import Flags, Floats, Ints


GRAIN: Final = 4
"""Rows of 10 ms to a row of the search."""
_FIRST_BONUS: Final = 0.05
_BONUS: Final = 0.03
_SEARCHES: Final = 4
_LEAST_ROWS: Final = 60
"""From less a voice is not learnt."""
_OTHER_PACES: Final = (1.35, 0.75, 1.8)
_ENOUGH_TRUST: Final = 0.3
_CLEAR_GAIN: Final = 0.125
"""The share of the text that must be found, and the gain a row, for the first pace to do."""
_LONG_ROWS: Final = 7500
"""Five minutes."""
_MOST_WORTH: Final = 3.0
_MOST_EXCESS: Final = 1.5
"""What a word can count for beside other paces, and in its island, so that none stands for itself."""
_FASTEST: Final = 2.5
_SHORT_ROWS: Final = 150
"""In six seconds chance may do as well as the right text."""
_SPREAD_TRUST: Final = 0.25
_BREAK_ROWS: Final = 40
"""So much sound passed over, 1.6 s, parts islands."""
_CHANCE_GAIN: Final = 0.055
"""What chance gains a row at most, over some seconds."""
_LEAST_EXCESS: Final = 1.5
_SURE_EXCESS: Final = 9.0
"""What an island gains beyond that: chance finds 2 or 3, a sentence of six seconds 10 and more."""
_FEW_TOKENS: Final = 4
_FOREIGN_SHARE: Final = 0.25
_GREAT_LOSS: Final = 4.0
"""How far from chance to the usual a word's rows must gain, and what several may lack of it together."""
_SMALL_TOKENS: Final = 2
_LEAST_ROOM: Final = 0.5
_MOST_ROOM: Final = 2.0


@dataclass(frozen=True, slots=True)
class Match:
    """Where a reading is heard.

    `token` is, for each row of 40 ms, the token that it belongs to, -1 where none is heard;
    `at` the row of the reading, 10 ms each, -1 likewise. For each token, `is_spoken` tells
    whether it is heard at all, and `trust`, 0 to 1, how far its island is beyond chance.
    """

    token: Ints
    at: Ints
    is_spoken: Flags
    trust: Floats


def match(heard: Floats, spoken: Floats, reading: Reading, on_share: Callable[[float], None]) -> Match:
    """Return what of a reading is heard where.

    Args:
        heard: (rows, features) of the recording, 10 ms each, normalised.
        spoken: the same of the reading.
        reading: where its tokens are.
        on_share: told the share that is done; may raise to stop.
    """
    ours, theirs = pooled(with_change(heard), GRAIN), with_change(spoken)
    is_loud = ours[:, 0] > 0
    best = _searched(ours, theirs, reading, 1.0, _part(on_share, 0, 1 + len(_OTHER_PACES)))
    trust = _trusted(best, is_loud)
    if _is_doubtful(best, trust):
        for number, pace in enumerate(_OTHER_PACES, 1):
            other = _searched(ours, theirs, reading, pace, _part(on_share, number, 1 + len(_OTHER_PACES)))
            others = _trusted(other, is_loud)
            if _worth(other, others) > _worth(best, trust):
                best, trust = other, others
    trust[_foreign(best, trust)] = 0
    if not trust.any() and len(ours) <= _SHORT_ROWS:
        return _spread(is_loud, reading)
    token = np.where((best.token >= 0) & (trust[best.token] > 0), best.token, -1)
    at = np.where(token >= 0, best.at, -1)
    is_spoken = (trust > 0) | _overlooked(token, is_loud, reading)
    return Match(token, at, is_spoken, _filled(trust, is_spoken))


@dataclass(frozen=True, slots=True)
class _Found:
    """What a search found: each row's token and row of the reading, -1 for none, and what it gained."""

    token: Ints
    at: Ints
    gain: Floats
    tokens: int


def _part(on_share: Callable[[float], None], number: int, parts: int) -> Callable[[float], None]:
    """Return what tells the share of the whole, told that of one of its parts."""
    return lambda share: on_share((number + share) / parts)


def _is_doubtful(found: _Found, trust: Floats) -> bool:
    """Return whether another pace may fit better. Long recordings are only doubted where little was found."""
    if float(trust.mean()) < _ENOUGH_TRUST:
        return True
    met = found.token >= 0
    return len(met) < _LONG_ROWS and float(found.gain[met].mean()) < _CLEAR_GAIN


def _worth(found: _Found, trust: Floats) -> float:
    """Return how good what was found is: what the words gained, none more than a word can."""
    met = found.token >= 0
    each = np.bincount(found.token[met], found.gain[met] - _CHANCE_GAIN, minlength=found.tokens)
    return float((trust * np.minimum(each, _MOST_WORTH)).sum())


def _searched(
    ours: Floats, theirs: Floats, reading: Reading, pace: float, on_share: Callable[[float], None]
) -> _Found:
    """Return what the last of several searches found, the first begun at a pace."""
    rows_a_column = GRAIN * pace
    strip, rows = strip_of(reading, theirs, rows_a_column)
    way = find(ours, strip, _FIRST_BONUS, _part(on_share, 0, _SEARCHES))
    for number in range(1, _SEARCHES):
        met = np.flatnonzero(way.column >= 0)
        if len(met) < _LEAST_ROWS:
            break
        voice = learn(ours[met], strip.features[way.column[met]])
        if number == _SEARCHES - 1:
            # By now most of the match is right, so its pace is that of the recording.
            covered = float(_rows_of_columns(strip, rows, reading)[np.unique(way.column[met])].sum())
            rows_a_column = min(max(covered / len(met), GRAIN / _FASTEST), GRAIN * _FASTEST)
            strip, rows = strip_of(reading, theirs, rows_a_column)
        likened = Strip(voice.of_reading(strip.features), strip.begins, strip.is_free)
        way = find(voice.of_heard(ours), likened, _BONUS, _part(on_share, number, _SEARCHES))
    is_met = way.column >= 0
    token = np.where(is_met, np.searchsorted(strip.begins, way.column, side="right") - 1, -1)
    return _Found(token, np.where(is_met, rows[way.column], -1), way.gain, strip.tokens)


def strip_of(reading: Reading, features: Floats, rows_a_column: float) -> tuple[Strip, Ints]:
    """Return the reading in columns of about so many rows, and the first row of each column."""
    tokens = len(reading.start)
    stop = token_stops(reading)
    count = np.maximum(1, np.round((stop - reading.start) / rows_a_column).astype(np.int64))
    begins = np.concatenate(([0], np.cumsum(count)))
    owner = np.repeat(np.arange(tokens), count)
    number = np.arange(len(owner)) - begins[owner]
    length = (stop - reading.start)[owner]
    rows = reading.start[owner] + length * number // count[owner]
    ends = np.maximum(reading.start[owner] + length * (number + 1) // count[owner], rows + 1)
    # Utterances are apart, so sums run from each column's first row to its last.
    edges = np.unique(np.concatenate((rows, ends)))
    edges = edges[edges < len(features)]
    sums = np.add.reduceat(features, edges, axis=0)
    means = sums[np.searchsorted(edges, rows)] / (ends - rows)[:, np.newaxis]
    is_free = np.ones(tokens + 1, np.bool_)
    is_free[1:-1] = reading.unit[1:] != reading.unit[:-1]
    return Strip(means.astype(np.float32), begins, is_free), rows


def _rows_of_columns(strip: Strip, rows: Ints, reading: Reading) -> Ints:
    """Return how many rows of the reading each column stands for."""
    last = np.zeros(len(rows), np.bool_)
    last[strip.begins[1:] - 1] = True
    following = np.append(rows[1:], 0)
    following[last] = token_stops(reading)
    lengths: Ints = following - rows
    return lengths


def _trusted(found: _Found, is_loud: Flags) -> Floats:
    """Return how far the island of each token is beyond chance, 0 to 1."""
    trust = np.zeros(found.tokens, np.float32)
    token = found.token
    met = np.flatnonzero(token >= 0)
    if not len(met):
        return trust
    loud = np.concatenate(([0], np.cumsum(is_loud)))
    passed = loud[met[1:]] - loud[met[:-1] + 1]
    leaps = np.diff(token[met]) > _FEW_TOKENS
    for island in np.split(met, np.flatnonzero(leaps | (passed > _BREAK_ROWS)) + 1):
        each = np.bincount(token[island] - token[island[0]], found.gain[island] - _CHANCE_GAIN)
        excess = float(np.minimum(each, _MOST_EXCESS).sum())
        sure = (excess - _LEAST_EXCESS) / (_SURE_EXCESS - _LEAST_EXCESS)
        trust[token[island]] = min(max(sure, 0.0), 1.0)
    return trust


def _spread(is_loud: Flags, reading: Reading) -> Match:
    """Return all of a text spread over all of the sound: what is too short to tell from chance."""
    tokens = len(reading.start)
    row = np.flatnonzero(is_loud)
    spoken = np.concatenate(
        [np.arange(a, b) for a, b in zip(reading.start, token_stops(reading), strict=True)]
    )
    token, at = np.full(len(is_loud), -1), np.full(len(is_loud), -1)
    if not len(row) or not 1 / _FASTEST < len(row) * GRAIN / len(spoken) < _FASTEST:
        return Match(token, at, np.zeros(tokens, np.bool_), np.zeros(tokens, np.float32))
    owner = np.repeat(np.arange(tokens), token_stops(reading) - reading.start)
    share = np.arange(len(row)) * len(spoken) // len(row)
    token[row], at[row] = owner[share], spoken[share]
    return Match(token, at, np.ones(tokens, np.bool_), np.full(tokens, _SPREAD_TRUST, np.float32))


def _filled(trust: Floats, is_spoken: Flags) -> Floats:
    """Return trust with that of the token before for those that were only overlooked."""
    known = np.flatnonzero(trust > 0)
    if not len(known):
        return trust
    before = known[np.maximum(np.searchsorted(known, np.arange(len(trust)), side="right") - 1, 0)]
    return np.where(is_spoken, trust[before], trust).astype(np.float32)


def _foreign(found: _Found, trust: Floats) -> Flags:
    """Return the tokens of islands that stand opposite other words than theirs.

    Where the text has a passage for which the sound has another, both pass for one as well as chance lets
    them. So a run of words that gains by so much less than the rest does, and more like chance, goes.
    """
    met = np.flatnonzero(found.token >= 0)
    met = met[trust[found.token[met]] > 0]
    is_foreign = np.zeros(found.tokens, np.bool_)
    if not len(met):
        return is_foreign
    usual = float(found.gain[met].mean())
    if usual < _CLEAR_GAIN:  # such differences are too small to tell
        return is_foreign
    threshold = _CHANCE_GAIN + _FOREIGN_SHARE * (usual - _CHANCE_GAIN)
    each = np.bincount(found.token[met], found.gain[met] - threshold, minlength=found.tokens)
    return lost_runs(np.minimum(each, _MOST_EXCESS).tolist())


def lost_runs(gains: Sequence[float]) -> Flags:
    """Return the words in runs, of several words each, whose gains come to a great loss."""
    is_lost = np.zeros(len(gains), np.bool_)
    first, loss, worst, last = 0, 0.0, 0.0, 0
    for i, gain in enumerate([*gains, float("inf")]):
        loss = min(loss, 0.0) + gain
        if loss >= 0 or loss - worst > _GREAT_LOSS:
            if worst < -_GREAT_LOSS and last - first >= _FEW_TOKENS:
                is_lost[first:last] = True
            first, loss, worst = i + 1, 0.0, 0.0
        elif loss < worst:
            worst, last = loss, i + 1
    return is_lost


def _overlooked(token: Ints, is_loud: Flags, reading: Reading) -> Flags:
    """Return the tokens that were passed over, few in a row, where there is sound of about their length.

    One or two may have been said so fast that their neighbours took up their sound.
    """
    found = np.zeros(len(reading.start), np.bool_)
    length = token_stops(reading) - reading.start
    met = np.flatnonzero(token >= 0)
    if not len(met):
        return found
    pace = len(met) * GRAIN / max(int(length[np.unique(token[met])].sum()), 1)
    loud = np.concatenate(([0], np.cumsum(is_loud)))
    befores = np.concatenate(([-1], met))
    afters = np.concatenate((met, [len(token)]))
    first = np.concatenate(([-1], token[met])) + 1
    last = np.concatenate((token[met], [len(found)]))
    for hole in np.flatnonzero((last > first) & (last - first < _FEW_TOKENS)):
        room = int(loud[afters[hole]] - loud[befores[hole] + 1]) * GRAIN
        needed = pace * int(length[first[hole] : last[hole]].sum())
        is_small = last[hole] - first[hole] <= _SMALL_TOKENS
        if (is_small or _LEAST_ROOM * needed <= room) and room <= _MOST_ROOM * needed:
            found[first[hole] : last[hole]] = True
    return found
