"""Screen readers: how long after a key the first word is handed to the voice, in each reader that is here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearing.measures import measured
from hearing.readers import listen, missing

if TYPE_CHECKING:
    from benchmarks.report import Bench

KEYS: Final = (("b", "Bookmark 1."), (">", "Speed 1.1."), ("m", "Muted."), ("p", "No command on P.")) * 3
"""Answered by a short sentence each."""
BACK: Final = (("<", "Normal speed."), ("m", "Volume 100 percent."))
PAUSE_S: Final = 1.0
"""Between an answer and the next key: Fenrir waits until its voice has spoken."""
AIMS_MS: Final = {"yasr": 150, "fenrir": 250, "brltty": 250}


def measure(bench: Bench) -> None:
    """Print key to speech in screen reader mode, in the middle of all keys and at worst."""
    for reader, aim_ms in AIMS_MS.items():
        if why := missing(reader):
            bench.say(f"key to speech, {reader}", f"not measured: {why}")
            continue
        command = [str(bench.briefing), "sample", "--linear", "--sink", "null"]
        with listen(reader, command, words_a_minute=600) as listener:
            listener.wait_for("Breaking News")
            for key, answer in (*KEYS, *BACK):
                listener.listen(PAUSE_S)
                listener.press(key, answer)
            measures = measured(listener.events, listener.pressed)
        middle_ms, worst_ms = (1000 * (each or 0.0) for each in (measures.median_s, measures.worst_s))
        told = f"{middle_ms:.0f} ms, at worst {worst_ms:.0f} ms"
        bench.say(f"key to speech, {reader}, median", told, aim=f"{aim_ms} ms", is_met=middle_ms <= aim_ms)
