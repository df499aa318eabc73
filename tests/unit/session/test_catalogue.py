"""The library as a session has it: what is slow is done aside, and what changes is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.errors import LostError, StoreError
from briefing.events import LibraryChanged
from tests.shelf import HILLS, RIVER, ShelfOfLists, published, some_items
from tests.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.listed import ListedItem


def stage(background: Callable[[Callable[[], None]], None] | None = None) -> Stage:
    return Stage(shelf=ShelfOfLists([RIVER, HILLS], some_items()), background=background)


def changes(on: Stage) -> list[bool]:
    return [event.has_other_items for event in on.events if isinstance(event, LibraryChanged)]


def test_nothing_of_the_library_is_opened_before_it_is_asked_for() -> None:
    on = Stage()
    del on.shelf
    on.open().press("play", "where")
    on.session.close()
    assert on.librarian.has_left


def test_a_search_is_done_in_the_background_and_only_the_last_one_is_told() -> None:
    work: list[Callable[[], None]] = []
    on = stage(work.append)
    found: list[tuple[ListedItem, ...]] = []
    on.session.catalogue.search("older", found.append)
    on.session.catalogue.search("snow", found.append)
    assert found == []
    for each in work:
        each()
    on.session.tick()
    assert [[item.number for item in items] for items in found] == [[10]]


def test_a_search_that_fails_says_why() -> None:
    on = stage()
    on.shelf.error = StoreError("The library cannot be read.")
    on.session.catalogue.search("snow", lambda _: None)
    on.session.tick()
    assert on.said[-1] == "The library cannot be read."


def test_a_refresh_shows_what_came_now_and_then_and_at_its_end() -> None:
    on = stage()
    on.librarian.coming = [some_items()[0]._replace(number=20, published=published(0))]
    on.press("refresh")
    assert changes(on)[-1] is True
    assert on.said[-2:] == ["Refreshing.", "Refreshed 2 feeds: 1 new item."]
    assert on.session.catalogue.progress is None


def test_a_second_refresh_tells_how_far_the_first_one_is() -> None:
    work: list[Callable[[], None]] = []
    on = stage(work.append)
    on.press("refresh", "refresh")
    assert len(work) == 1
    assert on.said[-1] == "Refreshing."


def test_offline_a_refresh_says_so() -> None:
    on = stage()
    on.librarian.error = LostError("Nothing is fetched while `offline` is on.", "Turn it off.")
    on.press("refresh")
    assert on.said[-1] == "Nothing is fetched while `offline` is on. Turn it off."


def test_what_was_dropped_comes_back_with_its_items() -> None:
    on = stage()
    on.press("unsubscribe 1")
    assert len(on.shelf.items()) == 10
    on.press("undo")
    assert len(on.shelf.items()) == 12
    assert on.librarian.refreshed == [HILLS.number]


def test_a_subscription_is_dropped_aside_for_another_program_may_hold_the_library() -> None:
    work: list[Callable[[], None]] = []
    on = stage(work.append)
    on.press("unsubscribe 1")
    assert on.said == []
    work.pop()()
    on.session.tick()
    assert on.said == ["Unsubscribed from Hills Radio. Press \x0eundo \x0f to bring it back."]
    on.press("undo")
    assert len(on.shelf.subscriptions()) == 1
    work.pop()()
    on.session.tick()
    assert len(on.shelf.subscriptions()) == 2
    work.pop()()
    assert on.librarian.refreshed == [HILLS.number]


def test_a_change_that_cannot_be_kept_is_said_and_nothing_is_promised() -> None:
    on = stage()
    on.shelf.error = StoreError("The library is locked by another program.")
    on.press("unsubscribe 1")
    assert on.said[-1] == "The library is locked by another program."
    on.press("undo")
    assert on.said[-1] == "Nothing to undo."


def test_numbers_that_nothing_has_are_refused_in_a_sentence() -> None:
    on = stage()
    on.press("unsubscribe 3")
    assert on.said[-1] == "There is no subscription 3. Give a number from 1 to 2."
    on.press("unsubscribe")
    assert on.said[-2:] == ["1: Hills Radio", "2: River News"]
    on.press("subscribe")
    assert on.said[-1] == "Type the address of a feed."
