"""Both faces in a real terminal that can be asked: where its cursor is, and what is on its clipboard."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.filled_library import fill
from tests.ui.tmux import Tmux

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")

TITLE = "Three Nations Condemn"
SECOND = "Washington, Seoul and Tokyo say"


def test_the_terminals_cursor_is_shown_and_follows_the_sentence_and_what_is_open(tmp_path: Path) -> None:
    with Tmux(tmp_path) as terminal:
        terminal.until(lambda now: now.at_cursor.startswith(TITLE))
        terminal.press("j")
        terminal.until(lambda now: not now.at_cursor.startswith(TITLE))
        terminal.press("?")
        terminal.until(lambda now: now.at_cursor.startswith(" Space") and "Play or pause" in now.at_cursor)
        terminal.press("Down")
        terminal.until(lambda now: "Stop" in now.at_cursor)
        terminal.press("Escape")
        terminal.until(lambda now: SECOND in "\n".join(now.rows) and now.at_cursor != "")
        terminal.press("/")
        terminal.until(lambda now: now.at_cursor.startswith("words to find"))
        assert any(SECOND in row for row in terminal.rows)
        terminal.press("x", "y")
        terminal.until(lambda now: "  Search: xy" in now.rows and now.at_cursor == " ")
        terminal.press("Escape", "Home", "Space")
        terminal.until(
            lambda now: any("Playing" in row for row in now.rows) and now.at_cursor.startswith(TITLE)
        )
        terminal.until(lambda now: any(" 0:00:02 of" in row for row in now.rows))
        terminal.until(lambda now: now.at_cursor.startswith(TITLE))


@pytest.mark.parametrize("size", [(40, 12), (80, 24)], ids=["small", "usual"])
def test_the_terminals_cursor_is_on_the_row_of_the_library_that_is_highlighted(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    fill(tmp_path / "data", tuple(f"Story {n}" for n in range(20, 0, -1)))
    columns, rows = size
    with Tmux(tmp_path, "--voice", "none", columns=columns, rows=rows) as terminal:
        terminal.until(lambda now: now.at_cursor.startswith(TITLE))
        terminal.press("L")
        for number in range(20, 0, -1):
            terminal.until(lambda now, n=number: now.at_cursor.startswith(f" {n}. "))  # type: ignore[misc]
            terminal.press("j")
        terminal.until(lambda now: now.at_cursor.startswith(" 20. "))  # after the last comes the first
        terminal.press("/")
        terminal.until(lambda now: now.at_cursor.startswith("words to find"))
        terminal.press("s", "t", "o", "r", "y", "Enter")
        terminal.until(lambda now: any("20 items with story." in row for row in now.rows))
        terminal.press("Escape")
        terminal.until(lambda now: any("Library: 20 items" in row for row in now.rows))
        terminal.press("L")
        terminal.until(lambda now: now.at_cursor.startswith(TITLE))


@pytest.mark.parametrize("face", ["--tui", "--linear"])
def test_a_terminal_takes_what_is_copied(tmp_path: Path, face: str) -> None:
    with Tmux(tmp_path, face) as terminal:
        terminal.until(lambda now: any(TITLE in row for row in now.rows))
        terminal.press("c")
        terminal.until(lambda now: now.clipboard.startswith("0:00:0") and TITLE in now.clipboard)
