"""Contrast as it is drawn: every cell of every state, in each theme, after WCAG 2.2."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from briefing.kinds import Colours
from briefing.settings import THEMES, Settings
from briefing.ui.tui.sixteen import fitting
from briefing.ui.widgets.picture import contrast
from tests.palettes import PALETTES, seen
from tests.ui.demo import app

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.style import Style
    from textual.screen import Screen

DRAWN = 3.0
INHERITED = 21.0
"""For what is left to the terminal's own colours, ink and ground."""
SIXTEEN = ("dark", "light", "high-contrast")
"""Themes that have looks of their own in sixteen colours."""
IN_COLOURS = pytest.mark.parametrize(
    ("colours", "names"),
    [(Colours.ON, THEMES), (Colours.SIXTEEN, SIXTEEN), (Colours.OFF, ("dark",))],
    ids=["all colours", "sixteen", "none"],
)
STATES: dict[str, tuple[str, tuple[str, ...]]] = {
    "playing": ("BaseScreen", ()),
    "scrubber focused": ("BaseScreen", ("tab",)),
    "size focused": ("BaseScreen", ("tab", "tab")),
    "match": ("BaseScreen", ("slash", *"second", "enter")),
    "prompt": ("PromptScreen", ("slash",)),
    "prompt filled": ("PromptScreen", ("slash", *"word")),
    "help": ("ListScreen", ("question_mark",)),
    "help further on": ("ListScreen", ("question_mark", "pagedown", "down")),
    "palette": ("Palette", ("colon",)),
    "palette searched": ("Palette", ("colon", *"sent", "down")),
    "no such command": ("Palette", ("colon", *"zzzz", "enter")),
    "bookmarks": ("OptionsScreen", ("b", "B")),
    "failed key": ("BaseScreen", ("p",)),
    "library": ("LibraryScreen", ("L", "j")),
    "library searched": ("LibraryScreen", ("L", "slash", *"older", "enter")),
    "library's keys": ("ListScreen", ("L", "question_mark")),
    "subscriptions": ("LibraryScreen", ("F",)),
    "settings": ("OptionsScreen", ("O", "j")),
    "profiles": ("OptionsScreen", ("M",)),
    "outline": ("OptionsScreen", ("o",)),
    "reading point": ("BaseScreen", ("D", "D")),
    "nothing found": ("BaseScreen", ("slash", *"zzzz", "enter")),
    "three sentences": ("BaseScreen", ("X", "X")),
    "larger": ("BaseScreen", ("plus", "plus")),
    "prompt in large print": ("PromptScreen", ("slash", *"wo")),
    "help in large print": ("ListScreen", ("question_mark", "j")),
}
"""State -> the screen that it is on, and the keys that lead there."""


def is_drawn(char: str) -> bool:
    return "\u2190" <= char <= "\u2bff" or "\U0001fb00" <= char <= "\U0001fbff"


@cache
def ratio_of(style: Style) -> float:
    """The contrast of a style; of one in the sixteen colours the least that any terminal makes of it."""
    ink, ground = style.color, style.bgcolor
    assert ink is not None
    assert ground is not None
    assert not style.dim
    assert not style.blink
    if ink.is_default and ground.is_default:
        return INHERITED
    assert not ink.is_default
    assert not ground.is_default
    if not ink.is_system_defined:
        return contrast(ink.get_truecolor(), ground.get_truecolor())
    return min(
        contrast(*pair)
        for terminal in PALETTES
        for pair in seen(fitting(style, draws_underlines=terminal != "linux"), terminal)
    )


def pairs(screen: Screen[object]) -> Iterator[tuple[str, float, str]]:
    """Kind, contrast and a sample of every run of cells with a sign in it."""
    for strip in screen._compositor.render_strips():
        for text, style, _ in strip:
            if not text.strip():
                continue
            assert style is not None
            ratio = ratio_of(style)
            for kind in ("text", "drawn"):
                if any(is_drawn(char) == (kind == "drawn") for char in text if not char.isspace()):
                    yield kind, ratio, text


def least(theme: str) -> float:
    return 7.0 if theme == "high-contrast" else 4.5


@IN_COLOURS
async def test_every_sign_can_be_told_from_what_is_behind_it(
    colours: Colours, names: tuple[str, ...]
) -> None:
    shown = app(Settings(colour=colours))
    async with shown.run_test(size=(100, 36)) as pilot:
        await shown.workers.wait_for_complete()
        for state, (screen, keys) in STATES.items():
            for key in keys:
                await pilot.press(key)
            await shown.workers.wait_for_complete()
            assert type(shown.screen).__name__ == screen, state
            for theme in names:
                shown.show_theme(theme)
                await pilot.pause()
                seen_there = list(pairs(shown.screen))
                assert seen_there, state
                for kind, ratio, text in seen_there:
                    lowest = least(theme) if kind == "text" else DRAWN
                    assert ratio >= lowest, f"{ratio:.2f} in {theme}, {state}: {text!r}"
            await pilot.press("escape")
            while len(shown.screen_stack) > 1:
                await pilot.press("escape")
    shown.session.close()


@IN_COLOURS
async def test_selected_text_can_be_read(colours: Colours, names: tuple[str, ...]) -> None:
    shown = app(Settings(colour=colours))
    async with shown.run_test(size=(100, 36)) as pilot:
        shown.transcript.text_select_all()
        for theme in names:
            shown.show_theme(theme)
            await pilot.pause()
            assert min(ratio for kind, ratio, _ in pairs(shown.screen) if kind == "text") >= least(theme)
    shown.session.close()
