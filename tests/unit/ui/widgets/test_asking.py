"""What asks on the screen is what the argument needs."""

from __future__ import annotations

from briefing.commands.command import KeyWanted, Prompt
from briefing.commands.options import Option, Options
from briefing.ui.widgets.asking import KeyScreen, asking_screen
from briefing.ui.widgets.dialogs import OptionsScreen
from briefing.ui.widgets.prompt import PromptScreen
from tests.ui.screen import on_screen


async def test_a_list_a_line_and_a_key_are_asked_for_each_in_its_way() -> None:
    async with on_screen() as screen:
        for asks, kind in (
            (Prompt("Go to", "1:12"), PromptScreen),
            (Options("Sizes", (Option("SM", "sm"),)), OptionsScreen),
            (KeyWanted("Stop. Press the key", "stop"), KeyScreen),
        ):
            assert type(asking_screen("size", asks, lambda _: None, screen.app)) is kind


async def test_a_key_is_answered_with_its_name_behind_what_stands_before() -> None:
    async with on_screen() as screen:
        answers: list[str | None] = []
        for key in ("question_mark", "space", "f6", "shift+left", "escape"):
            screen.app.push_screen(KeyScreen(KeyWanted("Stop. Press the key", "stop")), answers.append)
            await screen.press(key)
        assert answers == ["stop ?", "stop space", "stop f6", "stop shift+left", None]
