"""What of the library is listed: all, a search's, a feed's, the feeds; and what is said of nothing."""

from __future__ import annotations

from briefing.commands.mentions import with_ids
from briefing.ui.library.view import LibraryView
from tests.shelf import HILLS, RIVER, ShelfOfLists, some_items
from tests.stage import Stage


def view(shelf: ShelfOfLists | None = None) -> tuple[LibraryView, Stage]:
    stage = Stage(shelf=shelf or ShelfOfLists([RIVER, HILLS], some_items()))
    return LibraryView(stage.session), stage


def numbers(shown: LibraryView) -> list[int]:
    return [item.number for group in shown.groups for item in group.items]


def test_all_items_then_those_of_a_search_then_those_of_a_feed_and_back() -> None:
    shown, stage = view()
    shown.show_items()
    assert (shown.title, len(numbers(shown))) == ("Library: 12 items, 11 new.", 12)
    assert not shown.go_back()
    shown.search("older", lambda: None)
    stage.session.tick()
    assert (shown.title, len(numbers(shown))) == ("8 items with older.", 8)
    shown.show_feeds()
    assert shown.title == "2 subscriptions."
    assert [shown.size_of(each) for each in shown.subscriptions] == [(2, 1), (10, 10)]
    shown.show_feed(1)
    assert (shown.title, numbers(shown)) == ("Hills Radio: 2 items, 1 new.", [10, 9])
    assert shown.go_back()
    assert len(numbers(shown)) == 12


def test_what_was_found_is_kept_in_its_order_while_it_changes() -> None:
    shown, stage = view()
    shown.search("older", lambda: None)
    stage.session.tick()
    stage.press("item-heard 3", "unsubscribe 1")
    shown.load()
    assert numbers(shown) == [8, 7, 6, 5, 4, 3, 2, 1]
    assert [item.number for item in shown.items if item.is_heard] == [3]
    stage.press("unsubscribe 1")
    shown.load()
    assert numbers(shown) == []


def test_where_there_is_nothing_it_says_what_to_do() -> None:
    notes = []
    for shelf in (
        ShelfOfLists(),
        ShelfOfLists([RIVER]),
        ShelfOfLists([RIVER], [item._replace(is_heard=True) for item in some_items()]),
        ShelfOfLists([RIVER], some_items()),
    ):
        shown, _ = view(shelf)
        shown.show_items()
        notes.append(with_ids(shown.note))
    assert notes == [
        "Nothing is subscribed to yet. Press :subscribe and type the address of a feed.",
        "No items yet. :refresh asks for them.",
        "Everything was heard. :refresh asks for what is new.",
        "",
    ]


def test_a_subscription_is_dropped_by_its_own_number() -> None:
    shown, stage = view()
    shown.show_items()
    shown.drop(RIVER.number)
    stage.session.tick()
    assert stage.said[-1].startswith("Unsubscribed from River News.")
    shown.load()
    shown.drop(RIVER.number)
    assert [each.title for each in shown.subscriptions] == ["Hills Radio"]
