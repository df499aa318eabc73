"""A program in tmux, a terminal that tells what stands on it, where its cursor is and what was copied."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Self

from tests.ui.test_linear_terminal import environment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATIENCE_S = 60
"""How long to wait for what must happen; reached only where it never does."""


class Tmux:
    """`briefing sample` in a window of a tmux server of its own."""

    def __init__(self, folder: Path, *arguments: str, columns: int = 100, rows: int = 30) -> None:
        self._socket = folder / "tmux"
        variables = environment(folder) | {"TERM": "xterm-256color", "TMUX": ""}
        command = [sys.executable, "-m", "briefing", "sample", "--sink", "null", "--no-resume", *arguments]
        size = ("-x", str(columns), "-y", str(rows))
        self._run("-f", os.devnull, "new-session", "-d", *size, shlex.join(command), variables=variables)
        self._run("set", "-g", "set-clipboard", "on")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._run("kill-server")

    def _run(self, *arguments: str, variables: dict[str, str] | None = None) -> str:
        done = subprocess.run(
            ["tmux", "-S", str(self._socket), *arguments],
            env=variables,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_S,
        )
        return done.stdout

    def press(self, *keys: str) -> None:
        """Press keys, named as tmux names them."""
        self._run("send-keys", *keys)

    @property
    def rows(self) -> list[str]:
        """What stands on the screen."""
        return self._run("capture-pane", "-p").splitlines()

    @property
    def at_cursor(self) -> str:
        """What stands in its row from the cursor on; empty where the cursor is hidden."""
        told = self._run("display", "-p", "#{cursor_flag} #{cursor_x} #{cursor_y}")
        flag, column, row = map(int, told.split())
        rows = self.rows
        return rows[row].ljust(column + 1)[column:] if flag and row < len(rows) else ""

    @property
    def clipboard(self) -> str:
        """What was copied last."""
        return self._run("show-buffer")

    def until(self, is_so: Callable[[Tmux], bool]) -> None:
        """Wait until something is so."""
        end_s = time.monotonic() + PATIENCE_S
        while not is_so(self):
            assert time.monotonic() < end_s, "\n".join([*self.rows, f"at the cursor: {self.at_cursor!r}"])
            time.sleep(0.05)
