"""The search alone, on a cursor: what is found, both ways and round the end."""

from __future__ import annotations

from briefing.session.cursor import Cursor
from briefing.session.search import Search
from tests.builders import make_document

DOCUMENT = make_document("The bridge opened.", "A bridge closed.")
FIRST, SECOND = DOCUMENT.text.index("bridge"), DOCUMENT.text.rindex("bridge")


def searching() -> tuple[Cursor, Search]:
    cursor = Cursor(DOCUMENT)
    return cursor, Search(cursor)


def test_it_finds_from_the_place_on_and_leaves_the_place() -> None:
    cursor, search = searching()
    assert not search.begin("bridge")
    assert search.hit is not None
    assert search.hit.start == FIRST
    assert cursor.place == 0


def test_the_next_one_is_another_and_round_the_end_the_first_again() -> None:
    cursor, search = searching()
    search.begin("bridge")
    seen = []
    for _ in range(2):
        assert search.hit is not None
        cursor.move_to(search.hit.start, None)
        is_wrapped = search.again(backwards=False)
        seen.append((search.hit.start, is_wrapped))
    assert seen == [(SECOND, False), (FIRST, True)]


def test_backwards_from_the_first_it_goes_round_to_the_last() -> None:
    cursor, search = searching()
    search.begin("bridge")
    cursor.move_to(FIRST, None)
    assert search.again(backwards=True)
    assert search.hit is not None
    assert search.hit.start == SECOND


def test_what_is_not_there_leaves_no_hit_and_is_still_what_is_looked_for() -> None:
    _, search = searching()
    search.begin("bridge")
    assert not search.begin("tunnel")
    assert (search.hit, search.needle) == (None, "tunnel")
