"""kill -9 at any moment: at most a second of the place is lost, and nothing is damaged."""

from __future__ import annotations

import json
import random
import time
from typing import TYPE_CHECKING, Any, Final

from injections.catalogue import fault
from injections.rig import SAMPLE, Rig, wait_until

if TYPE_CHECKING:
    from pathlib import Path

_LOST_S: Final = 1.0
_SEED: Final = 20261127


@fault("kill-9", "the player is killed while it plays, and opened again")
def killed(rig: Rig) -> str:
    """Kill the player a few times."""
    return _kill_often(rig, 3)


@fault("kill-9-often", "the same a hundred times", long=True)
def killed_often(rig: Rig) -> str:
    """Kill the player a hundred times."""
    return _kill_often(rig, 100)


def _kill_often(rig: Rig, times: int) -> str:
    moments = random.Random(_SEED)
    worst_s = 0.0
    for number in range(times):
        trace = rig.folder / f"trace-{number}"
        with rig.player(
            SAMPLE, "--play", "--trace", trace, linear=number % 2 == 0, is_judged=False
        ) as player:
            wait_until(lambda trace=trace: bool(_events(trace, "cue")), "nothing is played")  # type: ignore[misc]
            time.sleep(moments.uniform(0.0, 2.5))
            player.process.kill()
            player.wait_for_end()
        cues, places = _events(trace, "cue"), _events(trace, "place")
        heard_s = cues[-1]["media_s"]
        kept_s = places[-1]["media_s"] if places else cues[0]["media_s"]
        worst_s = max(worst_s, heard_s - kept_s)
    assert worst_s <= _LOST_S, f"{worst_s:.2f} s of the place are lost"
    return f"{times} kills, at most {worst_s:.2f} s lost"


def _events(trace: Path, kind: str) -> list[dict[str, Any]]:
    if not trace.exists():
        return []
    lines = trace.read_text(encoding="utf-8").splitlines(keepends=True)
    return [event for line in lines if line.endswith("\n") and (event := json.loads(line))["event"] == kind]
