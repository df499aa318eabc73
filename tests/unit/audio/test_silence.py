"""What is silence in a sound, and what is not."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.audio.pcm import ENGINE_RATE_HZ, gain_of_db, stereo
from briefing.audio.silence import HOP_FRAMES, SilenceSense
from tests.fakes import tone

RATE = ENGINE_RATE_HZ


def noise(seconds: float, level_db: float) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    rng = np.random.default_rng(1)
    return stereo(rng.normal(0, gain_of_db(level_db), round(seconds * RATE)).astype(np.float32))


def speech(seconds: float) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return tone(round(seconds * RATE), 200.0)


def share(sense: SilenceSense, sound: np.ndarray[tuple[int, int], np.dtype[np.float32]]) -> float:
    found = [sense.silent(sound[at : at + 10 * HOP_FRAMES]) for at in range(0, len(sound), 10 * HOP_FRAMES)]
    return float(np.mean(np.concatenate(found)))


def longest_s(sense: SilenceSense, sound: np.ndarray[tuple[int, int], np.dtype[np.float32]]) -> float:
    """The longest run of what is silent."""
    found = np.concatenate(
        [sense.silent(sound[at : at + 10 * HOP_FRAMES]) for at in range(0, len(sound), 10 * HOP_FRAMES)]
    )
    edges = np.flatnonzero(np.diff(np.concatenate([[0], found.astype(int), [0]])))
    return float(max(np.diff(edges)[::2], default=0)) * HOP_FRAMES / RATE


@pytest.mark.parametrize("floor_db", [-100.0, -70.0, -55.0])
def test_a_pause_is_silent_whatever_soft_noise_there_always_is(floor_db: float) -> None:
    sense = SilenceSense()
    with_pauses = np.concatenate([speech(2.0), np.zeros((RATE, 2), np.float32)] * 3)
    sound = with_pauses + noise(9.0, floor_db)
    share(sense, sound)
    assert share(sense, sound[2 * RATE : 3 * RATE]) > 0.95
    assert share(sense, sound[: 2 * RATE]) == 0.0


@pytest.mark.parametrize("music_db", [-12.0, -20.0, -25.0])
def test_music_under_the_words_is_no_silence(music_db: float) -> None:
    sense = SilenceSense()
    music = tone(6 * RATE, 523.0) * np.float32(gain_of_db(music_db))
    swell = (0.6 + 0.4 * np.sin(np.arange(6 * RATE) * 2 * np.pi / RATE)).astype(np.float32)
    words = np.concatenate([speech(2.0), np.zeros((RATE, 2), np.float32)] * 2)
    assert longest_s(sense, words + music * swell[:, np.newaxis]) < 0.5


def test_the_soft_passages_of_music_that_has_no_words_are_no_silence() -> None:
    sense = SilenceSense()
    levels = np.repeat([0.0, -20.0, -28.0, -24.0, -27.0, -8.0], RATE)
    music = tone(6 * RATE, 330.0) * (10 ** (levels / 20)).astype(np.float32)[:, np.newaxis]
    assert longest_s(sense, np.concatenate([music, noise(0.4, -90.0), music])) < 0.45


def test_before_anything_is_known_nothing_is_silent() -> None:
    assert share(SilenceSense(), np.zeros((RATE // 2, 2), np.float32)) == 0.0


def test_a_soft_recording_is_judged_by_its_own_loudness() -> None:
    sense = SilenceSense()
    soft = np.concatenate([speech(2.0), np.zeros((RATE, 2), np.float32)] * 2) * np.float32(0.003)
    share(sense, soft)
    assert share(sense, soft[: 2 * RATE]) == 0.0
    assert share(sense, soft[2 * RATE : 3 * RATE]) > 0.95
