"""A program in a terminal of its own, what it wrote and when, and how it left the terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import threading
import time
from typing import TYPE_CHECKING, Any, Final, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

COLUMNS: Final = 120
LINES: Final = 36
LIMIT_S: Final = 30.0

_ESCAPES: Final = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])")
_MODES: Final = re.compile(rb"\x1b\[\?(\d+)([hl])")
_TAKEN_BACK: Final = {
    b"25": b"h",  # the cursor is seen
    b"1049": b"l",  # the main screen
    b"1000": b"l",  # no mouse, of whatever kind
    b"1002": b"l",
    b"1003": b"l",
    b"1006": b"l",
    b"1015": b"l",
    b"1004": b"l",  # no reports of focus
    b"2004": b"l",  # no marks around what is pasted
    b"2048": b"l",  # no reports of the size
}
"""How modes have to stand when a program has left."""


class Terminal:
    r"""Runs a command with a terminal of its own, from entering to leaving.

    Args:
        command: The program and its arguments.
        environment: All of its environment, but for the kind of terminal.
        columns: Width of the window in cells.
        lines: Height of the window in cells.
        cell: Width and height of a cell in pixels, where the terminal tells them.
        is_controlling: Whether the terminal is the program's controlling one: its Ctrl-C, Ctrl-Z and
            Ctrl-\ are signals then, and its end is one.
        prepare: Called in the new process before the program starts, such as to set a limit.
    """

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        *,
        columns: int = COLUMNS,
        lines: int = LINES,
        cell: tuple[int, int] = (0, 0),
        is_controlling: bool = False,
        prepare: Callable[[], None] | None = None,
    ) -> None:
        self._command = command
        self._environment = {"COLORTERM": "truecolor", "TERM": "xterm-256color", **environment}
        self._size = (lines, columns)
        self._cell = cell
        self._is_controlling = is_controlling
        self._prepare = prepare
        self._written = bytearray()
        self._arrived = threading.Condition()
        self._is_open = False
        self.began_s = 0.0

    def __enter__(self) -> Self:
        self._screen, inner = pty.openpty()
        self._is_open = True
        self.resize(*reversed(self._size))
        self._found = termios.tcgetattr(inner)
        self.began_s = time.monotonic()
        self.process: subprocess.Popen[Any] = subprocess.Popen(
            self._command,
            stdin=inner,
            stdout=inner,
            stderr=inner,
            env=self._environment,
            start_new_session=True,
            # Nothing else can give a process its terminal, and no lock is taken in it.
            preexec_fn=self._before_start  # noqa: PLW1509
            if self._is_controlling or self._prepare
            else None,
        )
        os.close(inner)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.close_window()

    def _before_start(self) -> None:
        if self._is_controlling:
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)
        if self._prepare is not None:
            self._prepare()

    def _read(self) -> None:
        while self._is_open:
            if not select.select([self._screen], [], [], 0.1)[0]:
                if self.process.poll() is not None:
                    return
                continue
            try:
                data = os.read(self._screen, 1 << 16)
            except OSError:  # Linux: the program has left its terminal
                return
            with self._arrived:
                self._written += data
                self._arrived.notify_all()

    def close_window(self) -> None:
        """Take the terminal away, as a window that is closed does."""
        if self._is_open:
            self._is_open = False
            self._reader.join(5)
            os.close(self._screen)

    def resize(self, columns: int, lines: int) -> None:
        """Give the window another size; a program whose controlling terminal it is gets told."""
        pixels = columns * self._cell[0], lines * self._cell[1]
        fcntl.ioctl(self._screen, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, *pixels))

    @property
    def raw(self) -> bytes:
        """All that was written, as it was written."""
        with self._arrived:
            return bytes(self._written)

    @property
    def written_bytes(self) -> int:
        """How much was written, escape sequences and all."""
        with self._arrived:
            return len(self._written)

    def written_since(self, length: int) -> bytes:
        """Return what was written after so many bytes, without escape sequences."""
        with self._arrived:
            return _ESCAPES.sub(b"", self._written[length:])

    @property
    def text(self) -> str:
        """All that was written, without escape sequences."""
        return _ESCAPES.sub(b"", self.raw).decode("utf-8", "replace")

    def wait_for(self, text: str, limit_s: float = LIMIT_S, *, after: int = 0) -> float:
        """Return after how many seconds from the start `text` had been written.

        Args:
            text: What has to come, without escape sequences.
            limit_s: How long to wait, in seconds.
            after: Where in `text` to begin looking, such as its length at an earlier moment.

        Raises:
            TimeoutError: if it was not.
        """
        until = time.monotonic() + limit_s
        while text not in self.text[after:]:
            with self._arrived:
                self._arrived.wait(min(0.05, max(0.0, until - time.monotonic())))
            if time.monotonic() >= until:
                raise TimeoutError(f"{text!r} was not written; the end was {self.text[-300:]!r}")
        return time.monotonic() - self.began_s

    def press(self, keys: str | bytes) -> float:
        """Type, and return the monotonic time of that."""
        now_s = time.monotonic()
        data = keys.encode() if isinstance(keys, str) else keys
        while data:  # a terminal holds some 4 KB that nobody has read
            if not select.select([], [self._screen], [], LIMIT_S)[1]:
                raise TimeoutError("The program does not read what is typed.")
            data = data[os.write(self._screen, data[:1024]) :]
        return now_s

    def wait_for_end(self, limit_s: float = LIMIT_S) -> int:
        """Return the exit code; a signal's number below zero, as subprocess tells it.

        Raises:
            TimeoutError: if it does not end.
        """
        try:
            code = self.process.wait(limit_s)
        except subprocess.TimeoutExpired:
            raise TimeoutError(f"It does not end; the end was {self.text[-300:]!r}") from None
        self._reader.join(5)
        return int(code)

    def left_behind(self) -> list[str]:
        """Return in words what is not as it was in the terminal; to be asked after the program's end."""
        found, left = self._found, termios.tcgetattr(self._screen)
        names = ("input modes", "output modes", "control modes", "local modes", "", "", "characters")
        wrong = [
            name for name, before, after in zip(names, found, left, strict=True) if name and before != after
        ]
        modes = dict(_MODES.findall(self.raw))
        wrong += [
            f"mode {number.decode()} is {modes[number].decode()}"
            for number, wanted in _TAKEN_BACK.items()
            if modes.get(number, wanted) != wanted
        ]
        return wrong


def let_signals_through() -> None:
    """Have what is started from here on be ended by a terminal's signals, whatever started us ignores.

    A shell's background job, or what runs below `nohup`, hands on that it ignores them, and a program that
    is started so has to go on ignoring them.
    """
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP, signal.SIGTERM):
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(
                number, lambda *_: None
            )  # as deaf as before; handlers end with exec, SIG_IGN does not


def wait_until(
    happens: Callable[[], bool], otherwise: str, limit_s: float = LIMIT_S, look_every_s: float = 0.01
) -> None:
    """Wait for something to be true, and look as often as is said.

    Raises:
        TimeoutError: if it does not happen.
    """
    until = time.monotonic() + limit_s
    while not happens():
        if time.monotonic() > until:
            raise TimeoutError(otherwise)
        time.sleep(look_every_s)
