"""Sound made faster, slower, higher or deeper is as long as it should be, its onsets where they are heard."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.speech.engines.natural.tempo import altered

RATE_HZ = 24000
ONSETS = np.arange(1, 9) * RATE_HZ // 2


def bursts() -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """Syllables of 0.25 s, one each half second."""
    samples = np.zeros(int(ONSETS[-1]) + RATE_HZ // 2, np.float32)
    t = np.arange(RATE_HZ // 4) / RATE_HZ
    voice = sum(np.sin(2 * np.pi * 150 * n * t) / n for n in range(1, 9))
    for onset in ONSETS:
        samples[onset : onset + len(t)] = 0.2 * voice
    return samples


@pytest.mark.parametrize(
    ("tempo", "pitch"), [(0.6, 1.0), (1.7, 1.0), (5.4, 1.0), (0.3, 1.0), (1.0, 1.3), (1.5, 0.7)]
)
def test_its_length_and_onsets_follow(tempo: float, pitch: float) -> None:
    samples = bursts()
    made, onsets = altered(samples, RATE_HZ, ONSETS, tempo, pitch)
    assert len(made) / RATE_HZ == pytest.approx(len(samples) / RATE_HZ / tempo, rel=0.03)
    loud = np.flatnonzero(np.abs(made) > 0.02)
    heard = [loud[0], *loud[1:][np.diff(loud) > 0.03 * RATE_HZ]]
    for onset in onsets:
        assert min(abs(int(onset) - int(each)) for each in heard) < 0.03 * RATE_HZ


def test_what_is_as_it_should_be_is_left_alone() -> None:
    samples = bursts()
    assert altered(samples, RATE_HZ, ONSETS, 1.0, 1.0)[0] is samples
