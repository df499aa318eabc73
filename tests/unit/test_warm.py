"""A worker that starts warm is what one is that starts as ever."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.formats.pages.html import process
from briefing.processes import door
from terminal import wait_until
from tests.warm import warm_workers

if TYPE_CHECKING:
    from briefing.processes.child import Child

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="there they start as ever")
STORY = b'["", ""]\n<html><title>The bridge</title><body><h1>The bridge</h1><p>It opened again on Monday.</p>'
FILES = process.LIMITS.open_files


def told(child: Child) -> tuple[str, str]:
    """Return what the system says of a process that waits for its page: its limits, and its parent."""
    place = Path("/proc", str(child.pid))
    limits = place / "limits"
    wait_until(lambda: f" {FILES} " in limits.read_text(), "it is not limited")
    parent = place.joinpath("stat").read_text().rpartition(")")[2].split()[1]
    return limits.read_text(), parent


def test_it_has_the_same_limits_and_parent_and_answers_alike() -> None:
    found = []
    for way in (nullcontext, warm_workers, warm_workers):
        with way():
            child = door.start(door.command(process.WORKER, limits=process.LIMITS))
        how = told(child)
        answer = door.answer_of(child, STORY, limit_s=60, most_bytes=process.MOST_BYTES)
        found.append((how, answer))
    cold, *warm = found
    assert b"It opened again on Monday." in cold[1]
    assert warm == [cold, cold]


def test_its_end_is_seen_as_that_of_any_other() -> None:
    with warm_workers():
        child = door.start(door.command(process.WORKER, limits=process.LIMITS))
    assert not child.has_ended
    assert child.close() == -9
    with warm_workers():
        child = door.start(door.command(process.WORKER, limits=process.LIMITS))
    with pytest.raises(door.DiedError):
        door.answer_of(child, b"no JSON\n", limit_s=60, most_bytes=process.MOST_BYTES)
