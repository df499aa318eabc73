"""The terminal that tests and faults run programs in."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("name", ["SIGINT", "SIGHUP"])
def test_what_is_started_below_nohup_can_be_ended_all_the_same(name: str) -> None:
    number = getattr(signal, name)
    program = (
        f"import os, signal, subprocess, sys; sys.path.insert(0, {str(SCRIPTS)!r})\n"
        "from terminal import let_signals_through\n"
        f"signal.signal(signal.{name}, signal.SIG_IGN)\n"
        "let_signals_through()\n"
        f"os.kill(os.getpid(), signal.{name})\n"
        "with subprocess.Popen(['sleep', '60']) as child:\n"
        f"    child.send_signal(signal.{name})\n"
        "    print(child.wait(30))\n"
    )
    told = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    assert told == f"{-number}\n"
