"""Commands of the command line: when they are run, in which order, and what is refused."""

from __future__ import annotations

import pytest

from briefing.errors import UsageError
from briefing.ui.at_start import AtStart, check_lines
from tests.stage import Stage


def test_lines_wait_for_a_voice_and_are_run_once_in_their_order() -> None:
    stage, ran = Stage(), list[str]()
    at_start = AtStart(stage.session, ["go p2", "play"], ran.append)
    stage.session.open()
    assert (ran, at_start.waits) == ([], True)
    stage.session.tick()
    stage.press("play", "play")
    assert (ran, at_start.waits) == (["go p2", "play"], False)


def test_a_line_begins_with_a_command_or_with_as_much_of_it_as_tells_it() -> None:
    check_lines(["go p2", "BOOKMARK a note", "bookmarks", "unsub 1"])
    with pytest.raises(UsageError, match="There is no command 'dance'"):
        check_lines(["play", "dance now"])
