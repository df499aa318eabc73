"""Screen readers: how long after a key the first word is handed to the voice, in each reader that is here.

Beside the player stands what the reader takes by itself: in the same minute, a program that answers each
key at once (`answering`).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks import answering
from hearing.measures import measured
from hearing.readers import listen, missing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.report import Bench

ROUNDS: Final = 3
KEYS: Final = (
    ("b", "Bookmark 1."),
    ("b", "Bookmark dropped."),
    (">", "Speed 1.1."),
    ("<", "Normal speed."),
    ("m", "Muted."),
    ("m", "Volume 100 percent."),
    ("\x1b[20~", "No command on f9."),
)
"""Answered by a short sentence each; after them all is as it was."""
PAUSE_S: Final = 1.0
"""Between an answer and the next key: Fenrir waits until its voice has spoken."""
AIMS_MS: Final = {"yasr": 150, "fenrir": 250, "brltty": 250}


def measure(bench: Bench) -> None:
    """Print key to speech in screen reader mode, in the middle of all keys and at worst."""
    player = [str(bench.briefing), "sample", "--linear", "--sink", "null"]
    itself = [sys.executable, "-I", str(Path(answering.__file__))]
    for reader, aim_ms in AIMS_MS.items():
        if why := missing(reader):
            bench.say(f"key to speech, {reader}", f"not measured: {why}")
            continue
        told, _ = _timed(reader, itself, answering.READY, [(key, answering.ANSWER) for key, _ in KEYS])
        bench.say(f"{reader} by itself, median", told)
        told, middle_ms = _timed(reader, player, "Breaking News", KEYS)
        bench.say(f"key to speech, {reader}, median", told, aim=f"{aim_ms} ms", is_met=middle_ms <= aim_ms)


def _timed(
    reader: str, command: Sequence[str], ready: str, keys: Sequence[tuple[str, str]]
) -> tuple[str, float]:
    """Return how soon a program is heard to answer keys, in words and in milliseconds in the median."""
    with listen(reader, command, words_a_minute=600) as listener:
        listener.wait_for(ready)
        for key, answer in (*keys,) * ROUNDS:
            listener.listen(PAUSE_S)
            listener.press(key, answer)
        measures = measured(listener.events, listener.pressed)
    middle_ms, worst_ms = (1000 * (each or 0.0) for each in (measures.median_s, measures.worst_s))
    return f"{middle_ms:.0f} ms, at worst {worst_ms:.0f} ms", middle_ms
