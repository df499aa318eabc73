"""Terminals of odd sizes, and being stopped and continued in them."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from injections.catalogue import fault
from injections.keyboard import answers
from injections.rig import SAMPLE, UNBOUND, UNBOUND_TOO, Rig, wait_until
from injections.system import memory_mib

if TYPE_CHECKING:
    from injections.rig import Player

_ODD: Final = ((0, 0), (1, 1), (1, 200), (300, 1), (300, 100), (65535, 65535))
_LIMIT_MIB: Final = 200.0
_STOPPED_S: Final = 3.0
# A shell with job control: what it starts gets a group of its own and the terminal, and is continued.
_SHELL: Final = """
import os, signal, subprocess, sys, termios
signal.signal(signal.SIGTTOU, signal.SIG_IGN)
started = subprocess.Popen(sys.argv[1:], process_group=0)
os.tcsetpgrp(0, started.pid)
while True:
    _, status = os.waitpid(started.pid, os.WUNTRACED)
    if not os.WIFSTOPPED(status):
        sys.exit(os.waitstatus_to_exitcode(status))
    os.tcsetpgrp(0, os.getpgrp())
    echo = bool(termios.tcgetattr(0)[3] & termios.ECHO)
    print(f"[stopped, echo {'on' if echo else 'off'}]", flush=True)
    sys.stdin.readline()
    os.tcsetpgrp(0, started.pid)
    os.killpg(started.pid, signal.SIGCONT)
"""


@fault("odd-sizes", "windows from 0x0 to 65535x65535, and COLUMNS and LINES that cannot be")
def odd_sizes(rig: Rig) -> str:
    """Open in each, and press a key at a usual size afterwards."""
    peaks = []
    for columns, lines in _ODD:
        odd = {"COLUMNS": "99999", "LINES": "99999"}
        with rig.player(SAMPLE, columns=columns, lines=lines, environment=odd) as player:
            wait_until(lambda player=player: b"\x1b[?1049h" in player.raw, "nothing is drawn")  # type: ignore[misc]
            time.sleep(1.0)
            player.resize(100, 30)
            answers(player, UNBOUND)
            peaks.append(memory_mib(player.process.pid, peak=True))
            player.leave()
    assert max(peaks) < _LIMIT_MIB, f"{max(peaks):.0f} MiB"
    return f"{len(_ODD)} sizes, at most {max(peaks):.0f} MiB"


@fault("many-sizes", "500 sizes in a few seconds")
def many_sizes(rig: Rig) -> str:
    """Resize on and on, and press a key."""
    with rig.player(SAMPLE) as player:
        player.wait_for("Paused")
        for number in range(500):
            player.resize(1 + number * 7 % 300, 1 + number * 3 % 100)
            time.sleep(0.008)
        player.resize(100, 30)
        answered_s = answers(player, UNBOUND)
        peak_mib = memory_mib(player.process.pid, peak=True)
        player.leave()
    assert peak_mib < _LIMIT_MIB, f"{peak_mib:.0f} MiB"
    return f"a key answered in {answered_s:.2f} s, {peak_mib:.0f} MiB"


@fault("suspended", "Ctrl-Z on the screen and in screen reader mode, and fg after a while")
def suspended(rig: Rig) -> str:
    """Stop as a job of a shell, and see the terminal, the place and the state."""
    for flag in ("--tui", "--linear"):
        shell = rig.folder / "shell.py"
        shell.write_text(_SHELL)
        trace = rig.folder / f"trace{flag}"
        command = (
            sys.executable,
            str(shell),
            *rig.briefing,
            flag,
            "--play",
            "--trace",
            str(trace),
            str(SAMPLE),
        )
        with rig.terminal(*command) as player:
            wait_until(lambda trace=trace: '"cue"' in _read(trace), "nothing plays")  # type: ignore[misc]
            player.press("\x1a")
            player.wait_for("[stopped, echo on]")
            before = _read(trace)
            time.sleep(_STOPPED_S)
            assert _read(trace) == before, "it went on while it was stopped"
            after = len(player.text)
            player.press("\n")
            wait_until(lambda trace=trace, before=before: len(_read(trace)) > len(before) + 300, "no sound")  # type: ignore[misc]
            if flag == "--tui":
                answers(player, UNBOUND)
            else:
                player.press(UNBOUND)
                player.wait_for(f"No command on {UNBOUND.upper()}.", after=after)
            player.leave()
    return "stopped, the terminal given back, and going on, in both faces"


def _read(trace: Path) -> str:
    return trace.read_text(encoding="utf-8") if trace.exists() else ""


@fault("stopped-by-others", "kill -TSTP, -STOP and -CONT, again and again")
def stopped_by_others(rig: Rig) -> str:
    """Stop and continue, and press a key."""
    signals = (signal.SIGTSTP, signal.SIGSTOP, signal.SIGCONT) * 3
    with rig.player(SAMPLE) as player:
        player.wait_for("Paused")
        for turn, number in enumerate(signals):
            os.kill(player.process.pid, number)
            if number != signal.SIGCONT:
                wait_until(lambda player=player: _is_stopped(player), "it is not stopped")  # type: ignore[misc]
                os.kill(player.process.pid, signal.SIGCONT)
            time.sleep(0.3)
            answers(player, (UNBOUND, UNBOUND_TOO)[turn % 2])
        player.leave()
    return f"{len(signals)} signals"


def _is_stopped(player: Player) -> bool:
    status = Path(f"/proc/{player.process.pid}/stat").read_text()
    return status.rpartition(")")[2].split()[0] == "T"


@fault("ctrl-z-without-shell", "Ctrl-Z where the player is all that a window runs")
def ctrl_z_without_shell(rig: Rig) -> str:
    """See that it says so and goes on."""
    with rig.player(SAMPLE) as player:
        player.wait_for("Paused")
        time.sleep(0.5)
        player.press("\x1a")
        player.wait_for("No shell waits here")
        answers(player, UNBOUND)
        player.leave()
    return "said, and going on"


@fault("ctrl-backslash-screen", "Ctrl-backslash, and SIGQUIT, on the screen")
def ctrl_backslash_screen(rig: Rig) -> str:
    """See the exit codes; the rig looks at the terminals."""
    codes = []
    for is_key in (True, False):
        with rig.player(SAMPLE) as player:
            player.wait_for("Paused")
            if is_key:
                player.press("\x1c")
            else:
                os.kill(player.process.pid, signal.SIGQUIT)
            codes.append(player.wait_for_end())
    assert codes == [130, 130], codes
    return "left with 130, the terminal as it was"
