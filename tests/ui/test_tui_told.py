"""What the screen tells who hears it: keys, what takes the focus, rows, letters, and the last word."""

from __future__ import annotations

import pytest

from briefing.events import Announced, Event, Focused, KeyPressed, Leaving, LettersTyped
from tests.ui.screen import LONG, Screen, on_screen


async def told(screen: Screen, *keys: str) -> list[Event]:
    """Press keys; return what was told of them to those who speak."""
    events: list[Event] = []
    screen.session.subscribe(events.append)
    for key in keys:
        await screen.press(key)
        for _ in range(3):  # a message that opens, one that mounts, one that tells
            await screen.pilot.pause()
    kinds = (Announced, Focused, KeyPressed, Leaving, LettersTyped)
    return [event for event in events if isinstance(event, kinds)]


def heard(events: list[Event]) -> list[str]:
    return [event.text for event in events if isinstance(event, (Announced, Focused))]


async def test_every_key_is_told_once_before_its_answer() -> None:
    async with on_screen() as screen:
        events = await told(screen, "plus", "slash", "x")
        assert [isinstance(event, KeyPressed) for event in events].count(True) == 3
        assert isinstance(events[0], KeyPressed)
        assert isinstance(events[1], Announced)


async def test_a_line_to_type_in_is_told_with_each_letter_and_what_is_deleted() -> None:
    async with on_screen() as screen:
        events = await told(screen, "slash", "a", "b", "backspace", "escape")
        assert heard(events) == ["Search:", "b deleted. a", "Search closed."]
        assert [event.text for event in events if isinstance(event, LettersTyped)] == ["a", "b"]


async def test_a_sign_that_is_deleted_was_not_named() -> None:
    async with on_screen() as screen:
        events = await told(screen, "slash", "a", "comma", "backspace", "escape")
        assert heard(events) == ["Search:", "comma deleted. a", "Search closed."]


async def test_what_fits_best_is_told_once_when_the_letters_rest() -> None:
    async with on_screen() as screen:
        events: list[Event] = []
        screen.session.subscribe(events.append)
        await screen.press("colon", "m", "u", "t")
        while not any(text.startswith("Mute ") for text in heard(events)):
            await screen.pilot.pause(0.05)
        assert [event.text for event in events if isinstance(event, LettersTyped)] == ["m", "u", "t"]
        assert len(heard(events)) == 2, "the palette, and what fits all that was typed"


@pytest.mark.parametrize(("key", "opened"), [("question_mark", "Help. "), ("colon", "Command: ")])
async def test_a_list_is_told_by_its_title_and_each_row_that_is_gone_to(key: str, opened: str) -> None:
    async with on_screen() as screen:
        first, second = heard(await told(screen, key, "down"))[:2]
        assert first.startswith(opened)
        assert second
        assert second not in first


async def test_a_control_tells_its_value_when_it_takes_the_focus() -> None:
    async with on_screen() as screen:
        assert heard(await told(screen, "tab", "tab")) == [
            "Scrubber. 0 seconds of 7 seconds.",
            "Text size SM, ordinary.",
        ]


async def test_the_last_word_is_said_before_the_screen_is_left() -> None:
    async with on_screen() as screen:
        events = await told(screen, "q")
        assert heard(events) == ["Goodbye."]
        assert isinstance(events[-1], Leaving)


async def test_scrolling_tells_what_is_at_the_top_of_the_view_and_where_it_ends() -> None:
    async with on_screen(LONG) as screen:
        told: list[str] = []
        screen.session.subscribe(lambda each: told.append(each.text) if isinstance(each, Focused) else None)
        await screen.press("pagedown")
        assert told[-1].startswith("In view: Sentence ")
        await screen.press("pageup", "pageup")
        assert told[-1] == "The start of the text is in view."
        for _ in range(9):
            await screen.press("pagedown")
        assert told[-1] == "The end of the text is in view."


async def test_escape_with_nothing_open_is_answered() -> None:
    async with on_screen() as screen:
        await screen.press("escape")
        assert screen.session.outbox.status == "Nothing to close."


async def test_moving_within_a_typed_line_tells_the_letter_and_the_end() -> None:
    async with on_screen() as screen:
        told: list[str] = []

        def hear(event: Event) -> None:
            if isinstance(event, (LettersTyped, Focused)):
                told.append(event.text)

        await screen.press("slash", "a", "b")
        screen.session.subscribe(hear)
        await screen.press("left", "left", "right", "home", "end")
        assert told == ["b", "a", "b", "a", "End."]
