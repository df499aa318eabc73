"""How a text is set in its size, as it is seen: spacing, margins, scripts; the sentence stays in view."""

from __future__ import annotations

from itertools import pairwise

import pytest

from briefing.settings import Settings
from briefing.sizes import TextSize
from tests.builders import make_document
from tests.ui.screen import LONG, on_screen

LINES = ("line-spacing 1.5", "line-spacing 2", "letter-spacing 0.5", "line-length 30", "line-spacing 1")


@pytest.mark.parametrize("size", TextSize)
async def test_the_sentence_stays_in_view_through_every_change(size: TextSize) -> None:
    async with on_screen(LONG, settings=Settings(size=size)) as screen:
        await screen.press(*"jjjjjjjjj")
        for line in LINES:
            screen.app.run_line(line)
            await screen.pilot.pause()
            rows = screen.transcript.window.rows_of(screen.session.sentence)
            assert rows
            assert screen.transcript.window.row_of(screen.session.sentence.start) == rows[0]


@pytest.mark.parametrize(
    ("size", "spacing", "apart"),
    [("SM", 1.25, 1), ("SM", 1.5, 2), ("SM", 2, 2), ("LG", 1.0, 5), ("LG", 1.5, 8), ("LG", 2, 10)],
)
async def test_lines_stand_so_far_apart(size: str, spacing: float, apart: int) -> None:
    async with on_screen(LONG, settings=Settings(size=TextSize[size]), size=(60, 60)) as screen:
        screen.app.run_line(f"line-spacing {spacing}")
        await screen.pilot.pause()
        starts = [y for y, row in enumerate(screen.transcript.window.rows) if row and row.part == 0]
        assert min(after - before for before, after in pairwise(starts)) == apart


async def test_letters_stand_apart_and_lines_hold_fewer() -> None:
    async with on_screen(LONG, settings=Settings(size=TextSize.LG), size=(182, 40)) as screen:
        before = screen.transcript.window.flow.geometry
        screen.app.run_line("letter-spacing 1")
        await screen.pilot.pause()
        after = screen.transcript.window.flow.geometry
        assert (after.unit, after.capacity // after.unit) == (2 * before.unit, 15)


async def test_shorter_lines_leave_margins_at_both_sides() -> None:
    async with on_screen(LONG) as screen:
        screen.app.run_line("line-length 40")
        await screen.pilot.pause()
        lines = [row.line for row in screen.transcript.window.rows if row]
        assert max(line.stop - line.start for line in lines) <= 40
        assert screen.transcript.left == 30


async def test_in_a_window_of_80_by_24_lg_shows_four_lines_of_thirteen_letters() -> None:
    async with on_screen(LONG, settings=Settings(size=TextSize.LG), size=(80, 24)) as screen:
        window = screen.transcript.window
        for key in ("j", "j", "i", "j"):
            await screen.press(key)
            assert window.flow.geometry.capacity // window.flow.geometry.unit == 13
            assert window.height // window.flow.geometry.line_rows == 4


@pytest.mark.parametrize(
    ("foreign", "is_drawn"),
    [
        ("हिन्दी में समाचार यहाँ पढ़ें", False),
        ("أخبار اليوم هنا", True),
        ("日本の新聞", True),
        ("한국어 소식", True),
    ],
    ids=["Hindi", "Arabic", "Japanese", "Korean"],
)
async def test_a_block_in_another_script_leaves_the_others_in_large_print(
    foreign: str, is_drawn: bool
) -> None:
    document = make_document("A long paragraph of English words stands here. " * 6, foreign)
    async with on_screen(document, settings=Settings(size=TextSize.MD), size=(80, 80)) as screen:
        assert screen.transcript._shown == (TextSize.MD, "")
        assert all(is_drawn == (word not in screen.text) for word in foreign.split())


async def test_a_click_on_arabic_finds_the_word_and_the_cursor_stands_where_the_sentence_begins() -> None:
    words = "الخبر هنا الأول"
    async with on_screen(make_document(words), settings=Settings(size=TextSize.LG), size=(160, 40)) as screen:
        window = screen.transcript.window
        line = next(row.line for row in window.rows if row)
        left = [window.cells_before(words.index(word), line) for word in words.split()]
        assert left == sorted(left, reverse=True)
        assert [window.offset_at(at, 0) for at in left] == [words.index(word) for word in words.split()]
        await screen.pilot.click(type(screen.transcript), offset=(screen.transcript.left + left[1], 1))
        assert words[screen.session.place :].startswith("هنا")
        assert screen.transcript.cursor_cell().x == screen.transcript.left + left[0]


async def test_a_paragraph_from_right_to_left_stands_at_the_right() -> None:
    document = make_document("שלום עולם", "An English paragraph.")
    async with on_screen(document, settings=Settings(size=TextSize.MD), size=(120, 40)) as screen:
        window = screen.transcript.window
        hebrew, english = (row.line for row in window.rows if row and row.part == 0)
        geometry = window.flow.geometry
        assert hebrew.indent + geometry.measure("שלום עולם") == geometry.capacity
        assert english.indent == 0
