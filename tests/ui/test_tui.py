"""The screen as a user has it: what it shows at first, what keys do, how it ends, and odd text."""

from __future__ import annotations

import threading

import pytest

from briefing.commands.table import BY_ID, COMMANDS, ESSENTIAL
from briefing.settings import Settings
from briefing.ui.keys.words import key_in_words
from briefing.ui.tui.app import BriefingApp
from tests.builders import make_document
from tests.ui.screen import on_screen


async def test_the_first_screen_shows_all_of_it() -> None:
    async with on_screen() as screen:
        text = screen.text
        assert " BREAKING NEWS " in text
        assert text.count("News of numbers") == 1
        assert "Recording. Paused." in text
        assert text.count("A picture.") == 1
        assert "Seven eight nine. Ten eleven twelve." in text
        assert "0:00:00 of 0:00:07" in text
        assert "XS [SM] MD  LG" in text
        assert "Paused" in text


async def test_the_first_screen_names_the_five_keys_that_matter() -> None:
    async with on_screen() as screen:
        for name in ESSENTIAL:
            key = key_in_words(BY_ID[name].keys[0])
            assert f"{key} {BY_ID[name].title.lower()}" in screen.text


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each.id)
async def test_every_command_does_something_by_its_key(command: object) -> None:
    async with on_screen() as screen:
        key = next(iter(command.keys), None)  # type: ignore[attr-defined]
        said, state, focused = len(screen.stage.said), screen.session.state, screen.app.focused
        if key:
            await screen.press(key)
        else:
            screen.app.run_command(command.id, "lg")  # type: ignore[attr-defined]
            await screen.pilot.pause()
        has_opened = len(screen.app.screen_stack) > 1
        has_left = not screen.app.is_running or screen.app._exit
        has_moved = screen.app.focused is not focused
        has_done = screen.session.state is not state or has_opened or has_left or has_moved
        assert len(screen.stage.said) > said or has_done


async def test_no_key_runs_two_commands() -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


async def test_keys_can_be_given_to_other_commands() -> None:
    async with on_screen(settings=Settings(keys={"play": ("p", "f2"), "where": ("ctrl+w",)})) as screen:
        await screen.press("p")
        assert "Playing" in screen.text
        await screen.press("f2")
        assert "Playing" not in screen.text
        await screen.press("ctrl+w")
        assert screen.session.outbox.status.startswith("0 seconds of 7 seconds.")
        await screen.press("space")
        assert "Playing" not in screen.text


async def test_a_key_that_does_nothing_is_answered() -> None:
    async with on_screen() as screen:
        await screen.press("ø")
        assert "ø does nothing" in screen.session.outbox.status
        await screen.press("f9")
        assert "F9 does nothing" in screen.session.outbox.status
        await screen.press("tab")
        assert "Tab" not in screen.session.outbox.status


async def test_the_clock_goes_on_while_playing() -> None:
    async with on_screen() as screen:
        await screen.press("space")
        await screen.play(2.2)
        assert "0:00:02 of" in screen.text
        await screen.play(1.2)
        assert "0:00:03 of" in screen.text


async def test_a_notice_about_the_sound_stays_on_the_screen() -> None:
    async with on_screen(notice="There is no sound device.") as screen:
        assert "There is no sound device." in screen.text


async def test_text_that_looks_like_markup_is_text() -> None:
    hostile = make_document(
        "[@click=app.quit]press[/] [bold]me[/bold] [/] [link=x]", title="[red]Title[/red]", kicker="[b]News"
    )
    async with on_screen(hostile) as screen:
        assert "[@click=app.quit]press[/] [bold]me[/bold] [/] [link=x]" in screen.text
        assert "[red]Title[/red]" in screen.text
        assert "[B]NEWS" in screen.text
        await screen.press("b", "B")
        assert "[red]Title[/red]" in screen.text


async def test_work_from_other_threads_is_done_in_the_apps_own() -> None:
    async with on_screen() as screen:
        threads: list[threading.Thread] = []

        def work() -> None:
            threads.append(threading.current_thread())

        poster = threading.Thread(target=screen.session.outbox.post, args=(work,))
        poster.start()
        poster.join()
        await screen.pilot.pause()
        assert threads == [threading.main_thread()]


async def test_it_leaves_at_the_end_if_it_was_told_to() -> None:
    async with on_screen(settings=Settings(exit_at_end=True)) as screen:
        await screen.press("space")
        await screen.play(8.0)
        assert screen.app._exit


async def test_it_stays_at_the_end_otherwise_and_says_so() -> None:
    async with on_screen() as screen:
        await screen.press("space")
        await screen.play(8.0)
        assert "Ended" in screen.text
        assert not screen.app._exit


def test_the_app_needs_nothing_but_a_session() -> None:
    from tests.stage import Stage

    stage = Stage()
    assert BriefingApp(stage.session).session is stage.session
    stage.session.close()
