"""Which reading of a source is played when it is to be heard faster."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.audio.engine import Engine
from briefing.audio.pcm import ENGINE_RATE_HZ
from tests.fakes import ArraySource, FakeClock, ManualSink, tone

if TYPE_CHECKING:
    from numpy.typing import NDArray

RATE = ENGINE_RATE_HZ
SENTENCE = 2 * RATE


def sentences(count: int, length: int) -> NDArray[np.float32]:
    """Sentences, each a tone of its own pitch and then a fifth of silence."""
    pieces = []
    for n in range(count):
        sound = tone(length, 300.0 + 50 * n)
        sound[length * 4 // 5 :] = 0
        pieces.append(sound)
    return np.concatenate(pieces)


class Voice(ArraySource):
    """Sentences of two seconds; what is spoken faster is ready when it was asked for often enough."""

    def __init__(self, count: int, late: int = 0) -> None:
        super().__init__(sentences(count, SENTENCE))
        self.count, self.late = count, late
        self.made: dict[float, ArraySource] = {}

    def faster(self, speed: float) -> tuple[ArraySource, float]:
        if speed <= 1:
            return self, 1.0
        if speed not in self.made:
            self.made[speed] = Late(sentences(self.count, round(SENTENCE / speed)), self.late)
        return self.made[speed], speed

    def end_after(self, frame: float) -> float:
        return (int(frame) // SENTENCE + 1) * SENTENCE


class Late(ArraySource):
    def __init__(self, samples: NDArray[np.float32], late: int) -> None:
        super().__init__(samples)
        self.late = late

    def read(self, start: int, frames: int) -> NDArray[np.float32] | None:
        self.late -= 1
        return None if self.late >= 0 else super().read(start, frames)


def playing(source: ArraySource) -> tuple[Engine, ManualSink, FakeClock]:
    clock = FakeClock()
    sink = ManualSink(clock)
    engine = Engine(clock, sink)
    engine.open()
    engine.load(source)
    engine.play()
    return engine, sink, clock


def pitch_hz(sound: NDArray[np.float32]) -> float:
    spectrum = np.abs(np.fft.rfft(sound[:, 0] * np.hanning(len(sound)), 1 << 16))
    return float(np.argmax(spectrum)) * RATE / (1 << 16)


@pytest.mark.parametrize("late", [0, 2])
def test_from_the_next_sentence_on_the_voice_speaks_faster_and_nothing_is_missing(late: int) -> None:
    voice = Voice(6, late)
    engine, sink, _ = playing(voice)
    for _ in range(50):
        sink.pull(480)
    engine.set_speed(4.0)
    places = []
    for _ in range(120):
        sink.pull(480)
        places.append(engine.heard_frame())
    steps = np.diff(places)
    assert (steps >= 0).all()
    assert float(steps.max()) < 480 * 4 * 3, "nothing is left out"
    assert engine.starved_s == 0
    fast = voice.made[4.0]
    assert isinstance(fast, Late)
    assert fast.late < 0


def test_what_it_speaks_faster_is_played_as_it_is_and_its_places_are_the_sources() -> None:
    voice = Voice(6)
    engine, sink, _ = playing(voice)
    engine.set_speed(4.0)
    for _ in range(2 * 100):
        sink.pull(480)
    engine.seek(4 * SENTENCE)
    heard = np.concatenate([sink.pull(480) for _ in range(20)])
    assert pitch_hz(heard[4800:]) == pytest.approx(300.0 + 50 * 4, abs=8), "no pitch is changed"
    assert engine.heard_frame() == pytest.approx(4 * SENTENCE + 20 * 480 * 4, abs=1000)


def test_what_is_too_fast_for_the_voice_is_stretched() -> None:
    class Limited(Voice):
        def faster(self, speed: float) -> tuple[ArraySource, float]:
            return super().faster(min(speed, 3.0))

    engine, sink, _ = playing(Limited(8))
    engine.seek(0)
    engine.set_speed(6.0)
    engine.seek(SENTENCE)
    for _ in range(100):
        sink.pull(480)
    assert engine.heard_frame() == pytest.approx(SENTENCE + 6 * RATE, abs=0.3 * RATE)


def test_each_sentence_is_heard_when_the_engine_says_so() -> None:
    engine, sink, clock = playing(Voice(8))
    began = clock()
    engine.set_speed(3.0)
    engine.seek(0)
    told: list[float] = []
    while len(told) < 5 and clock() < began + 10:
        sink.pull(240)
        at = engine.heard_at((len(told) + 1) * SENTENCE)
        if at is not None and at <= clock():
            told.append(at - began)
    heard = np.abs(sink.heard[:, 0]) > 0.02
    starts = [
        n / RATE for n in np.flatnonzero(heard[1:] & ~heard[:-1]) if not heard[max(n - 2400, 0) : n].any()
    ]
    assert told == pytest.approx(starts[1:6], abs=0.02)
