"""Limits of the system: files, memory, processes, time; one sentence, and an end."""

from __future__ import annotations

import os
import resource
import time
from typing import TYPE_CHECKING, Final

from injections.catalogue import fault
from injections.rig import SAMPLE, MissingError, Rig, needs

if TYPE_CHECKING:
    from collections.abc import Callable

_SHORTAGE: Final = 2


def _bound(what: int, most: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(what, (most, most))


def _told_in_both_faces(rig: Rig, prepare: Callable[[], None], said: str) -> str:
    for is_linear in (True, False):
        with rig.player(rig.text(), linear=is_linear, prepare=prepare) as player:
            assert player.wait_for_end() == _SHORTAGE, player.text[-300:]
            assert said in player.text, player.text[-300:]
    shown = rig.run("show", rig.text(), preexec_fn=prepare)
    assert (shown.returncode, shown.stderr) == (0, ""), shown.stderr
    return f"both faces say: {said} The text is shown all the same"


@fault("limit-files", "8 and 30 files that may be open at once (ulimit -n)")
def few_files(rig: Rig) -> str:
    """Start both faces, and what works on sound, with each limit."""
    said = "briefing: Too few files may be open at once. Raise the limit (`ulimit -n 256`)."
    text = rig.text()
    commands = (
        ("--tui", text), ("--linear", text), ("speak", text, "-o", rig.folder / "out.wav"),
        ("align", SAMPLE.with_suffix(".mp3"), SAMPLE), ("doctor",),
    )  # fmt: skip
    limits = (8, 30)
    for most in limits:
        for command in commands:
            with rig.terminal(
                *rig.briefing, *map(str, command), prepare=_bound(resource.RLIMIT_NOFILE, most)
            ) as player:
                assert player.wait_for_end() == _SHORTAGE, f"{most}, {command}: {player.text[-300:]}"
                assert player.text.strip() == said, f"{most}, {command}: {player.text[-300:]}"
    return f"{len(limits)} limits, {len(commands)} commands: one sentence, and an end"


@fault("limit-memory", "200,000 KiB, and then 800,000, of address space (ulimit -v)")
def little_memory(rig: Rig) -> str:
    """Give too little to start, and what is enough to start and no more."""
    for most_kib in (200_000, 800_000):
        told = _told_in_both_faces(
            rig, _bound(resource.RLIMIT_AS, most_kib * 1024), "There is not enough memory."
        )
    return told


@fault("limit-processes", "1, 6 and 20 threads and processes (ulimit -u)", long=True)
def few_processes(rig: Rig) -> str:
    """Start both faces, and what works on sound, as a user who may have so many."""
    needs("setpriv")
    if os.geteuid() != 0:  # others may run many processes of the same user meanwhile
        raise MissingError("needs the rights of root, to be another user")
    said = "briefing: No further process or thread can be started"
    user = ("--reuid=54321", "--clear-groups", "--inh-caps=+dac_override", "--ambient-caps=+dac_override")
    limits = (1, 6, 20)
    commands = (("--tui", SAMPLE), ("--linear", SAMPLE), ("speak", SAMPLE, "-o", rig.folder / "out.wav"))
    for most in limits:
        for command in commands:
            with rig.terminal(
                *("setpriv", *user, *rig.briefing),
                *map(str, command),
                prepare=_bound(resource.RLIMIT_NPROC, most),
            ) as player:
                assert player.wait_for_end() == _SHORTAGE, f"{most}, {command}: {player.text[-300:]}"
                assert player.text.startswith(said), f"{most}, {command}: {player.text[-300:]}"
    return f"{len(limits)} limits, {len(commands)} commands: one sentence, and an end"


@fault("limit-time", "2 seconds of processor time (ulimit -t) in both faces")
def little_time(rig: Rig) -> str:
    """Press keys until it is used up: the terminal is as it was, and it is said why."""
    said = "briefing: The processor time that is allowed is used up."
    for is_linear in (True, False):
        with rig.player(SAMPLE, "--play", linear=is_linear, prepare=_bound(resource.RLIMIT_CPU, 2)) as player:
            player.wait_for("plays" if is_linear else "help")
            while player.process.poll() is None:
                player.press("jk" * 20 if is_linear else "+-")
                time.sleep(0.02)
            assert player.wait_for_end() == _SHORTAGE, player.text[-300:]
            assert said in player.text, player.text[-300:]
    return "both faces leave in good order, and say why"


@fault("limit-stack", "64 KiB of stack (ulimit -s) in both faces")
def little_stack(rig: Rig) -> str:
    """Set a bookmark in each."""
    for number, is_linear in enumerate((True, False), 1):
        with rig.player(
            rig.text(), linear=is_linear, prepare=_bound(resource.RLIMIT_STACK, 64 << 10)
        ) as player:
            player.wait_for("Speech.") if is_linear else player.wait_for("Paused")
            player.press("jb")
            player.wait_for(f"Bookmark {number}")
            player.leave()
    return "both faces open and keep a bookmark"


@fault("limit-length", "files of 0 to 32 KiB at most (ulimit -f)", long=True)
def short_files(rig: Rig) -> str:
    """Set a bookmark that cannot be written: it is told, and the database is whole, or none."""
    lengths_kib = (0, 1, 4, 32)
    for most_kib in lengths_kib:
        with rig.player(
            rig.text(), linear=True, prepare=_bound(resource.RLIMIT_FSIZE, most_kib << 10)
        ) as player:
            player.wait_for("Speech.")
            player.press("jb")
            player.wait_for("not written yet")
            player.leave()
            assert "Bookmarks that could not be written: 1." in player.text, player.text[-300:]
    return f"{len(lengths_kib)} limits, told each time"
