"""The player as a program: on a pseudo-terminal, its keys pressed, its trace read."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tests.end_to_end.sound import end, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PROGRAM = (sys.executable, "-I", "-S", str(Path(__file__).resolve().parents[2] / "briefing" / "__main__.py"))
"""What the installed command runs, from whatever folder."""
PATIENCE_S = 60.0
"""How long to wait for what must happen; reached only where it never does."""


class Player:
    """`briefing ARGUMENTS` in a folder, with a home of its own in it, from entering to leaving.

    Its terminal is its own, so that Ctrl-C is one. `face` is `--linear` or `--tui`.
    """

    def __init__(
        self, folder: Path, *arguments: str, environment: Mapping[str, str], face: str = "--linear"
    ) -> None:
        self._folder = folder
        self._arguments = (*arguments, face)
        self._environment = {**environment, "HOME": str(folder / "user"), "TERM": "xterm"}
        self.trace = folder / "trace.jsonl"
        self._read_bytes = 0
        self._events: list[dict[str, Any]] = []
        self.said = b""
        """What it has written to the terminal so far."""

    def __enter__(self) -> Self:
        (self._folder / "user").mkdir(exist_ok=True)
        self._terminal, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 100, 0, 0))
        self.process = subprocess.Popen(
            [*PROGRAM, *self._arguments, "--trace", str(self.trace)],
            cwd=self._folder,
            env=self._environment,
            stdin=inner,
            stdout=inner,
            stderr=inner,
            start_new_session=True,
            preexec_fn=_take_terminal,  # noqa: PLW1509  # nothing else can
        )
        os.close(inner)
        os.set_blocking(self._terminal, False)
        return self

    def __exit__(self, *_: object) -> None:
        end(self.process)
        os.close(self._terminal)

    def press(self, keys: str) -> None:
        """Press keys."""
        os.write(self._terminal, keys.encode())

    @property
    def events(self) -> list[dict[str, Any]]:
        """All events so far. Each line of the trace is read once, for a test looks time and again."""
        if self.trace.exists():
            with self.trace.open("rb") as trace:
                trace.seek(self._read_bytes)
                lines = trace.read().splitlines(keepends=True)
            whole = [line for line in lines if line.endswith(b"\n")]
            self._read_bytes += sum(map(len, whole))
            self._events += map(json.loads, whole)
        return list(self._events)

    def cues(self) -> list[dict[str, Any]]:
        """All cues so far."""
        return [event for event in self.events if event["event"] == "cue"]

    def wait_for(self, happens: Callable[[list[dict[str, Any]]], bool], otherwise: str) -> None:
        """Wait until the events so far are as wanted; fail if the player ends or takes too long."""

        def is_so() -> bool:
            self.take_what_is_said()
            if happens(self.events):
                return True
            assert self.process.poll() is None, f"the player has ended: {self.events[-3:]}"
            return False

        wait_until(is_so, PATIENCE_S, otherwise)

    def wait_for_end(self) -> int:
        """Wait until the player leaves; return its exit code."""

        def is_over() -> bool:
            self.take_what_is_said()
            return self.process.poll() is not None

        wait_until(is_over, 5 * PATIENCE_S, "the player does not leave")
        return self.process.returncode

    def take_what_is_said(self) -> None:
        """Take what it says, or the terminal fills up and it waits for ever."""
        try:
            while said := os.read(self._terminal, 1 << 16):
                self.said += said
        except OSError:
            return


def _take_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
