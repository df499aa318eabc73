"""A program in a terminal of 120 by 36 cells, and when it wrote what."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
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


class Terminal:
    """Runs a command with a terminal of its own, from entering to leaving."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._command = command
        self._environment = {**environment, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self._written = bytearray()
        self._arrived = threading.Condition()
        self.began_s = 0.0

    def __enter__(self) -> Self:
        self._screen, inner = pty.openpty()
        fcntl.ioctl(self._screen, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        self.began_s = time.monotonic()
        self.process: subprocess.Popen[Any] = subprocess.Popen(
            self._command,
            stdin=inner,
            stdout=inner,
            stderr=inner,
            env=self._environment,
            start_new_session=True,
        )
        os.close(inner)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._reader.join(5)
        os.close(self._screen)

    def _read(self) -> None:
        while True:
            if not select.select([self._screen], [], [], 0.2)[0]:
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

    @property
    def text(self) -> str:
        """All that was written, without escape sequences."""
        return _ESCAPES.sub(b"", bytes(self._written)).decode("utf-8", "replace")

    def wait_for(self, text: str, limit_s: float = LIMIT_S) -> float:
        """Return after how many seconds from the start `text` had been written.

        Raises:
            TimeoutError: if it was not.
        """
        until = time.monotonic() + limit_s
        with self._arrived:
            while text not in self.text:
                if not self._arrived.wait(max(0.0, until - time.monotonic())):
                    raise TimeoutError(f"{text!r} was not written; the end was {self.text[-300:]!r}")
        return time.monotonic() - self.began_s

    def press(self, keys: str) -> float:
        """Type, and return the monotonic time of that."""
        now_s = time.monotonic()
        os.write(self._screen, keys.encode())
        return now_s


def wait_until(happens: Callable[[], bool], otherwise: str, limit_s: float = LIMIT_S) -> None:
    """Wait for something to be true.

    Raises:
        TimeoutError: if it does not happen.
    """
    until = time.monotonic() + limit_s
    while not happens():
        if time.monotonic() > until:
            raise TimeoutError(otherwise)
        time.sleep(0.01)
