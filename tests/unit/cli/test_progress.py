"""Progress of a long task: a line that is redrawn, lines for those who listen, nothing in a pipe."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from briefing.cli.progress import Progress
from tests.fakes import FakeClock

if TYPE_CHECKING:
    import pytest


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_silent_in_a_pipe() -> None:
    pipe = io.StringIO()
    bar = Progress("Timing", pipe)
    bar.show(0.5)
    bar.clear()

    assert pipe.getvalue() == ""


def test_progress_redraws_one_line_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("ACCESSIBLE", raising=False)
    terminal = Terminal()
    bar = Progress("Timing", terminal)
    for share in (0.5, 0.501, 1.0):
        bar.show(share)
    bar.clear()

    assert terminal.getvalue().count("\r") == 3
    assert "\n" not in terminal.getvalue()


def test_progress_is_a_line_a_quarter_for_those_who_listen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCESSIBLE", "1")
    terminal = Terminal()
    bar = Progress("Timing", terminal)
    for percent in range(101):
        bar.show(percent / 100)
    bar.clear()

    assert terminal.getvalue().splitlines() == [f"Timing: {n} percent" for n in (0, 25, 50, 75, 100)]


def test_how_long_the_rest_will_take_is_told_once_that_can_be_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCESSIBLE", "1")
    terminal, clock = Terminal(), FakeClock()
    bar = Progress("Exporting", terminal, clock)
    for seconds, share in ((1, 0.01), (59, 0.25), (60, 0.5), (100, 0.95), (1, 1.0)):
        clock.advance(seconds)
        bar.show(share)

    assert terminal.getvalue().splitlines() == [
        "Exporting: 1 percent",
        "Exporting: 25 percent, about 3 minutes left",
        "Exporting: 50 percent, about 2 minutes left",
        "Exporting: 95 percent, about 15 seconds left",
        "Exporting: 100 percent",
    ]
