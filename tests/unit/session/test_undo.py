"""Taking back alone."""

from __future__ import annotations

from briefing.session.outbox import Outbox
from briefing.session.undo import UNDO_DEPTH, Undo


def test_the_latest_is_taken_back_first_and_then_nothing_is_left() -> None:
    undo = Undo(Outbox())
    taken: list[str] = []
    undo.remember(lambda: taken.append("first"))
    undo.remember(lambda: taken.append("second"))
    assert [undo.take_back(), undo.take_back(), undo.take_back()] == [True, True, False]
    assert taken == ["second", "first"]


def test_only_so_much_is_remembered() -> None:
    undo = Undo(Outbox())
    taken: list[int] = []
    for n in range(UNDO_DEPTH + 2):
        undo.remember(lambda n=n: taken.append(n))  # type: ignore[misc]
    while undo.take_back():
        pass
    assert taken == list(range(UNDO_DEPTH + 1, 1, -1))
