"""The processes that the player starts: none outlives it."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING, Final

from injections.catalogue import fault
from injections.rig import SAMPLE, Rig, wait_until
from injections.system import command_of, is_tied

if TYPE_CHECKING:
    from pathlib import Path

_RECORDING: Final = SAMPLE.with_suffix(".mp3")
_GONE_S: Final = 1.0
_ENDS: Final = {
    "q": None,
    "Ctrl-C": signal.SIGINT,
    "SIGTERM": signal.SIGTERM,
    "SIGHUP": signal.SIGHUP,
    "kill -9": signal.SIGKILL,
}


def _await_gone(rig: Rig, how: str) -> float:
    """Return after how long nothing of the rig is left."""
    began_s = time.monotonic()
    while left := [pid for pid in rig.processes() if _runs(pid) or how != "kill -9"]:
        waited_s = time.monotonic() - began_s
        assert waited_s < 5 * _GONE_S, f"after {how} these are left: {[command_of(pid) for pid in left]}"
        time.sleep(0.01)
    return time.monotonic() - began_s


def _runs(pid: int) -> bool:
    # Whoever inherits a process that was killed with its parent reaps it in its own time.
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as file:  # noqa: PTH123
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@fault("player-and-children", "the player ends in five ways while speech, sound and the aligner work")
def player_ends(rig: Rig) -> str:
    """End it, and look whether anything of it is left after a second."""
    recording = rig.folder / "talk.mp3"
    recording.write_bytes(_RECORDING.read_bytes())
    (rig.folder / "talk.txt").write_text(SAMPLE.read_text(encoding="utf-8").partition("---\n\n")[2])
    worst_s = 0.0
    for how, number in _ENDS.items():
        home = rig.folder / how.replace(" ", "-")
        home.mkdir()
        with rig.player(
            recording, "--play", linear=True, environment={"HOME": str(home)}, is_judged=number is None
        ) as player:
            wait_until(lambda: len(rig.processes()) > 1, "no process is started")
            if number is None:
                player.press("q")
            else:
                player.process.send_signal(number)
            player.wait_for_end()
            took_s = _await_gone(rig, how)
            assert took_s < _GONE_S, f"after {how} it took {took_s:.2f} s"
            worst_s = max(worst_s, took_s)
    return f"5 ways, the last process was gone after {worst_s:.2f} s"


def _write_pairs(rig: Rig, count: int) -> Path:
    text = rig.folder / "talk.txt"
    text.write_text(SAMPLE.read_text(encoding="utf-8").partition("---\n\n")[2])
    listed = rig.folder / "pairs.tsv"
    listed.write_text("".join(f"{_RECORDING}\t{text}\t{rig.folder}/out-{i}.vtt\n" for i in range(count)))
    return listed


@fault("align-list-ends", "`align --list` ends in four ways while its jobs work")
def list_ends(rig: Rig) -> str:
    """End it by each signal: its jobs, and what they have started, end too."""
    listed = _write_pairs(rig, 4)
    worst_s = 0.0
    for how, number in list(_ENDS.items())[1:]:
        assert number is not None
        with rig.terminal(
            *rig.briefing, "align", "--list", str(listed), "--jobs", "2", is_judged=False
        ) as command:
            wait_until(lambda: len(rig.processes()) > 4, "no job has started")  # 2 jobs' own
            command.process.send_signal(number)
            began_s = time.monotonic()
            code = command.wait_for_end()
            _await_gone(rig, how)
            worst_s = max(worst_s, time.monotonic() - began_s)
        assert code == (-signal.SIGKILL if how == "kill -9" else 130), f"{how}: {code}"
        halves = [path.name for path in rig.folder.iterdir() if path.name.endswith(".part")]
        assert not halves, f"{how}: {halves} are left"
    assert worst_s < _GONE_S, f"it took {worst_s:.2f} s"
    return f"4 ways, the last process was gone after {worst_s:.2f} s"


@fault("stopped-children", "every child is stopped, and the player is killed")
def stopped(rig: Rig) -> str:
    """Send SIGSTOP to all that a player has started, and SIGKILL to the player."""
    recording = rig.folder / "talk.mp3"
    recording.write_bytes(_RECORDING.read_bytes())
    (rig.folder / "talk.txt").write_text(SAMPLE.read_text(encoding="utf-8").partition("---\n\n")[2])
    with rig.player(recording, "--play", linear=True, is_judged=False) as player:
        wait_until(lambda: len(rig.processes()) > 1, "no process is started")
        children = [pid for pid in rig.processes() if pid != player.process.pid]
        wait_until(lambda: all(is_tied(pid) for pid in children), "a process is not tied to the player")
        for pid in children:
            os.kill(pid, signal.SIGSTOP)
        player.process.kill()
        player.wait_for_end()
        took_s = _await_gone(rig, "kill -9")
    assert took_s < _GONE_S, f"it took {took_s:.2f} s"
    return f"{len(children)} stopped children gone after {took_s:.2f} s"
