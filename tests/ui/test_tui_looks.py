"""How the screen looks: what is lit, in which styles, colours and themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.geometry import Region

from briefing.kinds import Colours
from briefing.model import Light
from briefing.settings import THEMES, Settings
from briefing.ui.themes import PAINTS
from briefing.ui.widgets.field import Field
from briefing.ui.widgets.transcript import TranscriptView
from tests.ui.screen import LONG, on_screen

if TYPE_CHECKING:
    from textual.strip import Strip


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
        assert word.underline
        reversed_words = [words for words, style in lit.items() if style.reverse]
        assert len(reversed_words) == 1
        sentence = [style for words, style in lit.items() if style.bold and not style.reverse]
        assert sentence
        assert not lit["Seven"].bold
        assert not any(style.dim or style.blink for style in lit.values())
        x, y = screen.cell_of("One two three.")
        assert screen.style_at(x - 2, y).reverse, "a bar"
        assert screen.rows[y][:x].isspace(), "which no screen reader says"


async def test_the_light_goes_off_and_comes_back() -> None:
    async with on_screen(settings=Settings(light=Light.OFF)) as screen:
        assert not any(style.reverse or style.bold for style in screen.styles_of("One two"))
        x, y = screen.cell_of("One two")
        assert not screen.style_at(x - 2, y).reverse


async def test_the_text_stands_in_the_first_paint(monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[str] = []
    render_line = TranscriptView.render_line

    def noted(self: TranscriptView, y: int) -> Strip:
        strip = render_line(self, y)
        painted.append(strip.text)
        return strip

    monkeypatch.setattr(TranscriptView, "render_line", noted)
    async with on_screen() as screen:
        first = painted[: screen.transcript.size.height]
        assert "One two three." in "\n".join(first)


async def test_a_light_step_paints_only_the_rows_that_it_touches(monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[int] = []
    render_line = TranscriptView.render_line

    def counted(self: TranscriptView, y: int) -> object:
        painted.append(y)
        return render_line(self, y)

    async with on_screen(LONG) as screen:
        await screen.press("space")
        await screen.play(4.2)
        monkeypatch.setattr(TranscriptView, "render_line", counted)
        painted.clear()
        steps = len(screen.stage.words)
        await screen.play(0.5)
        assert len(screen.stage.words) == steps + 1
        assert 0 < len(painted) <= 4


async def test_themes_go_round_and_are_called_by_name() -> None:
    async with on_screen() as screen:
        seen = [screen.app.theme]
        for _ in THEMES:
            await screen.press("t")
            seen.append(screen.app.theme)
        assert seen == [*THEMES, THEMES[0]]
        screen.app.run_command("theme", "High contrast")
        assert screen.session.look.theme == "high-contrast"
        screen.app.run_command("theme", "pink")
        assert "no theme pink" in screen.session.outbox.status


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
    async with on_screen(settings=Settings(colour=Colours.OFF)) as screen:
        assert screen.app.no_color
        styles = {
            style
            for strip in screen.app.screen._compositor.render_strips()
            for text, style, _ in strip
            if style and text.strip()
        }
        assert styles
        for style in styles:
            for colour in (style.color, style.bgcolor):
                assert colour is None or colour.is_default


async def test_moving_through_the_text_paints_in_no_more_styles_than_there_are() -> None:
    async with on_screen() as screen:
        styles = set()
        for key in ["down"] * 3 + ["pageup", "pagedown", "down"]:
            await screen.press(key)
            for strip in screen.transcript.render_lines(Region(0, 0, *screen.transcript.size)):
                styles |= {style for _, style, _ in strip}
        # It was one for each run of text in each row, and all of them were kept.
        assert 1 < len(styles) <= len(PAINTS)


@pytest.mark.parametrize("is_reduced", [False, True], ids=["usual", "reduced"])
async def test_with_reduced_motion_nothing_blinks(is_reduced: bool) -> None:
    async with on_screen(settings=Settings(reduced_motion=is_reduced)) as screen:
        await screen.press("slash")
        field = screen.app.screen.query_one(Field)
        assert field.cursor_blink is not is_reduced
        assert (screen.app.animation_level == "none") is is_reduced
