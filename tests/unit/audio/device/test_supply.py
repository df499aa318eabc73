from __future__ import annotations

from itertools import pairwise

import numpy as np

from briefing.audio.device.clock import DeviceClock
from briefing.audio.device.supply import (
    AHEAD_FRAMES,
    LEAST_FRAMES,
    MARGIN_FRAMES,
    SILENT_AHEAD_FRAMES,
    Supply,
)
from briefing.audio.device.wire import RING_FRAMES
from briefing.audio.pcm import ENGINE_RATE_HZ
from tests.fakes import tone


def fill(supply: Supply, taken: int, *, is_silent: bool = False) -> int:
    """Render what is lacking, and return how much is ahead then."""
    while True:
        wanted, in_frames = supply.wanted(taken)
        if in_frames:
            return supply.written - taken
        supply.begin_block()
        supply.take_block(np.zeros((wanted, 2), np.float32) if is_silent else tone(wanted))


def test_sound_is_rendered_far_ahead_and_no_farther_than_the_other_side_holds() -> None:
    supply = Supply()
    ahead = [fill(supply, taken) for taken in range(0, 100_000, 480)]
    assert max(ahead) <= AHEAD_FRAMES <= RING_FRAMES
    assert min(ahead[100:]) >= LEAST_FRAMES


def test_what_is_rendered_ahead_replaces_nothing_that_is_reckoned_to_be_taken_and_is_not() -> None:
    clock = DeviceClock()
    clock.restart(0, 0.0)
    clock.note_taken(0.0, 0, 0, 0)
    assert fill(Supply(), clock.taken_by(1.0)) + clock.taken_by(1.0) <= RING_FRAMES


def test_what_plays_is_rendered_a_few_times_a_second_and_not_at_each_period() -> None:
    supply = Supply()
    ahead = [fill(supply, taken) for taken in range(0, 5 * ENGINE_RATE_HZ, 480)]
    woken = sum(1 for before, after in pairwise(ahead[100:]) if after > before)
    assert 0 < woken <= 4 * 4


def test_silence_is_rendered_ahead_by_little_for_it_may_end_at_once() -> None:
    supply = Supply()
    assert max(fill(supply, taken, is_silent=True) for taken in range(0, 100_000, 480)) <= SILENT_AHEAD_FRAMES


def test_a_command_takes_back_all_but_what_is_on_its_way() -> None:
    supply = Supply()
    for taken in range(0, 50_000, 480):
        fill(supply, taken)
    pulled = supply.written
    assert supply.flush(pulled, taken) == pulled - taken - MARGIN_FRAMES
    assert supply.written == taken + MARGIN_FRAMES


def test_of_a_block_that_is_taken_back_while_it_is_rendered_only_its_start_is_handed_over() -> None:
    supply = Supply()
    supply.begin_block()
    supply.flush(960, 100)
    start, block, _ = supply.take_block(tone(960))
    assert (start, len(block)) == (0, 100 + MARGIN_FRAMES)
    assert supply.written == 100 + MARGIN_FRAMES
    supply.begin_block()
    assert supply.take_block(tone(480))[0] == 100 + MARGIN_FRAMES


def test_nothing_is_taken_back_that_is_taken() -> None:
    supply = Supply()
    supply.begin_block()
    supply.take_block(tone(960))
    assert supply.flush(960, 2000) == 0
    assert supply.written == 960
