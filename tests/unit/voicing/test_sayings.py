"""What is said next and what is cut: the table of priorities, and what holds whatever comes."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.voicing.sayings import Priority, Saying, Sayings, Silenced

NOW, NEXT, NORMAL = Priority


def saying(number: int, priority: Priority) -> Saying:
    return Saying(number, f"Saying {number}.", priority)


def said_in_order(sayings: Sayings) -> list[int]:
    """Say all that waits; return the numbers."""
    numbers = []
    while (begun := sayings.begin()) is not None:
        numbers.append(begun.number)
        sayings.end()
    return numbers


@pytest.mark.parametrize(
    ("sounding", "comes", "is_cut", "order"),
    [
        (NORMAL, NORMAL, False, [0, 1]),
        (NORMAL, NEXT, False, [0, 1]),
        (NORMAL, NOW, True, [1, 0]),
        (NEXT, NORMAL, False, [0, 1]),
        (NEXT, NEXT, False, [0, 1]),
        (NEXT, NOW, True, [1, 0]),
        (NOW, NORMAL, False, [0, 1]),
        (NOW, NEXT, False, [0, 1]),
        (NOW, NOW, False, [0, 1]),
    ],
)
def test_what_comes_waits_or_cuts_as_the_table_says(
    sounding: Priority, comes: Priority, is_cut: bool, order: list[int]
) -> None:
    sayings = Sayings()
    sayings.add(saying(0, sounding))
    first = sayings.begin()
    stopped = sayings.add(saying(1, comes))
    assert stopped == Silenced(first if is_cut else None)
    if not is_cut:
        assert sayings.sounding == first
        sayings.end()
        order = order[1:]
    assert said_in_order(sayings) == order


def test_of_what_waits_now_goes_before_next_and_next_before_normal() -> None:
    sayings = Sayings()
    for number, priority in enumerate((NORMAL, NORMAL, NEXT, NOW, NEXT, NOW)):
        sayings.add(saying(number, priority))
    assert said_in_order(sayings) == [3, 5, 2, 4, 0, 1]


def test_a_key_silences_what_is_said_and_drops_what_waits_but_no_urgent_event() -> None:
    sayings = Sayings()
    for number, priority in enumerate((NORMAL, NORMAL, NEXT)):
        sayings.add(saying(number, priority))
    sayings.begin()  # the event
    sayings.end()
    normal = sayings.begin()
    sayings.add(saying(3, NEXT))

    stopped = sayings.press()

    assert stopped.cut == normal
    assert {each.number for each in stopped.dropped} == {0, 1}
    sayings.add(saying(4, NOW))
    assert said_in_order(sayings) == [4, 3]


def test_an_urgent_event_that_a_key_cut_is_said_again_after_the_answer_once() -> None:
    sayings = Sayings()
    sayings.add(saying(0, NEXT))
    sayings.begin()
    assert sayings.press().dropped == ()
    sayings.add(saying(1, NOW))
    assert said_in_order(sayings) == [1, 0]

    sayings.add(saying(2, NEXT))
    for _ in range(2):
        sayings.is_answer_due = False  # it had none
        sayings.begin()
        stopped = sayings.press()
    assert [each.number for each in stopped.dropped] == [2]
    assert sayings.is_empty


def test_silence_is_silence_for_urgent_events_too() -> None:
    sayings = Sayings()
    for number, priority in enumerate((NEXT, NEXT, NORMAL)):
        sayings.add(saying(number, priority))
    first = sayings.begin()
    stopped = sayings.silence()
    assert stopped.cut == first
    assert {each.number for each in stopped.dropped} == {0, 1, 2}
    assert sayings.is_empty


def test_between_a_key_and_its_answer_nothing_else_is_begun() -> None:
    sayings = Sayings()
    sayings.add(saying(0, NEXT))
    sayings.press()
    assert sayings.begin() is None
    sayings.add(saying(1, NOW))
    assert said_in_order(sayings) == [1, 0]


@given(st.lists(st.sampled_from(["now", "next", "normal", "key", "silence", "begin", "end"]), max_size=60))
def test_whatever_comes_each_is_said_or_dropped_and_urgent_events_are_never_lost(  # noqa: C901 - one table
    script: list[str],
) -> None:
    sayings = Sayings()
    added: dict[int, Saying] = {}
    heard: Counter[int] = Counter()
    dropped: set[int] = set()
    silenced: set[int] = set()
    cut_by_key: Counter[int] = Counter()
    for deed in script:
        sounding = sayings.sounding
        match deed:
            case "begin":
                begun = sayings.begin()
                assert (begun is None) or sounding is None, "two at once"
            case "end" if sounding is not None:
                heard[sounding.number] += 1
                sayings.end()
            case "end":
                pass
            case "key":
                stopped = sayings.press()
                assert stopped.cut == sounding
                assert sayings.sounding is None, "a key does not silence"
                dropped |= {each.number for each in stopped.dropped}
                if sounding is not None:
                    cut_by_key[sounding.number] += 1
            case "silence":
                stopped = sayings.silence()
                assert sayings.is_empty
                silenced |= {each.number for each in stopped.dropped}
            case _:
                new = saying(len(added), Priority(deed))
                added[new.number] = new
                assert sayings.add(new).cut in (None, sounding)
    sayings.is_answer_due = False
    while sayings.sounding is not None or sayings.begin() is not None:
        assert sayings.sounding is not None
        heard[sayings.sounding.number] += 1
        sayings.end()
    for number, each in added.items():
        assert (heard[number] > 0) + (number in dropped) + (number in silenced) == 1
        assert heard[number] <= 1
        if each.priority is NEXT and number in dropped:
            assert cut_by_key[number] == 2, "an urgent event was lost"
