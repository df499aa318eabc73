"""Events: those without fields are true, and equal to their own kind alone."""

from __future__ import annotations

from briefing.events import Signal, ViewChanged


class Rang(Signal):
    """Another event without fields."""

    __slots__ = ()


def test_an_event_without_fields_is_true_and_equal_to_its_own_kind_alone() -> None:
    assert ViewChanged()
    assert ViewChanged() == ViewChanged()
    assert ViewChanged() != Rang()
    assert ViewChanged() != ()


def test_equal_events_are_one_in_a_set() -> None:
    assert {ViewChanged(), ViewChanged(), Rang()} == {ViewChanged(), Rang()}
    assert len({ViewChanged(), ViewChanged()}) == 1


def test_an_event_is_written_as_it_is_made() -> None:
    assert repr(ViewChanged()) == "ViewChanged()"
