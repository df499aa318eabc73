"""Limits of the system: files, memory, the size of a file; one sentence, and an end."""

from __future__ import annotations

import resource
from typing import TYPE_CHECKING, Final

from injections.rig import SAMPLE, Rig, fault

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


@fault("limit-files", "5, 8 and 30 files that may be open at once (ulimit -n)")
def few_files(rig: Rig) -> str:
    """Start both faces, and what works on sound, with each limit."""
    said = "briefing: Too few files may be open at once. Raise the limit (`ulimit -n 256`)."
    text = rig.text()
    commands = (
        ("--tui", text), ("--linear", text), ("speak", text, "-o", rig.folder / "out.wav"),
        ("align", SAMPLE.with_suffix(".mp3"), SAMPLE), ("doctor",),
    )  # fmt: skip
    limits = (5, 8, 30)
    for most in limits:
        for command in commands:
            with rig.terminal(
                *rig.briefing, *map(str, command), prepare=_bound(resource.RLIMIT_NOFILE, most)
            ) as player:
                assert player.wait_for_end() == _SHORTAGE, f"{most}, {command}: {player.text[-300:]}"
                assert player.text.strip() == said, f"{most}, {command}: {player.text[-300:]}"
    return f"{len(limits)} limits, {len(commands)} commands: one sentence, and an end"


@fault("limit-memory", "200,000 KiB of address space (ulimit -v 200000)")
def little_memory(rig: Rig) -> str:
    """Inject 200; return what came of it."""
    return _told_in_both_faces(rig, _bound(resource.RLIMIT_AS, 200_000 * 1024), "There is not enough memory.")
