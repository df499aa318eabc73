"""Contrast as it is drawn: every cell of every state, in each theme, after WCAG 2.2."""

from __future__ import annotations

import importlib
import pkgutil
import time
from functools import cache
from typing import TYPE_CHECKING

import pytest
from textual.screen import Screen
from textual.widget import Widget

import briefing.ui
from briefing.commands.table import COMMANDS
from briefing.kinds import Colours
from briefing.model import TransportState
from briefing.settings import THEMES, Settings
from briefing.ui.tui.sixteen import fitting
from briefing.ui.widgets.picture import contrast
from tests.palettes import PALETTES, seen
from tests.ui.demo import app

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.style import Style
    from textual.pilot import Pilot

    from briefing.ui.tui.app import BriefingApp

DRAWN = 3.0
INHERITED = 21.0
"""For what is left to the terminal's own colours, ink and ground."""
SIXTEEN = tuple(theme for theme in THEMES if theme != "terminal")
"""Themes that have looks of their own in sixteen colours."""
IN_COLOURS = pytest.mark.parametrize(
    ("colours", "names"),
    [(Colours.ON, THEMES), (Colours.SIXTEEN, SIXTEEN), (Colours.OFF, ("dark",))],
    ids=["all colours", "sixteen", "none"],
)
PARTS = 3
"""In so many tests, for the time that each may take."""
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
    "failed key": ("BaseScreen", ("ø",)),
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
    "word by word": ("BaseScreen", ("X",)),
    "picture": ("PictureScreen", ("G",)),
    "keys of lists": ("ListScreen", ("B", "question_mark")),
    "a time that is none": ("BaseScreen", ("g", *"9:99:99", "enter")),
    "no such file": ("BaseScreen", ("colon", *"open nowhere.mp3", "enter")),
    "a key asked for": ("KeyScreen", ("colon", *"keys stop", "enter")),
    "choices of a setting": ("OptionsScreen", ("O", "enter")),
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


def pairs_in(shown: BriefingApp, theme: str) -> set[tuple[str, float, str]]:
    """The same of the screen in a theme, painted here: not for a window first, nor waited for."""
    with shown.batch_update():
        shown.show_theme(theme)
        shown.refresh_css()
        return set(pairs(shown.screen))


def least(theme: str) -> float:
    return 7.0 if theme == "high-contrast" else 4.5


EMPTY_HERE = {"notes", "voices", "recent", "align"}
"""Lists that this briefing has nothing for: a sentence says so, or it is done at once."""
ASKED = {
    f"{command.id} asks": "PromptScreen" if type(command.asks).__name__ == "Prompt" else "OptionsScreen"
    for command in COMMANDS
    if command.asks is not None and command.id not in EMPTY_HERE
}
"""What every command with an argument opens that comes without it."""


def all_of_ours(kind: type) -> set[type]:
    """All classes of a kind that the screen's modules hold."""
    for module in pkgutil.walk_packages(briefing.ui.__path__, "briefing.ui."):
        if "windows" not in module.name:
            importlib.import_module(module.name)
    found: set[type] = set()
    looked: list[type] = [kind]
    while looked:
        below: list[type] = looked.pop().__subclasses__()
        looked += below
        found |= {each for each in below if each.__module__.startswith("briefing.ui.")}
    return found


def test_every_screen_is_among_the_states() -> None:
    looked_at = {screen for screen, _ in STATES.values()}
    assert looked_at == {each.__name__ for each in all_of_ours(Screen)}


async def _begun(shown: BriefingApp, pilot: Pilot[None]) -> None:
    """Until its picture has come, and with a match and a bookmark."""
    until_s = time.monotonic() + 60.0
    while shown.picture is None and not shown.no_color:
        assert time.monotonic() < until_s
        await pilot.pause(0.02)
    await shown.workers.wait_for_complete()


async def _closed(shown: BriefingApp, pilot: Pilot[None]) -> None:
    await pilot.press("escape")
    while len(shown.screen_stack) > 1:
        await pilot.press("escape")
    if shown.session.state is TransportState.PLAYING:
        shown.run_command("play")  # pause: by the clock, which stands still, a word would be due for ever


async def _all_can_be_told(
    shown: BriefingApp, pilot: Pilot[None], state: str, screen: str, names: tuple[str, ...]
) -> None:
    await shown.workers.wait_for_complete()
    assert type(shown.screen).__name__ == screen, state
    await pilot.pause()
    for theme in names:
        seen_there = list(pairs_in(shown, theme))
        assert seen_there, state
        for kind, ratio, text in seen_there:
            lowest = least(theme) if kind == "text" else DRAWN
            assert ratio >= lowest, f"{ratio:.2f} in {theme}, {state}: {text!r}"


@IN_COLOURS
@pytest.mark.parametrize("part", range(PARTS))
async def test_every_sign_can_be_told_from_what_is_behind_it(
    colours: Colours, names: tuple[str, ...], part: int
) -> None:
    shown = app(Settings(colour=colours))
    async with shown.run_test(size=(100, 36)) as pilot:
        await _begun(shown, pilot)
        for state, (screen, keys) in list(STATES.items())[part::PARTS]:
            if screen == "PictureScreen" and shown.picture is None:
                continue  # without colours there are its words alone
            await pilot.press(*keys)
            await _all_can_be_told(shown, pilot, state, screen, names)
            await _closed(shown, pilot)
    shown.session.close()


@IN_COLOURS
@pytest.mark.parametrize("part", range(PARTS))
async def test_whatever_asks_for_an_argument_can_be_read(
    colours: Colours, names: tuple[str, ...], part: int
) -> None:
    shown = app(Settings(colour=colours))
    async with shown.run_test(size=(100, 36)) as pilot:
        await _begun(shown, pilot)
        await pilot.press("b", "slash", *"second", "enter")
        for state, screen in list(ASKED.items())[part::PARTS]:
            shown.run_command(state.partition(" ")[0])
            await pilot.pause()
            await _all_can_be_told(shown, pilot, state, screen, names)
            await _closed(shown, pilot)
    shown.session.close()


async def test_whatever_can_have_the_focus_has_it_in_a_state() -> None:
    shown = app()
    had_focus: set[str] = set()
    async with shown.run_test(size=(100, 36)) as pilot:
        await _begun(shown, pilot)
        for _, keys in STATES.values():
            await pilot.press(*keys)
            had_focus.add(type(shown.focused).__name__)
            await _closed(shown, pilot)
    shown.session.close()
    assert had_focus >= {each.__name__ for each in all_of_ours(Widget) if getattr(each, "can_focus", False)}


@IN_COLOURS
@pytest.mark.parametrize("size", [(60, 16), (24, 6)], ids=["small", "too small"])
async def test_in_a_small_window_all_can_be_read(
    colours: Colours, names: tuple[str, ...], size: tuple[int, int]
) -> None:
    shown = app(Settings(colour=colours))
    async with shown.run_test(size=size) as pilot:
        for state, keys in {"playing": (), "a key that does nothing": ("ø",)}.items():
            await pilot.press(*keys)
            await _all_can_be_told(shown, pilot, state, "BaseScreen", names)
    shown.session.close()


@IN_COLOURS
async def test_selected_text_can_be_read(colours: Colours, names: tuple[str, ...]) -> None:
    shown = app(Settings(colour=colours))
    async with shown.run_test(size=(100, 36)):
        shown.transcript.text_select_all()
        for theme in names:
            assert min(ratio for kind, ratio, _ in pairs_in(shown, theme) if kind == "text") >= least(theme)
    shown.session.close()
