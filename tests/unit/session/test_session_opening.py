"""The opening alone: a briefing that comes later, or does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.errors import AudioError, SourceError
from briefing.events import Refused
from briefing.session.arrival import Arrival, Coming
from briefing.session.device import SoundDevice
from briefing.session.host import Host
from briefing.session.opening import PendingArrival
from briefing.session.outbox import Outbox
from tests.builders import make_document
from tests.fakes import FakeClock

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.audio.engine import Engine
    from briefing.events import Event

ARRIVAL = Arrival(make_document("One two."), {})


def no_engine() -> tuple[Engine, None]:
    raise AudioError("There is no sound here.")


def opening_of(arriving: Callable[[], Arrival] | None, outbox: Outbox) -> PendingArrival:
    return PendingArrival(
        Coming(ARRIVAL, arriving), Host(FakeClock(), SoundDevice(no_engine), lambda work: work()), outbox
    )


def test_what_arrives_is_taken_at_a_tick_and_then_nothing_is_pending() -> None:
    outbox = Outbox()
    taken: list[tuple[Arrival, bool]] = []
    opening = opening_of(lambda: ARRIVAL, outbox)
    opening.begin(lambda arrival: taken.append((arrival, opening.is_pending)))
    assert (taken, opening.is_pending) == ([], True)
    outbox.do_next()
    assert taken == [(ARRIVAL, False)]


def test_what_cannot_be_read_is_refused_at_a_tick_and_stays_pending() -> None:
    def arriving() -> Arrival:
        raise SourceError("There is no text in it.", "Give another file.")

    outbox = Outbox()
    told: list[Event] = []
    outbox.subscribe(told.append)
    opening = opening_of(arriving, outbox)
    opening.begin(lambda _arrival: pytest.fail("nothing arrived"))
    assert (told, opening.refusal) == ([], None)
    outbox.do_next()
    assert told == [Refused("There is no text in it. Give another file.")]
    assert isinstance(opening.refusal, SourceError)
    assert opening.is_pending


def test_a_briefing_that_is_here_does_not_come_again() -> None:
    here = opening_of(None, Outbox())
    assert (here.is_pending, here.bring()) == (False, None)
    late = opening_of(lambda: ARRIVAL, Outbox())
    assert [late.bring(), late.bring()] == [ARRIVAL, None]
