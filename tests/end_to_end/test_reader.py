"""The linear face as a screen reader's user hears it: in yasr, with its synthesizer replaced by a recorder.

yasr runs a program on a pseudo-terminal, reads what it draws, and speaks it to an Emacspeak
speech server. The server here writes down what it was told to say.
"""

from __future__ import annotations

import os
import re
import select
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("yasr is a program of Unix", allow_module_level=True)

import pty

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [
    pytest.mark.reader,
    pytest.mark.skipif(not shutil.which("yasr"), reason="yasr is not installed"),
]
PATIENCE_S = 40
"""How long to wait for what must be said; reached only where it never is."""

SERVER = """
import sys
queued = []
with open(sys.argv[1], "a", buffering=1) as log:
    for line in sys.stdin:
        command, _, rest = line.strip().partition(" ")
        words = rest.strip().strip("{}").strip()
        if command == "q":
            queued.append(words)
        elif command == "d" and queued:
            log.write(" ".join(queued) + "\\n")
            queued = []
        elif command in ("tts_say", "l"):
            log.write(words + "\\n")
        elif command == "s":
            queued = []
"""


class Listener:
    """Somebody with yasr: presses keys, hears lines."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.log = folder / "heard"
        self.log.touch()
        server = folder / "server.py"
        server.write_text(SERVER)
        speak = script(folder / "speak", f"exec {sys.executable} {server} {self.log}")
        program = script(folder / "program", f"exec {sys.executable} -m briefing {' '.join(arguments)}")
        stock = self.stock_settings()
        stock = re.sub(r"(?m)^synthesizer=.*$", "synthesizer=emacspeak server", stock)
        stock = re.sub(r"(?m)^synthesizer port=.*$", f"synthesizer port=|{speak}", stock)
        (folder / "yasr.conf").write_text(stock, encoding="latin-1")
        environment = dict(os.environ) | {
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            "TERM": "xterm",
        }
        self.near, far = pty.openpty()
        self.process = subprocess.Popen(
            ["yasr", "-C", str(folder / "yasr.conf"), program],
            stdin=far,
            stdout=far,
            stderr=far,
            env=environment,
            start_new_session=True,
        )
        os.close(far)

    @staticmethod
    def stock_settings() -> str:
        for path in ("/etc/yasr/yasr.conf", "/usr/share/yasr/yasr.conf"):
            if os.path.exists(path):  # noqa: PTH110
                with open(path, encoding="latin-1") as stream:  # noqa: PTH123
                    return stream.read()
        pytest.skip("yasr has no settings here")

    @property
    def heard(self) -> list[str]:
        # yasr hands on an empty string for an empty line: nothing is said.
        return [line for line in self.log.read_text(encoding="utf-8", errors="replace").splitlines() if line]

    def press(self, keys: str, expected: str) -> list[str]:
        """Press keys, wait until yasr says what is expected; return all that it said since the keys."""
        before = len(self.heard)
        os.write(self.near, keys.encode())
        return self.wait_for(expected, before)

    def wait_for(self, expected: str, before: int = 0) -> list[str]:
        deadline_s = time.monotonic() + PATIENCE_S
        # A long announcement is said row by row.
        while expected not in " ".join(self.heard[before:]):
            assert time.monotonic() < deadline_s, f"{expected!r} was not said in {self.heard[before:]}"
            if select.select([self.near], [], [], 0.05)[0]:
                os.read(self.near, 65536)
        return self.heard[before:]

    def close(self) -> None:
        # Ctrl-C for the program, with which yasr leaves, too. If yasr went first, the program
        # would never hear of it: yasr gives it the near end of its own terminal.
        with suppress(OSError):
            os.write(self.near, b"\x03")
        try:
            self.process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.near)


def script(path: Path, line: str) -> str:
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o700)
    return str(path)


@pytest.fixture
def listener(tmp_path: Path) -> Iterator[Listener]:
    there = Listener(tmp_path, "sample", "--linear", "--sink", "null")
    try:
        there.wait_for("question mark for help.")
        there.wait_for("Recording.")
        yield there
    finally:
        there.close()


def test_the_opening_is_heard_in_order(listener: Listener) -> None:
    text = " ".join(listener.heard)
    order = ["Breaking News:", "3 minutes 48 seconds.", "question mark for help."]
    assert [text.index(each) for each in order] == sorted(text.index(each) for each in order)
    assert "Recording." in text


def test_each_key_is_answered_in_words(listener: Listener) -> None:
    for keys, expected in (
        ("i", "0 seconds of 3 minutes 48 seconds."),
        ("\x1b[17~", "Paragraph 1 of 8"),
        ("]", "Paragraph 2 of 8"),
        ("+", "Text size MD, large print, for the screen."),
        (">", "Speed 1.1."),
        ("m", "Muted."),
        ("p", "No command on P."),
        ("b", "Bookmark 1."),
        ("?", "Help. Press a key to hear what it does."),
        ("b", "Bookmark. Keep this place;"),
        ("q", "Help closed."),
        ("/", "Search:"),
        ("nuclear\r", "The DPRK builds nuclear weapons"),
        ("q", "Goodbye."),
    ):
        said = listener.press(keys, expected)
        # Of typed letters yasr may speak some echo first; a key's answer comes before all else.
        if not keys.endswith("\r"):
            assert expected in said[0], "what is said is the answer"
    drawn = re.compile("[\u2500-\u259f\u2800-\u28ff]")
    assert not any(drawn.search(line) for line in listener.heard)


def test_nothing_is_said_unasked_while_it_plays(listener: Listener) -> None:
    listener.press("\x1b[17~", "Paragraph 1 of 8")
    listener.press(" ", "Playing.")
    before = len(listener.heard)
    answered = 0
    is_later = False
    while not is_later:
        answer = listener.press("i", "Playing. Recording.")
        answered += len(answer)
        is_later = re.match(r"([3-9]|\d\d) seconds", answer[0]) is not None
    assert len(listener.heard) == before + answered
