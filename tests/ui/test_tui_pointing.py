"""Looking, pointing and following: the view, the mouse, the focus and the terminal's cursor."""

from __future__ import annotations

import pytest
from textual import events

from briefing.model import TransportState
from briefing.ports.media import TimedText
from briefing.session.arrival import Tags
from briefing.settings import Settings
from briefing.sizes import TextSize
from briefing.ui.widgets.transcript import TranscriptView
from tests.stage import DOCUMENT
from tests.ui.screen import LONG, Screen, on_screen


async def test_a_click_on_a_word_plays_from_there() -> None:
    async with on_screen() as screen:
        await screen.click("eight")
        assert screen.session.state is TransportState.PLAYING
        assert DOCUMENT.text[screen.session.place :].startswith("eight")


async def test_a_click_in_large_print_finds_its_word() -> None:
    async with on_screen(settings=Settings(size=TextSize.LG), size=(120, 60)) as screen:
        window = screen.transcript.window
        offset = DOCUMENT.text.index("Four")
        y = window.row_of(offset)
        assert y is not None
        row = window.rows[y]
        assert row is not None
        x = screen.transcript.left + window.cells_before(offset + 2, row.line) + 1
        await screen.pilot.click(TranscriptView, offset=(x, y + 2))
        await screen.pilot.pause()
        assert screen.session.place == offset


async def test_looking_away_stops_following_and_not_the_sound_and_f_returns() -> None:
    async with on_screen(LONG) as screen:
        await screen.press("space")
        await screen.play(1.0)
        await screen.press("pagedown", "pagedown")
        assert not screen.session.look.is_following
        assert screen.session.state is TransportState.PLAYING
        assert not screen.transcript.window.rows_of(screen.session.sentence)
        top = screen.transcript.window.top
        await screen.play(3.0)
        assert screen.transcript.window.top == top
        assert "Sentence 0a" not in screen.text
        assert "A long piece of news" in screen.rows[1]  # the banner names what is read
        await screen.press("f")
        assert screen.transcript.window.rows_of(screen.session.sentence)


async def test_the_wheel_looks_away_too() -> None:
    async with on_screen(LONG) as screen:
        before = screen.transcript.window.top
        screen.transcript.on_mouse_scroll_down(wheel(screen))
        await screen.pilot.pause()
        assert screen.transcript.window.top > before
        assert not screen.session.look.is_following


def wheel(screen: Screen) -> events.MouseScrollDown:
    return events.MouseScrollDown(screen.transcript, 5, 5, 0, 0, 0, False, False, False)


async def test_the_view_follows_to_the_end() -> None:
    async with on_screen(LONG, size=(80, 20)) as screen:
        await screen.press("space")
        for _ in range(12):
            await screen.play(4.0)
            assert screen.transcript.window.rows_of(screen.session.sentence)


async def test_the_scrubber_seeks_where_it_is_clicked() -> None:
    async with on_screen(size=(100, 36)) as screen:
        bar = next(y for y, row in enumerate(screen.rows) if "────" in row)
        await screen.pilot.click(offset=(75, bar))
        await screen.pilot.pause()
        assert screen.session.position_s > screen.session.duration_s / 2


async def test_focus_is_seen_without_colour_and_goes_round() -> None:
    async with on_screen() as screen:
        bar = next(y for y, row in enumerate(screen.rows) if "────" in row)
        assert "[" not in screen.rows[bar]
        await screen.press("tab")
        assert "[" in screen.rows[bar]
        await screen.press("tab")
        assert "[" not in screen.rows[bar]
        assert screen.styles_of("[SM]")[0].underline
        await screen.press("tab")
        assert screen.app.focused is screen.transcript


async def test_the_terminals_cursor_follows_the_sentence_and_the_focus() -> None:
    async with on_screen() as screen:
        await screen.press("j")
        x, y = screen.cell_of("One two three")
        while screen.session.sentence.of(DOCUMENT.text) != "Seven eight nine.":
            await screen.press("j")
        x, y = screen.cell_of("Seven eight")
        assert screen.app.cursor_position == (x, y)
        await screen.press("f7")
        assert screen.app.cursor_position == screen.cell_of("Scrubber. ")


async def test_ctrl_c_copies_a_selection_as_plain_text_and_otherwise_leaves() -> None:
    async with on_screen(settings=Settings(size=TextSize.LG), size=(120, 40)) as screen:
        screen.transcript.text_select_all()
        await screen.press("ctrl+c")
        assert screen.session.outbox.status == "Copied."
        assert "Seven eight nine." in screen.app.clipboard
        assert screen.app.is_running
        await screen.press("ctrl+c")
        assert screen.app._exit
        assert screen.app.return_code == 130


async def test_a_selection_by_mouse_is_of_whole_words_as_they_stand() -> None:
    async with on_screen() as screen:
        x, y = screen.cell_of("Seven eight")
        await screen.pilot.mouse_down(offset=(x, y))
        await screen.pilot.hover(offset=(x + 5, y))
        await screen.pilot.mouse_up(offset=(x + 5, y))
        await screen.pilot.pause()
        assert screen.app.screen.get_selected_text() in ("Seven", "Seven ")
        assert screen.session.state is TransportState.PAUSED


async def test_a_click_on_a_chapters_mark_goes_to_its_very_start() -> None:
    chapters = (TimedText("One", 1.0), TimedText("Two", 2.6))
    async with on_screen(tags=lambda: Tags(chapters=chapters), size=(120, 40)) as screen:
        screen.session.reader.tags.read()
        await screen.pilot.pause()
        assert screen.text.count("╋") == 2
        row = next(y for y, line in enumerate(screen.rows) if "╋" in line)
        await screen.pilot.click(offset=(screen.rows[row].rindex("╋"), row))
        assert screen.session.position_s == pytest.approx(2.6, abs=0.05)
        assert screen.session.reader.chapters.name == "Chapter 2 of 2: Two"
