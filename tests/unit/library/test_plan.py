"""In which order feeds are asked for."""

from __future__ import annotations

from briefing.library.plan import MOST_PER_HOST, Plan
from briefing.listed import Subscription


def feed(number: int, host: str, asked_at: str = "") -> Subscription:
    return Subscription(number, f"https://{host}/{number}", asked_at=asked_at)


def begun(plan: Plan) -> list[int]:
    """All that may be asked for at once now."""
    return [each.number for each in iter(plan.begin, None)]


def in_order(plan: Plan) -> list[int]:
    """All, asked for one after the other."""
    order = []
    while (each := plan.begin()) is not None:
        order.append(each.number)
        plan.end(each)
    return order


def test_a_host_is_asked_for_few_at_once() -> None:
    plan = Plan([feed(number, "a.example") for number in range(5)] + [feed(9, "b.example")])
    first = begun(plan)
    assert len(first) == MOST_PER_HOST + 1
    assert 9 in first
    assert not plan.is_over


def test_another_follows_when_one_has_ended() -> None:
    plan = Plan([feed(number, "a.example") for number in range(3)])
    first = [plan.begin(), plan.begin()]
    assert plan.begin() is None
    assert first[0] is not None
    plan.end(first[0])
    assert plan.begin() is not None
    assert plan.is_over
    assert plan.begin() is None


def test_a_host_is_one_however_its_name_is_written() -> None:
    plan = Plan([feed(1, "News.example"), feed(2, "news.example:8080"), feed(3, "ann@news.example.")])
    assert len(begun(plan)) == MOST_PER_HOST


def test_the_host_with_the_most_feeds_begins_and_hosts_take_turns() -> None:
    plan = Plan(
        [feed(1, "a.example"), *(feed(number, "b.example") for number in (2, 3, 4)), feed(5, "c.example")]
    )
    assert in_order(plan)[:2] == [2, 3]


def test_what_was_asked_longest_ago_goes_first() -> None:
    monday = [feed(number, "a.example", f"2026-11-23T06:00:0{number}+00:00") for number in (1, 2, 3)]
    sunday = feed(4, "b.example", "2026-11-22T06:00:00+00:00")
    never = feed(5, "c.example")
    assert in_order(Plan([*reversed(monday), sunday, never])) == [5, 4, 1, 2, 3]


def test_a_refresh_that_is_broken_off_again_and_again_gets_to_all() -> None:
    """Each gets to three of ten, an hour apart: the host with many feeds does not push the others out."""
    feeds = {
        number: feed(number, "big.example" if number < 8 else f"{number}.example") for number in range(10)
    }
    asked: set[int] = set()
    for hour in range(4):
        for number in in_order(Plan(feeds.values()))[:3]:
            asked.add(number)
            feeds[number] = feeds[number]._replace(asked_at=f"2026-11-23T{hour:02}:00:00+00:00")
    assert asked == set(range(10))
