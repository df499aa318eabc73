"""How a word is said, in both faces: the list is there at once, and what slow voices tell comes behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.screen import on_screen
from tests.ui.test_study_visit import TEXT, Lines

if TYPE_CHECKING:
    from collections.abc import Callable


def test_in_lines_what_comes_is_told_and_is_gone_to_behind_the_rows_that_were_there() -> None:
    lines = Lines()
    later: list[Callable[[], None]] = []
    lines.stage.background = later.append
    assert "1 of 2: As now" in lines.press("p")
    assert "2 of 2: Type another." in lines.press("j")
    later.pop()()
    assert "2 more ways to say Alpha." in lines.tick()
    assert "3 of 4: As in French: awn." in lines.press("j")
    assert "Alpha is said oh-NAY from now on." in lines.press("4", "enter")


def test_in_lines_escape_leaves_before_anything_has_come() -> None:
    lines = Lines()
    later: list[Callable[[], None]] = []
    lines.stage.background = later.append
    lines.press("p")
    assert "closed." in lines.press("escape")
    later.pop()()
    assert lines.tick() == ""
    assert "No command" not in lines.press("j"), "keys are commands again"


async def test_on_the_screen_rows_come_behind_those_that_are_shown() -> None:
    later: list[Callable[[], None]] = []
    async with on_screen(TEXT) as screen:
        screen.stage.background = later.append
        await screen.press("p")
        assert "Type another." in screen.text
        assert "French" not in screen.text
        await screen.press("down")
        later.pop()()
        await screen.play(0)
        assert "As in French: awn." in screen.text
        await screen.press("down", "down", "enter")
        assert "is said oh-NAY from now on." in screen.text


async def test_on_the_screen_escape_leaves_before_anything_has_come() -> None:
    later: list[Callable[[], None]] = []
    async with on_screen(TEXT) as screen:
        screen.stage.background = later.append
        await screen.press("p", "escape")
        later.pop()()
        await screen.play(0)
        assert "more ways" not in screen.text
        assert "As in French" not in screen.text
