"""Segments, of any two texts that share some words: every spoken token has one of its own."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from briefing.align.acoustic.global_alignment import align_globally
from briefing.align.acoustic.segments import cut_segments, locate_tokens
from briefing.align.acoustic.significance import significant_part
from tests.unit.align.acoustic.made_up_peaks import flat, peaks_of, story, text_of


@given(st.integers(0, 10_000), st.integers(0, 60), st.integers(0, 60), st.integers(0, 8))
def test_matches_are_in_order_and_chunks_own_each_spoken_token_once(
    seed: int, spoken: int, written: int, shared: int
) -> None:
    common = story(seed, shared)
    sound, text = flat(story(seed + 1, spoken) + common), story(seed + 2, written) + common
    if not text or not sound:
        return
    phones, owner, begins = text_of(text)
    peaks = peaks_of(sound)
    found, significance = significant_part(peaks, align_globally(peaks, phones, begins), phones)
    heard = found.peak[found.peak >= 0]
    assert (np.diff(heard) > 0).all()
    assert not (found.skipped & (found.peak >= 0)).any()
    tokens = locate_tokens(peaks, found, significance, owner, len(text))
    rows = len(sound) * 10 + 10
    segments = cut_segments(tokens, rows)
    owned = [t for segment in segments for t in range(segment.keep_first, segment.keep_last)]
    assert owned == sorted(set(owned))
    assert set(np.flatnonzero(~tokens.skipped).tolist()) <= set(owned)
    for segment in segments:
        assert 0 <= segment.start <= segment.stop <= rows
        assert segment.first <= segment.keep_first <= segment.keep_last <= segment.last


def test_a_token_that_is_passed_over_is_surely_not_spoken() -> None:
    words = story(4, 60)
    phones, owner, begins = text_of(words)
    peaks = peaks_of(flat(words[:20]) + flat(words[40:]))
    found, significance = significant_part(peaks, align_globally(peaks, phones, begins), phones)
    tokens = locate_tokens(peaks, found, significance, owner, len(words))
    assert np.flatnonzero(tokens.skipped).tolist() == list(range(20, 40))
    assert tokens.significance.tolist() == [1.0] * 60
    assert (tokens.first >= 0).tolist() == (~tokens.skipped).tolist()
