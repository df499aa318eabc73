"""The screen as a program on a pseudo-terminal: whatever its keyboard sends, the next key works."""

from __future__ import annotations

import fcntl
import os
import random
import select
import signal
import struct
import subprocess
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals", allow_module_level=True)

import pty
import termios

from tests.ui.test_linear_terminal import environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE_S = 60
"""How long to wait for what must happen; reached only where it never does."""
LONE_S = 0.3
"""A pause of the keyboard after which what came before it has ended, as a lone Escape."""


def _fields(process: int) -> list[str]:
    """What proc(5) tells about a process, from its state on."""
    with open(f"/proc/{process}/stat", encoding="ascii") as file:  # noqa: PTH123
        return file.read().rpartition(")")[2].split()


def _take_terminal() -> None:
    """Be told of its size and its end, as programs in terminals are."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Screen:
    """`briefing sample` on a pseudo-terminal."""

    def __init__(
        self, folder: Path, *, columns: int = 100, rows: int = 30, is_job: bool = False, **variables: str
    ) -> None:
        self.near, self.far = pty.openpty()
        self.found = termios.tcgetattr(self.far)
        self.resize(columns, rows)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "briefing", "sample", "--sink", "null", "--no-resume"],
            stdin=self.far,
            stdout=self.far,
            stderr=self.far,
            env=environment(folder) | {"TERM": "xterm-256color"} | variables,
            start_new_session=not is_job,
            process_group=0 if is_job else None,
            preexec_fn=None if is_job else _take_terminal,  # noqa: PLW1509  # nothing else can
        )
        os.set_blocking(self.near, False)

    def resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.far, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def send(self, data: bytes) -> bytes:
        """Send bytes as a terminal would, and return what was drawn meanwhile: that may be the answer."""
        until, seen = time.monotonic() + PATIENCE_S, b""
        while data:
            assert time.monotonic() < until, "nobody reads the keyboard"
            with suppress(BlockingIOError):
                data = data[os.write(self.near, data) :]
            seen += self.drawn(0.0)
        return seen

    def drawn(self, within_s: float) -> bytes:
        """Return what has been drawn, if anything is within so many seconds."""
        seen = b""
        while select.select([self.near], [], [], within_s if not seen else 0)[0]:
            try:
                seen += os.read(self.near, 1 << 16)
            except OSError:
                break
        return seen

    def answers(self, keys: bytes, words: str, *, again_s: float = PATIENCE_S, closing: bool = False) -> None:
        """Send keys, and again after so many seconds, and wait until these words are drawn.

        On a busy machine a pause of ours may not be seen, and keys are taken for the end of what came before.
        With `closing`, Escape goes before them, which closes what may be open.
        """
        seen, sent_s = b"", float("-inf")
        until = time.monotonic() + PATIENCE_S
        while words.encode() not in seen:
            if time.monotonic() - sent_s > again_s:
                if closing:
                    seen += self.send(b"\x1b")
                    time.sleep(LONE_S)
                seen += self.send(keys)
                sent_s = time.monotonic()
            assert time.monotonic() < until, f"no {words!r} in {seen[-300:]!r}"
            assert self.process.poll() is None, f"it has ended: {seen[-300:]!r}"
            seen += self.drawn(0.1)

    def drawn_until(self, words: bytes) -> bytes:
        """Return what is drawn until these words are."""
        until, seen = time.monotonic() + PATIENCE_S, b""
        while words not in seen:
            assert time.monotonic() < until, f"no {words!r} in {seen[-300:]!r}"
            seen += self.drawn(0.1)
        return seen

    def leaves(self, keys: bytes = b"q") -> int:
        """Send keys; return the exit code."""
        self.send(keys)
        until = time.monotonic() + PATIENCE_S
        while self.process.poll() is None and time.monotonic() < until:
            self.drawn(0.05)
        return self.process.wait(0)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.near)
        os.close(self.far)

    def becomes(self, state: str) -> bytes:
        """Wait until the system gives it this state, such as T for stopped; return what was drawn."""
        until, seen = time.monotonic() + PATIENCE_S, b""
        while _fields(self.process.pid)[0] != state:
            assert time.monotonic() < until, f"not {state}"
            seen += self.drawn(0.01)
        while more := self.drawn(LONE_S):  # a busy system hands on late what was written before
            seen += more
        return seen

    @property
    def peak_bytes(self) -> int:
        """The most memory it has had."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:  # noqa: PTH123
            return 1024 * next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))

    @property
    def processor_s(self) -> float:
        """The processor's time that it has taken."""
        fields = _fields(self.process.pid)
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    running = Screen(tmp_path)
    try:
        running.answers(b"", "Paused")
        yield running
    finally:
        running.close()


STRANGE = {
    "a letter of a Latin-1 terminal": b"\xe4",
    "no letter at all": b"\xff\xfe",
    "half a letter": b"\xc3",
    "an old mouse beyond column 95": b"\x1b[M \xa0\x30",
    "C1 controls": b"\x9b1m\x9d0;x\x9c",
    "an answer without end": b"\x1b]0;never ends",
    "a size that no terminal has": b"\x1b[48;99999;99999;99999;99999t",
    "a key beyond Unicode": b"\x1b[99999999;5u",
    "a sequence that nobody knows": b"\x1b[?12;34;56z",
}


def test_after_bytes_that_are_no_keys_the_keys_work(screen: Screen) -> None:
    for data in STRANGE.values():
        screen.send(data)
        time.sleep(2 * LONE_S)  # after a pause what never ends is over
        screen.answers("ø".encode(), "ø does nothing", again_s=3.0)
        screen.answers("å".encode(), "å does nothing")
    assert screen.peak_bytes < 150 << 20
    assert screen.leaves() == 0
    assert termios.tcgetattr(screen.far) == screen.found


def test_a_paste_without_end_leaves_the_keys_alive(screen: Screen) -> None:
    screen.send(b"\x1b[200~" + b"words " * 20_000)
    time.sleep(2 * LONE_S)  # after a pause a paste is over
    screen.answers("ø".encode(), "ø does nothing", again_s=3.0)


def test_random_bytes_leave_the_keys_alive(screen: Screen) -> None:
    chance = random.Random(7)
    pieces = [*STRANGE.values(), b"\x1b", b"\x1b[", b"\x1bO", b"/", b"g", b"\x1b[200~", b"\x1b[201~"]
    harmless = bytes(each for each in range(256) if each not in b"qQ?:\x03\x11\x1a\x1c\r\n")
    for _ in range(40):
        parts = [
            chance.choice(pieces) if chance.random() < 0.5 else bytes(chance.choices(harmless, k=6))
            for _ in range(40)
        ]
        screen.send(b"".join(parts))
    time.sleep(2 * LONE_S)
    screen.answers("ø".encode(), "ø does nothing", again_s=3.0, closing=True)
    assert screen.peak_bytes < 200 << 20


@pytest.mark.parametrize("keys", [b"/", b":"], ids=["search", "command"])
def test_100_kilobytes_pasted_into_a_prompt_are_answered_at_once(screen: Screen, keys: bytes) -> None:
    started_s = screen.processor_s
    screen.send(keys)
    assert screen.drawn(PATIENCE_S)
    screen.send(b"words\rthat nobody \t looks for " * 4000)
    screen.answers("ø".encode(), "ø does nothing", again_s=3.0, closing=True)
    assert screen.processor_s < 3 * started_s  # 37 s once, where a start takes less than 2
    assert screen.peak_bytes < 150 << 20


def test_ctrl_c_ends_a_storm_of_keys(screen: Screen) -> None:
    assert screen.leaves(b"jk" * 50_000 + b"\x03") == 130


def test_500_sizes_in_a_row_end_with_the_last(screen: Screen) -> None:
    for number in range(500):
        screen.resize(1 + number % 300, 1 + number % 100)
        screen.drawn(0.002)
    screen.resize(100, 30)
    screen.answers("ø".encode(), "ø does nothing")
    assert screen.peak_bytes < 200 << 20


@pytest.mark.parametrize(("columns", "rows"), [(0, 0), (65535, 65535), (1, 1), (300, 100)])
def test_a_terminal_of_any_size_is_drawn_on(tmp_path: Path, columns: int, rows: int) -> None:
    screen = Screen(tmp_path, columns=columns, rows=rows, COLUMNS="99999", LINES="99999")
    try:
        assert screen.drawn(PATIENCE_S)
        screen.resize(100, 30)
        screen.answers("ø".encode(), "ø does nothing")
        assert screen.peak_bytes < 200 << 20
        assert screen.leaves() == 0
    finally:
        screen.close()


@pytest.fixture
def job(tmp_path: Path) -> Iterator[Screen]:
    running = Screen(tmp_path, is_job=True)
    try:
        running.answers(b"", "Paused")
        yield running
    finally:
        running.close()


def test_ctrl_z_gives_the_terminal_back_until_the_shell_goes_on(job: Screen) -> None:
    during = termios.tcgetattr(job.far)
    job.send(b"\x1a")
    drawn = job.becomes("T")
    assert termios.tcgetattr(job.far) == job.found
    for off in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1003l", b"\x1b[?2004l", b"\x1b[<u", b"\x1b[23;2t"):
        assert off in drawn
    job.process.send_signal(signal.SIGCONT)
    job.answers(b"", "\x1b[?1049h")
    job.answers("ø".encode(), "ø does nothing")
    assert termios.tcgetattr(job.far) == during
    assert job.leaves() == 0
    assert termios.tcgetattr(job.far) == job.found


@pytest.mark.parametrize(
    "number", [signal.SIGTSTP, signal.SIGSTOP, signal.SIGCONT], ids=lambda each: each.name
)
def test_being_stopped_and_continued_by_others_costs_nothing(job: Screen, number: signal.Signals) -> None:
    for key in ("ø".encode(), "å".encode()):
        job.process.send_signal(number)
        if number is not signal.SIGCONT:
            job.becomes("T")
        job.process.send_signal(signal.SIGCONT)
        job.answers(b"", "\x1b[?1049h")
        job.answers(key, f"{key.decode()} does nothing")
    assert job.leaves() == 0
    assert termios.tcgetattr(job.far) == job.found


def test_without_a_shell_to_come_back_from_it_is_not_suspended(screen: Screen) -> None:
    screen.answers(b"\x1a", "No shell waits here")
    screen.answers("ø".encode(), "ø does nothing")


@pytest.mark.parametrize("way", ["key", "signal"])
def test_ctrl_backslash_leaves_in_good_order(screen: Screen, way: str) -> None:
    if way == "signal":
        screen.process.send_signal(signal.SIGQUIT)
    assert screen.leaves(b"\x1c" if way == "key" else b"") == 130
    assert termios.tcgetattr(screen.far) == screen.found
