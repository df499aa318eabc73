"""A source without its long pauses: what is left, and where each frame of it is from."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.audio.engine import Engine
from briefing.audio.pauses import Pauses
from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.audio.squeeze import AHEAD_FRAMES, KEPT_FRAMES, Squeeze
from tests.fakes import ArraySource, FakeClock, ManualSink, tone

if TYPE_CHECKING:
    from numpy.typing import NDArray

RATE = ENGINE_RATE_HZ
LIMIT = RATE // 2


def words(*pauses_s: float, word_s: float = 1.5) -> NDArray[np.float32]:
    """A word before each pause and one behind the last, each of another pitch."""
    pieces = []
    for n, pause_s in enumerate((*pauses_s, 0.0)):
        pieces += [
            tone(round(word_s * RATE), 200.0 + 60 * n),
            np.zeros((round(pause_s * RATE), 2), np.float32),
        ]
    return np.concatenate(pieces)


def squeezed(sound: NDArray[np.float32], frame: int = 0) -> Squeeze:
    pauses = Pauses()
    pauses.limit = LIMIT
    found = pauses.squeeze(ArraySource(sound), frame)
    assert found is not None
    return found


def all_of(
    squeeze: Squeeze, frames: int = 960, at: int = 0
) -> tuple[NDArray[np.float32], NDArray[np.float64]]:
    """Everything that is read, and the source's frame of each."""
    pieces, places = [], []
    while not squeeze.is_at_end:
        piece = squeeze.read(frames)
        if piece is None:
            continue
        edges = [at, *(join[0] for join in squeeze.joins_between(at, at + len(piece))), at + len(piece)]
        places += [
            squeeze.place_of(start) + np.arange(stop - start, dtype=np.float64)
            for start, stop in pairwise(edges)
        ]
        pieces.append(piece)
        at += len(piece)
    return np.concatenate(pieces), np.concatenate(places)


def test_long_pauses_are_a_quarter_of_a_second_and_short_ones_as_they_were() -> None:
    sound = words(2.0, 0.4, 1.0, 7.5)
    squeeze = squeezed(sound)
    result, _ = all_of(squeeze)
    left_out = 2.0 + 1.0 + 7.5 - 3 * KEPT_FRAMES / RATE
    assert len(result) / RATE == pytest.approx(len(sound) / RATE - left_out, abs=0.06)
    assert squeeze.is_at_end


def test_every_frame_that_is_left_is_the_one_of_the_source_that_it_is_said_to_be() -> None:
    sound = words(2.0, 0.4, 1.0)
    result, places = all_of(squeezed(sound))
    assert (np.diff(places) >= 1).all()
    assert np.array_equal(sound[places.astype(int)], result), "silence is joined to silence"


def test_in_noise_what_is_joined_does_not_click() -> None:
    rng = np.random.default_rng(0)
    sound = words(2.0, 3.0)
    sound += rng.normal(0, 0.0005, sound.shape).astype(np.float32)
    result, places = all_of(squeezed(sound))
    joins = np.flatnonzero(np.diff(places) > 1)
    assert len(joins) == 2
    for join in joins:
        assert float(np.abs(result[join - 1000 : join + 1000]).max()) < 0.003


def test_places_go_both_ways_and_what_was_left_out_is_at_its_join() -> None:
    squeeze = squeezed(words(2.0))
    squeeze.read(1)
    for _ in range(150):
        squeeze.read(480)
    for frame in (0, 1000, 100_000):
        assert squeeze.frame_of(squeeze.place_of(frame)) == frame
    (join,) = squeeze.joins_between(0, 10 * RATE)
    assert squeeze.frame_of((join[1] + join[2]) / 2) == join[0]


def test_a_join_is_known_well_before_it_is_heard() -> None:
    squeeze = squeezed(words(3.0))
    given = 0
    while not squeeze.joins_between(0, 10 * RATE):
        piece = squeeze.read(480)
        assert piece is not None
        given += len(piece)
    (join,) = squeeze.joins_between(0, 10 * RATE)
    assert join[0] - given > AHEAD_FRAMES / 2


def test_silence_to_the_end_comes_to_an_end() -> None:
    result, places = all_of(squeezed(np.concatenate([words(), np.zeros((20 * RATE, 2), np.float32)])))
    assert len(result) / RATE == pytest.approx(1.5 + KEPT_FRAMES / RATE, abs=0.1)
    assert places[-1] == 21.5 * RATE - 1


def test_nothing_is_held_back_for_what_is_not_ready_yet() -> None:
    sound = words(3.0)
    source = ArraySource(sound, ready_frames=2 * RATE)
    pauses = Pauses()
    pauses.limit = 3 * RATE
    squeeze = pauses.squeeze(source, 0)
    assert squeeze is not None
    given = 0
    while (piece := squeeze.read(960)) is not None:
        given += len(piece)
    assert given == 2 * RATE


@pytest.mark.parametrize("frames", [100, 480, 1111, 4800, 50_000])
def test_however_it_is_read_it_is_the_same(frames: int) -> None:
    sound = words(0.3, 2.0, 0.7, 5.0, word_s=0.5)
    whole, places = all_of(squeezed(sound, 777), at=777)
    again, places_again = all_of(squeezed(sound, 777), frames, 777)
    assert np.array_equal(again, whole)
    assert np.array_equal(places_again, places)
    assert (places[0], places[-1]) == (777, len(sound) - 1)


@pytest.mark.parametrize("speed", [1.0, 1.5, 3.0])
def test_the_engine_says_when_a_frame_behind_shortened_pauses_is_heard(speed: float) -> None:
    sound = words(2.0, 2.0)
    clock = FakeClock()
    began = clock()
    sink = ManualSink(clock, latency_frames=1000)
    engine = Engine(clock, sink)
    engine.open()
    engine.sounding.shorten_pauses(0.5)
    engine.set_speed(speed)
    engine.load(ArraySource(sound))
    engine.play()
    onsets = [round(at * RATE) for at in (3.5, 7.0)]
    told: list[float] = []
    while len(told) < 2 and clock() < began + 20:
        sink.pull(480)
        at = engine.heard_at(onsets[len(told)])
        if at is not None and at <= clock():
            told.append(at)
    heard = np.abs(sink.heard[:, 0]) > 0.02
    starts = [n for n in np.flatnonzero(heard[1:] & ~heard[:-1]) if not heard[max(n - 2400, 0) : n].any()][1:]
    assert [(at - began) * RATE - 1000 for at in told] == pytest.approx(starts, abs=0.015 * RATE)
    assert engine.sounding.saved_s == pytest.approx((4.0 - 2 * KEPT_FRAMES / RATE) / speed, abs=0.1)


def test_turned_on_and_off_in_mid_play_the_place_stays_and_nothing_clicks() -> None:
    clock = FakeClock()
    sink = ManualSink(clock, droppable_frames=4800)
    engine = Engine(clock, sink)
    engine.open()
    engine.load(ArraySource(words(2.0, 2.0, word_s=2.0)))
    engine.play()
    for n in range(60):
        if n in (20, 40):
            place = engine.head_frame()
            engine.sounding.shorten_pauses(0.5 if n == 20 else None)
            assert engine.head_frame() == pytest.approx(place, abs=2)
        sink.pull(960)
    assert float(np.abs(np.diff(sink.heard[:, 0])).max()) < 0.05


def test_what_is_taken_back_saves_nothing() -> None:
    clock = FakeClock()
    sink = ManualSink(clock, droppable_frames=9600)
    engine = Engine(clock, sink)
    engine.open()
    engine.sounding.shorten_pauses(0.5)
    engine.load(ArraySource(words(2.0)))
    engine.play()
    while engine.sounding.saved_s == 0:
        sink.pull(480)
    engine.seek(0)
    assert engine.sounding.saved_s == 0
