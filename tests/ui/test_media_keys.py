"""Media keys of a terminal that passes them on, in both faces, and the terminal afterwards."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals", allow_module_level=True)

from terminal import Terminal
from tests.end_to_end.sound import wait_until

if TYPE_CHECKING:
    from collections.abc import Sequence

PATIENCE_S: Final = 60.0
TOP: Final = Path(__file__).resolve().parents[2]
PROGRAM: Final = [sys.executable, "-m", "briefing", "sample", "--sink", "null", "--no-align"]


def environment(folder: Path) -> dict[str, str]:
    here = {"HOME": str(folder), "PATH": "/usr/bin:/bin", "XDG_DATA_HOME": str(folder)}
    return {**here, "PYTHONPATH": str(TOP), "TERM": "xterm-kitty", "TERMINFO_DIRS": "/usr/share/terminfo"}


def open_in(folder: Path, *arguments: str) -> Terminal:
    command: Sequence[str] = [*PROGRAM, *arguments]
    return Terminal(command, environment(folder))


def await_bytes(terminal: Terminal, wanted: bytes) -> None:
    wait_until(lambda: wanted in terminal.raw, PATIENCE_S, f"no {wanted!r}")


def test_lines_take_media_keys_where_the_terminal_answers_and_give_them_back(tmp_path: Path) -> None:
    with open_in(tmp_path, "--linear") as terminal:
        terminal.wait_for("Paused.")
        await_bytes(terminal, b"\x1b[?u")
        terminal.press(b"\x1b[?0u")
        await_bytes(terminal, b"\x1b[>1u")
        terminal.press(b"\x1b[57430u")
        terminal.wait_for("Playing.")
        terminal.press(b"q")
        terminal.wait_for("Goodbye.")
        await_bytes(terminal, b"\x1b[<u")


def test_the_screen_takes_them_whatever_is_open(tmp_path: Path) -> None:
    with open_in(tmp_path, "--tui") as terminal:
        terminal.wait_for("three democracies")
        terminal.press(b"?")
        terminal.wait_for("Help")
        terminal.press(b"\x1b[57430u")
        terminal.wait_for("Playing")
        terminal.press(b"\x1b")
        terminal.press(b"\x1b[57437u")
        terminal.wait_for("That key does nothing.")
