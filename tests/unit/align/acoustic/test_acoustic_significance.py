"""Which matches chance explains, on made-up peaks: another text's, not the true one's."""

from __future__ import annotations

from briefing.align.acoustic.global_alignment import align_globally
from briefing.align.acoustic.significance import significant_part
from tests.unit.align.acoustic.made_up_peaks import flat, peaks_of, story, text_of


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
