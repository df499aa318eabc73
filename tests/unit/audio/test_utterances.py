"""What is said over what plays: no click, one at a time, the deck lower, and the engine in step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.audio.pcm import ENGINE_RATE_HZ, gain_of_db
from briefing.audio.utterances import BACK_FRAMES, DUCK_FRAMES, HOLD_FRAMES, RAMP_FRAMES
from tests.fakes import ArraySource, tone
from tests.unit.audio.bench import LENGTH, STEP, Bench, soft

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

LOUD = 0.2
STEEPEST = 2 * LOUD / RAMP_FRAMES * 1.01
"""The largest step that a ramp makes where a piece is cut while it falls by itself."""


def speech(frames: int) -> NDArray[np.float32]:
    """Return sound that is as loud at its edges as within, so that a missing ramp is a click."""
    return np.full(frames, LOUD, np.float32)


def say(bench: Bench, *frames: int, duck: float = 1.0) -> None:
    with bench.engine.saying() as bus:
        bus.duck = duck
        bus.begin()
        for each in frames:
            bus.add(speech(each))
        bus.end()


def hush(bench: Bench) -> None:
    with bench.engine.saying() as bus:
        bus.cut()


def say_anew(bench: Bench, *frames: int) -> None:
    with bench.engine.saying() as bus:
        bus.cut()
    say(bench, *frames, duck=0.2)


def check_pull(bench: Bench, frames: int) -> None:
    assert bench.pull(frames).shape == (frames, 2)


Action = tuple[str, "Callable[[Bench], None]"]


def actions() -> st.SearchStrategy[Action]:
    """What is said, and what plays meanwhile, with a name that a failing example shows."""

    def named(name: str, act: Callable[[Bench], None]) -> Action:
        return name, act

    lengths = st.lists(st.integers(0, 4000), min_size=1, max_size=3)
    return st.one_of(
        st.integers(1, 5000).map(lambda n: named(f"pull {n}", lambda b: check_pull(b, n))),
        st.integers(1, 5000).map(lambda n: named(f"pull {n}", lambda b: check_pull(b, n))),
        lengths.map(lambda n: named(f"say {n}", lambda b: say(b, *n, duck=0.2))),
        lengths.map(lambda n: named(f"say anew {n}", lambda b: say_anew(b, *n))),
        st.just(named("hush", hush)),
    )


def deeds() -> st.SearchStrategy[Action]:
    """What a user does to what plays."""

    def named(name: str, act: Callable[[Bench], None]) -> Action:
        return name, act

    return st.one_of(
        st.integers(0, LENGTH).map(lambda f: named(f"seek {f}", lambda b: b.engine.seek(f))),
        st.integers(0, 100).map(lambda v: named(f"volume {v}", lambda b: b.engine.set_volume(v))),
        st.just(named("play", lambda b: b.engine.play())),
        st.just(named("pause", lambda b: b.engine.pause())),
    )


SINKS = st.sampled_from([0, 300, 2400])


@settings(deadline=None, max_examples=120)
@given(st.lists(actions(), max_size=30), SINKS)
def test_whatever_is_said_and_cut_nothing_clicks_and_one_speaks_at_a_time(
    script: list[Action], droppable_frames: int
) -> None:
    bench = Bench(droppable_frames=droppable_frames)
    for _, act in script:
        act(bench)
    hush(bench)
    bench.pull(2 * RAMP_FRAMES)
    heard = bench.sink.heard[:, 0]
    assert np.abs(heard).max() <= LOUD * 1.0001, "two at once"
    assert np.abs(np.diff(heard)).max() <= STEEPEST, "a click"
    assert not heard[-RAMP_FRAMES:].any(), "not silent after a cut"


@settings(deadline=None, max_examples=120)
@given(st.lists(st.one_of(actions(), deeds()), max_size=30), SINKS)
def test_what_plays_keeps_its_place_whatever_is_said_over_it(
    script: list[Action], droppable_frames: int
) -> None:
    spoken_over, alone = Bench(droppable_frames=droppable_frames), Bench(droppable_frames=droppable_frames)
    for bench in (spoken_over, alone):
        bench.engine.load(ArraySource(soft(LENGTH)))
        bench.engine.play()
    for name, act in script:
        act(spoken_over)
        if name.startswith(("say", "hush")):
            with alone.engine.saying():
                pass  # what its sink had ahead is taken back as well
        else:
            act(alone)
        assert abs(spoken_over.engine.heard_frame() - alone.engine.heard_frame()) <= 1
        assert spoken_over.engine.state is alone.engine.state
    assert np.abs(np.diff(spoken_over.sink.heard[:, 0])).max(initial=0.0) < 3 * STEP + STEEPEST, "a click"


def test_while_nothing_is_said_what_plays_passes_bit_for_bit() -> None:
    bench = Bench()
    samples = np.repeat(tone(ENGINE_RATE_HZ * 2, 300.0).reshape(-1, 1), 2, axis=1)[: 2 * ENGINE_RATE_HZ]
    bench.engine.load(ArraySource(samples))
    bench.engine.play()
    say(bench, 1000, duck=0.2)
    bench.pull(1000 + HOLD_FRAMES + BACK_FRAMES)
    after = bench.sink.pull(4800)
    start = 1000 + HOLD_FRAMES + BACK_FRAMES
    assert (after == samples[start : start + 4800]).all()


def test_the_deck_is_lower_by_the_decibels_that_were_asked_for_until_what_is_said_has_ended() -> None:
    bench = Bench()
    bench.engine.load(ArraySource(np.full((ENGINE_RATE_HZ * 2, 2), 0.5, np.float32)))
    bench.engine.play()
    bench.pull(1000)
    with bench.engine.saying() as bus:
        bus.duck = gain_of_db(-20)
        bus.gain = 0.0
        bus.begin()
        bus.add(speech(20000))
        end = bus.end()
    bench.pull(ENGINE_RATE_HZ)
    level = bench.sink.heard[:, 0]
    assert np.allclose(level[1000 + DUCK_FRAMES : end + HOLD_FRAMES], 0.05, atol=1e-4)
    assert np.allclose(level[end + HOLD_FRAMES + BACK_FRAMES :], 0.5)
    assert np.abs(np.diff(level[1000:])).max() < 0.5 / DUCK_FRAMES * 1.01


def test_what_the_sink_had_ahead_is_taken_back_so_that_the_first_sound_is_early() -> None:
    bench = Bench(droppable_frames=4800)
    bench.pull(4800)
    say(bench, 2000)
    bench.pull(2000)
    assert bench.sink.heard[RAMP_FRAMES : 2000 - RAMP_FRAMES, 0].min() > LOUD * 0.99


def test_mute_and_volume_are_those_of_what_plays() -> None:
    bench = Bench()
    bench.engine.set_muted(True)
    say(bench, 2000)
    assert bench.sink.pull(2000).max() > LOUD * 0.99


def test_a_piece_that_comes_late_begins_at_once_and_one_in_time_follows_without_a_gap() -> None:
    bench = Bench()
    with bench.engine.saying() as bus:
        bus.begin()
        bus.add(speech(1000))
    bench.pull(500)
    with bench.engine.saying(is_at_once=False) as bus:
        bus.add(speech(1000))
    bench.pull(3000)
    with bench.engine.saying(is_at_once=False) as bus:
        bus.add(speech(1000))
        assert (bus.begun_at, bus.stop) == (0, 4500)
