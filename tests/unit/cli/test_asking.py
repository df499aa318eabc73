"""Only a plain yes is one, and nobody is asked who is not there."""

from __future__ import annotations

import io
import sys

import pytest

from briefing.cli import asking


@pytest.mark.parametrize(
    ("answer", "is_yes"),
    [
        ("y\n", True),
        ("YES\n", True),
        (" y", True),
        ("n\n", False),
        ("\n", False),
        ("", False),
        ("yo\n", False),
    ],
)
def test_what_is_a_yes(
    answer: str, is_yes: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(answer))
    assert asking.agreed("Drop \x1b[2Jit?") is is_yes
    said = capsys.readouterr().err
    assert said.endswith("it? (y/n) ")
    assert "\x1b" not in said


def test_nobody_is_asked_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    assert not asking.can_ask()
