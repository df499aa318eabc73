"""The screen as a user has it: keys, sizes, following, mouse, dialogs, odd windows and odd text."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from textual import events
from textual.geometry import Region

from briefing.commands import BY_ID, COMMANDS, ESSENTIAL
from briefing.kinds import Choice, Glyphs
from briefing.model import Light, TextSize, TransportState
from briefing.settings import Settings
from briefing.ui.keys import keys_in_words
from briefing.ui.terminal_app import draws_true_colour
from briefing.ui.themes import PAINTS
from briefing.ui.tui import BriefingApp
from briefing.ui.widgets.flow import Spot
from briefing.ui.widgets.transcript import Transcript
from tests.builders import make_document
from tests.stage import DOCUMENT
from tests.ui.screen import Screen, on_screen

LONG = make_document(
    *[
        f"Sentence {n}a has words. Sentence {n}b has some more of them, {'again and ' * 4}again."
        for n in range(14)
    ],
    title="A long piece of news",
    kicker="Breaking News",
    summary="What it is about.",
)


async def test_the_first_screen_shows_all_of_it() -> None:
    async with on_screen() as screen:
        text = screen.text
        assert " BREAKING NEWS " in text
        assert text.count("News of numbers") == 1
        assert text.count("A picture.") == 1
        assert "Seven eight nine. Ten eleven twelve." in text
        assert "0:00:00 of 0:00:07" in text
        assert "XS [SM] MD  LG" in text
        assert "Paused" in text


async def test_the_first_screen_names_the_five_keys_that_matter() -> None:
    async with on_screen() as screen:
        for name in ESSENTIAL:
            key = keys_in_words(BY_ID[name].keys[:1])
            assert f"{key} {BY_ID[name].title.lower()}" in screen.text


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each.id)
async def test_every_command_does_something_by_its_key(command: object) -> None:
    async with on_screen() as screen:
        key = next(iter(command.keys), None)  # type: ignore[attr-defined]
        said, state = len(screen.stage.said), screen.session.state
        if key:
            await screen.press(key)
        else:
            screen.app.run_command(command.id, "lg")  # type: ignore[attr-defined]
            await screen.pilot.pause()
        has_opened = len(screen.app.screen_stack) > 1
        has_left = not screen.app.is_running or screen.app._exit
        assert len(screen.stage.said) > said or screen.session.state is not state or has_opened or has_left


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
        assert screen.session.status.startswith("0 seconds of 7 seconds.")
        await screen.press("space")
        assert "Playing" not in screen.text


async def test_a_key_that_does_nothing_is_answered() -> None:
    async with on_screen() as screen:
        await screen.press("Z")
        assert "Z does nothing" in screen.session.status


async def test_word_and_sentence_are_lit_and_differ_by_more_than_colour() -> None:
    async with on_screen() as screen:
        await screen.press("space")
        await screen.play(2.2)
        word = screen.styles_of("two")[0] if "two" in screen.text else None
        lit = {
            words: screen.styles_of(words)[0]
            for words in ("One", "two", "three.", "Four", "Seven")
            if words in screen.text
        }
        assert word is not None
        reversed_words = [words for words, style in lit.items() if style.reverse]
        assert len(reversed_words) == 1
        sentence = [style for words, style in lit.items() if style.bold and not style.reverse]
        assert sentence
        assert not lit["Seven"].bold
        assert not any(style.dim or style.blink for style in lit.values())
        x, y = screen.cell_of("One two three.")
        assert screen.rows[y][:x].rstrip().endswith("▌")


async def test_the_light_goes_off_and_comes_back() -> None:
    async with on_screen(settings=Settings(light=Light.OFF)) as screen:
        assert not any(style.reverse or style.bold for style in screen.styles_of("One two"))
        assert "▌" not in screen.text


async def test_a_light_step_paints_only_the_rows_that_it_touches(monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[int] = []
    render_line = Transcript.render_line

    def counted(self: Transcript, y: int) -> object:
        painted.append(y)
        return render_line(self, y)

    async with on_screen(LONG) as screen:
        await screen.press("space")
        await screen.play(4.2)
        monkeypatch.setattr(Transcript, "render_line", counted)
        painted.clear()
        steps = len(screen.stage.words)
        await screen.play(0.5)
        assert len(screen.stage.words) == steps + 1
        assert 0 < len(painted) <= 4


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
            assert "Text size" in screen.session.status
            assert ("Sentence" in "\n".join(screen.rows[3:30])) is (size in (TextSize.XS, TextSize.SM))
            await screen.resize(70, 20)
            assert screen.transcript.window.rows_of(screen.session.sentence)
            await screen.resize(120, 36)


@pytest.mark.parametrize(("size", "columns", "longest"), [("xs", 140, 100), ("sm", 140, 72), ("sm", 40, 34)])
async def test_lines_are_no_longer_than_is_good_to_read(size: str, columns: int, longest: int) -> None:
    async with on_screen(LONG, settings=Settings(size=TextSize(size)), size=(columns, 30)) as screen:
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
        assert screen.session.status == "Text size LG is shown as SM: the window is too small for it."
        assert "[LG]" in screen.text
        await screen.resize(120, 36)
        assert screen.transcript._shown == (TextSize.LG, "")


async def test_a_language_without_large_letters_is_shown_small_and_that_is_said() -> None:
    tamil = make_document("தமிழ் செய்திகள் இங்கே படிக்கப்படுகின்றன.", title="தமிழ்")
    async with on_screen(tamil, settings=Settings(size=TextSize.MD)) as screen:
        said = "Text size MD is shown as SM: large print has no letters for this language."
        assert said in screen.stage.said
        assert said in screen.text.replace("\n", " ")


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
        x = screen.transcript.left + window.units_before(offset + 2, row.line) * window.flow.geometry.unit + 1
        await screen.pilot.click(Transcript, offset=(x, y + 2))
        await screen.pilot.pause()
        assert screen.session.place == offset


async def test_looking_away_stops_following_and_not_the_sound_and_f_returns() -> None:
    async with on_screen(LONG) as screen:
        await screen.press("space")
        await screen.play(1.0)
        await screen.press("pagedown", "pagedown")
        assert not screen.session.is_following
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
        assert not screen.session.is_following


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
        bar = next(y for y, row in enumerate(screen.rows) if "────" in row)
        assert screen.app.cursor_position.y == bar


async def test_themes_go_round_and_are_called_by_name() -> None:
    async with on_screen() as screen:
        seen = [screen.app.theme]
        for _ in range(3):
            await screen.press("t")
            seen.append(screen.app.theme)
        assert seen == ["dark", "light", "high-contrast", "dark"]
        screen.app.run_command("theme", "High contrast")
        assert screen.session.theme == "high-contrast"
        screen.app.run_command("theme", "pink")
        assert "no theme pink" in screen.session.status


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


async def test_a_quiet_screen_has_no_clock_no_moving_word_and_no_header() -> None:
    async with on_screen(settings=Settings(quiet=True)) as screen:
        await screen.press("space")
        await screen.play(2.2)
        assert "BREAKING" not in screen.text
        assert "Breaking News" in screen.text
        assert " of 0:0" not in screen.text
        one, two = screen.styles_of("One")[0], screen.styles_of("two")[0]
        assert not one.reverse
        assert not two.reverse
        before = screen.rows[-4:]
        await screen.play(1.1)
        assert screen.rows[-4:] == before


async def test_no_colours_if_none_are_wanted() -> None:
    async with on_screen(settings=Settings(colour=Choice.OFF)) as screen:
        assert screen.app.no_color
        colours = {
            tuple(style.color.get_truecolor())
            for strip in screen.app.screen._compositor.render_strips()
            for _, style, _ in strip
            if style and style.color
        }
        assert all(max(colour) - min(colour) <= 2 for colour in colours)


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

        poster = threading.Thread(target=screen.session.post, args=(work,))
        poster.start()
        poster.join()
        await screen.pilot.pause()
        assert threads == [threading.main_thread()]


async def test_ctrl_c_copies_a_selection_as_plain_text_and_otherwise_leaves() -> None:
    async with on_screen(settings=Settings(size=TextSize.LG), size=(120, 40)) as screen:
        screen.transcript.text_select_all()
        await screen.press("ctrl+c")
        assert screen.session.status == "Copied."
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


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"XTERM_VERSION": "XTerm(379)", "TERM": "xterm"}, True),
        ({"TERM": "xterm"}, False),
        ({"TERM": "screen", "XTERM_VERSION": "XTerm(379)"}, False),
        ({"TERM": "linux"}, False),
    ],
)
def test_terminals_with_all_colours_are_known(environ: dict[str, str], expected: bool) -> None:
    assert draws_true_colour(environ) is expected


def test_the_app_needs_nothing_but_a_session() -> None:
    from tests.stage import Stage

    stage = Stage()
    assert BriefingApp(stage.session).session is stage.session
    stage.session.close()


async def test_moving_through_the_text_paints_in_no_more_styles_than_there_are() -> None:
    async with on_screen() as screen:
        styles = set()
        for key in ["down"] * 3 + ["pageup", "pagedown", "down"]:
            await screen.press(key)
            for strip in screen.transcript.render_lines(Region(0, 0, *screen.transcript.size)):
                styles |= {style for _, style, _ in strip}
        # It was one for each run of text in each row, and all of them were kept.
        assert 1 < len(styles) <= len(PAINTS)


@pytest.mark.parametrize("size", [TextSize.XS, TextSize.SM])
async def test_who_speaks_stands_above_what_is_said_at_each_change(size: TextSize) -> None:
    plain = make_document("Hello there.", "More of it.", "Thank you.", title="Talk")
    names = ("", "Ann Lee", "Ann Lee", "Bob Ray")
    blocks = (block._replace(speaker=name) for block, name in zip(plain.blocks, names, strict=True))
    document = replace(plain, blocks=tuple(blocks))
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
    labels = replace(plain, blocks=tuple(blocks))
    async with on_screen(labels, settings=Settings(size=TextSize.MD), size=(120, 60)) as screen:
        flow = screen.transcript.window.flow
        assert flow.height(0) - flow.height_inside(0) == flow.geometry.line_rows
        assert flow.label_at(Spot(0, 0)) == ("Ann:", 0)
