"""The queue alone: what is open in it, and what is next."""

from __future__ import annotations

from briefing.session.queue import ALONE, Queue, QueuedItem

THREE = Queue((QueuedItem("1", "One"), QueuedItem("2", "Two"), QueuedItem("3", "Three")), 1)


def test_one_is_open_and_others_are_before_and_after_it() -> None:
    assert THREE.here == QueuedItem("2", "Two")
    assert [moved and moved.at for moved in (THREE.moved(-1), THREE.moved(1), THREE.moved(-2))] == [
        0,
        2,
        None,
    ]
    assert THREE.has_several


def test_where_there_is_only_one_nothing_follows() -> None:
    assert (ALONE.here, ALONE.moved(1), ALONE.has_several) == (None, None, False)
    assert not Queue((QueuedItem("1", "One"),)).has_several
