"""A page's picture, which comes after its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.events import PictureArrived
from briefing.session.lead_picture import LeadPicture
from tests.unit.session.bench import Program

if TYPE_CHECKING:
    from collections.abc import Callable


def brought(fetch: Callable[[], bytes | None] | None) -> tuple[LeadPicture, Program]:
    program = Program()
    picture = LeadPicture(fetch, program.host, program.outbox)
    picture.bring()
    return picture, program


def test_it_is_there_at_a_tick_and_is_told_once() -> None:
    picture, program = brought(lambda: b"picture")
    assert (picture.data, program.told) == (None, [])
    picture.bring()
    program.do_posted()
    assert (picture.data, program.told) == (b"picture", [PictureArrived()])


def test_one_that_does_not_come_is_not_talked_about() -> None:
    def unreachable() -> bytes:
        raise OSError

    for fetch in (None, lambda: None, unreachable):
        picture, program = brought(fetch)
        program.do_posted()
        assert (picture.data, program.told) == (None, [])
