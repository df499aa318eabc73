"""The global alignment, on made-up peaks: what is where, and what has no counterpart."""

from __future__ import annotations

import numpy as np

from briefing.align.acoustic.emissions import WIDTH
from briefing.align.acoustic.global_alignment import align_globally
from briefing.align.acoustic.peaks import find_peaks
from tests.unit.align.acoustic.made_up_peaks import flat, peaks_of, story, text_of


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


def test_no_sound_and_no_text() -> None:
    words = story(10, 5)
    phones, _, begins = text_of(words)
    nothing = find_peaks(np.full((50, WIDTH), -11.0, dtype=np.float32))
    assert align_globally(nothing, phones, begins).skipped.all()
    none = np.empty(0, dtype=np.int64)
    assert align_globally(peaks_of(flat(words)), none, np.ones(1, dtype=bool)).peak.size == 0
