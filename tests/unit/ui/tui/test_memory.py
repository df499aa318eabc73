"""What has gone is let go in a pause, and what stays is not looked through for it."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest

from briefing.ui.tui.memory import ScreenMemory

if TYPE_CHECKING:
    from collections.abc import Iterator


class Ring:
    """Lives in a circle with itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    thresholds = gc.get_threshold()
    gc.disable()
    yield
    gc.enable()
    gc.unfreeze()
    gc.set_threshold(*thresholds)


def test_what_has_gone_in_circles_is_let_go_in_a_pause() -> None:
    memory = ScreenMemory(is_on=True)
    memory.keep_all()
    gone = weakref.ref(Ring())
    memory.let_go()
    assert gone() is None


def test_what_is_there_from_the_start_is_not_looked_through_again() -> None:
    before = len(gc.get_objects())
    ScreenMemory(is_on=True).keep_all()
    assert gc.get_freeze_count() >= before
    assert len(gc.get_objects()) < before / 10


def test_after_long_use_what_is_closed_is_still_let_go() -> None:
    memory = ScreenMemory(is_on=True)
    memory.keep_all()
    for _ in range(30):
        gone = weakref.ref(Ring())
        memory.let_go()
        assert gone() is None


def test_where_others_run_in_the_process_their_memory_is_theirs() -> None:
    memory, before = ScreenMemory(is_on=False), (gc.get_threshold(), gc.get_freeze_count())
    memory.keep_all()
    memory.let_go()
    assert (gc.get_threshold(), gc.get_freeze_count()) == before
