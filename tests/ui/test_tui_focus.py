"""The focus view: one sentence, three, or one word, in the middle of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.model import Focus
from briefing.settings import Settings
from briefing.sizes import TextSize
from tests.builders import make_document
from tests.ui.screen import LONG, Screen, on_screen

if TYPE_CHECKING:
    from textual.strip import Strip

NEWS = make_document("Ministers met. They spoke until the morning, and then went home. Nothing was said.")
WINDOWS = [(40, 12), (60, 20), (80, 24), (120, 40), (200, 60)]


def shown(screen: Screen) -> list[str]:
    """Return what of the text is in view, line by line."""
    window = screen.transcript.window
    lines = dict.fromkeys(row.line for row in window.rows if row)
    return [window.flow.text[line.start : line.stop] for line in lines]


def stands_whole_or_from_its_start(screen: Screen) -> bool:
    """Whether the sentence, or the word where that is all, is in view from its start on."""
    window, session = screen.transcript.window, screen.session
    start = window.flow.excerpt[0].start if session.look.focus is Focus.WORD else session.sentence.start
    y = window.row_of(start)
    if y is None or (row := window.rows[y]) is None:
        return False
    is_cut = len(window.rows) - y < min(window.flow.geometry.letter_rows, window.height)
    return row.line.start <= start and not is_cut


@pytest.mark.parametrize("window", WINDOWS, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_current_sentence_is_in_view_in_every_size_and_view(window: tuple[int, int]) -> None:
    async with on_screen(LONG, size=window) as screen:
        await screen.press("j")
        for size in TextSize:
            screen.session.set_size(size)
            for focus in Focus:
                screen.session.look.set_focus(focus)
                await screen.press("j")
                assert stands_whole_or_from_its_start(screen), (size, focus, screen.text)


async def test_the_key_goes_round_and_says_what_is_shown() -> None:
    async with on_screen(NEWS) as screen:
        await screen.press("j")
        seen = []
        for _ in range(4):
            await screen.press("X")
            seen.append((screen.session.outbox.status, shown(screen)))
        whole = shown(screen)
        assert seen == [
            ("Focus on the sentence.", ["They spoke until the morning, and then went home."]),
            (
                "Focus on the sentence and those around it.",
                [
                    "Ministers met.",
                    "They spoke until the morning, and then went home.",
                    "Nothing was said.",
                ],
            ),
            ("Focus on the word.", ["They"]),
            ("Focus off: all of the text.", whole),
        ]
        assert " ".join(whole) == NEWS.text


async def test_words_come_one_by_one_as_they_are_heard() -> None:
    async with on_screen(NEWS, settings=Settings(focus=Focus.WORD)) as screen:
        await screen.press("space")
        seen: list[str] = []
        for _ in range(120):
            await screen.play(0.1)
            (word,) = shown(screen)
            if not seen or seen[-1] != word:
                seen.append(word)
        assert seen == NEWS.text.split()


async def test_a_word_is_large_in_every_size_and_stands_in_the_middle() -> None:
    async with on_screen(NEWS, settings=Settings(focus=Focus.WORD), size=(100, 36)) as screen:
        window = screen.transcript.window
        geometry = window.flow.geometry
        assert geometry.face is not None
        rows = [y for y, row in enumerate(window.rows) if row]
        assert abs(rows[0] - (window.height - 1 - rows[-1])) <= 1
        middle = screen.transcript.left + geometry.columns / 2
        assert abs(middle - 50) <= geometry.unit
        cell = screen.transcript.region.offset + screen.transcript.cursor_cell()
        assert screen.app.cursor_position == cell


async def test_from_word_to_word_only_the_rows_of_words_are_painted() -> None:
    async with on_screen(NEWS, settings=Settings(focus=Focus.WORD), size=(100, 36)) as screen:
        view, painted = screen.transcript, set[int]()
        before = set(view.window.text_rows)
        render = view.render_line

        def render_line(y: int) -> Strip:
            painted.add(y)
            return render(y)

        view.render_line = render_line  # type: ignore[method-assign]
        await screen.press("ctrl+right")
        assert painted
        assert painted <= before | view.window.text_rows


async def test_by_hand_words_are_stepped_through_and_hits_are_shown() -> None:
    async with on_screen(NEWS, settings=Settings(focus=Focus.WORD)) as screen:
        await screen.press("ctrl+right")
        assert shown(screen) == ["met."]
        await screen.press("/", *"home", "enter")
        assert shown(screen) == ["home."]
        assert screen.transcript._rows.lights.hit is not None


async def test_where_no_word_is_sure_its_sentence_stands_there() -> None:
    async with on_screen(NEWS, settings=Settings(focus=Focus.WORD)) as screen:
        screen.session.cursor.move_to(0, None)
        screen.transcript.update()
        assert " ".join(shown(screen)) == "Ministers met."


async def test_a_quiet_screen_has_no_word_by_word() -> None:
    async with on_screen(NEWS, settings=Settings(focus=Focus.WORD, quiet=True)) as screen:
        seen = [screen.session.look.focus]
        for _ in range(2):
            await screen.press("X")
            seen.append(screen.session.look.focus)
        assert seen == [Focus.SENTENCE, Focus.AROUND, Focus.OFF]
        screen.app.run_line("focus word")
        assert screen.session.outbox.status == "A quiet screen has no moving word."
        screen.app.run_line("focus paragraph")
        assert screen.session.outbox.status == "The focus is on the sentence, around or off."


async def test_a_tiny_window_bears_a_word() -> None:
    async with on_screen(NEWS, settings=Settings(focus=Focus.WORD), size=(30, 9)) as screen:
        await screen.press("ctrl+right")
        assert "met." in shown(screen)
        await screen.resize(12, 4)
        await screen.resize(100, 30)
        assert shown(screen) == ["met."]


@pytest.mark.parametrize("size", [TextSize.SM, TextSize.LG, TextSize.XL])
async def test_a_sentence_alone_that_is_longer_than_the_window_is_followed(size: TextSize) -> None:
    document = make_document("Once more, " + "and again " * 60 + "it ends.")
    async with on_screen(
        document, settings=Settings(focus=Focus.SENTENCE, size=size), size=(60, 14)
    ) as screen:
        for _ in range(8):
            await screen.press(*["ctrl+right"] * 12)
            assert screen.transcript.window.row_of(screen.session.place) is not None
