"""Somebody who listens to a program in a reader: presses keys, hears words, and leaves."""

from __future__ import annotations

import json
import os
import shlex
import signal
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PATIENCE_S: Final = 40.0
"""How long to wait for what must come; reached only where it never does."""
_LOOK_S: Final = 0.02
_RECORDER: Final = Path(__file__).with_name("recorder.py")


class MissingError(Exception):
    """A reader, or what it needs of the system, is not on this machine; the message is a whole sentence."""


@dataclass(frozen=True)
class Heard:
    """What a reader did with its voice or its braille display.

    Attributes:
        at_s: When, monotonic, in seconds.
        what: "said", "cut" (the reader ended that text before its end), "silenced" (all of them) or "shown".
        text: The words; of "shown" what the display shows, without spaces at its end.
    """

    at_s: float
    what: str
    text: str


@dataclass(frozen=True)
class Pressed:
    """Keys that were pressed at once, and when, monotonic, in seconds."""

    at_s: float
    keys: str


class Listener:
    """A program in a reader, from entering to leaving.

    Args:
        command: The program and its arguments.
        columns: Width of the window in cells.
        rows: Height of the window in cells.
        environment: What is other than here in the environment of the program. Where it does not say
            otherwise, the program finds data, settings and caches of its own, which are empty.
        words_a_minute: How fast the reader's voice speaks, where the reader waits for its end.
        settings: The reader's own settings that are other than its defaults.
        keeps_home: Whether the program finds the user's own data and settings.
    """

    reader = "none"
    """How the reader is called."""
    reader_keys: Mapping[str, str] = {}
    """What a user of the reader presses, by what it does: "line", "next", "previous" and others."""

    greetings: tuple[str, ...] = ()
    """What the reader says of itself as it starts, which is left out of what is heard."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
        words_a_minute: float = 300,
        settings: Mapping[str, str] | None = None,
        keeps_home: bool = False,
    ) -> None:
        self._command, self._columns, self._rows = command, columns, rows
        self._given = environment or {}
        self._words_a_minute = words_a_minute
        self._settings = settings or {}
        self._keeps_home = keeps_home
        self.pressed: list[Pressed] = []

    # Before and after

    def __enter__(self) -> Self:
        # A short path: a socket's may have no more than some hundred characters.
        self._folder = tempfile.TemporaryDirectory(prefix="hear-")
        self.folder = Path(self._folder.name)
        self.log = self.folder / "heard"
        self.log.touch()
        self.began_s = time.monotonic()
        try:
            self._start()
        except BaseException:
            self._folder.cleanup()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        # The program first: readers leave with it, and some programs would not hear of a reader's end.
        with suppress(ValueError, OSError):
            process = int((self.folder / "process").read_text())
            os.kill(process, signal.SIGTERM)
            until_s = time.monotonic() + PATIENCE_S
            while time.monotonic() < until_s:
                os.kill(process, 0)
                if self._is_zombie(process):
                    break
                time.sleep(_LOOK_S)
        self._stop()
        self._folder.cleanup()

    @staticmethod
    def _is_zombie(process: int) -> bool:
        stat = Path(f"/proc/{process}/stat")
        return stat.exists() and stat.read_text().rpartition(")")[2].split()[:1] == ["Z"]

    def _start(self) -> None:
        self._terminal = Terminal(
            self._reader_command(),
            self._environment(),
            columns=self._columns,
            lines=self._rows,
            is_controlling=True,
        )
        self._terminal.__enter__()

    def _stop(self) -> None:
        self._terminal.__exit__()

    def _reader_command(self) -> list[str]:
        """Return what starts the reader with the program."""
        return [self._program()]

    def _environment(self) -> dict[str, str]:
        """Return the environment of the reader, which keeps its own files in the listener's folder."""
        environment = dict(os.environ) | {"HOME": str(self.folder), "SHELL": "/bin/sh", "LC_ALL": "C.UTF-8"}
        return environment | {"TERM": "xterm-256color"} | dict(self._given)

    def _program(self, before: str = "") -> str:
        """Return the path of a program that becomes the command, with the user's own home.

        `before` is what its shell does first.
        """
        own = {f"XDG_{kind}_HOME": str(self.folder / kind.lower()) for kind in ("DATA", "CONFIG", "CACHE")}
        home = {"HOME": os.environ.get("HOME", "/")} | ({} if self._keeps_home else own)
        lines = [f"export {name}={shlex.quote(value)}" for name, value in (home | dict(self._given)).items()]
        lines += [
            f"cd {shlex.quote(str(Path.cwd()))}",
            f"echo $$ >{shlex.quote(str(self.folder / 'process'))}",
        ]
        return self._script("program", before, *lines, f"exec {shlex.join(self._command)}")

    def _recorder(self, kind: str, more: str = "") -> str:
        """Return the path of a program that is the reader's voice."""
        words = (sys.executable, "-I", "-S", str(_RECORDER), kind, str(self.log), str(self._words_a_minute))
        return self._script("voice", f"exec {shlex.join(words)} {more}".rstrip())

    def _script(self, name: str, *lines: str) -> str:
        path = self.folder / name
        path.write_text("\n".join(("#!/bin/sh", *lines, "")))
        path.chmod(0o700)
        return str(path)

    # Hearing

    @property
    def events(self) -> list[Heard]:
        """All that the reader did with its voice and its display, in the order of time."""
        lines = self.log.read_text(encoding="utf-8").split("\n")[:-1]  # the last may be half written
        events = [json.loads(line) for line in lines]
        told = [Heard(each["at_s"], each["what"], self._words(each["text"])) for each in events]
        return [each for each in told if each.text not in self.greetings]

    @property
    def heard(self) -> list[str]:
        """What was said, an utterance each; an empty one is no utterance."""
        return [each.text for each in self.events if each.what == "said" and each.text]

    @property
    def shown(self) -> list[str]:
        """What stood on the braille display, one after the other; the last is there now."""
        return [each.text for each in self.events if each.what == "shown"]

    def press(self, keys: str, expected: str = "") -> list[str]:
        """Press keys; return what is said from then until what is expected was said.

        Raises:
            TimeoutError: if it never is.
        """
        before = len(self.heard)
        self.pressed.append(Pressed(time.monotonic(), keys))
        self._send(keys)
        return self.wait_for(expected, before)

    def read(self, name: str, expected: str = "") -> list[str]:
        """Press the reader's own key that is called so ("line", "next"), as `press` does.

        Raises:
            KeyError: if the reader has no such key.
        """
        return self.press(self.reader_keys[name], expected)

    def wait_for(self, expected: str, before: int = 0) -> list[str]:
        """Wait until it was said, by one utterance or by several; return all but the first `before` of them.

        Raises:
            TimeoutError: if it never is.
        """
        until_s = time.monotonic() + PATIENCE_S
        while expected not in " ".join(heard := self.heard[before:]):
            if time.monotonic() > until_s:
                raise TimeoutError(f"{expected!r} was not said in {heard}")
            time.sleep(_LOOK_S)
        return heard

    def wait_for_braille(self, expected: str) -> str:
        """Wait until the braille display shows it, at any place; return the whole line of the display.

        Raises:
            TimeoutError: if it never does.
        """
        until_s = time.monotonic() + PATIENCE_S
        while expected not in (line := (self.shown or [""])[-1]):
            if time.monotonic() > until_s:
                raise TimeoutError(f"{expected!r} is not shown; the last lines were {self.shown[-5:]}")
            time.sleep(_LOOK_S)
        return line

    def listen(self, seconds: float) -> list[str]:
        """Press nothing for so long; return what is said meanwhile."""
        before = len(self.heard)
        time.sleep(seconds)
        return self.heard[before:]

    def _words(self, text: str) -> str:
        """Return a text as it is spoken, without what the reader puts in for a voice to make pauses."""
        return text.strip()

    def picture(self, path: Path) -> None:
        """Write what the screen shows to a PNG file.

        Raises:
            ValueError: if there is no screen to be seen.
        """
        raise ValueError(f"There is no screen with {self.reader}, of which {path} could be a picture.")

    def _send(self, keys: str) -> None:
        self._terminal.press(keys)

    def _note(self, what: str, text: str) -> None:
        line = json.dumps({"at_s": time.monotonic(), "what": what, "text": text}, ensure_ascii=False)
        with self.log.open("a", encoding="utf-8") as log:
            log.write(f"{line}\n")
