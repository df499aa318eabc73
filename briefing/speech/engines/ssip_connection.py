"""A connection to Speech Dispatcher: commands and answers line by line, and events between them (SSIP).

An answer is lines of `code-data`, then one of `code text`; codes from 700 on are events, which come whenever
they like, of a message by its number: `702-number`, `702-client`, `702 END`.
"""

from __future__ import annotations

import socket
import time
from collections import deque
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.errors import SpeechError
from briefing.safe import safe_line

if TYPE_CHECKING:
    from pathlib import Path

ANSWER_S: Final = 2.0
"""How long an answer may take: it is given at once, whatever is spoken."""
CLIENT: Final = "user:briefing:reading"
_MOST_BYTES: Final = 1 << 21
"""Of an answer: the list of all voices of eSpeak with all their timbres has 400 KB."""
_CHUNK: Final = 1 << 16
_CODE_DIGITS: Final = 3
_FIRST_ERROR, _FIRST_EVENT = 300, 700
BEGIN: Final = 701
END: Final = 702
CANCELED: Final = 703


class SsipEvent(NamedTuple):
    """What became of a message: a code, and the message's number."""

    code: int
    message: int


class SsipConnection:
    """One client's connection. For one thread.

    Raises:
        SpeechError: if nobody answers at the socket.
    """

    def __init__(self, path: Path) -> None:
        self.is_lost = False
        """Whether nothing can be asked any more."""
        self.events: deque[SsipEvent] = deque()
        """What happened and was not taken yet."""
        self._buffer = b""
        self._rows: list[tuple[int, str]] = []
        self._event_rows: list[str] = []
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(ANSWER_S)
        try:
            self._socket.connect(str(path))
        except OSError as error:
            self._socket.close()
            self.is_lost = True
            raise SpeechError("Speech Dispatcher does not run any more.") from error
        self.ask(f"SET SELF CLIENT_NAME {CLIENT}")

    def fileno(self) -> int:
        """Return what to wait on for events."""
        return self._socket.fileno()

    def ask(self, command: str) -> list[str]:
        """Give a command; return the data of its answer.

        Raises:
            SpeechError: if it is refused, or not answered in time.
        """
        self._send(f"{command}\r\n".encode())
        code, data, text = self._answer()
        if code >= _FIRST_ERROR:
            raise SpeechError(f"Speech Dispatcher refuses a command: {safe_line(text)[:80]}.")
        return data

    def speak(self, text: str) -> int:
        """Have a text said when its turn comes; return the number of the message.

        Raises:
            SpeechError: if it is refused, or not answered in time.
        """
        self.ask("SPEAK")
        line = " ".join(text.split())
        stuffed = f".{line}" if line.startswith(".") else line
        data = self.ask(f"{stuffed}\r\n.")
        if not data or not data[0].isdecimal():
            raise SpeechError("Speech Dispatcher tells no number of a message.")
        return int(data[0])

    def has_events(self) -> bool:
        """Return whether something happened that was read with an answer, and was not taken."""
        while self._row() is not None:
            pass
        return bool(self.events)

    def receive_events(self) -> None:
        """Put into `events` what has come. Call it when there is something to be read.

        Raises:
            SpeechError: if the connection is over.
        """
        self._receive(ANSWER_S)
        self.has_events()

    def close(self) -> None:
        """Take leave. Harmless twice."""
        if not self.is_lost:
            try:
                self._socket.settimeout(0.1)
                self._socket.sendall(b"QUIT\r\n")
            except OSError:
                pass
        self.is_lost = True
        self._socket.close()

    def _send(self, data: bytes) -> None:
        try:
            self._socket.settimeout(ANSWER_S)
            self._socket.sendall(data)
        except OSError as error:
            raise self._lost("It takes no commands any more.") from error

    def _answer(self) -> tuple[int, list[str], str]:
        """Return the next answer: its code, its data, and what stands in its last line."""
        until = time.monotonic() + ANSWER_S
        while True:
            while (row := self._row()) is not None:
                code, text, is_last = row
                if is_last:
                    data = [each for of, each in self._rows if of == code]
                    self._rows.clear()
                    return code, data, text
                self._rows.append((code, text))
            self._receive(until - time.monotonic())

    def _row(self) -> tuple[int, str, bool] | None:
        """Return the next line of an answer, and whether it is the last; put events before it aside."""
        while b"\n" in self._buffer:
            raw, _, self._buffer = self._buffer.partition(b"\n")
            line = raw.decode("utf-8", "replace").rstrip("\r")
            head, mark, text = line[:_CODE_DIGITS], line[_CODE_DIGITS : _CODE_DIGITS + 1], line[4:]
            if not head.isdecimal() or len(head) != _CODE_DIGITS or mark not in ("-", " "):
                raise self._lost("Its answer cannot be understood.")
            if int(head) < _FIRST_EVENT:
                return int(head), text, mark == " "
            self._take_event_row(int(head), text, is_last=mark == " ")
        return None

    def _take_event_row(self, code: int, text: str, *, is_last: bool) -> None:
        if not is_last:
            self._event_rows.append(text)
            return
        rows, self._event_rows = self._event_rows, []
        if rows and rows[0].isdecimal():
            self.events.append(SsipEvent(code, int(rows[0])))

    def _receive(self, limit_s: float) -> None:
        if limit_s <= 0:
            raise self._lost("It did not answer in time.")
        try:
            self._socket.settimeout(limit_s)
            data = self._socket.recv(_CHUNK)
        except OSError as error:
            raise self._lost("It did not answer in time.") from error
        if not data:
            raise self._lost("It has ended.")
        self._buffer += data
        if len(self._buffer) > _MOST_BYTES:
            raise self._lost("Its answer has no end.")

    def _lost(self, why: str) -> SpeechError:
        self.is_lost = True
        self._socket.close()
        return SpeechError(why)
