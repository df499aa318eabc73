"""The screen on a stage: the real app and session, fakes below them, and what stands in its cells."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from briefing.session.host import NO_LIBRARY
from briefing.ui.tui.app import BriefingApp
from tests.builders import make_document
from tests.stage import DOCUMENT, Stage

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from rich.style import Style
    from textual.pilot import Pilot

    from briefing.model import Document
    from briefing.session.arrival import Tags
    from briefing.session.host import Library
    from briefing.settings import Settings
    from briefing.store import Store
    from briefing.ui.widgets.transcript import TranscriptView
    from tests.shelf import ShelfOfLists

LONG = make_document(
    *[
        f"Sentence {n}a has words. Sentence {n}b has some more of them, {'again and ' * 4}again."
        for n in range(14)
    ],
    title="A long piece of news",
    kicker="Breaking News",
    summary="What it is about.",
)
"""More than any window holds."""


class Screen:
    """An app that runs without a terminal, looked at cell by cell."""

    def __init__(self, app: BriefingApp, pilot: Pilot[None], stage: Stage) -> None:
        self.app = app
        self.pilot = pilot
        self.stage = stage
        self.session = stage.session

    @property
    def transcript(self) -> TranscriptView:
        return self.app.transcript

    @property
    def rows(self) -> list[str]:
        """The rows of the window, as they are drawn."""
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        return "\n".join(self.rows)

    def styles_of(self, words: str) -> list[Style]:
        """The styles of the cells in which these words stand, where they stand first."""
        for strip in self.app.screen._compositor.render_strips():
            at = strip.text.find(words)
            if at >= 0:
                cells = [style for text, style, _ in strip for _ in text if style is not None]
                return cells[at : at + len(words)]
        raise AssertionError(f"{words!r} is not on the screen:\n{self.text}")

    def style_at(self, column: int, row: int) -> Style:
        """The style of a cell."""
        strip = self.app.screen._compositor.render_strips()[row]
        return next(style for _, style, _ in strip.crop(column, column + 1) if style is not None)

    def cell_of(self, words: str) -> tuple[int, int]:
        """Column and row of the first of these words."""
        for y, row in enumerate(self.rows):
            if (x := row.find(words)) >= 0:
                return x, y
        raise AssertionError(f"{words!r} is not on the screen:\n{self.text}")

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()

    async def click(self, words: str) -> None:
        x, y = self.cell_of(words)
        await self.pilot.click(offset=(x, y))
        await self.pilot.pause()

    async def play(self, seconds: float) -> None:
        """Let the device pull so much sound; the app ticks as it would."""
        self.stage.play(seconds)
        self.app.post_message(BriefingApp.Tick())
        await self.pilot.pause()

    async def resize(self, columns: int, rows: int) -> None:
        await self.pilot.resize_terminal(columns, rows)
        await self.pilot.pause()


@asynccontextmanager
async def on_screen(
    document: Document = DOCUMENT,
    *,
    settings: Settings | None = None,
    size: tuple[int, int] = (100, 36),
    notice: str | None = None,
    tags: Callable[[], Tags] | None = None,
    picture: Callable[[], bytes | None] | None = None,
    shelf: ShelfOfLists | None = None,
    background: Callable[[Callable[[], None]], None] | None = None,
    library: Library = NO_LIBRARY,
    store: Store | None = None,
) -> AsyncIterator[Screen]:
    """Run the app with a session on a stage; both are closed at the end, but for a store that is given."""
    stage = Stage(
        document,
        settings=settings,
        notice=notice,
        tags=tags,
        picture=picture,
        shelf=shelf,
        background=background,
        library=library,
        store=store,
    )
    app = BriefingApp(stage.session)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Screen(app, pilot, stage)
    stage.session.close()
