"""Sources as loud as one another, measured by EBU R 128 on what the sink was given."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.audio.engine import Engine
from briefing.audio.levelling import KNEE, PEAK, bent
from briefing.audio.media.loudness import measured
from briefing.audio.media.whole import decode
from briefing.audio.pcm import ENGINE_RATE_HZ, gain_of_db, resample, stereo
from tests.fakes import ArraySource, FakeClock, ManualSink, tone

if TYPE_CHECKING:
    from numpy.typing import NDArray

RATE = ENGINE_RATE_HZ
SAMPLE = Path(__file__).parents[3] / "media" / "arms-transfers.mp3"


def voice(level_db: float, start_s: float = 5.0, seconds: float = 24.0) -> NDArray[np.float32]:
    sound = stereo(decode(SAMPLE, RATE, start_s, start_s + seconds).samples)
    louder: NDArray[np.float32] = np.clip(sound * np.float32(gain_of_db(level_db)), -1, 1)
    return louder


def playing(source: ArraySource, lufs: float | None) -> tuple[Engine, ManualSink]:
    sink = ManualSink(FakeClock())
    engine = Engine(FakeClock(), sink)
    engine.open()
    engine.sounding.level(lufs)
    engine.load(source)
    engine.play()
    return engine, sink


def pull(sink: ManualSink, seconds: float) -> NDArray[np.float32]:
    return np.concatenate([sink.pull(960) for _ in range(round(seconds * 50))])


def loudness(sound: NDArray[np.float32]) -> float:
    return measured([sound], RATE).lufs


@pytest.mark.parametrize("lufs", [-16.0, -18.0])
@pytest.mark.parametrize("level_db", [8.0, 0.0, -14.0])
def test_whatever_its_own_loudness_a_source_is_as_loud_as_is_wanted(level_db: float, lufs: float) -> None:
    _, sink = playing(ArraySource(voice(level_db)), lufs)
    pull(sink, 6.0)
    assert loudness(pull(sink, 15.0)) == pytest.approx(lufs, abs=1.5)


def test_from_one_voice_to_another_and_back_it_is_as_loud() -> None:
    loud, soft = ArraySource(voice(6.0)), ArraySource(voice(-12.0, 40.0))
    engine, sink = playing(loud, -16.0)
    pull(sink, 6.0)
    heard = [pull(sink, 6.0)]
    engine.swap(soft, 0)
    pull(sink, 6.0)
    heard.append(pull(sink, 6.0))
    engine.swap(loud, 12 * RATE)
    heard.append(pull(sink, 4.0))
    levels = [loudness(each) for each in heard]
    assert max(levels) - min(levels) < 2.0, "without levelling it is 18"


def test_the_gain_goes_evenly_and_then_stands_still() -> None:
    source = tone(20 * RATE, 440.0) * np.float32(0.05)
    _, sink = playing(ArraySource(source), -16.0)
    gains = np.array([float(np.abs(pull(sink, 0.1)).max()) / float(np.abs(source).max()) for _ in range(100)])
    steps_db = np.abs(np.diff(20 * np.log10(gains)))
    assert float(steps_db.max()) < 1.2
    assert float(steps_db[60:].max()) < 0.06


def test_peaks_stay_below_minus_one_between_samples_too_and_what_is_soft_is_untouched() -> None:
    _, sink = playing(ArraySource(voice(-10.0)), -10.0)
    pull(sink, 6.0)
    heard = pull(sink, 10.0)
    assert float(np.abs(resample(heard, RATE, 4 * RATE)).max()) <= gain_of_db(-1.0)
    soft = tone(1000, 440.0) * np.float32(KNEE / 2)
    assert bent(soft) is soft
    assert float(np.abs(bent(tone(4000, 440.0) * np.float32(40))).max()) <= PEAK


def test_off_it_is_the_source_bit_for_bit() -> None:
    source = voice(0.0, seconds=3.0)
    _, sink = playing(ArraySource(source), None)
    assert np.array_equal(pull(sink, 2.0)[RATE:], source[RATE : 2 * RATE])
