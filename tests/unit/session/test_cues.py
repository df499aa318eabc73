"""The pointer at the next cue alone, on an engine whose sink is pulled by hand."""

from __future__ import annotations

import pytest

from briefing.audio.engine import Engine
from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.model import Cue, Span
from briefing.session.cues import FALSE_S, STALE_S, CuePointer
from briefing.timeline import Timeline
from tests.fakes import ArraySource, FakeClock, ManualSink, tone

WORD_S = 0.5
PULL_S = 0.01
WORDS = 8


def timeline(shift_s: float = 0.0, word_s: float = WORD_S) -> Timeline:
    """Words of four letters, one each `word_s`."""
    frames = round(word_s * ENGINE_RATE_HZ)
    shift = round(shift_s * ENGINE_RATE_HZ)
    cues = [
        Cue(Span(5 * n, 5 * n + 4), shift + n * frames, shift + (n + 1) * frames, 1.0) for n in range(WORDS)
    ]
    return Timeline(ENGINE_RATE_HZ, shift + WORDS * frames, cues)


class Bench:
    """An engine that plays, and a pointer beside it."""

    def __init__(self, latency_frames: int = 0) -> None:
        self.clock = FakeClock()
        self.sink = ManualSink(self.clock, latency_frames)
        self.engine = Engine(self.clock, self.sink)
        self.engine.open()
        self.timeline = timeline()
        self.engine.load(ArraySource(tone(self.timeline.length_frames)))
        self.pointer = CuePointer(self.clock)
        self.pointer.enter(self.timeline, 0)

    def hear(self, seconds: float) -> list[int]:
        """Let time pass; return the numbers of the words that are told then."""
        for _ in range(round(seconds / PULL_S)):
            self.sink.pull(round(PULL_S * ENGINE_RATE_HZ))
        return [cue.span.start // 5 for cue, _ in self.pointer.due(self.engine, self.timeline)]


def test_nothing_is_due_before_the_engine_plays() -> None:
    bench = Bench()
    assert bench.hear(1.0) == []
    assert bench.pointer.due_in_s(bench.engine, bench.timeline) is None


def test_each_word_is_told_once_and_the_next_is_waited_for_exactly() -> None:
    bench = Bench()
    bench.engine.play()
    assert bench.hear(0.6) == [0, 1]
    assert bench.hear(0.0) == []
    assert bench.pointer.due_in_s(bench.engine, bench.timeline) == pytest.approx(0.4)
    assert bench.hear(0.5) == [2]


def test_the_offset_delays_the_light_and_not_the_moment_that_is_told() -> None:
    bench = Bench()
    bench.pointer.sync_offset_s = 0.2
    bench.engine.play()
    assert bench.hear(0.6) == [0]
    assert bench.hear(0.2) == [1]


def test_after_a_jump_into_a_word_that_word_is_the_next() -> None:
    bench = Bench()
    frame = round(3.2 * WORD_S * ENGINE_RATE_HZ)
    bench.engine.seek(frame)
    bench.pointer.enter(bench.timeline, frame)
    bench.engine.play()
    assert bench.hear(0.1) == [3]


def test_words_that_were_heard_while_the_machine_slept_are_passed_over() -> None:
    bench = Bench()
    bench.engine.play()
    assert bench.hear(STALE_S + 1.1)[-1] == 6
    assert bench.hear(0.0) == []


@pytest.mark.parametrize(("shift_s", "then"), [(1.0, 2), (FALSE_S + 1, 0)])
def test_sharper_timings_go_on_after_the_word_that_is_lit_unless_it_was_far_off(
    shift_s: float, then: int
) -> None:
    bench = Bench()
    bench.engine.play()
    assert bench.hear(0.6) == [0, 1]
    sharper = timeline(shift_s)
    bench.pointer.sharpen(bench.timeline, sharper, bench.engine.heard_frame())
    bench.timeline = sharper
    due_s = bench.pointer.due_in_s(bench.engine, sharper)
    assert due_s == pytest.approx(shift_s + then * WORD_S - 0.6)
