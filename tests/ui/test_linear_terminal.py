"""The linear face as a program: on a terminal, in pipes, under signals, and when its window closes."""

from __future__ import annotations

import json
import os
import re
import select
import signal
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from tests.window import said

if sys.platform == "win32":
    pytest.skip("pseudo-terminals", allow_module_level=True)

import pty
import termios

from tests.quick_voice import QUICK_VOICE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE_S = 60
"""How long to wait for what must come; reached only where it never does."""


class Program:
    """`briefing` on a pseudo-terminal of its own."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.near, self.far = pty.openpty()
        self.found = termios.tcgetattr(self.far)
        self.seen = b""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "briefing", *arguments],
            stdin=self.far,
            stdout=self.far,
            stderr=subprocess.PIPE,
            env=environment(folder),
            start_new_session=True,
        )

    def wait_for(self, expected: str) -> bytes:
        """Read until this has been written; return all since the last time."""
        start = len(self.seen)
        while expected.encode() not in self.seen[start:]:
            ready, _, _ = select.select([self.near], [], [], PATIENCE_S)
            assert ready, f"{expected!r} never came after {self.seen!r}"
            self.seen += os.read(self.near, 65536)
        return self.seen[start:]

    def press(self, keys: bytes, expected: str) -> bytes:
        os.write(self.near, keys)
        return self.wait_for(expected)

    def leave(self) -> tuple[int, str]:
        """Wait for the end; return the exit code and what stood on standard error."""
        with suppress(OSError):
            while select.select([self.near], [], [], 0)[0]:
                self.seen += os.read(self.near, 65536)
        _, errors = self.process.communicate(timeout=PATIENCE_S)
        return self.process.returncode, errors.decode()

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.communicate()
        for each in (self.near, self.far):
            with suppress(OSError):
                os.close(each)


def environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BRIEFING_")}
    return (
        kept
        | QUICK_VOICE
        | {
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            "TERM": "xterm",
        }
    )


SILENT = ("sample", "--linear", "--sink", "null")


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    running = Program(tmp_path, *SILENT)
    try:
        running.wait_for("for help.\n")
        while b"seconds of" not in running.press(b"i", "A\r"):
            pass  # the voice is not ready yet
        yield running
    finally:
        running.close()


def test_a_visit_from_the_first_line_to_the_last(program: Program) -> None:
    assert program.seen.startswith(b"\r\nBreaking News: Three Nations Condemn North Korean Arms for Russia. ")
    hint = "New here? Shift I or f1 opens the manual, space plays, question mark for help."
    assert hint in said(program.seen.decode())
    assert b"\nText size MD, large print, for the screen.\n" in program.press(b"+", "A\r")
    assert b"\n30 seconds.\n" in program.press(b"\x1b[1;2C", "A\r")
    assert b"\nNothing to close.\n" in program.press(b"\x1b", "A\r")
    assert re.search(rb"\r\nGoodbye\.\n+\x1b\[.A\r\r\n", program.press(b"q", "A\r\r\n"))
    assert program.leave() == (0, "")
    assert set(re.findall(rb"\x1b[^A]*.", program.seen)) <= {b"\x1b[%dA" % count for count in range(1, 5)}


def test_the_terminal_is_as_it_was(program: Program) -> None:
    during = termios.tcgetattr(program.far)
    assert not during[3] & (termios.ECHO | termios.ICANON)
    assert during[3] & termios.ISIG
    program.press(b"q", "Goodbye.")
    program.leave()
    assert termios.tcgetattr(program.far) == program.found


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_keeps_the_place_and_puts_the_terminal_back(
    program: Program, tmp_path: Path, number: signal.Signals
) -> None:
    program.press(b"\x1b[17~", "Paragraph 1 of 8")
    program.process.send_signal(number)
    assert program.leave() == (130, "briefing: Interrupted.\n")
    assert termios.tcgetattr(program.far) == program.found
    again = Program(tmp_path, *SILENT)
    try:
        again.wait_for("Resumed at Paragraph 1 of 8,")
    finally:
        again.close()


def test_a_closed_window_ends_it(program: Program) -> None:
    program.press(b" ", "\r")
    os.close(program.far)
    os.close(program.near)
    _, errors = program.process.communicate(timeout=PATIENCE_S)
    assert errors == b""


def run(folder: Path, *arguments: str, keys: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "briefing", *arguments],
        input=keys,
        capture_output=True,
        env=environment(folder),
        timeout=PATIENCE_S,
        check=False,
    )


def test_in_a_pipe_without_keys_the_text_is_printed(tmp_path: Path) -> None:
    done = run(tmp_path, "sample")
    lines = done.stdout.decode().splitlines()
    assert (done.returncode, done.stderr) == (0, b"")
    assert lines[0] == "Banner: Breaking News"
    assert sum(line.startswith("Paragraph ") for line in lines) == 8
    assert "\r" not in done.stdout.decode()


def test_keys_may_come_from_a_pipe(tmp_path: Path) -> None:
    done = run(tmp_path, *SILENT, keys="+øq".encode())
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0
    assert lines[0].startswith("Breaking News: Three Nations")
    assert lines[-3:] == [
        "Text size MD, large print, for the screen.",
        "No command on Ø. Question mark for help.",
        "Goodbye.",
    ]


def test_without_a_keyboard_it_plays_to_the_end_and_leaves(tmp_path: Path) -> None:
    source = tmp_path / "short.txt"
    source.write_text("Short news\n\nOne two.\n")
    done = run(
        tmp_path, str(source), "--linear", "--voice", "none", "--speed", "4", "--sink", "null", "--play"
    )
    assert done.returncode == 0
    assert done.stdout.decode().splitlines()[-2:] == ["End of the briefing.", "Goodbye."]


def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "briefing", *SILENT, "--play"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(tmp_path),
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        with suppress(BrokenPipeError):
            for _ in range(3):
                process.stdin.write(b"i")
                process.stdin.flush()
        process.wait(PATIENCE_S)
        assert process.stderr.read() == b""
    assert process.returncode == 0


# It leaves as the program does: Python's own end is not safe while threads load libraries.
LOADED = """
import json, os, sys
from briefing.cli.main import main
code = main(sys.argv[1:])
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})), file=sys.stderr, flush=True)
os._exit(code)
"""


@pytest.mark.parametrize("keys", [b"", b"iq"], ids=["text", "keys"])
def test_no_screen_is_loaded(tmp_path: Path, keys: bytes) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *SILENT],
        input=keys,
        capture_output=True,
        env=environment(tmp_path),
        timeout=PATIENCE_S,
        check=True,
    )
    loaded = json.loads(done.stderr.decode().splitlines()[-1])
    assert not {"textual", "rich", "asyncio"} & set(loaded)
    if not keys:
        assert "numpy" not in loaded


def test_a_paste_with_tabs_and_lines_that_comes_as_keys_is_answered_once(program: Program) -> None:
    program.press(b"/", "Search:")
    written = program.press(b"words\rthat \t nobody " * 40, "No more than 500 characters fit.")
    assert b"Type, then Enter" not in written
    assert len(written) < 2 * 500
    program.press(b"\x15", "Empty.")
    program.press(b"\x1b", "Search closed.")
    program.press(b"q", "Goodbye.")
    assert program.leave()[0] == 0
