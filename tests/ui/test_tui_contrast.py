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
DRAWN_IN = [
    *[(theme, Colours.ON) for theme in THEMES],
    *[(theme, Colours.SIXTEEN) for theme in ("dark", "light", "high-contrast")],
]
EACH = pytest.mark.parametrize(
    ("theme", "colours"), DRAWN_IN, ids=[f"{theme}-{colours}" for theme, colours in DRAWN_IN]
)
STATES: dict[str, tuple[str, ...]] = {
    "playing": (),
    "scrubber focused": ("tab",),
    "size focused": ("tab", "tab"),
    "match": ("slash", *"second", "enter"),
    "prompt": ("slash",),
    "prompt filled": ("slash", *"word"),
    "help": ("question_mark",),
    "help further on": ("question_mark", "pagedown", "down"),
    "palette": ("colon",),
    "palette searched": ("colon", *"sent", "down"),
    "bookmarks": ("b", "B"),
    "failed key": ("p",),
    "library": ("L", "j"),
    "library searched": ("L", "slash", *"older", "enter"),
    "library's keys": ("L", "question_mark"),
    "subscriptions": ("F",),
}


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


@EACH
async def test_every_sign_can_be_told_from_what_is_behind_it(theme: str, colours: Colours) -> None:
    shown = app(Settings(theme=theme, colour=colours))
    async with shown.run_test(size=(100, 36)) as pilot:
        await shown.workers.wait_for_complete()
        for state, keys in STATES.items():
            for key in keys:
                await pilot.press(key)
            await shown.workers.wait_for_complete()
            await pilot.pause()
            seen_there = list(pairs(shown.screen))
            assert seen_there, state
            for kind, ratio, text in seen_there:
                lowest = least(theme) if kind == "text" else DRAWN
                assert ratio >= lowest, f"{ratio:.2f} in {state}: {text!r}"
            await pilot.press("escape")
            while len(shown.screen_stack) > 1:
                await pilot.press("escape")
    shown.session.close()


@EACH
async def test_selected_text_can_be_read(theme: str, colours: Colours) -> None:
    shown = app(Settings(theme=theme, colour=colours))
    async with shown.run_test(size=(100, 36)) as pilot:
        shown.transcript.text_select_all()
        await pilot.pause()
        assert min(ratio for kind, ratio, _ in pairs(shown.screen) if kind == "text") >= least(theme)
    shown.session.close()
