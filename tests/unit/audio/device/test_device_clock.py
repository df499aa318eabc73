from __future__ import annotations

import pytest

from briefing.audio.device.clock import PERIOD_FRAMES, USUAL_LATENCY_S, DeviceClock
from briefing.audio.pcm import ENGINE_RATE_HZ

PERIOD_S = PERIOD_FRAMES / ENGINE_RATE_HZ


def started(frame: int = 0, now_s: float = 100.0) -> DeviceClock:
    clock = DeviceClock()
    clock.restart(frame, now_s)
    return clock


def test_a_frame_is_heard_by_the_latency_after_it_was_taken() -> None:
    clock = started()
    for number in range(5):
        clock.note_taken(100 + number * PERIOD_S, number * PERIOD_FRAMES, 0, 0)
    assert clock.heard_at(ENGINE_RATE_HZ) == pytest.approx(101 + USUAL_LATENCY_S)


def test_a_callback_that_comes_late_moves_no_word() -> None:
    clock = started()
    for number in range(9):
        late_s = 0.015 if number == 4 else 0.0
        clock.note_taken(100 + number * PERIOD_S + late_s, number * PERIOD_FRAMES, 0, 0)
    assert clock.heard_at(0) == pytest.approx(100 + USUAL_LATENCY_S)


def test_silence_that_was_put_in_is_no_time_that_passed() -> None:
    clock = started()
    for number in range(9):
        clock.note_taken(100 + number * PERIOD_S, number * PERIOD_FRAMES, 0, 0)
    clock.note_taken(100 + 10 * PERIOD_S, 9 * PERIOD_FRAMES, PERIOD_FRAMES, PERIOD_FRAMES)
    assert clock.heard_at(0) == pytest.approx(100 + PERIOD_S + USUAL_LATENCY_S)
    assert clock.underrun_frames == PERIOD_FRAMES


def test_silence_that_interrupts_nothing_is_no_underrun() -> None:
    clock = started()
    clock.note_taken(100, 0, PERIOD_FRAMES, 0)
    assert clock.underrun_frames == 0


def test_a_callback_after_all_was_heard_is_an_underrun_though_nothing_lacked() -> None:
    clock = started()
    clock.note_taken(100, 0, 0, 0)
    clock.note_taken(100 + PERIOD_S + USUAL_LATENCY_S + 0.1, PERIOD_FRAMES, 0, 0)
    assert clock.underrun_frames == round(0.1 * ENGINE_RATE_HZ)


def test_the_server_is_believed_once_it_has_answered_often_enough() -> None:
    clock = started()
    clock.note_taken(100, 0, 0, 0)
    for early_s in (0.02, 0.015, 0.01, 0.005, 0.0):
        clock.note_latency(100.3 - early_s)
    assert clock.heard_at(0) == pytest.approx(100 + USUAL_LATENCY_S)
    clock.note_latency(100.29)
    assert clock.heard_at(0) == pytest.approx(100.3)


def test_a_process_that_follows_another_one_goes_on_with_its_frames() -> None:
    clock = started()
    clock.note_taken(100, 0, 0, 0)
    clock.restart(ENGINE_RATE_HZ, 200)
    clock.note_taken(200.5, 0, 0, 0)
    assert clock.base_frame == ENGINE_RATE_HZ
    assert clock.heard_at(2 * ENGINE_RATE_HZ) == pytest.approx(201.5 + USUAL_LATENCY_S)


def test_what_is_taken_between_two_pieces_of_news_is_reckoned_but_not_for_ever() -> None:
    clock = started()
    clock.note_taken(100, 0, 0, 0)
    assert clock.taken_by(100) == PERIOD_FRAMES
    assert clock.taken_by(100.04) == PERIOD_FRAMES + 2 * PERIOD_FRAMES
    assert clock.taken_by(150) == clock.taken_by(160)
    assert clock.quiet_s(150) == 50


def test_a_device_has_begun_once_it_has_taken_something_and_not_when_it_begins_anew() -> None:
    clock = started()
    assert not clock.has_begun
    clock.note_taken(100.1, 0, 0, 0)
    assert clock.has_begun
    clock.restart(4800, 101.0)
    assert not clock.has_begun
