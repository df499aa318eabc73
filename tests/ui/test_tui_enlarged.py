"""What stands beside the text, in large print: announcements, what is typed, what is highlighted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.kinds import Glyphs
from briefing.settings import Settings
from briefing.sizes import DRAWN, TextSize
from briefing.ui.glyphs.drawing import Drawing
from briefing.ui.glyphs.faces import Typeface, face_for
from briefing.ui.glyphs.fonts import USUAL
from briefing.ui.glyphs.setting import rows_of
from briefing.ui.widgets.choices import Choices
from briefing.ui.widgets.enlarged import Enlarged, pages_of
from briefing.ui.widgets.field import Field
from briefing.ui.widgets.status import READ_S
from tests.ui.screen import LONG, Screen, on_screen

if TYPE_CHECKING:
    from briefing.ui.widgets.wrapping import WrappedLine

LARGE = Typeface(Drawing.HALF, USUAL)
FINE = face_for(DRAWN[0], Drawing.QUADRANT, LONG.text)


def is_drawn(screen: Screen, words: str, face: Typeface = FINE) -> bool:
    """Whether words stand somewhere on the screen in large print."""
    first = [row.rstrip() for row in rows_of(words, face)]
    rows = screen.rows
    return any(
        all(part in row for part, row in zip(first, rows[y:], strict=False))
        for y in range(len(rows) - face.rows + 1)
    )


@pytest.mark.parametrize("size", DRAWN)
async def test_an_announcement_is_in_large_print_until_the_next_key(size: TextSize) -> None:
    async with on_screen(LONG, settings=Settings(size=size), size=(80, 24)) as screen:
        await screen.press("b")
        assert screen.app.around.status.words in screen.text
        assert is_drawn(screen, "Bookmark")
        await screen.press("space")
        assert not is_drawn(screen, "Bookmark")


async def test_it_names_the_users_keys_as_the_small_words_do() -> None:
    async with on_screen(LONG, settings=Settings(size=TextSize.MD), size=(120, 40)) as screen:
        await screen.press("backslash", "Z", "f")
        assert " ".join(screen.app.around.said._pages[0]) == "Not following. Press f to follow again."


async def test_in_ordinary_sizes_nothing_is() -> None:
    async with on_screen(LONG, size=(80, 24)) as screen:
        for keys in ("i", "?", "/"):
            await screen.press(keys)
            assert not any(each.display for each in screen.app.screen.query(Enlarged))
            await screen.press("escape")


async def test_a_long_announcement_comes_page_by_page_and_then_goes() -> None:
    async with on_screen(LONG, settings=Settings(size=TextSize.LG), size=(80, 24)) as screen:
        await screen.press("i")
        said = screen.app.around.said
        seen = []
        while said.display:
            assert said.rows <= 8
            seen += said._pages[0]
            said._turn()
            await screen.pilot.pause()
        assert " ".join(seen) == screen.session.outbox.status


@pytest.mark.parametrize("later_s", [0.0, READ_S])
async def test_what_joins_a_long_announcement_comes_behind_it_and_does_not_begin_it_again(
    later_s: float,
) -> None:
    first = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen."
    async with on_screen(LONG, settings=Settings(size=TextSize.LG), size=(80, 24)) as screen:
        said = screen.app.around.said
        await screen.press("tab")  # what was said of the opening goes
        screen.stage.clock.advance(READ_S)
        screen.session.say(first, urgent=True)
        seen = list(said._pages[0])
        said._turn()
        screen.stage.clock.advance(later_s)
        screen.session.say("The sound is back.", urgent=True)
        assert said._pages[0][0] not in seen
        while said.display:
            seen += said._pages[0]
            said._turn()
        assert " ".join(seen) == f"{first} The sound is back."


async def test_an_answer_does_not_wait_for_what_was_announced_before() -> None:
    async with on_screen(LONG, settings=Settings(size=TextSize.LG), size=(80, 24)) as screen:
        screen.session.say("One two three four five six seven eight nine ten.", urgent=True)
        screen.app.run_command("bookmark")
        assert screen.app.around.said._pages[0][0].startswith("Bookmark")


async def test_it_covers_the_small_words_below_it_when_the_keys_there_have_gone() -> None:
    async with on_screen(LONG, settings=Settings(size=TextSize.LG), size=(80, 24)) as screen:
        await screen.press("b")
        await screen.pilot.pause()
        assert screen.app.around.said.region.bottom == screen.app.around.status.region.bottom


async def test_a_closed_dialog_is_let_go_though_its_lines_were_shown_in_large_print() -> None:
    async with on_screen(LONG, settings=Settings(size=TextSize.LG), size=(80, 24)) as screen:
        await screen.press("?")
        await screen.pilot.pause()
        assert screen.app._pointed is not None
        await screen.press("escape")
        assert screen.app._pointed is None


@pytest.mark.parametrize("steps", [0, 1, 2, 3])
async def test_it_stands_where_the_place_is_not(steps: int) -> None:
    async with on_screen(LONG, settings=Settings(size=TextSize.LG), size=(80, 24)) as screen:
        await screen.press("j", *["ctrl+right"] * steps, "b")
        window, said = screen.transcript.window, screen.app.around.said
        row = window.row_of(screen.session.place)
        assert row is not None
        place = range(row, row + window.flow.geometry.letter_rows)
        covered = range(said.region.y, said.region.bottom)
        assert said.display
        assert not set(place) & set(covered)


@pytest.mark.parametrize("size", [TextSize.MD, TextSize.LG])
@pytest.mark.parametrize("steps", [0, 1, 2, 3])
async def test_it_leaves_no_half_of_a_line_of_the_text_in_view(size: TextSize, steps: int) -> None:
    async with on_screen(LONG, settings=Settings(size=size), size=(80, 24)) as screen:
        await screen.press("j", *["ctrl+right"] * steps, "b")
        view, said = screen.transcript, screen.app.around.said
        covered = range(said.region.y - view.region.y, said.region.bottom - view.region.y)
        seen: dict[WrappedLine, int] = {}
        for y, row in enumerate(view.window.rows):
            if row is not None and y not in covered and row.part < row.line.rows:
                seen[row.line] = seen.get(row.line, 0) + 1
        assert said.display
        assert {line.rows - count for line, count in seen.items()} == {0}


async def test_a_sentence_that_is_stepped_to_is_not_said_over_itself() -> None:
    async with on_screen(LONG, settings=Settings(size=TextSize.LG)) as screen:
        await screen.press("j")
        assert not screen.app.around.said.display


async def test_what_is_typed_is_in_large_print_and_the_cursor_in_the_line_itself() -> None:
    async with on_screen(LONG, settings=Settings(size=TextSize.LG), size=(80, 24)) as screen:
        await screen.press("j", "/")
        assert is_drawn(screen, "words to find")
        await screen.press(*"has")
        assert is_drawn(screen, "has_")
        field = screen.app.screen.query_one(Field)
        assert screen.app.cursor_position == (field.content_region.x + 3, field.content_region.y)
        top = screen.app.screen.query_one(Enlarged).region.y
        assert field.region.y < top
        assert screen.transcript.region.y + 10 < field.region.y, "of the text two lines stay in view"
        await screen.press("enter")
        assert "has" in LONG.text[screen.session.place :][:3]


@pytest.mark.parametrize("size", DRAWN)
async def test_a_line_to_type_in_leaves_no_half_of_a_line_of_the_text_in_view(size: TextSize) -> None:
    async with on_screen(LONG, settings=Settings(size=size), size=(80, 24)) as screen:
        await screen.press("j", "/", "h")
        await screen.pilot.pause()
        top = screen.app.screen.query_one("Horizontal").region.y
        rows = screen.transcript.window.rows[: top - screen.transcript.region.y]
        last = next(row for row in reversed(rows) if row is not None)
        assert last.part >= last.line.rows - 1
        assert screen.app.screen.query_one(Field).region.y >= top


@pytest.mark.parametrize("keys", [("O",), ("O", "end"), ("?", "down", "down"), ("o", "down"), (":",)])
async def test_a_list_shows_no_half_of_a_line_in_large_print(keys: tuple[str, ...]) -> None:
    async with on_screen(LONG, settings=Settings(size=TextSize.MD), size=(80, 24)) as screen:
        await screen.press(*keys)
        await screen.pilot.pause()
        choices = screen.app.screen.query_one(Choices)
        shown = range(choices.region.y, choices.region.bottom)
        seen: dict[tuple[int, WrappedLine], int] = {}
        for y in shown:
            row = choices._rows.at(y - choices.region.y + choices.scroll_offset.y)
            if row is not None and row.part is not None and screen.rows[y].strip():
                seen[row.entry, row.line] = seen.get((row.entry, row.line), 0) + 1
        assert all(count >= FINE.rows - 2 for count in seen.values()), (
            "a letter has blank rows at most so many"
        )


async def test_a_heading_in_large_print_has_a_line_below_it_and_none_through_it() -> None:
    async with on_screen(LONG, settings=Settings(size=TextSize.MD), size=(80, 24)) as screen:
        await screen.press("?")
        await screen.pilot.pause()
        choices = screen.app.screen.query_one(Choices)
        rows = [choices._rows.at(y) for y in choices._rows.of(0)]
        lined = [
            row.part
            for y, row in enumerate(rows)
            if row
            and row.part is not None
            and any(s.style and s.style.underline for s in choices.render_line(y))
        ]
        assert lined == [FINE.rows - 1]


async def test_of_what_is_too_long_the_end_is_shown_as_it_is_typed() -> None:
    async with on_screen(LONG, settings=Settings(size=TextSize.MD), size=(80, 24)) as screen:
        await screen.press("/", *"one two three four five six seven eight nine ten")
        assert is_drawn(screen, "ten_")


async def test_the_lines_of_a_list_are_in_large_print() -> None:
    async with on_screen(LONG, settings=Settings(size=TextSize.LG), size=(80, 24)) as screen:
        await screen.press("?")
        assert is_drawn(screen, "Space  Play or pause.")
        await screen.press("down")
        assert is_drawn(screen, "Space  Play or pause.")
        assert is_drawn(screen, "x  Stop.")
        await screen.press("escape", ":", *"mute")
        await screen.pilot.pause()
        assert is_drawn(screen, "mute_")
        assert is_drawn(screen, "Mute")


@pytest.mark.parametrize("glyphs", [Glyphs.QUADRANT, Glyphs.SEXTANT])
@pytest.mark.parametrize("size", DRAWN)
async def test_three_lines_of_a_list_are_large_at_once_in_a_small_window(
    size: TextSize, glyphs: Glyphs
) -> None:
    async with on_screen(LONG, settings=Settings(size=size, glyphs=glyphs), size=(80, 24)) as screen:
        screen.app.run_line("theme")
        await screen.pilot.pause()
        await screen.press("j")
        face = face_for(DRAWN[0], Drawing(glyphs.value), "a")
        entries = screen.app.screen.query_one(Choices).entries
        assert sum(is_drawn(screen, entry.text[:20], face) for entry in entries) >= 3
        words = entries[screen.app.screen.query_one(Choices).highlighted or 0].text
        assert words in screen.rows[screen.app.cursor_position[1]], "the small words stay where the cursor is"


async def test_what_a_list_is_comes_in_large_print_first_and_what_an_entry_means_after_a_rest() -> None:
    async with on_screen(LONG, settings=Settings(size=TextSize.LG), size=(80, 24)) as screen:
        await screen.press("?")
        await screen.pilot.pause()
        assert is_drawn(screen, "Help.")
        shown = screen.app.screen.query_one(Enlarged)
        await screen.press("down")
        assert not shown.display
        shown._turn()
        await screen.pilot.pause()
        assert is_drawn(screen, "Pause and go back to the")


async def test_a_list_takes_the_size_that_is_chosen_in_it() -> None:
    async with on_screen(LONG, settings=Settings(size=TextSize.MD), size=(80, 24)) as screen:
        await screen.press("?")
        assert is_drawn(screen, "Space  Play or pause.")
        screen.app.run_line("size sm")
        await screen.pilot.pause()
        assert not is_drawn(screen, "Space  Play or pause.")
        assert "Space  Play or pause." in screen.text


@pytest.mark.parametrize(("size", "lines"), [(TextSize.MD, 2), (TextSize.LG, 2), (TextSize.XL, 1)])
async def test_an_answer_leaves_most_of_the_text_in_a_small_window(size: TextSize, lines: int) -> None:
    async with on_screen(LONG, settings=Settings(size=size), size=(80, 24)) as screen:
        await screen.press("space", "i")
        said, view = screen.app.around.said, screen.transcript
        assert said.display
        assert said.rows <= screen.app.size.height // 3
        covered = range(said.region.y - view.region.y, said.region.bottom - view.region.y)
        left = {row.line for y, row in enumerate(view.window.rows) if row and y not in covered}
        assert len(left) >= lines


async def test_a_large_window_has_room_for_letters_as_bold_as_the_texts() -> None:
    async with on_screen(LONG, settings=Settings(size=TextSize.LG), size=(200, 60)) as screen:
        await screen.press("b")
        assert is_drawn(screen, "Bookmark", LARGE)


async def test_a_small_window_leaves_it_at_small_words() -> None:
    async with on_screen(LONG, settings=Settings(size=TextSize.LG), size=(30, 10)) as screen:
        await screen.press("b")
        assert not screen.app.around.said.display
        assert "Bookmark" in screen.text


@given(st.lists(st.text("abcdefgh.", min_size=1, max_size=12), min_size=1), st.integers(1, 40))
def test_pages_hold_all_words_in_their_order(words: list[str], rows: int) -> None:
    pages = pages_of(" ".join(words), LARGE, 80, rows)
    assert " ".join(line for page in pages for line in page) == " ".join(words)
    assert all(len(page) * LARGE.rows <= max(rows, LARGE.rows) for page in pages)
