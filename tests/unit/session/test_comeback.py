from __future__ import annotations

from briefing.session.comeback import (
    MOST_SILENCES,
    PATIENCE_S,
    PAUSES_S,
    START_PATIENCE_S,
    START_TOLD_S,
    TOLD_S,
    WITHIN_S,
    Comeback,
    Dry,
)
from tests.fakes import FakeClock


def test_a_silence_is_told_once_and_given_up_in_the_end() -> None:
    comeback = Comeback(FakeClock())
    found = [comeback.look(seconds) for seconds in (0.0, TOLD_S, TOLD_S + 1, 0.0, TOLD_S, PATIENCE_S)]
    assert found == [None, Dry.WAITS, None, None, Dry.IS_SLOW, Dry.GIVEN_UP]


def silence(comeback: Comeback) -> Dry | None:
    found = comeback.look(TOLD_S)
    comeback.look(0.0)
    return found


def test_what_runs_dry_again_and_again_is_slow_and_given_up() -> None:
    comeback = Comeback(FakeClock())
    found = [silence(comeback) for _ in range(MOST_SILENCES + 1)]
    assert found == [Dry.WAITS, Dry.IS_SLOW, Dry.GIVEN_UP, Dry.WAITS]


def test_what_ran_dry_long_ago_or_elsewhere_does_not_count() -> None:
    clock = FakeClock()
    comeback = Comeback(clock)
    for _ in range(2 * MOST_SILENCES):
        assert silence(comeback) is Dry.WAITS
        clock.advance(WITHIN_S)
    for _ in range(2 * MOST_SILENCES):
        comeback.forget_silences()
        assert silence(comeback) is Dry.WAITS


def test_a_recording_that_is_back_is_not_slow_because_it_was_lost() -> None:
    comeback = Comeback(FakeClock())
    assert silence(comeback) is Dry.WAITS
    comeback.begin(is_begun=True)
    assert comeback.end()
    assert silence(comeback) is Dry.WAITS


def test_a_beginning_that_does_not_come_is_told_once_and_given_up_in_the_end() -> None:
    clock = FakeClock()
    comeback = Comeback(clock)
    comeback.ask()
    assert comeback.look_at_start() is None
    clock.advance(START_TOLD_S)
    assert [comeback.look_at_start(), comeback.look_at_start()] == [Dry.WAITS, None]
    clock.advance(START_PATIENCE_S - START_TOLD_S)
    assert comeback.look_at_start() is Dry.GIVEN_UP


def test_what_has_begun_tells_by_itself_and_is_not_asked_for() -> None:
    clock = FakeClock()
    comeback = Comeback(clock)
    comeback.begin(is_begun=True)
    clock.advance(10 * PAUSES_S[-1])
    assert not comeback.take_due()
    assert comeback.end()
    assert not comeback.end()


def test_each_pause_is_as_long_as_the_one_before_or_longer() -> None:
    clock = FakeClock()
    comeback = Comeback(clock)
    for pause_s in (*PAUSES_S, PAUSES_S[-1]):
        comeback.begin(is_begun=False)
        assert not comeback.take_due()
        clock.advance(pause_s)
        assert comeback.take_due()
        assert not comeback.take_due()
