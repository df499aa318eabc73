"""A text that is still to come, alone: brought in the background, here and now, or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.errors import SourceError
from briefing.events import Refused
from briefing.session.arrival import Arrival, Coming
from briefing.session.opening import PendingArrival
from tests.stage import DOCUMENT
from tests.unit.session.bench import Program

if TYPE_CHECKING:
    from collections.abc import Callable

ARRIVAL = Arrival(DOCUMENT, {})
REFUSAL = SourceError("This is a picture.", "Open a text.")


def arriving() -> Arrival:
    return ARRIVAL


def refused() -> Arrival:
    raise REFUSAL


def begun(arriving: Callable[[], Arrival] | None) -> tuple[PendingArrival, Program, list[Arrival]]:
    program, taken = Program(), list[Arrival]()
    opening = PendingArrival(Coming(ARRIVAL, arriving), program.host, program.outbox)
    opening.begin(taken.append)
    return opening, program, taken


def test_it_is_taken_in_the_thread_of_the_face_and_pending_until_then() -> None:
    opening, program, taken = begun(arriving)
    assert (opening.is_pending, taken) == (True, [])
    program.do_posted()
    assert (opening.is_pending, taken) == (False, [ARRIVAL])


def test_what_is_here_is_not_brought() -> None:
    opening, program, taken = begun(None)
    program.do_posted()
    assert (opening.is_pending, opening.bring(), taken) == (False, None, [])


def test_a_source_that_cannot_be_read_is_told_once_and_kept_for_whoever_leaves() -> None:
    opening, program, taken = begun(refused)
    program.do_posted()
    assert (opening.refusal, taken) == (REFUSAL, [])
    assert program.told == [Refused(str(REFUSAL))]


def test_a_fault_of_ours_is_told_as_a_sentence() -> None:
    def faulty() -> Arrival:
        raise ZeroDivisionError("by zero")

    opening, program, _ = begun(faulty)
    program.do_posted()
    assert opening.refusal is not None
    assert str(opening.refusal).endswith(".")


def test_who_waits_has_it_once_or_hears_why_not() -> None:
    program = Program()
    opening = PendingArrival(Coming(ARRIVAL, arriving), program.host, program.outbox)
    assert (opening.bring(), opening.bring()) == (ARRIVAL, None)
    with pytest.raises(SourceError, match="picture"):
        PendingArrival(Coming(ARRIVAL, refused), program.host, program.outbox).bring()
