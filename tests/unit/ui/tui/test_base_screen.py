"""What is rendered when something changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.widgets import Static

from briefing.ui.tui.base_screen import BaseScreen

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Region
    from textual.strip import Strip


class Counted(Static):
    """A line that counts how often it is rendered."""

    renders = 0

    def render_lines(self, crop: Region) -> list[Strip]:
        self.renders += 1
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
