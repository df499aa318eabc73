"""What is told on a terminal while a subcommand waits for the network; nothing in a pipe."""

from __future__ import annotations

import io
import itertools
import sys
import threading
from typing import TYPE_CHECKING

from briefing.cli import waited
from briefing.loading import Loading

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    import pytest


class Stderr(io.StringIO):
    """Standard error; `written` is set when somebody writes."""

    def __init__(self, *, is_terminal: bool) -> None:
        super().__init__()
        self._is_terminal = is_terminal
        self.written = threading.Event()

    def isatty(self) -> bool:
        return self._is_terminal

    def write(self, text: str) -> int:
        count = super().write(text)
        self.written.set()
        return count


def told(loading: Loading | None) -> AbstractContextManager[None]:
    """Tell of a loading with a clock by which nothing has come for long."""
    return waited.told(loading, itertools.count(0, 4).__next__, look_s=0.001)


def test_a_terminal_is_told_who_is_waited_for_and_how_to_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", stderr := Stderr(is_terminal=True))
    before = threading.active_count()
    with told(Loading("example.org")):
        assert stderr.written.wait(60)
    assert stderr.getvalue().startswith("Still waiting for example.org, 8 seconds. Ctrl-C leaves.\n")
    assert threading.active_count() == before


def test_a_pipe_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", stderr := Stderr(is_terminal=False))
    before = threading.active_count()
    with told(Loading("example.org")):
        assert threading.active_count() == before
    assert stderr.getvalue() == ""


def test_what_does_not_come_over_the_network_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", stderr := Stderr(is_terminal=True))
    with told(None):
        pass
    assert stderr.getvalue() == ""
