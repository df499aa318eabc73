from __future__ import annotations

from briefing.session.comeback import PATIENCE_S, PAUSES_S, TOLD_S, Comeback, Dry
from tests.fakes import FakeClock


def test_a_silence_is_told_once_and_given_up_in_the_end() -> None:
    comeback = Comeback(FakeClock())
    found = [comeback.look(seconds) for seconds in (0.0, TOLD_S, TOLD_S + 1, 0.0, TOLD_S, PATIENCE_S)]
    assert found == [None, Dry.WAITS, None, None, Dry.WAITS, Dry.GIVEN_UP]


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
