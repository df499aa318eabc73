"""How the screen looks, kept as pictures: `pytest --snapshot-update` after a wanted change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.settings import Settings
from briefing.sizes import TextSize
from briefing.ui.tui.app import BriefingApp
from tests.shelf import HILLS, RIVER, ShelfOfLists, some_items
from tests.stage import DOCUMENT, Stage

if TYPE_CHECKING:
    from collections.abc import Callable


def playing(size: TextSize, theme: str) -> BriefingApp:
    stage = Stage(DOCUMENT, settings=Settings(size=size, theme=theme))
    stage.open().press("play")
    stage.play(3.2)
    return BriefingApp(stage.session)


@pytest.mark.parametrize("window", [(40, 12), (80, 24)], ids=["small", "usual"])
def test_the_library_looks_as_it_did(snap_compare: Callable[..., bool], window: tuple[int, int]) -> None:
    stage = Stage(DOCUMENT, shelf=ShelfOfLists([RIVER, HILLS], some_items())).open()
    assert snap_compare(BriefingApp(stage.session), terminal_size=window, press=["L", "j"])


@pytest.mark.parametrize(
    ("size", "theme", "window"),
    [
        (TextSize.SM, "dark", (90, 24)),
        (TextSize.LG, "light", (120, 36)),
        (TextSize.XS, "high-contrast", (40, 12)),
    ],
    ids=["sm-dark", "lg-light", "xs-high-contrast"],
)
def test_the_screen_looks_as_it_did(
    snap_compare: Callable[..., bool], size: TextSize, theme: str, window: tuple[int, int]
) -> None:
    assert snap_compare(playing(size, theme), terminal_size=window)
