from __future__ import annotations

import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.audio.stretch import Stretch
from briefing.limits import SPEED_HIGH, SPEED_LOW
from tests.fakes import tone

SPEEDS = (0.5, 0.75, 0.9, 1.1, 1.5, 2.0, 3.0, 4.0)


def bursts(length_frames: int, every: int) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """A voice-like buzz of 120 Hz that begins anew every so many frames."""
    t = np.arange(every * 2 // 3) / 48000
    harmonics = np.arange(1, 9)[:, np.newaxis]
    buzz = 0.15 * (np.sin(2 * np.pi * 120 * harmonics * t) / harmonics).sum(axis=0)
    mono = np.zeros(length_frames, np.float32)
    for start in range(0, length_frames - every, every):
        mono[start : start + len(buzz)] = buzz
    return np.repeat(mono[:, np.newaxis], 2, axis=1)


@pytest.mark.parametrize("speed", SPEEDS)
def test_the_length_follows_the_speed_and_the_pitch_does_not(speed: float) -> None:
    stretch = Stretch(0, speed)
    stretch.feed(tone(96000, 200.0))
    stretch.finish()
    made = stretch.take(10**6)[:, 0]
    assert len(made) == pytest.approx(96000 / speed, rel=0.05)
    middle = made[len(made) // 4 : len(made) // 4 + 9600]
    assert np.argmax(np.abs(np.fft.rfft(middle))) == pytest.approx(200 * 9600 / 48000, abs=1)


@pytest.mark.parametrize("speed", SPEEDS)
def test_places_are_where_the_sound_is(speed: float) -> None:
    every = 24000
    source = bursts(20 * every, every)
    stretch = Stretch(0, speed)
    places, pieces = [], []
    for start in range(0, len(source), 960):
        stretch.feed(source[start : start + 960])
        while stretch.available_frames >= 48:
            places.append(stretch.place)
            pieces.append(stretch.take(48))
    loud = np.array([np.abs(piece).max() > 0.02 for piece in pieces])
    begins = [k for k in range(25, len(loud)) if loud[k] and not loud[k - 25 : k].any()]
    errors = [places[k] - round(places[k] / every) * every for k in begins if places[k] > every / 2]
    assert len(errors) >= 15
    assert abs(np.median(errors)) <= 0.015 * 48000
    assert np.percentile(np.abs(errors), 95) <= 0.05 * 48000


@settings(deadline=None, max_examples=30)
@given(
    st.lists(
        st.tuples(st.floats(SPEED_LOW, SPEED_HIGH), st.integers(1, 5000), st.integers(0, 3000)), max_size=30
    )
)
def test_places_go_forward_within_what_was_fed(steps: list[tuple[float, int, int]]) -> None:
    stretch = Stretch(1000, 1.0)
    fed, last = 1000, 1000.0
    for speed, feed, take in steps:
        stretch.speed = speed
        stretch.feed(tone(feed))
        fed += feed
        assert len(stretch.take(take)) <= take
        assert last <= stretch.place <= fed
        last = stretch.place
    stretch.finish()
    stretch.take(10**6)
    assert stretch.place == fed


def test_back_at_speed_one_nothing_is_held_back_or_lost() -> None:
    source = tone(20_000, 200.0)
    stretch = Stretch(0, 1.5)
    stretch.feed(source[:9600])
    held_from = stretch.place + stretch.available_frames * 1.5
    stretch.take(10**6)
    stretch.speed = 1.0
    stretch.release(source[9600:10_560])
    rest = stretch.take(10**6)
    assert stretch.place == 10_560
    assert 960 <= len(rest) <= 960 + 9600 - held_from + 1440
    assert np.abs(rest[-480:] - source[10_080:10_560]).max() < 1e-3


@pytest.fixture
def without_sonic(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "libsonic", None)


@pytest.mark.usefixtures("without_sonic")
@pytest.mark.parametrize("speed", SPEEDS[:-1])
class TestWithoutSonic:
    def test_the_length_follows_the_speed_and_the_pitch_does_not(self, speed: float) -> None:
        test_the_length_follows_the_speed_and_the_pitch_does_not(speed)

    def test_places_are_where_the_sound_is(self, speed: float) -> None:
        test_places_are_where_the_sound_is(speed)
