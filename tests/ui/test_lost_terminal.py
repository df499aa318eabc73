"""The screen in a terminal that goes away: the place is kept, and no process stays behind."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE_S = 60
"""How long to wait for what must happen; reached only where it never does."""


@pytest.mark.parametrize("has_signal", [True, False], ids=["window closed", "nobody told"])
def test_a_closed_terminal_leaves_no_player_behind(tmp_path: Path, *, has_signal: bool) -> None:
    outer, inner = pty.openpty()
    fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 100, 0, 0))
    trace = tmp_path / "trace"

    def become_leader() -> None:
        if has_signal:  # a session leader with a terminal is told of its end by SIGHUP
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    player = subprocess.Popen(
        [sys.executable, "-m", "briefing", "sample", "--sink", "null", "--play", "--trace", str(trace)],
        stdin=inner,
        stdout=inner,
        stderr=inner,
        env={**os.environ, "HOME": str(tmp_path), "TERM": "xterm"},
        start_new_session=True,
        preexec_fn=become_leader,  # noqa: PLW1509  # no threads here, and nothing else can
    )
    os.close(inner)
    until = time.monotonic() + PATIENCE_S
    while not (trace.exists() and '"cue"' in trace.read_text()):
        assert time.monotonic() < until, "nothing plays"
        with contextlib.suppress(OSError):
            if select.select([outer], [], [], 0.05)[0]:
                os.read(outer, 1 << 16)
    os.close(outer)
    try:
        assert player.wait(PATIENCE_S) == 130
    finally:
        player.kill()
    last = json.loads(trace.read_text().splitlines()[-1])
    assert last["event"] == "place"
