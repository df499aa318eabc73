"""A speech server as Speech Dispatcher is one (SSIP), which writes down what it is told: for Orca."""

from __future__ import annotations

import html
import re
import socket
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_ANSWERS: Final = {
    "LIST OUTPUT_MODULES": ("250-recorder", "250 OK MODULES LISTED"),
    "LIST SYNTHESIS_VOICES": ("249-recorder\ten\tnone", "249 OK VOICES LISTED"),
    "LIST VOICES": ("249-MALE1", "249 OK VOICES LISTED"),
    "HISTORY GET": ("245-1", "245 OK CLIENT ID SENT"),
    "GET OUTPUT_MODULE": ("251-recorder", "251 OK GET RETURNED"),
    "GET LANGUAGE": ("251-en", "251 OK GET RETURNED"),
    "GET PUNCTUATION": ("251-none", "251 OK GET RETURNED"),
    "GET": ("251-0", "251 OK GET RETURNED"),
    "QUIT": ("231 HAPPY HACKING",),
}
_MARKUP: Final = re.compile("<[^>]*>")
_OK: Final = ("210 OK",)


class SpeechServer:
    """Answers clients on a socket.

    Args:
        path: Where the socket is made.
        note: takes what a client does ("said", "silenced") and the words.
    """

    def __init__(self, path: Path, note: Callable[[str, str], None]) -> None:
        self._note = note
        self._messages = 0
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.bind(str(path))
        self._socket.listen()
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take no more clients."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client = self._socket.accept()[0]
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client, suppress(OSError), client.makefile("r", encoding="utf-8", newline="\r\n") as lines:
            for line in lines:
                command = line.strip()
                if command.upper() == "SPEAK":
                    self._send(client, ("230 OK RECEIVING DATA",))
                    self._said(client, _data(iter(lines)))
                elif command.upper().startswith(("CHAR ", "KEY ")):
                    self._said(client, command.partition(" ")[2])
                else:
                    if command.upper().startswith(("STOP", "CANCEL")):
                        self._note("silenced", "")
                    self._send(client, _answer(command.upper()))

    def _said(self, client: socket.socket, text: str) -> None:
        self._messages += 1
        number = self._messages
        text = text.strip()
        self._note(
            "said", html.unescape(_MARKUP.sub("", text)).strip() if text.startswith("<speak>") else text
        )
        self._send(client, (f"225-{number}", "225 OK MESSAGE QUEUED"))
        for code, event in ((701, "BEGIN"), (702, "END")):
            self._send(client, (f"{code}-{number}", f"{code}-1", f"{code} {event}"))

    @staticmethod
    def _send(client: socket.socket, lines: tuple[str, ...]) -> None:
        client.sendall("".join(f"{line}\r\n" for line in lines).encode())


def _data(lines: Iterator[str]) -> str:
    """Return the text up to the dot that ends it."""
    text: list[str] = []
    for line in lines:
        words = line.rstrip("\r\n")
        if words == ".":
            break
        text.append(words.removeprefix(".") if words.startswith("..") else words)
    return " ".join(" ".join(text).split())


def _answer(command: str) -> tuple[str, ...]:
    return next((lines for asked, lines in _ANSWERS.items() if command.startswith(asked)), _OK)
