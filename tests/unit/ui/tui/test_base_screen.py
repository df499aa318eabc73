"""What is rendered when something changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.geometry import Region
from textual.widgets import Static

from briefing.ui.tui.base_screen import BaseScreen

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.strip import Strip


class Counted(Static):
    """Lines that count how often they are rendered, and keep which of them were last."""

    renders = 0
    rows = range(0)

    def render_lines(self, crop: Region) -> list[Strip]:
        self.renders += 1
        self.rows = range(*crop.line_span)
        return super().render_lines(crop)


class Two(App[None]):
    """Two lines, one below the other."""

    CSS = "Counted { height: 1; }"

    def get_default_screen(self) -> BaseScreen:
        return BaseScreen()

    def compose(self) -> ComposeResult:
        yield Counted("one", id="one")
        yield Counted("two", id="two")


def shown(app: Two) -> list[str]:
    return [strip.text.strip() for strip in app.screen._compositor.render_strips()[:2]]


async def test_a_widget_beside_what_changes_is_not_rendered_anew() -> None:
    app = Two()
    async with app.run_test(size=(20, 5)) as pilot:
        one, two = app.query_one("#one", Counted), app.query_one("#two", Counted)
        await pilot.pause()
        before_one, before_two = one.renders, two.renders
        one.update("another")
        await pilot.pause()
        assert one.renders > before_one
        assert two.renders == before_two
        assert shown(app) == ["another", "two"]
        two.update("as well")
        await pilot.pause()
        assert shown(app) == ["another", "as well"]


async def test_of_a_widget_only_the_rows_that_change_are_rendered_anew() -> None:
    class Tall(Two):
        CSS = "#two { height: 3; }"

    app = Tall()
    async with app.run_test(size=(20, 5)) as pilot:
        two = app.query_one("#two", Counted)
        two.update("a\nb\nc")
        await pilot.pause()
        two.refresh(Region(0, 1, 20, 1))
        await pilot.pause()
        assert two.rows == range(1, 2)
        two.update("d\ne\nf")
        await pilot.pause()
        assert two.rows == range(3)
        strips = app.screen._compositor.render_strips()
        assert [strip.text.strip() for strip in strips[1:4]] == ["d", "e", "f"]
