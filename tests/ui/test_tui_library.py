"""The library on the screen: listed, walked, searched, marked, refreshed; where the terminal's cursor is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.listed import ListedItem
from tests.shelf import HILLS, RIVER, ShelfOfLists, published, some_items
from tests.ui.screen import on_screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.screen import Screen

SIZES = [(40, 12), (80, 24), (200, 60)]


def shelf() -> ShelfOfLists:
    return ShelfOfLists([RIVER, HILLS], some_items())


def at_cursor(screen: Screen) -> str:
    """What stands in the row of the terminal's cursor, from there on."""
    x, y = screen.app.cursor_position
    return screen.rows[y][x:].strip()


def unwrapped(screen: Screen) -> str:
    """What the window shows, without what wrapping put between the words."""
    return " ".join(screen.text.split())


@pytest.mark.parametrize("size", SIZES)
async def test_items_stand_under_their_days_and_the_player_below_stays_in_view(size: tuple[int, int]) -> None:
    async with on_screen(shelf=shelf(), size=size) as screen:
        await screen.press("L")
        shown = unwrapped(screen)
        assert "Library: 12 items, 11 new." in shown
        assert (
            "Breaking news 12. Breaking: The bridge is closed. River News, 30 minutes ago. Today 11. New:"
            in shown.replace("▇ ", "")
        )
        assert "Paused" in shown
        assert "0:00:00 of 0:00:07" in shown
        assert at_cursor(screen).startswith("12. Breaking: The bridge is closed.")


@pytest.mark.parametrize("size", SIZES)
async def test_the_cursor_is_on_the_first_row_of_whatever_is_highlighted(size: tuple[int, int]) -> None:
    async with on_screen(shelf=shelf(), size=size) as screen:
        await screen.press("L")
        reached = [at_cursor(screen)]
        for key in ["j", "down"] * 5 + ["j"]:
            await screen.press(key)
            reached.append(at_cursor(screen))
        assert [row.partition(".")[0] for row in reached] == [str(n) for n in range(12, 0, -1)]
        for key, number in (("k", 2), ("up", 3), ("home", 12), ("end", 1)):
            await screen.press(key)
            assert at_cursor(screen).startswith(f"{number}. "), key
        await screen.press("home", "pagedown", "pageup")
        assert at_cursor(screen).startswith("12. ")


@pytest.mark.parametrize("number", range(1, 13))
async def test_twelve_of_twelve_are_reached_by_their_numbers(number: int) -> None:
    async with on_screen(shelf=shelf(), size=(80, 24)) as screen:
        await screen.press("L", *str(number))
        assert at_cursor(screen).startswith(f"{number}. ")


async def test_digits_that_lead_nowhere_are_answered() -> None:
    some = ShelfOfLists([RIVER], [item for item in some_items() if item.number > 9])
    async with on_screen(shelf=some) as screen:
        await screen.press("L", "1")
        assert "1, another digit." in screen.text
        await screen.press("2")
        assert at_cursor(screen).startswith("12. ")
        await screen.press("7")
        assert "There is no such number here." in screen.text


async def test_a_search_lists_what_it_finds_and_escape_goes_back_and_then_closes() -> None:
    async with on_screen(shelf=shelf(), size=(80, 24)) as screen:
        await screen.press("L", "slash", *"snow", "enter")
        assert screen.rows[0].strip() == "1 item with snow."
        assert at_cursor(screen).startswith("10. Half heard: A mountain of snow.")
        await screen.press("slash", *"zebra", "enter")
        assert "Nothing has these words. Escape lists all items." in screen.text
        await screen.press("escape")
        assert screen.rows[0].strip() == "Library: 12 items, 11 new."
        await screen.press("escape")
        assert len(screen.app.screen_stack) == 1
        assert at_cursor(screen).startswith("News of numbers")


@pytest.mark.parametrize("key", ["L", "q", "escape"])
async def test_it_closes_by_the_key_that_opened_it_too(key: str) -> None:
    async with on_screen(shelf=shelf()) as screen:
        before = screen.app.cursor_position
        await screen.press("L", key)
        await screen.pilot.pause()
        assert len(screen.app.screen_stack) == 1
        assert screen.app.cursor_position == before
        assert "play or pause" in screen.text


async def test_words_typed_with_the_command_are_found_in_the_open_library_too() -> None:
    async with on_screen(shelf=shelf()) as screen:
        for words in ("boats", "snow"):
            await screen.press("colon", *"library", "space", *words, "enter")
            await screen.pilot.pause()
            assert f"1 item with {words}." in screen.text
        assert len(screen.app.screen_stack) == 2


async def test_an_item_is_marked_where_it_stands_and_the_mark_taken_back() -> None:
    async with on_screen(shelf=shelf(), size=(80, 24)) as screen:
        await screen.press("L", "1", "0")
        before = screen.app.cursor_position
        await screen.press("H")
        assert at_cursor(screen).startswith("10. Heard: A mountain")
        assert "Marked as heard: A mountain of snow. Press u to take that back." in screen.text
        await screen.press("u")
        assert at_cursor(screen).startswith("10. Half heard: A mountain")
        assert "Undone. Marked as not heard again: A mountain of snow." in screen.text
        assert screen.app.cursor_position == before


async def test_breaking_news_that_was_heard_goes_to_its_day_and_the_highlight_with_it() -> None:
    async with on_screen(shelf=shelf(), size=(80, 24)) as screen:
        await screen.press("L", "H")
        await screen.pilot.pause()
        assert "Breaking news" not in screen.text
        assert at_cursor(screen).startswith("12. Heard: The bridge is closed.")


async def test_what_a_refresh_brings_moves_nothing_under_the_cursor() -> None:
    old = [
        ListedItem(n, f"Story {n}", "River News", published(100 - n), subscription=1)
        for n in range(80, 0, -1)
    ]
    async with on_screen(shelf=ShelfOfLists([RIVER], old), size=(80, 24)) as screen:
        await screen.press("L", "5", "0", "up", "up")
        row, at = at_cursor(screen), screen.app.cursor_position
        assert row.startswith("52. ")
        screen.stage.librarian.coming = [
            ListedItem(n, f"Story {n}", "River News", published(0), subscription=1) for n in range(81, 94)
        ]
        await screen.press("R")
        await screen.pilot.pause()
        assert "Library: 93 items, 93 new." in screen.text
        assert "Refreshed 1 feed: 13 new items." in screen.text
        assert at_cursor(screen) == row
        assert screen.app.cursor_position == at
        await screen.press("down")
        assert at_cursor(screen).startswith("51. ")


async def test_the_status_tells_how_far_a_refresh_is() -> None:
    kept: list[Callable[[], None]] = []
    async with on_screen(shelf=shelf(), background=kept.append) as screen:
        kept.clear()
        await screen.press("L", "R")
        (work,) = kept
        kept.clear()
        assert "Refreshing, 0 of 0 feeds." not in screen.text
        library = screen.session.catalogue
        screen.stage.librarian.refresh(library._take_progress)
        screen.app.tick()
        await screen.pilot.pause()
        assert "Refreshing, 2 of 2 feeds." in unwrapped(screen)
        await screen.press("R")
        assert kept == []
        work()
        screen.app.tick()
        await screen.pilot.pause()
        assert "Refreshed 2 feeds: 0 new items." in screen.text
        assert screen.app.around.status.progress == ""


async def test_subscriptions_are_listed_with_their_trouble_and_their_items_by_enter() -> None:
    async with on_screen(shelf=shelf(), size=(80, 24)) as screen:
        await screen.press("L", "F")
        assert at_cursor(screen).startswith("1. Trouble: Hills Radio. 2 items, 1 new.")
        await screen.press("enter")
        assert screen.rows[0].strip() == "Hills Radio: 2 items, 1 new."
        await screen.press("escape", "F", "F")
        assert screen.rows[0].strip() == "Library: 12 items, 11 new."


async def test_a_subscription_is_dropped_and_brought_back() -> None:
    async with on_screen(shelf=shelf(), size=(80, 24)) as screen:
        await screen.press("F", "d")
        await screen.pilot.pause()
        assert screen.rows[0].strip() == "1 subscription."
        assert "Unsubscribed from Hills Radio. Press u to bring it back." in unwrapped(screen)
        await screen.press("u")
        assert screen.rows[0].strip() == "2 subscriptions."
        await screen.press("F", "1", "0", "d")
        await screen.pilot.pause()
        assert "Unsubscribed from Hills Radio." in unwrapped(screen)


async def test_an_address_is_subscribed_to_by_typing_it() -> None:
    async with on_screen(shelf=ShelfOfLists(), size=(80, 24)) as screen:
        await screen.press("L")
        assert "Nothing is subscribed to yet. Press S and type the address of a feed." in unwrapped(screen)
        await screen.press("S", *"news.example", "enter")
        await screen.pilot.pause()
        assert "Subscribed to Feed of news.example." in screen.text
        assert "No items yet. R asks for them." in unwrapped(screen)


async def test_where_everything_was_heard_it_says_so() -> None:
    heard = [item._replace(is_heard=True) for item in some_items()]
    async with on_screen(shelf=ShelfOfLists([RIVER], heard), size=(80, 24)) as screen:
        await screen.press("L")
        assert "Everything was heard. R asks for what is new." in screen.text


async def test_trouble_with_the_library_is_told_in_the_status() -> None:
    locked = ShelfOfLists([RIVER], notice="The library is locked by another briefing.")
    async with on_screen(shelf=locked, size=(80, 24)) as screen:
        await screen.press("L")
        assert "The library is locked by another briefing." in screen.text


@pytest.mark.parametrize("key", ["p", "b", "f9"])
async def test_a_key_without_a_meaning_here_is_answered_and_does_nothing(key: str) -> None:
    async with on_screen(shelf=shelf(), size=(80, 24)) as screen:
        await screen.press("L", key)
        assert "does nothing in the library. ? tells the keys." in screen.text
        assert screen.session.bookmarks == ()


async def test_its_keys_are_told_and_the_sound_has_its_own_keys_still() -> None:
    async with on_screen(shelf=shelf()) as screen:
        await screen.press("L", "question_mark")
        assert "H  Mark it as heard, or as not heard." in screen.text
        await screen.press("escape")
        assert at_cursor(screen).startswith("12. ")
        await screen.press("m")
        assert "Muted." in screen.text


async def test_a_window_that_grows_and_shrinks_keeps_the_highlight_in_view() -> None:
    async with on_screen(shelf=shelf(), size=(80, 24)) as screen:
        await screen.press("L", "3")
        for size in ((40, 12), (200, 60), (30, 8), (80, 24)):
            await screen.resize(*size)
            await screen.pilot.pause()
            assert at_cursor(screen).startswith("3. New: Older"), size
        await screen.resize(20, 5)
        await screen.press("escape")
        assert len(screen.app.screen_stack) == 1


async def test_ten_thousand_items_open_and_are_walked_to_the_end() -> None:
    many = [
        ListedItem(n, f"Story {n}", "River News", published(10_000 - n), subscription=1)
        for n in range(10_000, 0, -1)
    ]
    async with on_screen(shelf=ShelfOfLists([RIVER], many), size=(80, 24)) as screen:
        await screen.press("L")
        assert at_cursor(screen).startswith("10000. ")
        await screen.press("end")
        assert at_cursor(screen).startswith("1. New: Story 1.")
        await screen.press(*"4321")
        assert at_cursor(screen).startswith("4321. ")
