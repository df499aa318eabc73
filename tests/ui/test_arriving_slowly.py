"""A page that comes slowly: both faces say how it gets on, answer keys, and are left at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.errors import SourceError
from briefing.loading import Loading
from briefing.session.arrival import Arrival
from briefing.ui.tui.app import BriefingApp
from tests.builders import make_document
from tests.stage import DOCUMENT, Stage
from tests.ui.screen import Screen
from tests.ui.test_linear import Reader

if TYPE_CHECKING:
    from collections.abc import Callable

ADDRESS = make_document(title="bridge, example.org")


class SlowPage:
    """A page that is on its way, and whoever waits for it."""

    def __init__(self) -> None:
        self.loading = Loading("example.org")
        self.waiting: list[Callable[[], None]] = []
        self.stage = Stage(
            ADDRESS, background=self.waiting.append, arriving=self._arrive, loading=self.loading
        )

    def _arrive(self) -> Arrival:
        self.loading.is_over = True
        return Arrival(DOCUMENT, self.stage.narrators)

    def come(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()
            self.stage.session.tick()


def test_lines_tell_how_a_page_gets_on_and_then_the_page() -> None:
    page = SlowPage()
    reader = Reader(page.stage).start()
    page.stage.clock.advance(4.0)
    page.stage.session.tick()
    page.loading.tell(400_000, 1_000_000)
    page.stage.clock.advance(4.0)
    page.stage.session.tick()
    page.come()
    assert reader.lines == [
        "Opening bridge, example.org, please wait.",
        "Waiting for example.org. Q leaves.",
        "Loading the page, 40 percent.",
        "Breaking News: News of numbers. Recording. Paused. Space plays, question mark for help.",
    ]


def test_any_key_meanwhile_is_answered_with_how_it_gets_on() -> None:
    page = SlowPage()
    reader = Reader(page.stage).start()
    page.loading.tell(400_000, 1_000_000)
    assert reader.heard("down") == ["Loading the page, 40 percent. Opening bridge, example.org, please wait."]


@pytest.mark.parametrize("key", ["q", "escape"])
def test_lines_are_left_while_a_page_is_on_its_way_and_nothing_goes_on(key: str) -> None:
    page = SlowPage()
    reader = Reader(page.stage).start()
    assert reader.heard(key) == ["Goodbye."]
    assert reader.face.is_done
    page.stage.session.close()
    with pytest.raises(SourceError):
        page.loading.tell(500_000, 1_000_000)


async def test_the_screen_tells_it_in_its_status_line() -> None:
    page = SlowPage()
    app = BriefingApp(page.stage.session)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        screen = Screen(app, pilot, page.stage)
        page.loading.tell(400_000, 1_000_000)
        page.stage.clock.advance(4.0)
        app.tick()
        await pilot.pause()
        assert "Loading the page, 40 percent." in screen.text
        page.come()
        await pilot.pause()
        assert "Loading" not in screen.text


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_the_screen_is_left_while_a_page_is_on_its_way(key: str) -> None:
    page = SlowPage()
    app = BriefingApp(page.stage.session)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press(key)
        await pilot.pause()
        assert app._exit
