"""What the user chose of the view, alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.events import ViewChanged
from briefing.model import Light
from briefing.session.look import Look
from briefing.session.outbox import Outbox
from briefing.settings import Settings

if TYPE_CHECKING:
    from briefing.events import Event


def test_it_begins_as_the_settings_say_and_tells_each_change() -> None:
    outbox = Outbox()
    told: list[Event] = []
    outbox.subscribe(told.append)
    look = Look(Settings(light=Light.SENTENCE, follow=True), outbox)
    assert (look.light, look.is_following, told) == (Light.SENTENCE, True, [])
    look.set_light(Light.OFF)
    look.set_theme("high-contrast")
    assert (look.light, look.theme) == (Light.OFF, "high-contrast")
    assert told == [ViewChanged(), ViewChanged()]


def test_looking_away_is_said_once() -> None:
    outbox = Outbox()
    look = Look(Settings(follow=True), outbox)
    look.look_away()
    assert not look.is_following
    outbox.status = ""
    look.look_away()
    assert outbox.status == ""
