"""Objects in circles are looked for again as soon as the program has started."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from briefing import garbage

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    threshold = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)


def make_circles(count: int) -> None:
    for _ in range(count):
        circle: list[object] = []
        circle.append(circle)


def searches_while_circles_are_made(count: int) -> int:
    before = gc.get_stats()[0]["collections"]
    make_circles(count)
    return int(gc.get_stats()[0]["collections"]) - int(before)


def test_nothing_is_looked_for_until_it_has_started_and_as_before_then() -> None:
    count = 10 * gc.get_threshold()[0]
    garbage.put_off()
    assert searches_while_circles_are_made(count) == 0
    garbage.settle()
    assert searches_while_circles_are_made(count) >= 9


def test_what_lived_at_the_start_is_not_looked_through_again() -> None:
    garbage.put_off()
    kept = [[number] for number in range(1000)]
    garbage.settle()
    assert gc.get_freeze_count() >= len(kept)
