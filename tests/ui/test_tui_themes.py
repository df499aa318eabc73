"""A change of the theme: what it shows, and that nothing is parsed for it a second time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.settings import THEMES, Settings
from tests.ui.screen import on_screen

if TYPE_CHECKING:
    from rich.style import Style

    from tests.ui.screen import Screen

OPENED = {"help": "question_mark", "palette": "colon", "search": "slash"}


async def opened(screen: Screen, key: str) -> list[list[tuple[str, Style | None]]]:
    """What stands on the screen when a key was pressed and nothing moves any more."""
    await screen.press(key)
    await screen.pilot.pause()
    for field in screen.app.screen.query("Input"):
        field.cursor_blink = False  # type: ignore[attr-defined]
    await screen.pilot.pause()
    strips = screen.app.screen._compositor.render_strips()
    return [[(text, style) for text, style, _ in strip] for strip in strips]


async def test_a_theme_that_was_shown_before_is_shown_without_parsing_it_again() -> None:
    async with on_screen() as screen:
        await screen.press(*"t" * len(THEMES))
        before = screen.app.stylesheet.rules
        await screen.press(*"t" * len(THEMES))
        assert before
        assert all(now is was for now, was in zip(screen.app.stylesheet.rules, before, strict=True))


@pytest.mark.parametrize("key", OPENED.values(), ids=OPENED)
async def test_what_was_opened_in_another_theme_looks_as_if_the_theme_had_always_been_this(
    key: str,
) -> None:
    looks = []
    for before in ("light", "high-contrast"):
        async with on_screen(settings=Settings(theme=before)) as screen:
            await opened(screen, key)
            await screen.press("escape")
            screen.app.run_command("theme", "light")  # said in the status, which is seen behind a search
            await screen.pilot.pause()
            looks.append(await opened(screen, key))
    assert looks[0] == looks[1]
