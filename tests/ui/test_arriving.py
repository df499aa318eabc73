"""The screen before the text has come: it is there, says what is being opened, and answers keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.errors import SourceError
from briefing.session.arrival import Arrival
from briefing.ui.linear.run import run_linear
from briefing.ui.tui.app import BriefingApp
from tests.builders import make_document
from tests.stage import DOCUMENT, Stage
from tests.ui.screen import Screen

if TYPE_CHECKING:
    import io
    from collections.abc import Callable
    from pathlib import Path

STAND_IN = make_document(title="talk")


def staged(waiting: list[Callable[[], None]], error: SourceError | None = None) -> Stage:
    def arriving() -> Arrival:
        if error is not None:
            raise error
        return Arrival(DOCUMENT, stage.narrators)

    stage = Stage(STAND_IN, background=waiting.append, arriving=arriving)
    return stage


async def test_the_screen_is_up_before_the_text_and_shows_it_when_it_has_come() -> None:
    waiting: list[Callable[[], None]] = []
    stage = staged(waiting)
    app = BriefingApp(stage.session)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        screen = Screen(app, pilot, stage)
        assert "Opening talk, please wait." in screen.text
        await screen.press("down", "?")
        await screen.press("escape")
        while waiting:
            waiting.pop(0)()
            await pilot.pause()
        assert "Seven eight nine." in screen.text
        assert " BREAKING NEWS " in screen.text
        assert "Opening" not in screen.text
        assert "Paused" in screen.text


async def test_the_screen_leaves_with_what_cannot_be_read() -> None:
    waiting: list[Callable[[], None]] = []
    stage = staged(waiting, SourceError("talk.mp3 is no sound.", "Check it."))
    app = BriefingApp(stage.session)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        waiting.pop(0)()
        await pilot.pause()
        await pilot.pause()
        assert not app.is_running or app._exit
    assert isinstance(stage.session.opening.refusal, SourceError)


@pytest.mark.parametrize("error", [None, SourceError("talk.mp3 is no sound.", "Check it.")])
def test_without_a_terminal_the_text_is_waited_for_and_printed(
    tmp_path: Path, error: SourceError | None
) -> None:
    stage = staged([], error)
    (tmp_path / "keys").touch()
    with (tmp_path / "keys").open() as keys, (tmp_path / "out").open("w+") as out:

        def run() -> str:
            run_linear(stage.session, stage.session.settings, stdin=keys, stdout=out, reason="by flag")
            return read_back(out)

        if error is None:
            assert "Seven eight nine." in run()
        else:
            with pytest.raises(SourceError):
                run()
            assert read_back(out) == ""


def read_back(out: io.TextIOWrapper) -> str:
    out.flush()
    out.seek(0)
    return out.read()
