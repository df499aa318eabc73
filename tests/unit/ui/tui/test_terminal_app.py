"""An app of ours gives its parts their looks once, and anew when the theme is another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static

from briefing.kinds import Colours
from briefing.settings import THEMES
from briefing.ui.roles import ROLES, TERMINAL
from briefing.ui.tui.terminal_app import TerminalApp

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Dressed(Static):
    """A line that counts how often it is given its looks."""

    times = 0

    def notify_style_update(self) -> None:
        self.times += 1
        super().notify_style_update()


class Line(TerminalApp):
    """One line."""

    CSS = "Dressed { background: $page; }"

    def compose(self) -> ComposeResult:
        yield Dressed("A line.")


@pytest.mark.parametrize("theme", [theme for theme in THEMES if theme != TERMINAL])
async def test_what_is_mounted_at_the_start_gets_its_looks_once(theme: str) -> None:
    app = Line(theme, Colours.ON, say=lambda _: None)
    async with app.run_test() as pilot:
        await pilot.pause()
        line = app.query_one(Dressed)
        assert line.styles.background.hex.lower() == ROLES[theme]["page"]
        assert line.times == 1


async def test_another_theme_gives_all_of_it_other_looks() -> None:
    app = Line("dark", Colours.ON, say=lambda _: None)
    async with app.run_test() as pilot:
        line = app.query_one(Dressed)
        for theme in ("light", "dark"):
            app.theme = theme
            await pilot.pause()
            assert line.styles.background.hex.lower() == ROLES[theme]["page"]
