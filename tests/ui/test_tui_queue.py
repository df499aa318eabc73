"""Several items on the screen: which one is open is told, and its banner and title with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.session.queue import Queue, queued
from tests.shelf import HILLS, RIVER, Opener, ShelfOfLists, some_items
from tests.stage import Stage
from tests.ui.screen import on_screen

if TYPE_CHECKING:
    from tests.ui.screen import Screen


def shelf() -> ShelfOfLists:
    return ShelfOfLists([RIVER, HILLS], some_items())


def title_of(screen: Screen) -> str:
    return screen.app.title


@pytest.mark.parametrize(
    ("size", "place"),
    [((100, 30), "Item 1 of 12"), ((80, 24), "Item 1 of 12"), ((40, 12), " 1 of 12")],
    ids=["wide", "usual", "small"],
)
async def test_from_here_on_plays_what_is_highlighted_and_those_below(
    size: tuple[int, int], place: str
) -> None:
    async with on_screen(shelf=shelf(), library=Opener(), size=size) as screen:
        await screen.press("L", "space")
        await screen.pilot.pause()
        assert len(screen.app.screen_stack) == 1
        assert screen.session.playback.is_playing
        assert "BREAKING NEWS" in screen.text
        assert place in screen.text
        assert title_of(screen) == "The bridge is closed - briefing"
        await screen.press("J")
        await screen.pilot.pause()
        assert "Boats wait in both harbours" in screen.text
        assert "BREAKING NEWS" not in screen.text
        assert place.replace("1 of", "2 of") in screen.text
        assert title_of(screen) == "Boats wait in both harbours - briefing"
        assert any(said.startswith("Item 2 of 12: Boats wait in both") for said in screen.stage.said)


async def test_the_end_of_an_item_leads_on_to_the_next() -> None:
    async with on_screen(shelf=shelf(), library=Opener(), size=(80, 24)) as screen:
        await screen.press("L", "space")
        for _ in range(8):
            await screen.play(1.0)
        await screen.pilot.pause()
        assert screen.session.queue.at > 0
        assert title_of(screen) != "The bridge is closed - briefing"


async def test_enter_opens_one_item_alone_and_paused() -> None:
    async with on_screen(shelf=shelf(), library=Opener(), size=(80, 24)) as screen:
        await screen.press("L", "1", "0", "enter")
        await screen.pilot.pause()
        assert "Text of number 10." in screen.text
        assert not screen.session.playback.is_playing
        assert "Item 1 of" not in screen.text
        await screen.press("colon", *"open", "space", "1", "1", "enter")
        await screen.pilot.pause()
        assert "Text of number 11." in screen.text


async def test_an_item_is_opened_by_a_typed_command_while_the_library_is_open() -> None:
    async with on_screen(shelf=shelf(), library=Opener(), size=(80, 24)) as screen:
        await screen.press("L", "colon", *"open", "space", "1", "1", "enter")
        await screen.pilot.pause()
        assert len(screen.app.screen_stack) == 1
        assert "Text of number 11." in screen.text


async def test_where_am_i_tells_the_item() -> None:
    queue = Queue(tuple(queued(item) for item in some_items()), 3)
    stage = Stage(queue=queue).open().press("where")
    assert "Title. Item 4 of 12. Paused." in stage.said[-1]
    stage.session.close()
