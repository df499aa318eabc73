"""Limits of the system: files, memory, the size of a file; one sentence, and an end."""

from __future__ import annotations

import resource
from typing import TYPE_CHECKING, Final

from injections.rig import Rig, fault

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


@fault("limit-memory", "200,000 KiB of address space (ulimit -v 200000)")
def little_memory(rig: Rig) -> str:
    """Inject 200; return what came of it."""
    return _told_in_both_faces(rig, _bound(resource.RLIMIT_AS, 200_000 * 1024), "There is not enough memory.")
