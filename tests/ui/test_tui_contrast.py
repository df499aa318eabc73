"""Contrast as it is drawn: every cell of every state, in each theme, after WCAG 2.2."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.sizes import TextSize
from briefing.ui.themes import ROLES
from briefing.ui.widgets.picture import contrast
from tests.ui.demo import app

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.screen import Screen

TEXT = {"dark": 4.5, "light": 4.5, "high-contrast": 7.0}
DRAWN = 3.0
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


def pairs(screen: Screen[object]) -> Iterator[tuple[str, float, str]]:
    """Kind, contrast and a sample of every run of cells with a sign in it."""
    for strip in screen._compositor.render_strips():
        for text, style, _ in strip:
            if not text.strip():
                continue
            assert style is not None
            assert style.color is not None
            assert style.bgcolor is not None
            assert not style.color.is_default
            assert not style.bgcolor.is_default
            assert not style.dim
            assert not style.blink
            ratio = contrast(style.color.get_truecolor()[:3], style.bgcolor.get_truecolor()[:3])
            for kind in ("text", "drawn"):
                if any(is_drawn(char) == (kind == "drawn") for char in text if not char.isspace()):
                    yield kind, ratio, text


@pytest.mark.parametrize("size", [TextSize.SM, TextSize.LG])
@pytest.mark.parametrize("theme", ROLES)
async def test_every_sign_can_be_told_from_what_is_behind_it(theme: str, size: TextSize) -> None:
    shown = app(size)
    async with shown.run_test(size=(100, 36)) as pilot:
        shown.session.look.set_theme(theme)
        await shown.workers.wait_for_complete()
        for state, keys in STATES.items():
            for key in keys:
                await pilot.press(key)
            await shown.workers.wait_for_complete()
            await pilot.pause()
            seen = list(pairs(shown.screen))
            assert seen, state
            for kind, ratio, text in seen:
                least = TEXT[theme] if kind == "text" else DRAWN
                assert ratio >= least, f"{ratio:.2f} in {theme}, {state}: {text!r}"
            await pilot.press("escape")
            while len(shown.screen_stack) > 1:
                await pilot.press("escape")
    shown.session.close()


async def test_selected_text_can_be_read() -> None:
    for theme in ROLES:
        shown = app()
        async with shown.run_test(size=(100, 36)) as pilot:
            shown.session.look.set_theme(theme)
            shown.transcript.text_select_all()
            await pilot.pause()
            assert min(ratio for kind, ratio, _ in pairs(shown.screen) if kind == "text") >= TEXT[theme]
        shown.session.close()
