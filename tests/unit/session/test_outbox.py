"""The outbox alone: events at once, posted work when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.events import Announced, Ended
from briefing.session.outbox import Outbox

if TYPE_CHECKING:
    from briefing.events import Event


def test_every_listener_is_told_each_event_from_its_subscription_on() -> None:
    outbox = Outbox()
    first: list[Event] = []
    second: list[Event] = []
    outbox.subscribe(first.append)
    outbox.emit(Ended())
    outbox.subscribe(second.append)
    outbox.say("Paused.", urgent=True)
    assert first == [Ended(), Announced("Paused.", urgent=True)]
    assert second == [Announced("Paused.", urgent=True)]
    assert outbox.status == "Paused."


def test_posted_work_waits_and_is_done_in_order_with_what_it_posts_itself() -> None:
    outbox = Outbox()
    done: list[str] = []

    def first() -> None:
        done.append("first")
        outbox.post(lambda: done.append("third"))

    outbox.post(first)
    outbox.post(lambda: done.append("second"))
    assert done == []
    while outbox.do_next():
        pass
    assert done == ["first", "second", "third"]


def test_whoever_waits_is_woken_when_work_was_posted_and_not_before() -> None:
    outbox = Outbox()
    woken: list[bool] = []
    outbox.wake_by(lambda: woken.append(outbox.do_next()))
    outbox.emit(Ended())
    assert woken == []
    outbox.post(lambda: None)
    assert woken == [True]
    outbox.wake_by(None)
    outbox.post(lambda: None)
    assert woken == [True]


def test_a_notice_is_said_when_the_face_comes_round_to_it() -> None:
    outbox = Outbox()
    told: list[Event] = []
    outbox.subscribe(told.append)
    outbox.post_notice("The trace ends here.")
    assert told == []
    outbox.do_next()
    assert told == [Announced("The trace ends here.", urgent=True)]
