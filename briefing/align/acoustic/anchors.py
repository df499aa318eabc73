"""Anchors: where a long recording can be parted before it is aligned with its text.

Global alignment grows with the product of both lengths: three hours would take an hour. So pairs of
places that certainly belong together are looked for, and what lies between two of them is matched
on its own.

Theory of operation: runs of phones that occur once in the text and once in what is heard
are seeds, as of MUMmer for genomes (Delcher et al., "Alignment of whole
genomes", 1999); the longest chain of them in which neither side goes back is kept
(Fredman, 1975). An anchor is made only where several seeds of the chain lie close together, which chance
does not bring about, and at the start of a word. Where there is no such place, nothing is parted.

What its numbers are worth was seen on the long reading: 458 s of flite's Scottish voice. It gets two anchors,
which lie where they belong and leave 0.34 of the work. Eight of it in a row, an hour, get 23, which leave
0.04. Of 32,000 phones of another text not one run of eight is met in it.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from briefing.align.acoustic.peaks import Peaks
    from briefing.align.arrays import Flags, Hashes, Ints


_SEED_PHONES: Final = (8, 16)
"""Phones in a run. In the long reading 99 of the first and 37 of the second length are recognised whole, of
24 one. With those of eight alone it gets one anchor of the two, with longer ones alone none."""
_LEAST_APART_PEAKS: Final = 1200
"""Peaks between anchors, at least: some two minutes at twelve a second: shorter parts save little more."""
_REACH_PEAKS: Final = 80
"""How far on either side of a place seeds speak for it, in peaks: some seven seconds. Halved, one of the long
reading's two anchors is found; doubled, both."""
_LEAST_SEEDS: Final = 5
"""So many seeds within the reach on either side make a place certain. Halved, the same anchors are found;
from seven on, none, not even in the hour."""
_HASH_FACTOR: Final = np.uint64(0x9E3779B97F4A7C15)
"""2^64 over the golden ratio, the factor of Fibonacci hashing (Knuth, The Art of Computer Programming 3,
6.4)."""


def find_anchors(peaks: Peaks, phones: Ints, begins: Flags) -> list[tuple[int, int]]:
    """Return pairs (peak, phone) that belong together, ascending in both.

    Args:
        peaks: what is heard.
        phones: the text's phones.
        begins: bool (phones + 1,), whether a word begins at each phone.
    """
    if len(peaks.fit) < 2 * _LEAST_APART_PEAKS or len(phones) < 2 * _LEAST_APART_PEAKS:
        return []
    recognised_phones = peaks.fit.argmax(axis=1)
    seeds = _chain(np.concatenate([_seeds(recognised_phones, phones, run) for run in _SEED_PHONES]))
    if not len(seeds):
        return []
    recognised, text = seeds[:, 0], seeds[:, 1]
    first = np.searchsorted(recognised, recognised - _REACH_PEAKS)
    last = np.searchsorted(recognised, recognised + _REACH_PEAKS, side="right")
    anchors: list[tuple[int, int]] = []
    for k in np.flatnonzero(begins[text]).tolist():
        peak, phone = int(recognised[k]), int(text[k])
        after = anchors[-1][0] if anchors else 0
        if peak - after < _LEAST_APART_PEAKS or len(peaks.fit) - peak < _LEAST_APART_PEAKS:
            continue
        if min(k - first[k], last[k] - k) >= _LEAST_SEEDS:
            anchors.append((peak, phone))
    return anchors


def _seeds(recognised: Ints, text: Ints, run: int) -> Ints:
    """Return (n, 2): where runs of phones begin that occur once in `heard`, and once in `text`."""
    (ours, at), (theirs, where) = _unique(_hashes(recognised, run)), _unique(_hashes(text, run))
    _, i, j = np.intersect1d(ours, theirs, assume_unique=True, return_indices=True)
    return np.stack([at[i], where[j]], axis=1)


def _hashes(phones: Ints, run: int) -> Hashes:
    """Return a hash for each run of phones; that two share one is rare, and does no harm."""
    count = len(phones) - run + 1
    hashes = np.zeros(count, dtype=np.uint64)
    for k in range(run):
        hashes = hashes * _HASH_FACTOR + phones[k : k + count].astype(np.uint64) + np.uint64(1)
    return hashes


def _unique(hashes: Hashes) -> tuple[Hashes, Ints]:
    """Return the hashes that occur once, and where."""
    values, where, counts = np.unique(hashes, return_index=True, return_counts=True)
    return values[counts == 1], where[counts == 1]


def _chain(seeds: Ints) -> Ints:
    """Return the longest chain of seeds (n, 2) that ascends on both sides."""
    # Of those with the same peak, which come with the last phone first, a chain can hold but one.
    recognised, text = seeds[np.lexsort((-seeds[:, 1], seeds[:, 0]))].T
    ends: list[int] = []
    tops: list[int] = []
    before = np.full(len(text), -1, dtype=np.int64)
    for k, place in enumerate(text.tolist()):
        length = bisect_left(ends, place)
        if length:
            before[k] = tops[length - 1]
        if length == len(ends):
            ends.append(place)
            tops.append(k)
        else:
            ends[length], tops[length] = place, k
    chain: list[int] = []
    k = tops[-1] if tops else -1
    while k >= 0:
        chain.append(k)
        k = int(before[k])
    chain.reverse()
    return np.stack([recognised[chain], text[chain]], axis=1) if chain else np.empty((0, 2), dtype=np.int64)
