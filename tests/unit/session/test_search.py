"""The search alone, on a cursor: what is found, both ways and round the end."""

from __future__ import annotations

from math import inf

from briefing.session.cursor import Cursor
from briefing.session.search import Search
from tests.builders import make_document
from tests.fakes import FakeClock

DOCUMENT = make_document("The bridge opened.", "A bridge closed.")
FIRST, SECOND = DOCUMENT.text.index("bridge"), DOCUMENT.text.rindex("bridge")


def searching() -> tuple[Cursor, Search]:
    cursor = Cursor(DOCUMENT)
    return cursor, Search(cursor, FakeClock())


def never() -> None:
    raise AssertionError("nothing was to be waited for")


def begin(search: Search, needle: str) -> bool:
    """Look for something that is found at once; return whether it was found round the end."""
    assert not search.begin(needle, never, never)
    return search.is_wrapped


def again(search: Search, *, backwards: bool) -> bool:
    assert not search.again(never, backwards=backwards)
    return search.is_wrapped


def test_it_finds_from_the_place_on_and_leaves_the_place() -> None:
    cursor, search = searching()
    assert not begin(search, "bridge")
    assert search.hit is not None
    assert search.hit.start == FIRST
    assert cursor.place == 0


def test_the_next_one_is_another_and_round_the_end_the_first_again() -> None:
    cursor, search = searching()
    begin(search, "bridge")
    seen = []
    for _ in range(2):
        assert search.hit is not None
        cursor.move_to(search.hit.start, None)
        is_wrapped = again(search, backwards=False)
        seen.append((search.hit.start, is_wrapped))
    assert seen == [(SECOND, False), (FIRST, True)]


def test_backwards_from_the_first_it_goes_round_to_the_last() -> None:
    cursor, search = searching()
    begin(search, "bridge")
    cursor.move_to(FIRST, None)
    assert again(search, backwards=True)
    assert search.hit is not None
    assert search.hit.start == SECOND


def test_what_is_not_there_leaves_no_hit_and_is_still_what_is_looked_for() -> None:
    _, search = searching()
    begin(search, "bridge")
    assert not begin(search, "tunnel")
    assert (search.hit, search.needle) == (None, "tunnel")


LONG = make_document(*["a bridge " * 1000] * 50, "The end.")


def test_what_takes_longer_than_a_key_may_wait_goes_on_in_steps_and_is_told() -> None:
    search = Search(Cursor(LONG), FakeClock(step_s=0.1))
    told: list[str] = []
    assert search.begin("the end", lambda: told.append("found"), lambda: told.append("counted"))
    assert search.hit is None
    while search.go_on() == 0.0:
        pass
    assert told == ["found", "counted"]
    assert search.hit is not None
    assert search.position == (1, 1)


def test_a_match_is_there_before_all_are_counted_and_has_no_number_until_then() -> None:
    search = Search(Cursor(LONG), FakeClock(step_s=0.1))
    told: list[tuple[int, int]] = []
    assert not search.begin("bridge", never, lambda: told.append(search.position))
    assert search.hit is not None
    assert search.position == (0, 0)
    steps = 0
    while search.go_on() == 0.0:
        steps += 1
    assert steps > 3
    assert told == [(1, 50_000)]


def test_what_is_left_is_looked_for_no_further() -> None:
    search = Search(Cursor(LONG), FakeClock(step_s=0.1))
    assert search.begin("the end", never, never)
    assert search.leave()
    assert not search.leave()
    assert search.go_on() == inf
    assert (search.hit, list(search.starts)) == (None, [])
