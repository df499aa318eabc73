"""However the player ends, and whatever it is at: within a second no process is left, not even unreaped.

This process inherits what is left, as init does elsewhere. Only of a player that was killed nobody but
the heir can reap what it had started, so that is done here, as init does.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import pytest

if sys.platform != "linux":
    pytest.skip("processes are looked at in /proc", allow_module_level=True)

from tests.end_to_end.descendants import command_of, descendants, inheriting
from tests.end_to_end.player import Player
from tests.end_to_end.sound import Server, is_installed
from tests.end_to_end.talk import write_talk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

PROMISE_S: Final = 1.0
MOST_TIMES: Final = 10.0
"""A machine that is busier than that is not waited for."""
LONG_S: Final = 60.0
"""Of sound, which takes several seconds to align."""

ENDS: Final[dict[str, bytes | signal.Signals]] = {
    "q": b"q",
    "ctrl-c": b"\x03",
    "SIGTERM": signal.SIGTERM,
    "SIGHUP": signal.SIGHUP,
    "SIGKILL": signal.SIGKILL,
}
MOMENTS: Final = {
    "opening": ("talk.wav", "briefing.audio.media.probing"),
    "playing": ("talk.md --no-align", "briefing.audio.media.decoding"),
    "speaking": ("words.txt --voice speech", "briefing.speech.worker.main"),
    "aligning": ("talk.md", "briefing.align.acoustic.pocketsphinx.worker"),
}
"""What is opened, and the process that is waited for."""
CASES: Final = [
    *(("--linear", moment, end) for moment in MOMENTS for end in ENDS),
    *(("--tui", "aligning", end) for end in ENDS),  # when the most processes are there
    *(("--tui", "opening", end) for end in ("q", "SIGKILL")),
]


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("talk")
    write_talk(folder, LONG_S)
    return folder


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, str]]:
    """One with a sound server of our own where there is one; else the player finds no device."""
    folder = tmp_path_factory.mktemp("sound")
    if not is_installed():
        yield {**os.environ, "XDG_RUNTIME_DIR": str(folder)}
        return
    with Server(folder) as server:
        yield server.environment


def patience_s() -> float:
    """Return the promise, as many times longer as there are more that want a processor than processors."""
    waiting = os.getloadavg()[0] / (os.cpu_count() or 1)
    return PROMISE_S * min(max(waiting, 1.0), MOST_TIMES)


def left(known: set[int], *, reaps: bool) -> list[str]:
    """Return what runs, or ended and was not reaped, besides `known`."""
    found = {pid: state for pid, state in descendants().items() if pid not in known}
    for pid in [pid for pid, state in found.items() if reaps and state == "Z"]:
        with suppress(ChildProcessError):  # its own parent still lives
            if os.waitpid(pid, os.WNOHANG)[0] == pid:
                del found[pid]
    return [f"{state} {command_of(pid)}" for pid, state in found.items()]


@pytest.mark.parametrize("case", CASES, ids=" ".join)
def test_nothing_is_left(
    talk: Path, tmp_path: Path, environment: Mapping[str, str], case: tuple[str, str, str]
) -> None:
    face, moment, end = case
    opened, awaited = MOMENTS[moment]
    name, *options = opened.split()
    how = ENDS[end]
    known = set(descendants())
    with (
        inheriting(),
        Player(tmp_path, str(talk / name), "--play", *options, environment=environment, face=face) as player,
    ):
        player.wait_for(
            lambda events: (
                any(awaited in command_of(pid) for pid in descendants(player.process.pid))
                and (moment == "opening" or any(event["event"] == "cue" for event in events))
            ),
            f"no {awaited}",
        )
        until_s = time.monotonic() + patience_s()
        if isinstance(how, bytes):
            player.press(how.decode())
        else:
            player.process.send_signal(how)
        while player.process.poll() is None and time.monotonic() < until_s:
            player.take_what_is_said()
            time.sleep(0.005)
        while (still := left(known, reaps=end == "SIGKILL")) and time.monotonic() < until_s:
            time.sleep(0.005)
        assert not still
        assert player.process.returncode == {"q": 0, "SIGKILL": -signal.SIGKILL}.get(end, 130)
