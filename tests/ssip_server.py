"""A stand-in for Speech Dispatcher at a real socket: it says nothing, and ends what it is given when told to.

Its answers and events are, byte for byte, those of version 0.11.4.
"""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATIENCE_S = 20.0
VOICES = {"tell": ["one\ten\tMALE1", "two\tde\tFEMALE1"], "harp": ["one\ten-GB\tnone", "one+x\ten\tnone"]}
"""The rows of the voices of each module; the first module is the default one."""
OK = {"CLIENT_NAME": 208, "NOTIFICATION": 220, "PRIORITY": 202, "RATE": 203, "PITCH": 204, "VOLUME": 218}


class SsipServer:
    """Serves at a path until it is left.

    Args:
        path: Where its socket is put.
        ends_by_itself: Whether each message ends as soon as it has begun.
    """

    def __init__(self, path: Path, *, ends_by_itself: bool = False) -> None:
        self.path = path
        self.ends_by_itself = ends_by_itself
        self.said: list[str] = []
        """The text of each message that was begun."""
        self.manners: list[dict[str, str]] = []
        """What was set when it was given."""
        self.cancelled: list[str] = []
        self.left = 0
        """How many clients have taken leave."""
        self.is_stalled = False
        """Whether it answers nothing any more."""
        self._under_way: tuple[socket.socket, int, str] | None = None
        self._count = 0
        self._lock = threading.RLock()
        self._clients: list[socket.socket] = []
        self._listening = socket.socket(socket.AF_UNIX)

    def __enter__(self) -> Self:
        self._listening.bind(str(self.path))
        self._listening.listen()
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.die()

    def die(self) -> None:
        """End, as a server that is killed."""
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for client in self._clients:
            with suppress(OSError):
                client.shutdown(socket.SHUT_RDWR)
            client.close()
        self.path.unlink(missing_ok=True)

    def finish(self) -> None:
        """End the message that is under way, as one that was said."""
        with self._lock:
            if self._under_way is not None:
                client, number, _ = self._under_way
                self._under_way = None
                self._tell(client, 702, number, "END")

    def interrupt(self) -> None:
        """Cut the message off that is under way, as another client does."""
        with self._lock:
            if self._under_way is not None:
                client, number, _ = self._under_way
                self._under_way = None
                self._tell(client, 703, number, "CANCELED")

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                self._clients.append(client)
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        manner: dict[str, str] = {}
        with suppress(OSError, ValueError), client.makefile("r", encoding="utf-8", newline="\r\n") as lines:
            for raw in lines:
                line = raw.rstrip("\r\n")
                if self.is_stalled:
                    continue
                if line == "SPEAK":
                    self._answer(client, "230 OK RECEIVING DATA")
                    text = "\n".join(self._text(lines))
                    self._begin(client, text, manner)
                elif not self._obey(client, line, manner):
                    return

    def _text(self, lines: object) -> list[str]:
        found = []
        for raw in lines:  # type: ignore[attr-defined]
            line = raw.rstrip("\r\n")
            if line == ".":
                break
            found.append(line.removeprefix(".") if line.startswith("..") else line)
        return found

    def _obey(self, client: socket.socket, line: str, manner: dict[str, str]) -> bool:
        words = line.split(" ", 3)
        match words:
            case ["SET", "SELF", name, value]:
                manner[name] = value
                if name == "OUTPUT_MODULE" and value not in VOICES:
                    self._answer(client, "312 ERR COULDNT SET OUTPUT MODULE")
                else:
                    self._answer(client, f"{OK.get(name, 209)} OK {name} SET")
            case ["LIST", "OUTPUT_MODULES"]:
                self._answer(client, *(f"250-{each}" for each in VOICES), "250 OK MODULE LIST SENT")
            case ["GET", "OUTPUT_MODULE"]:
                self._answer(client, f"251-{next(iter(VOICES))}", "251 OK GET RETURNED")
            case ["LIST", "SYNTHESIS_VOICES"]:
                rows = VOICES[manner["OUTPUT_MODULE"]]
                self._answer(client, *(f"249-{each}" for each in rows), "249 OK VOICE LIST SENT")
            case ["CANCEL", "SELF"]:
                self._answer(client, "213 OK CANCELED")
                with self._lock:
                    if self._under_way is not None and self._under_way[0] is client:
                        self.cancelled.append(self._under_way[2])
                    if self._under_way is not None and self._under_way[0] is client:
                        self.interrupt()
            case ["QUIT"]:
                self.left += 1
                self._answer(client, "231 HAPPY HACKING")
                return False
            case _:
                self._answer(client, "300 ERR UNKNOWN COMMAND")
        return True

    def _begin(self, client: socket.socket, text: str, manner: dict[str, str]) -> None:
        with self._lock:
            self._count += 1
            number = self._count
            self.said.append(text)
            self.manners.append(dict(manner))
            self._answer(client, f"225-{number}", "225 OK MESSAGE QUEUED")
            self._tell(client, 701, number, "BEGIN")
            self._under_way = (client, number, text)
            if self.ends_by_itself:
                self.finish()

    def _tell(self, client: socket.socket, code: int, number: int, name: str) -> None:
        self._answer(client, f"{code}-{number}", f"{code}-1", f"{code} {name}")

    def _answer(self, client: socket.socket, *rows: str) -> None:
        with suppress(OSError):
            client.sendall("".join(f"{row}\r\n" for row in rows).encode())


def until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so that another thread does."""
    began = time.monotonic()
    while not is_so():
        assert time.monotonic() - began < PATIENCE_S, "it did not come"
        time.sleep(0.002)
