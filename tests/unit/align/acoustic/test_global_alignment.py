"""The global alignment, on made-up peaks: what is where, and what has no counterpart."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from briefing.align.acoustic.emissions import WIDTH
from briefing.align.acoustic.global_alignment import align_globally
from briefing.align.acoustic.peaks import Peaks, find_peaks
from briefing.align.acoustic.segments import cut_segments, locate_tokens
from briefing.align.acoustic.significance import significant_part
from briefing.align.pronunciation.phones import BLANK


def peaks_of(phones: list[int]) -> Peaks:
    """Peaks that say each of these phones clearly, one every ten rows."""
    rows = np.arange(len(phones), dtype=np.int64) * 10
    fit = np.full((len(phones), BLANK), -2.5, dtype=np.float32)
    fit[np.arange(len(phones)), phones] = 2.0
    return Peaks(rows, rows + 1, fit)


def text_of(words: list[list[int]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    owner = np.repeat(np.arange(len(words)), [len(word) for word in words])
    phones = np.array([phone for word in words for phone in word], dtype=np.int64)
    begins = np.ones(len(phones) + 1, dtype=bool)
    begins[1:-1] = owner[1:] != owner[:-1]
    return phones, owner, begins


def story(seed: int, words: int) -> list[list[int]]:
    made = np.random.default_rng(seed)
    return [made.integers(0, BLANK, made.integers(2, 7)).tolist() for _ in range(words)]


def flat(words: list[list[int]]) -> list[int]:
    return [phone for word in words for phone in word]


def test_text_that_is_spoken_as_written_matches_one_to_one() -> None:
    words = story(1, 40)
    phones, _, begins = text_of(words)
    found = align_globally(peaks_of(flat(words)), phones, begins)
    assert found.peak.tolist() == list(range(len(phones)))
    assert not found.skipped.any()


def test_an_intro_that_the_text_lacks_is_passed_over() -> None:
    intro, words = story(2, 30), story(3, 40)
    phones, _, begins = text_of(words)
    found = align_globally(peaks_of(flat(intro) + flat(words)), phones, begins)
    before = len(flat(intro))
    assert found.peak.tolist() == [before + i for i in range(len(phones))]


def test_an_unspoken_paragraph_is_skipped_whatever_its_length() -> None:
    words = story(4, 400)
    phones, owner, begins = text_of(words)
    found = align_globally(peaks_of(flat(words[:60]) + flat(words[320:])), phones, begins)
    skipped = sorted(set(owner[found.skipped].tolist()))
    assert skipped == list(range(60, 320))


def test_an_insertion_in_mid_sentence_does_not_lead_astray() -> None:
    words, other = story(5, 60), story(6, 200)
    phones, _, begins = text_of(words)
    first = flat(words[:30])
    found = align_globally(peaks_of(first + flat(other) + flat(words[30:])), phones, begins)
    expected = [*range(len(first)), *(len(flat(other)) + i for i in range(len(first), len(phones)))]
    assert np.mean(found.peak == expected) > 0.97


def test_other_text_is_explained_by_chance() -> None:
    spoken, written = story(7, 300), story(8, 300)
    phones, _, begins = text_of(written)
    peaks = peaks_of(flat(spoken))
    found, significance = significant_part(peaks, align_globally(peaks, phones, begins), phones)
    assert found.skipped.mean() > 0.9
    assert significance.mean() < 0.05


def test_a_true_story_is_beyond_chance() -> None:
    words = story(9, 60)
    phones, _, begins = text_of(words)
    peaks = peaks_of(flat(words))
    found, significance = significant_part(peaks, align_globally(peaks, phones, begins), phones)
    assert not found.skipped.any()
    assert significance.min() == 1


def test_no_sound_and_no_text() -> None:
    words = story(10, 5)
    phones, _, begins = text_of(words)
    nothing = find_peaks(np.full((50, WIDTH), -11.0, dtype=np.float32))
    assert align_globally(nothing, phones, begins).skipped.all()
    none = np.empty(0, dtype=np.int64)
    assert align_globally(peaks_of(flat(words)), none, np.ones(1, dtype=bool)).peak.size == 0


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
