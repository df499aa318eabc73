"""Reading without a sound on the screen: the cursor and the view go with the reading point."""

from __future__ import annotations

from tests.ui.screen import LONG, on_screen


async def test_the_terminals_cursor_stands_where_is_read_and_comes_back_to_the_sentence() -> None:
    async with on_screen() as screen:
        at_place = screen.app.cursor_position
        await screen.press("D", "D")
        point = screen.session.point.span
        assert point is not None
        assert screen.app.cursor_position == screen.transcript.region.offset + screen.transcript.cursor_cell()
        assert screen.app.cursor_position != at_place
        x, y = screen.app.cursor_position
        assert screen.rows[y][x:].startswith(point.of(screen.session.document.text))
        await screen.press("home")
        assert screen.session.point.span is None
        assert screen.app.cursor_position == at_place


async def test_the_view_goes_along_and_the_place_stays() -> None:
    async with on_screen(LONG, size=(80, 20)) as screen:
        place = screen.session.place
        screen.app.run_command("read-paragraph-next", "20")
        await screen.pilot.pause()
        point = screen.session.point.span
        assert point is not None
        assert screen.transcript.window.rows_of(point)
        assert screen.session.place == place
        await screen.press("\\")
        assert screen.session.place == point.start
