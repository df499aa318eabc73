"""Text sizes and windows: what fits where, and what is said where it does not."""

from __future__ import annotations

import pytest

from briefing.kinds import Glyphs
from briefing.model import TransportState, VoiceKind
from briefing.settings import Settings
from briefing.sizes import TextSize
from briefing.ui.widgets.flow import Spot
from tests.builders import make_document
from tests.ui.screen import LONG, on_screen


async def test_large_print_is_larger_and_keeps_the_sentence_in_view() -> None:
    async with on_screen(LONG, size=(120, 36)) as screen:
        await screen.press("j", "j", "j", "j", "j", "j", "j", "j", "j", "j")
        for size, key in (
            (TextSize.MD, "plus"),
            (TextSize.LG, "plus"),
            (TextSize.MD, "minus"),
            (TextSize.SM, "minus"),
            (TextSize.XS, "minus"),
        ):
            await screen.press(key)
            assert screen.session.size is size
            assert f"[{size.value.upper()}]" in screen.text
            assert screen.transcript.window.rows_of(screen.session.sentence)
            assert "Text size" in screen.session.outbox.status
            assert ("Sentence" in "\n".join(screen.rows[3:30])) is (size in (TextSize.XS, TextSize.SM))
            await screen.resize(70, 20)
            assert screen.transcript.window.rows_of(screen.session.sentence)
            await screen.resize(120, 36)


@pytest.mark.parametrize(
    ("window", "label"), [((100, 30), "Text "), ((80, 24), ""), ((40, 12), ""), ((28, 8), "")]
)
async def test_every_size_is_there_to_choose_in_every_window(window: tuple[int, int], label: str) -> None:
    async with on_screen(LONG, size=window) as screen:
        names = "".join(
            f"[{size.upper()}]" if size is TextSize.SM else f" {size.upper()} " for size in TextSize
        )
        assert f"{label}{names}" in screen.text
        await screen.click(" XL ")
        assert screen.session.size is TextSize.XL


@pytest.mark.parametrize(("size", "columns", "longest"), [("XS", 140, 100), ("SM", 140, 72), ("SM", 40, 34)])
async def test_lines_are_no_longer_than_is_good_to_read(size: str, columns: int, longest: int) -> None:
    async with on_screen(LONG, settings=Settings(size=TextSize[size]), size=(columns, 30)) as screen:
        lines = [row.line for row in screen.transcript.window.rows if row]
        assert longest - 14 < max(line.stop - line.start + line.indent for line in lines) <= longest


async def test_xs_has_no_gaps_and_sm_has() -> None:
    async with on_screen(LONG, settings=Settings(size=TextSize.XS)) as screen:
        assert all(screen.transcript.window.rows)
        await screen.press("plus")
        assert not all(screen.transcript.window.rows)


async def test_where_the_window_is_too_small_for_a_size_the_next_smaller_is_shown_and_said() -> None:
    async with on_screen(
        LONG, settings=Settings(size=TextSize.LG, glyphs=Glyphs.HALF), size=(120, 36)
    ) as screen:
        assert screen.transcript._shown == (TextSize.LG, "")
        await screen.resize(40, 12)
        assert screen.session.outbox.status == "Text size LG is shown as SM: the window is too small for it."
        assert "[LG]" in screen.text
        await screen.resize(120, 36)
        assert screen.transcript._shown == (TextSize.LG, "")


async def test_a_language_without_large_letters_is_shown_small_and_that_is_said() -> None:
    tamil = make_document("தமிழ் செய்திகள் இங்கே படிக்கப்படுகின்றன.", title="தமிழ்")
    async with on_screen(tamil, settings=Settings(size=TextSize.MD)) as screen:
        said = "Text size MD is shown as SM: large print has no letters for this language."
        assert said in screen.stage.said
        assert said in screen.text.replace("\n", " ")


async def test_sizes_are_chosen_by_mouse_and_by_keys_of_the_control() -> None:
    async with on_screen(size=(120, 36)) as screen:
        await screen.click(" LG")
        assert "[LG]" in screen.text
        await screen.press("f8", "left")
        assert "[MD]" in screen.text
        await screen.press("left", "left", "left", "left")
        assert "[XS]" in screen.text
        await screen.press("escape", "right")
        assert "[XS]" in screen.text


@pytest.mark.parametrize("size", [(40, 12), (60, 14), (83, 17), (84, 18), (300, 100)])
async def test_all_of_it_is_there_in_any_window_from_40_by_12_up(size: tuple[int, int]) -> None:
    async with on_screen(size=size) as screen:
        text = screen.text
        assert "BREAKING NEWS" in text
        assert "News of numbers" in text
        assert "Paused" in text
        assert "0:00:00 of 0:00:07" in text
        assert "[SM]" in text
        assert "? help" in text
        await screen.press("space")
        assert "Playing" in screen.text
        assert sum(row is not None for row in screen.transcript.window.spots) >= 3


async def test_a_window_that_is_too_small_says_so_and_plays_on() -> None:
    async with on_screen(size=(20, 5)) as screen:
        assert "too small" in " ".join(screen.text.split())
        await screen.press("space")
        await screen.play(1.2)
        assert screen.session.state is TransportState.PLAYING
        assert len(screen.stage.words) > 1
        await screen.resize(100, 36)
        assert "Playing" in screen.text
        assert "too small" not in screen.text


async def test_any_resizing_in_any_size_is_borne() -> None:
    async with on_screen(LONG) as screen:
        await screen.press("space")
        for step in range(40):
            columns, rows = 1 + step * 97 % 300, 1 + step * 61 % 100
            if step % 10 == 0:
                screen.app.run_command("size", ("xs", "sm", "md", "lg")[step // 10 % 4])
            await screen.pilot.resize_terminal(columns, rows)
            screen.stage.play(0.02)
        await screen.resize(100, 36)
        assert screen.session.state is TransportState.PLAYING
        assert screen.transcript.window.rows_of(screen.session.sentence)


@pytest.mark.parametrize("size", [TextSize.XS, TextSize.SM])
async def test_who_speaks_stands_above_what_is_said_at_each_change(size: TextSize) -> None:
    plain = make_document("Hello there.", "More of it.", "Thank you.", title="Talk")
    names = ("", "Ann Lee", "Ann Lee", "Bob Ray")
    blocks = (block._replace(speaker=name) for block, name in zip(plain.blocks, names, strict=True))
    document = plain._replace(blocks=tuple(blocks))
    async with on_screen(document, settings=Settings(size=size)) as screen:
        rows = [row.strip() for row in screen.rows]
        shown = [
            row
            for row in rows
            if row in ("Ann Lee:", "Hello there.", "More of it.", "Bob Ray:", "Thank you.")
        ]
        assert shown == ["Ann Lee:", "Hello there.", "More of it.", "Bob Ray:", "Thank you."]
        await screen.click("Thank")
        assert document.text[screen.session.place :].startswith("Thank")


async def test_who_speaks_is_in_large_print_as_well() -> None:
    plain = make_document("Hello there.", "Thank you.")
    names = ("Ann", "Bob")
    blocks = (block._replace(speaker=name) for block, name in zip(plain.blocks, names, strict=True))
    labels = plain._replace(blocks=tuple(blocks))
    async with on_screen(labels, settings=Settings(size=TextSize.MD), size=(120, 60)) as screen:
        flow = screen.transcript.window.flow
        assert flow.height(0) - flow.height_inside(0) == flow.geometry.line_rows
        assert flow.label_at(Spot(0, 0)) == ("Ann:", 0)


async def test_a_narrow_window_says_that_there_is_no_voice_as_a_wide_one_does() -> None:
    for columns in (100, 40):
        async with on_screen(LONG, settings=Settings(voice=VoiceKind.NONE), size=(columns, 12)) as screen:
            assert "No voice" in screen.text
