"""The command that stops and starts the timing of words, alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.events import Announced, TimelineChanged
from briefing.session.outbox import Outbox
from briefing.session.timing import Timing
from tests.stage import StillTimer

if TYPE_CHECKING:
    from briefing.events import Event


def test_what_goes_on_is_stopped_and_what_was_stopped_is_asked_to_start_again() -> None:
    outbox, timer = Outbox(), StillTimer()
    told: list[Event] = []
    outbox.subscribe(told.append)
    timing = Timing(timer, outbox)
    timing.tell(0.5)
    timing.toggle(has_story=True, renew=lambda: False)
    assert told == [TimelineChanged(0.5), TimelineChanged(None), Announced("Timing the words stopped.")]
    assert (timer.cancelled, timing.progress) == (1, None)
    timing.toggle(has_story=True, renew=lambda: False)
    assert timer.restarted == 1


@pytest.mark.parametrize(
    ("has_story", "can_renew", "answer", "progress"),
    [
        (True, True, "Listening to all of it; until that is done the words are lit as before.", 0.0),
        (
            True,
            False,
            "There is nothing to time: the words are timed already, or nobody recorded them.",
            None,
        ),
        (False, True, "There is nothing to time: there is no text.", None),
    ],
    ids=["anew", "timed", "no text"],
)
def test_where_nothing_was_stopped_it_says_what_can_be_done(
    has_story: bool, can_renew: bool, answer: str, progress: float | None
) -> None:
    outbox = Outbox()
    timing = Timing(StillTimer(), outbox)
    timing.toggle(has_story=has_story, renew=lambda: can_renew)
    assert (outbox.status, timing.progress) == (answer, progress)


def test_words_are_timed_without_being_asked_from_now_on_or_no_more() -> None:
    outbox, timer = Outbox(), StillTimer()
    timing = Timing(timer, outbox)
    timing.turn(is_on=False)
    assert (timer.is_on, timer.cancelled) == (False, 0)
    timing.turn(is_on=True)
    assert (timer.is_on, timer.restarted) == (True, 1)
    timing.tell(0.5)
    timing.turn(is_on=True)
    assert timer.restarted == 1
    timing.turn(is_on=False)
    assert (timer.cancelled, timing.progress) == (1, None)
