"""Timings that are kept: how they are packed, found, and make room."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Cue, Span
from briefing.store import Store, Timings, packing
from briefing.timeline import Timeline
from tests.builders import memory_store

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(memory_store()) as memory:
        yield memory


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    steps = draw(st.lists(st.tuples(*[st.integers(0, 5000)] * 4, st.floats(0, 1, width=32)), max_size=40))
    cues, text, time = [], 0, 0
    for gap, length, pause, frames, confidence in steps:
        span = Span(text + gap, text + gap + length)
        cues.append(Cue(span, time + pause, time + pause + frames, confidence))
        text, time = span.stop, time + pause + frames
    return Timeline(draw(st.sampled_from((8000, 24000, 48000))), time + draw(st.integers(0, 9)), cues)


@given(timelines())
def test_a_timeline_survives_packing(timeline: Timeline) -> None:
    assert packing.unpack(packing.pack(timeline)) == timeline


@given(st.binary(max_size=200))
def test_other_bytes_are_refused(packed: bytes) -> None:
    with pytest.raises(ValueError, match="not a packed timeline"):
        packing.unpack(packed)


@given(timelines(), st.data())
def test_a_cut_timeline_is_refused(timeline: Timeline, data: st.DataObject) -> None:
    packed = packing.pack(timeline)
    cut = data.draw(st.integers(0, len(packed) - 1))
    if len(timeline):
        with pytest.raises(ValueError, match="not a packed timeline"):
            packing.unpack(packed[: min(cut, len(packed) - 8)])


def test_timings_are_found_by_sound_text_and_method(store: Store) -> None:
    timings = Timings(Timeline(1000, 5000, [Cue(Span(0, 4), 10, 400, 0.75)]), 0.5)
    store.keep_timings("sound", "text", "hama 1", timings)
    assert store.timings("sound", "text", "hama 1") == timings
    assert store.timings("sound", "text", "hama 2") is None
    assert store.timings("sound", "edited", "hama 1") is None


def test_the_oldest_timings_make_room(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.store.written.TIMINGS_KEPT", 3)
    timings = Timings(Timeline(1000, 5000), 1.0)
    for number in range(5):
        store.keep_timings(f"sound {number}", "text", "m", timings)
    kept = [number for number in range(5) if store.timings(f"sound {number}", "text", "m")]
    assert kept == [2, 3, 4]
