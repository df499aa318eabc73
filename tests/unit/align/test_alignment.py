"""When text and recording are taken to belong together."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.align.aligner import align
from briefing.align.alignment import Alignment, WordTime
from briefing.align.arrays import RATE_HZ
from briefing.model import Pcm

ABSENT = WordTime(None, None, 1.0)


def words(count: int, confidence: float = 0.9, length_s: float = 0.3) -> list[WordTime]:
    return [WordTime(0.4 * i, 0.4 * i + length_s, confidence) for i in range(count)]


@pytest.mark.parametrize(
    ("times", "duration_s", "is_fit"),
    [
        (words(100), 40.0, True),
        (words(100, 0.2), 40.0, False),  # nothing is sure
        ([*words(12), *[ABSENT] * 88], 5.0, True),  # a part of the text, read out whole
        ([*words(12), *[ABSENT] * 88], 300.0, False),  # found by chance
        ([*words(60), *[ABSENT] * 40], 300.0, True),  # the text, in a longer recording
        ([ABSENT] * 5, 60.0, False),
        ([], 60.0, False),
    ],
)
def test_text_and_recording_fit(times: list[WordTime], duration_s: float, is_fit: bool) -> None:
    assert Alignment(tuple(times), duration_s).is_fit is is_fit


@pytest.mark.parametrize("kind", ["silence", "noise"])
def test_that_no_word_is_spoken_in_noise_is_not_known_for_certain(kind: str) -> None:
    pytest.importorskip("hama")
    samples = np.zeros((4 * RATE_HZ, 1), np.float32)
    if kind == "noise":
        samples += np.random.default_rng(1).normal(0, 0.1, samples.shape).astype(np.float32)
    found = align(Pcm(samples, RATE_HZ), ["Good", "evening,", "here", "is", "the", "news."], "en")
    assert len(found.words) == 6
    assert all(word.confidence < 0.3 for word in found.words)
