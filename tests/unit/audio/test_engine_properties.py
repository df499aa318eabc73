"""What holds of the engine whatever a user or a device does."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.audio.engine_events import EngineEnded
from briefing.audio.volume import RAMP_FRAMES
from briefing.model import TransportState
from tests.fakes import ArraySource, tone
from tests.unit.audio.bench import LATENCY, LENGTH, STEP, Bench, soft

if TYPE_CHECKING:
    from collections.abc import Callable


Action = tuple[str, "Callable[[Bench], None]"]


def actions() -> st.SearchStrategy[Action]:
    """What a user or a device may do, with a name that a failing example shows."""

    def named(name: str, act: Callable[[Bench], None]) -> Action:
        return name, act

    return st.one_of(
        st.integers(1, 5000).map(lambda n: named(f"pull {n}", lambda b: check_pull(b, n))),
        st.integers(-100, LENGTH + 100).map(lambda f: named(f"seek {f}", lambda b: b.engine.seek(f))),
        st.floats(0.4, 4.5).map(lambda s: named(f"speed {s}", lambda b: b.engine.set_speed(s))),
        st.just(named("normal speed", lambda b: b.engine.set_speed(1.0))),
        st.integers(0, 100).map(lambda v: named(f"volume {v}", lambda b: b.engine.set_volume(v))),
        st.booleans().map(lambda m: named(f"muted {m}", lambda b: b.engine.set_muted(m))),
        st.integers(0, LENGTH).map(
            lambda f: named(f"swap {f}", lambda b: b.engine.swap(ArraySource(soft(LENGTH)), f))
        ),
        st.just(named("play", lambda b: b.engine.play())),
        st.just(named("play", lambda b: b.engine.play())),
        st.just(named("pause", lambda b: b.engine.pause())),
        st.just(named("stop", lambda b: b.engine.stop())),
        st.just(named("poll", check_poll)),
    )


def check_poll(bench: Bench) -> None:
    for event in bench.engine.poll():
        assert isinstance(event, EngineEnded)
        assert bench.engine.state is TransportState.ENDED


def check_pull(bench: Bench, frames: int) -> None:
    block = bench.sink.pull(frames)
    assert block.shape == (frames, 2)
    assert block.dtype == np.float32


@settings(deadline=None, max_examples=120)
@given(st.lists(actions(), max_size=40), st.sampled_from([0, 300, 2400]))
def test_whatever_is_done_sound_is_whole_and_the_place_inside(
    script: list[Action], droppable_frames: int
) -> None:
    bench = Bench(droppable_frames=droppable_frames)
    bench.engine.load(ArraySource(soft(LENGTH)))
    for _, act in script:
        act(bench)
        assert 0 <= bench.engine.heard_frame() <= LENGTH
        assert 0 <= bench.engine.head_frame() <= LENGTH
        if bench.engine.state is not TransportState.PLAYING:
            bench.sink.pull(2 * RAMP_FRAMES)
            assert not bench.sink.pull(RAMP_FRAMES).any(), "not silent when it does not play"
    heard = bench.sink.heard
    if len(heard) > 1:
        assert np.isfinite(heard).all()
        assert np.abs(heard).max() <= 0.55
        # the tone's own steps, a ramp's, and the seams that a change of speed makes in a tone
        assert np.abs(np.diff(heard[:, 0])).max(initial=0.0) < 3 * STEP, "a click"


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from([0.5, 0.8, 1.0, 1.3, 2.0, 3.0]), st.integers(200, 8000)), max_size=20)
)
def test_the_clock_of_what_is_heard_agrees_with_itself_and_never_goes_back(
    legs: list[tuple[float, int]],
) -> None:
    bench = Bench()
    bench.engine.load(ArraySource(tone(10 * LENGTH, 200.0)))
    bench.engine.play()
    bench.pull(LATENCY + 1)
    places = [bench.engine.heard_frame()]
    for speed, frames in legs:
        bench.engine.set_speed(speed)
        bench.sink.pull(frames)
        place = bench.engine.heard_frame()
        places.append(place)
        at_s = bench.engine.heard_at(place)
        assert at_s is not None
        # where a stretch gives many frames for one place, the first of them is meant
        assert at_s <= bench.clock() + 1e-6
        assert bench.clock() - at_s < 0.06
    assert all(a <= b for a, b in pairwise(places))
