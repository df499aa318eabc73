"""What opens over the text or is typed on the screen, and what the status line answers."""

from __future__ import annotations

import gc
import time
import weakref

import pytest
from textual import events
from textual.strip import Strip
from textual.widgets import Input

from briefing.commands.table import COMMANDS
from briefing.model import BlockKind, TransportState
from briefing.settings import Settings
from briefing.sizes import TextSize
from briefing.ui.keys.bindings import bound_keys
from briefing.ui.keys.mentions import KeyNames
from briefing.ui.widgets.choices import Choices
from briefing.ui.widgets.status import READ_S
from tests.builders import make_document
from tests.stage import DOCUMENT
from tests.ui.screen import on_screen


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
@pytest.mark.parametrize("key", ["slash", "g"])
async def test_the_terminals_cursor_is_where_the_next_letter_will_stand(
    size: tuple[int, int], key: str
) -> None:
    async with on_screen(size=size) as screen:
        await screen.press("j", key)
        await screen.pilot.pause()
        field = screen.app.screen.query_one(Input)
        empty = screen.app.cursor_position
        assert empty == field.cursor_screen_offset
        assert empty == field.content_region.offset
        await screen.press("x")
        assert screen.app.cursor_position == (empty.x + 1, empty.y)
        await screen.press("backspace")
        assert screen.app.cursor_position == empty
        await screen.resize(90, 26)
        await screen.pilot.pause()
        assert field.content_region.contains_point(screen.app.cursor_position)


@pytest.mark.parametrize("key", ["slash", "g", "colon", "question_mark"])
async def test_the_terminals_cursor_is_on_the_sentence_again_when_something_is_closed(key: str) -> None:
    async with on_screen() as screen:
        await screen.press("j")
        before = screen.app.cursor_position
        await screen.press(key)
        await screen.app.workers.wait_for_complete()
        await screen.press("escape")
        await screen.pilot.pause()
        assert len(screen.app.screen_stack) == 1
        assert screen.app.cursor_position == before


@pytest.mark.parametrize("key", ["slash", "g"])
async def test_the_text_stays_in_view_behind_a_line_that_is_typed(key: str) -> None:
    async with on_screen() as screen:
        words = DOCUMENT.blocks[-1].span.of(DOCUMENT.text)[:20]
        assert words in screen.text
        scrubber = screen.rows[screen.app.around.scrubber.region.y]
        await screen.press(key, "x")
        assert words in screen.text
        assert screen.rows[screen.app.around.scrubber.region.y] == scrubber


async def test_a_prompt_takes_what_fits_and_says_where_it_ends() -> None:
    async with on_screen() as screen:
        await screen.press("slash")
        field = screen.app.screen.query_one(Input)
        screen.app.post_message(events.Paste("two\nlines " * 10_000))
        await screen.pilot.pause()
        assert field.value.startswith("two lines two lines")
        assert len(field.value) == 500
        assert "No more than 500 characters fit." in screen.text
        await screen.press("x", "backspace")
        assert len(field.value) == 499


async def test_two_events_in_one_moment_are_both_seen() -> None:
    async with on_screen() as screen:
        screen.session.say("The picture is not shown.", urgent=True)
        screen.session.say("Speech: English.", urgent=True)
        await screen.pilot.pause()
        assert "The picture is not shown. Speech: English." in screen.text
        await screen.press("w")
        assert screen.session.outbox.status in screen.text
        assert "The picture is not shown." not in screen.text


async def test_a_keys_answer_is_seen_though_a_voice_is_told_in_the_same_moment() -> None:
    async with on_screen() as screen:
        await screen.press("ø")
        screen.session.outbox.post(lambda: screen.session.say("Recording.", urgent=True))
        screen.app.tick()
        await screen.pilot.pause()
        assert "ø does nothing. ? lists the keys. Recording." in screen.text


async def test_a_keys_answer_is_seen_though_the_briefing_is_told_as_open_behind_it() -> None:
    async with on_screen() as screen:
        await screen.press("ø")
        screen.session.outbox.post(lambda: screen.session.say("News of numbers, 12 seconds."))
        screen.app.tick()
        await screen.pilot.pause()
        assert "ø does nothing." in screen.text


async def test_of_many_events_in_one_moment_the_last_are_seen_whole() -> None:
    async with on_screen() as screen:
        for number in range(30):
            screen.session.say(f"Event number {number} of the session.", urgent=True)
        await screen.pilot.pause()
        assert "Event number 29 of the session." in screen.text
        assert "Event number 0 of the session." not in screen.text


async def test_an_event_goes_when_it_was_read() -> None:
    async with on_screen() as screen:
        screen.session.say("The sound is back.", urgent=True)
        screen.stage.clock.advance(READ_S)
        screen.session.say("Timings are ready.", urgent=True)
        await screen.pilot.pause()
        assert "Timings are ready." in screen.text
        assert "The sound is back." not in screen.text


async def test_what_is_pasted_where_no_line_is_open_is_answered() -> None:
    async with on_screen() as screen:
        screen.app.post_message(events.Paste("q"))
        await screen.pilot.pause()
        assert screen.session.outbox.status == "Pasted text does nothing here. ? lists the keys."


async def test_help_lists_every_command_with_its_keys() -> None:
    own = {"mute": ("f9",)}
    names = KeyNames(bound_keys(COMMANDS, own), is_heard=False)
    async with on_screen(settings=Settings(keys=own)) as screen:
        await screen.press("question_mark")
        lines = [entry.text for entry in screen.app.screen.query_one(Choices).entries]
        for command in COMMANDS:
            expected = names.listed(command.id)
            assert any(line.startswith(expected) and command.title in line for line in lines), command.id
        await screen.press("escape")
        assert len(screen.app.screen_stack) == 1


async def test_a_command_is_run_from_help_and_the_cursor_is_on_its_line() -> None:
    async with on_screen() as screen:
        await screen.press("question_mark")
        assert screen.rows[screen.app.cursor_position.y].strip().startswith("Space")
        await screen.press("enter")
        assert screen.session.state is TransportState.PLAYING


async def test_the_palette_finds_commands_and_takes_arguments() -> None:
    async with on_screen() as screen:
        await screen.press("colon", *"size", "space", *"lg", "enter")
        assert screen.session.size is TextSize.LG


async def test_the_palette_is_moved_through_while_it_is_typed_into() -> None:
    async with on_screen() as screen:
        await screen.press("j")
        before = screen.session.place
        await screen.press("j", "colon", *"sent", "down", "down")
        assert screen.rows[screen.app.cursor_position.y].strip() == "Previous sentence"
        await screen.press("enter")
        assert screen.session.place == before


async def test_keys_go_through_a_list_and_a_click_chooses() -> None:
    async with on_screen() as screen:
        await screen.press("question_mark")
        choices = screen.app.screen.query_one(Choices)
        seen: list[int] = []
        for key in ("end", "down", "up", "home", "pagedown", "pageup"):
            await screen.press(key)
            assert choices.highlighted is not None
            seen.append(choices.highlighted)
            assert choices.content_region.contains_point(screen.app.cursor_position)
        last, first = len(choices.entries) - 1, 1
        assert seen[:4] == [last, first, last, first]
        assert first < seen[4] < last
        assert seen[5] == first
        await screen.click("Pause and go back")
        assert len(screen.app.screen_stack) == 1
        assert screen.session.state is TransportState.PAUSED


async def test_what_fits_nothing_is_said_at_once_and_enter_does_nothing() -> None:
    async with on_screen() as screen:
        await screen.press("colon", *"zzz")
        assert "Nothing fits what is typed." in screen.text
        await screen.press("enter")
        assert len(screen.app.screen_stack) == 2


async def test_search_asks_for_words_and_the_match_looks_like_one() -> None:
    async with on_screen() as screen:
        await screen.press("slash")
        assert isinstance(screen.app.focused, Input)
        await screen.press(*"eleven", "enter")
        assert len(screen.app.screen_stack) == 1
        style = screen.styles_of("eleven")[0]
        assert style.underline
        assert DOCUMENT.text[screen.session.place :].startswith("eleven")


async def test_go_asks_for_a_place_and_escape_asks_no_more() -> None:
    async with on_screen() as screen:
        await screen.press("g", "escape")
        assert len(screen.app.screen_stack) == 1
        await screen.press("g", *"p2", "enter")
        assert DOCUMENT.text[screen.session.place :].startswith("Seven")


async def test_bookmarks_are_listed_and_gone_to() -> None:
    async with on_screen() as screen:
        await screen.press("end", "b", "home", "B")
        assert "Ten eleven twelve." in screen.text
        await screen.press("enter")
        assert DOCUMENT.text[screen.session.place :].startswith("Ten")


async def test_the_digits_of_a_number_go_to_its_entry_in_a_list() -> None:
    headings = [(BlockKind.HEADING, f"Part {number}") for number in range(1, 13)]
    async with on_screen(document=make_document("One two.", title="T", blocks=headings)) as screen:
        await screen.press("o")
        choices = screen.app.screen.query_one(Choices)
        for key, text in (("4", "4. Part 3"), ("1", "1. T"), ("2", "12. Part 11"), ("0", "12. Part 11")):
            await screen.press(key)
            assert choices.highlighted is not None
            assert choices.entries[choices.highlighted].text.startswith(text)
        await screen.press("enter")
        assert screen.session.document.text[screen.session.place :].startswith("Part 11")


@pytest.mark.parametrize("key", ["question_mark", "slash", "colon"])
async def test_what_was_drawn_is_let_go_when_something_is_closed(key: str) -> None:
    async with on_screen() as screen:

        async def open_and_close() -> int:
            await screen.press(key)
            await screen.app.workers.wait_for_complete()
            opened = weakref.ref(screen.app.screen)
            await screen.press("escape")
            until_s = time.monotonic() + 60.0
            while opened():  # what is closed is taken down a moment later
                assert time.monotonic() < until_s, "it is kept"
                await screen.pilot.pause()
                gc.collect()
            return sum(isinstance(each, Strip) for each in gc.get_objects())

        for _ in range(3):  # what is kept for good is kept by then
            before = await open_and_close()
        for _ in range(5):
            after = await open_and_close()
        assert after <= before + 50  # 300 more for each opening, once


async def test_a_note_is_picked_from_a_list_and_the_list_of_headings_leads_back() -> None:
    document = make_document("A story.", title="News", blocks=[(BlockKind.NOTE, "A footnote.")])
    async with on_screen(document) as screen:
        await screen.press("e", "enter")
        assert document.text[screen.session.place :] == "A footnote."
        assert screen.app.cursor_position[1] == screen.cell_of("A footnote.")[1]
        await screen.press("o", "enter")
        assert screen.session.place == 0
