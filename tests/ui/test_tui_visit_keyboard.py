"""A whole visit to the screen with the keyboard alone: what is seen of each action, and where the focus is.

Once by the keys that come to mind, and once without those that readers and some keyboards keep to themselves:
arrows, Escape, Tab, function keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from briefing.ui.widgets.field import Field
from briefing.ui.widgets.player import SizeControl
from briefing.ui.widgets.prompt import PromptScreen
from briefing.ui.widgets.scrubber import Scrubber
from tests.builders import memory_store
from tests.ui.screen import LONG, Screen, on_screen

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE = (80, 24)
SENTENCE = "the sentence of the session"
ANYTHING = ""


class Action(NamedTuple):
    """What is done: keys one after the other, what must be seen then, and where the cursor must be.

    Attributes:
        seen: Words anywhere on the screen.
        focus: How what is read at the cursor begins.
    """

    keys: tuple[str, ...]
    seen: str
    focus: str = SENTENCE


def typed(words: str) -> tuple[str, ...]:
    return tuple("space" if char == " " else char for char in words)


USUAL = (
    Action(("i",), "0 seconds of 2 minutes 24 seconds."),
    Action(("down",), "What it is about."),
    Action(("down",), "Sentence 0a"),
    Action(("up",), "What it is about."),
    Action(("right",), "7 seconds."),
    Action(("tab",), "Scrubber.", "Scrubber. 7 seconds"),
    Action(("right",), "12 seconds.", "12 seconds."),
    Action(("tab",), "Text size SM", "Text size SM"),
    Action(("escape",), "Sentence"),
    Action(("slash",), "Search:", "words to find"),
    Action(typed("5b"), "Search: 5b", ANYTHING),
    Action(("enter",), "Match 1 of 1"),
    Action(("colon",), "Type a command", "Type a command"),
    Action((*typed("bookmark odd"), "enter"), "Bookmark 1. Note: odd."),
    Action(("B",), "Bookmarks.", "1. odd"),
    Action(("escape",), "Bookmarks closed."),
    Action(("v",), "Speech of tones."),
    Action(("greater_than_sign",), "Speed 1.1."),
    Action(("L",), "Library", "Nothing is subscribed to"),
    Action(("escape",), "Library closed."),
    Action(("O",), "Settings.", "1. Linear"),
    Action(("down",), "Settings.", "2. Profile"),
    Action(("escape",), "Settings closed."),
    Action(("question_mark",), "Help.", "Space "),
    Action(("down",), "Help.", "x  Stop."),
    Action(("escape",), "Help closed."),
)
"""By the keys that come to mind."""
KEPT = frozenset({"escape", "tab", "shift+tab", "up", "down", "left", "right", "f1"})
WITHOUT_KEPT_KEYS = (
    Action(("i",), "0 seconds of 2 minutes 24 seconds."),
    Action(("j",), "What it is about."),
    Action(("j",), "Sentence 0a"),
    Action(("k",), "What it is about."),
    Action(("full_stop",), "7 seconds."),
    Action(("comma",), "2 seconds."),
    Action(("full_stop",), "7 seconds."),
    Action(("plus", "minus"), "Text size SM"),
    Action(("slash",), "Search:", "words to find"),
    Action(("x", "backspace", "backspace"), "Sentence 0a"),
    Action(("slash", *typed("5b"), "enter"), "Match 1 of 1"),
    Action(("colon",), "Type a command", "Type a command"),
    Action(("backspace",), "Sentence 5b"),
    Action(("colon", *typed("bookmark odd"), "enter"), "Bookmark 1. Note: odd."),
    Action(("B",), "Bookmarks.", "1. odd"),
    Action(("q",), "Bookmarks closed."),
    Action(("v",), "Speech of tones."),
    Action(("greater_than_sign",), "Speed 1.1."),
    Action(("L",), "Library", "Nothing is subscribed to"),
    Action(("q",), "Library closed."),
    Action(("O",), "Settings.", "1. Linear"),
    Action(("j",), "Settings.", "2. Profile"),
    Action(("k",), "Settings.", "1. Linear"),
    Action(("q",), "Settings closed."),
    Action(("question_mark",), "Help.", "Space "),
    Action(("j",), "Help.", "x  Stop."),
    Action(("q",), "Help closed."),
)
"""By others, for each."""


def shows_focus(screen: Screen) -> bool:
    """Whether the sentence, row or control that has the focus is marked by more than its colours."""
    if isinstance(screen.app.focused, Field):
        return screen.app.cursor_position == screen.app.focused.cursor_screen_offset
    if isinstance(screen.app.focused, (Scrubber, SizeControl)):
        return "[" in screen.rows[screen.app.focused.region.y]
    column, row = screen.app.cursor_position
    cells = [screen.style_at(x, row) for x in range(max(0, column - 2), min(column + 2, SIZE[0]))]
    return any(cell.reverse or cell.bold or cell.underline for cell in cells)


async def visit(screen: Screen, actions: Sequence[Action]) -> None:
    """Do what is to be done, and look."""
    for keys, seen, focus in actions:
        await screen.press(*keys)
        await screen.pilot.pause()
        column, row = screen.app.cursor_position
        sentence = screen.session.sentence.of(LONG.text)
        assert seen in screen.text, f"{keys}: {seen}\n{screen.text}"
        read = screen.rows[row][column:].strip()
        assert read.startswith(focus if focus != SENTENCE else sentence[:20]), f"{keys}: {read}"
        assert shows_focus(screen), f"{keys}: {read}"
        if isinstance(screen.app.screen, PromptScreen):
            assert sentence[:20] in screen.text, "the text is to be seen beside the prompt"
    assert len(screen.app.screen_stack) == 1, "nothing holds who came in"


@pytest.mark.parametrize("actions", [USUAL, WITHOUT_KEPT_KEYS], ids=["usual", "without-kept-keys"])
async def test_a_whole_visit_is_made_with_the_keyboard_alone(actions: Sequence[Action]) -> None:
    store = memory_store()
    async with on_screen(LONG, size=SIZE, store=store) as screen:
        await visit(screen, actions)
        await screen.press("q")
        assert screen.app.return_code == 0
        assert screen.app._exit
    async with on_screen(LONG, size=SIZE, store=store) as screen:
        await visit(
            screen,
            [Action(("i",), "Paragraph 6"), Action(("B",), "1. odd", "1. odd"), Action(("q",), "closed.")],
        )


def test_the_second_way_needs_no_key_that_readers_keep() -> None:
    assert not KEPT & {key for action in WITHOUT_KEPT_KEYS for key in action.keys}
