"""A terminal that may draw pictures: it answers what it is asked, or not, and keeps all that it gets."""

from __future__ import annotations

import sys
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final, Self

from briefing.ui.graphics import ASK_COLOURS, ASK_ITERM2, ASK_KITTY, DA1
from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PAUSE: Final = b""
"""In an answer: nothing comes for a while, longer than within any key."""
PAUSE_S: Final = 0.15
QUESTIONS: Final = tuple(each.encode() for each in (DA1, ASK_KITTY, ASK_ITERM2, ASK_COLOURS))
WITH_SIXEL: Final = b"\x1b[?63;1;2;4;6;9;15;22c"
WITHOUT: Final = b"\x1b[?64;1;2;6c"


class DrawingTerminal(Terminal):
    """Runs the player on the sample.

    Args:
        folder: For what it keeps.
        answers: What is answered to which question, in pieces.
        variables: What the terminal says of itself.
        size: Columns and lines.
        is_silent: Whether nothing is answered before `answer` is called.
    """

    def __init__(
        self,
        folder: Path,
        answers: Mapping[str, tuple[bytes, ...]],
        variables: Mapping[str, str] | None = None,
        *,
        size: tuple[int, int] = (80, 24),
        is_silent: bool = False,
    ) -> None:
        here = {"HOME": str(folder), "PATH": "/usr/bin:/bin", "PYTHONPATH": ":".join(filter(None, sys.path))}
        command = [sys.executable, "-m", "briefing", "sample", "--tui", "--sink", "null", "--no-resume"]
        super().__init__(
            command,
            here | dict(variables or {}),
            columns=size[0],
            lines=size[1],
            cell=(10, 20),
            is_controlling=True,
        )
        self._answers = {question.encode(): pieces for question, pieces in answers.items()}
        self._may_answer = threading.Event()
        if not is_silent:
            self._may_answer.set()
        self._answering = threading.Thread(target=self._answer_all, daemon=True)

    def __enter__(self) -> Self:
        super().__enter__()
        self._answering.start()
        return self

    def answer(self) -> None:
        """Answer what has been asked, from now on."""
        self._may_answer.set()

    def _answer_all(self) -> None:
        given = dict.fromkeys(self._answers, 0)
        while self._is_open:
            self._may_answer.wait(0.05)
            if self._may_answer.is_set():
                with suppress(OSError):
                    self._answer_what_was_asked(given)
            time.sleep(0.005)

    def _answer_what_was_asked(self, given: dict[bytes, int]) -> None:
        raw = self.raw
        for question, pieces in self._answers.items():
            while given[question] < raw.count(question):
                given[question] += 1
                for piece in pieces:
                    if piece:
                        self.press(piece)
                    else:
                        time.sleep(PAUSE_S)

    def wait_for_bytes(self, wanted: bytes, *, after: int = 0) -> int:
        """Return where these bytes end, counted from the first that was written; fail if they do not come."""
        until_s = time.monotonic() + 60.0
        while wanted not in self.raw[after:]:
            assert time.monotonic() < until_s, f"no {wanted!r} in {self.raw[after:][-300:]!r}"
            assert self.process.poll() is None, f"it has ended: {self.text[-300:]!r}"
            time.sleep(0.01)
        return self.raw.index(wanted, after) + len(wanted)

    @property
    def drawn(self) -> bytes:
        """All that was written but for the questions."""
        drawn = self.raw
        for question in QUESTIONS:
            drawn = drawn.replace(question, b"")
        return drawn
