"""Where the terminal's cursor stands in every frame, whatever is open, and what is read in that row."""

from __future__ import annotations

import asyncio
import re
import time
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from briefing.model import Light
from briefing.settings import Settings
from briefing.sizes import TextSize
from briefing.ui.tui.app import BriefingApp
from briefing.ui.tui.pointing import PointingApp
from briefing.ui.widgets.scrubber import Scrubber
from tests.ui.screen import LONG, Screen, on_screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType
    from textual.screen import Screen as TextualScreen


def row_of(app: PointingApp) -> str:
    """What is read in the row of the cursor, from there on."""
    column, row = app.cursor_position
    return app.screen._compositor.render_strips()[row].text[column:].strip()


@pytest.fixture
def frames(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is read at the cursor in each frame that is drawn."""
    seen: list[str] = []
    display: Callable[..., None] = PointingApp._display

    def noted(app: PointingApp, screen: TextualScreen[object], renderable: RenderableType | None) -> None:
        display(app, screen, renderable)
        if renderable is not None and app.screen_stack:
            seen.append(row_of(app))

    monkeypatch.setattr(PointingApp, "_display", noted)
    return seen


async def read_in_frames(screen: Screen, frames: list[str], *keys: str) -> list[str]:
    """Press keys; return what the frames say of it, each once."""
    await screen.pilot.pause()
    del frames[:]
    await screen.press(*keys)
    await screen.pilot.pause()
    return list(dict.fromkeys(filter(None, frames)))


async def test_no_frame_has_the_cursor_on_a_row_that_is_neither_the_old_sentence_nor_the_new(
    frames: list[str],
) -> None:
    async with on_screen(LONG, size=(80, 20)) as screen:
        for _ in range(12):  # the view scrolls on the way
            await screen.press("j")
            sentence = screen.session.sentence.of(LONG.text)
            (read,) = await read_in_frames(screen, frames, "i") or [row_of(screen.app)]
            assert read.startswith(sentence[:20])
        for _ in range(3):
            read_on_the_way = await read_in_frames(screen, frames, "j")
            assert len(read_on_the_way) <= 1


@pytest.mark.parametrize(
    ("key", "first"),
    [("slash", "words to find"), ("g", "a time such as"), ("colon", "Type a command"), ("?", "Space ")],
)
async def test_what_opens_is_read_from_its_first_frame_and_the_sentence_when_it_closes(
    frames: list[str], key: str, first: str
) -> None:
    async with on_screen(LONG) as screen:
        await screen.press("j", "j")
        sentence = row_of(screen.app)
        (opened,) = await read_in_frames(screen, frames, key)
        assert opened.startswith(first)
        assert await read_in_frames(screen, frames, "escape") == [sentence]


async def test_the_cursor_follows_the_sentence_where_no_light_has_anything_drawn() -> None:
    async with on_screen(LONG, settings=Settings(light=Light.OFF, quiet=True)) as screen:
        for _ in range(3):
            await screen.press("j")
            assert row_of(screen.app).startswith(screen.session.sentence.of(LONG.text)[:20])


async def test_on_a_quiet_screen_the_cursor_is_on_the_answer_until_something_moves() -> None:
    async with on_screen(LONG, settings=Settings(quiet=True), size=(80, 24)) as screen:
        await screen.press("j", "j")
        sentence = row_of(screen.app)
        for key, answer in (("b", "Bookmark 1."), ("m", "Muted."), ("greater_than_sign", "Speed 1.1.")):
            await screen.press(key)
            assert row_of(screen.app).startswith(answer)
            assert sentence in screen.text, "the text does not move for an answer"
        await screen.press("colon", "escape")
        assert row_of(screen.app) == sentence
        await screen.press("m", "j")
        assert row_of(screen.app).startswith(screen.session.sentence.of(LONG.text)[:20])


async def test_on_a_quiet_screen_a_row_is_written_as_the_cursor_comes_to_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Orca says what is written after a letter, and not where the cursor goes by it: j and k were silent."""
    written: list[str] = []
    monkeypatch.setattr(PointingApp, "_write", lambda _app, text: written.append(text))
    async with on_screen(LONG, settings=Settings(quiet=True)) as screen:
        await screen.press("?")
        for key in ("j", "j", "k"):
            await screen.pilot.pause()
            until_s = time.monotonic() + 60
            while screen.app._going is not None:  # to the row before
                assert time.monotonic() < until_s
                await asyncio.sleep(0.01)
            del written[:]
            await screen.press(key)
            first = row_of(screen.app).split()[0]
            until_s = time.monotonic() + 60
            while not (brought := [at for at, text in enumerate(written) if first in text]):
                assert time.monotonic() < until_s, written
                await asyncio.sleep(0.01)
            column, row = screen.app.cursor_position
            erasing = re.compile(rf"\x1b\[{row + 1};{column + 1}H\x1b\[\d+X")
            erased = [at for at, text in enumerate(written) if erasing.match(text)]
            assert erased, written
            assert brought[-1] > erased[-1]
            alone = f"\x1b[{row + 1};{column + 1}H\x1b[?25h"  # by that Fenrir cuts short what it read
            while alone not in written[brought[-1] + 1 :]:
                assert time.monotonic() < until_s, written
                await asyncio.sleep(0.01)


async def test_on_a_quiet_screen_the_bar_is_the_same_signs_wherever_the_reading_and_the_focus_are() -> None:
    async with on_screen(LONG, settings=Settings(quiet=True)) as screen:
        shown = {str(screen.app.query_one(Scrubber).render())}
        for key in ("tab", "shift+tab", "]", "j"):
            await screen.press(key)
            shown.add(str(screen.app.query_one(Scrubber).render()))
        assert len(shown) == 1


async def test_elsewhere_an_answer_leaves_the_cursor_at_the_sentence() -> None:
    async with on_screen(LONG) as screen:
        await screen.press("j", "b")
        assert row_of(screen.app).startswith(screen.session.sentence.of(LONG.text)[:20])


@pytest.mark.parametrize("key", ["slash", "colon"])
async def test_backspace_leaves_a_line_with_nothing_typed_in_it(key: str) -> None:
    async with on_screen() as screen:
        await screen.press(key, "x", "backspace")
        assert len(screen.app.screen_stack) == 2
        await screen.press("backspace")
        assert len(screen.app.screen_stack) == 1


async def test_a_letter_in_the_palette_is_where_the_cursor_is_and_down_goes_to_the_rows() -> None:
    async with on_screen() as screen:
        await screen.press("colon", "s", "e", "n", "t")
        field = screen.app.screen.query_one(Input)
        assert screen.app.cursor_position == field.cursor_screen_offset
        await screen.press("down", "down")
        assert row_of(screen.app) == "Previous sentence"
        await screen.press("backspace")
        assert screen.app.cursor_position == field.cursor_screen_offset


async def test_a_control_is_read_with_its_value_as_it_takes_the_focus_and_as_it_changes() -> None:
    async with on_screen() as screen:
        await screen.press("tab")
        assert row_of(screen.app) == "Scrubber. 0 seconds of 7 seconds."
        await screen.press("right")
        assert row_of(screen.app) == screen.session.outbox.status
        await screen.press("tab")
        assert row_of(screen.app) == "Text size SM, ordinary."
        await screen.press("left")
        assert row_of(screen.app).startswith("Text size XS")
        await screen.press("tab")
        assert row_of(screen.app).startswith(screen.session.sentence.of(screen.session.document.text)[:5])


@pytest.mark.parametrize(
    ("key", "title"), [("slash", "Search: words"), ("g", "Go to: a time"), ("S", "Subscribe")]
)
async def test_a_line_to_type_in_is_read_with_its_title(key: str, title: str) -> None:
    async with on_screen() as screen:
        await screen.press(key)
        await screen.pilot.pause()
        column, row = screen.app.cursor_position
        assert screen.rows[row].strip().startswith(title)
        await screen.press("x")
        before = screen.rows[row][:column]
        assert screen.rows[row].startswith(f"{before}x")
        assert before.strip().endswith(":")


async def test_no_row_of_text_or_list_has_a_sign_that_is_drawn() -> None:
    async with on_screen(LONG, size=(80, 24)) as screen:
        for keys in (("j",), ("end",), ("?",), ("pagedown",), ("escape", "colon"), ("s",)):
            await screen.press(*keys)
            bar = screen.app.around.scrubber.region.y if len(screen.app.screen_stack) == 1 else 24
            drawn = [row for row in screen.rows[:bar] if any("\u2500" <= sign <= "\u259f" for sign in row)]
            assert not drawn, keys


@pytest.mark.parametrize("columns", [40, 70, 100])
async def test_the_cursor_stays_on_what_it_was_on_in_another_window(columns: int) -> None:
    async with on_screen(LONG) as screen:
        await screen.press("j", "j", "j")
        for key, read in (("slash", "words"), ("escape", "Sentence"), ("B", ""), ("escape", "Sentence")):
            await screen.press(key)
            await screen.resize(columns, 24)
            await screen.pilot.pause()
            assert row_of(screen.app).startswith(read)
            await screen.resize(100, 30)


async def test_the_cursor_stands_at_the_sentence_in_another_size() -> None:
    async with on_screen(LONG) as screen:
        await screen.press("j", "j", "j")
        for size in (TextSize.XS, TextSize.LG, TextSize.SM):
            screen.session.run("size", size.value)
            await screen.pilot.pause()
            await screen.pilot.pause()
            assert isinstance(screen.app, BriefingApp)
            cell = screen.transcript.region.offset + screen.transcript.cursor_cell()
            assert screen.app.cursor_position == cell


async def test_the_cursor_waits_for_a_prompt_that_is_still_being_made() -> None:
    async with on_screen() as screen:
        screen.app.run_command("search")
        screen.app._send()  # its time comes before the prompt has its field
        await screen.pilot.pause()
        assert type(screen.app.screen).__name__ == "PromptScreen"


async def test_on_a_quiet_screen_an_answer_brings_the_cursor_unless_something_is_still_being_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Fenrir said each answer a tenth of a second later than it might, for the cursor came by itself."""
    written: list[str] = []
    monkeypatch.setattr(PointingApp, "_write", lambda _app, text: written.append(text))
    async with on_screen(LONG, settings=Settings(quiet=True), size=(80, 24)) as screen:
        until_s = time.monotonic() + 60
        while screen.app._going is not None or not screen.app._is_shown:
            assert time.monotonic() < until_s
            await asyncio.sleep(0.01)
        for key, answer in (("b", "Bookmark 1."), ("b", "Bookmark dropped."), ("ø", "ø does nothing.")):
            screen.app._said_by_s = 0.0
            del written[:]
            row = screen.app.cursor_position.y
            await screen.press(key)
            await screen.pilot.pause()
            assert row_of(screen.app).startswith(answer)
            assert screen.app.cursor_position.y != row, "BRLTTY says of the same row only what has changed"
            assert (written, screen.app._going) == ([], None)
        await screen.press("ø")
        while not written:  # the same again
            assert time.monotonic() < until_s
            await asyncio.sleep(0.01)
        del written[:]
        screen.app._said_by_s = float("inf")
        await screen.press("b")
        until_s = time.monotonic() + 60
        while not written:  # the cursor by itself, which cuts short what is being said
            assert time.monotonic() < until_s
            await asyncio.sleep(0.01)
        assert row_of(screen.app).startswith("Bookmark 1.")
