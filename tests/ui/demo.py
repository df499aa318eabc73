"""The sample on a stage, for whatever wants an app without arguments: `tests.ui.demo:App`.

Measuring contrast is one: `contrast.py tests.ui.demo:App`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing.model import Figure
from briefing.ui.tui.app import BriefingApp
from tests.builders import make_document
from tests.shelf import HILLS, RIVER, ShelfOfLists, some_items
from tests.stage import Stage

if TYPE_CHECKING:
    from briefing.model import Document
    from briefing.settings import Settings

PICTURE = Path(__file__).parents[2] / "media" / "arms-transfers.png"


def sample() -> Document:
    """Return a briefing of the sample's shape, with its picture."""
    document = make_document(
        "The first paragraph has two sentences. Each of them can be lit by itself, and each of its words.",
        "The second one is here to be looked at, searched and bookmarked.",
        *[f"Paragraph {n} gives the view something to follow and to scroll." for n in range(3, 9)],
        title="Three Nations Condemn Arms Transfers",
        kicker="Breaking News",
        summary="What the story is about, in a sentence.",
        caption="Two flags, a drawing.",
    )
    return document._replace(figures=(Figure("Two flags side by side.", None, str(PICTURE)),))


def app(settings: Settings | None = None) -> BriefingApp:
    """Return the app, playing."""
    stage = Stage(sample(), settings=settings, shelf=ShelfOfLists([RIVER, HILLS], some_items()))
    stage.open().press("play")
    stage.play(9.0)
    return BriefingApp(stage.session)


App = app
