"""When words are timed: at once, or once somebody asks."""

from __future__ import annotations

from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

from briefing.cli.wiring.timings import StoredTimer
from tests.builders import make_document, memory_store

if TYPE_CHECKING:
    from briefing.timeline import Timeline

PATIENCE_S = 60.0
DOCUMENT = make_document("One two three.")


def test_what_is_not_timed_by_itself_is_begun_when_somebody_asks_and_once() -> None:
    told: SimpleQueue[tuple[Timeline, float | None]] = SimpleQueue()
    timer = StoredTimer(memory_store(), lambda _sentence: None, is_on=False)
    rough = timer.start(DOCUMENT, Path("gone.wav"), 10.0, lambda *each: told.put(each))
    assert told.empty()
    assert timer.restart()
    timeline, progress = told.get(timeout=PATIENCE_S)  # of a recording that cannot be read, a guess
    assert (list(timeline), progress) == (list(rough), None)
    assert not timer.restart()
