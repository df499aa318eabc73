"""How many wishes come through."""

from __future__ import annotations

from briefing.desktop.rate import AT_ONCE, PER_S, Rate


def test_a_key_that_is_held_down_comes_through_and_a_flood_does_not() -> None:
    rate = Rate(0.0)
    held = [rate.lets_through(number / 10) for number in range(1000)]
    assert all(held)
    flood = [rate.lets_through(100.0 + number / 10_000) for number in range(10_000)]
    assert AT_ONCE + PER_S - 2 <= sum(flood) <= AT_ONCE + PER_S
    assert rate.lets_through(103.0)
