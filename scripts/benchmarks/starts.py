"""Cold starts, as ratios to a bare Textual app: what a user waits before something is there.

Each command runs in a terminal, in a process of its own, in turn with the others, so that
a machine that is busy for a while is busy for all of them. The median of the runs counts.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks import bare
from benchmarks.report import SAMPLE
from terminal import Terminal

if TYPE_CHECKING:
    from benchmarks.report import Bench

RUNS: Final = 9
HELP: Final = 0.25
LINEAR: Final = 0.4
SCREEN: Final = 1.3
"""Aims, as shares of what the bare app takes."""
FIRST_WORDS: Final = "three democracies"
"""Words of the sample's first paragraph."""
OWN_WORDS: Final = "Morning bridge"
OWN_TEXT: Final = f"{OWN_WORDS} news\n\nThe bridge opened again on Monday. Cars cross it.\n"
OWN_CUES: Final = f"WEBVTT\n\n00:01.000 --> 00:04.000\n{OWN_WORDS} news. The bridge opened again.\n"


def measure(bench: Bench) -> None:
    """Print the cold starts."""
    python = [sys.executable]
    player = [str(bench.briefing), "--sink", "null", "sample"]
    painted = {
        "bare": ([*python, str(Path(bare.__file__))], bare.LINE),
        "linear": ([*player, "--linear"], "Condemn"),
        "tui": ([*player, "--tui"], FIRST_WORDS),
    }
    for name, source in _own(bench.folder).items():
        own = [*player[:-1], str(source)]
        shown = OWN_WORDS if name != "alone" else "Opening mine alone"
        painted[f"linear {name}"] = ([*own, "--linear"], "mine cues" if name == "cues" else shown)
        painted[f"tui {name}"] = ([*own, "--tui"], shown)
    took: dict[str, list[float]] = {name: [] for name in (*painted, "help")}
    for run in range(RUNS + 1):
        for name, (command, words) in painted.items():
            with Terminal(command, bench.environment()) as terminal:
                seconds = terminal.wait_for(words)
            took[name].append(seconds)
        began = time.monotonic()
        subprocess.run(
            [str(bench.briefing), "--help"], env=bench.environment(), capture_output=True, check=True
        )
        took["help"].append(time.monotonic() - began)
        if not run:  # the first run fills the caches of the system
            took = {name: [] for name in took}
    median = {name: statistics.median(values) for name, values in took.items()}
    bench.say("bare Textual app, one line painted", f"{median['bare'] * 1000:.0f} ms")
    for name, title, aim in (
        ("help", "briefing --help, done", HELP),
        ("linear", "screen reader mode, first line", LINEAR),
        ("tui", "screen, transcript painted", SCREEN),
        ("linear text", "the same, a text and an MP3 of the user's", LINEAR),
        ("tui text", "screen, a text and an MP3 of the user's", SCREEN),
        ("linear cues", "first line, an MP3 and a VTT of the user's", LINEAR),
        ("tui cues", "screen, an MP3 and a VTT of the user's", SCREEN),
        ("linear alone", "first line, an MP3 alone", LINEAR),
        ("tui alone", "screen, an MP3 alone", SCREEN),
    ):
        ratio = median[name] / median["bare"]
        bench.say(
            title,
            f"{ratio:.2f} of the bare app ({median[name] * 1000:.0f} ms)",
            aim=f"{aim} of it",
            is_met=ratio <= aim,
        )


def _own(folder: Path) -> dict[str, Path]:
    """Return what a user opens: a text beside an MP3, an MP3 beside a VTT, an MP3 alone."""
    sound = SAMPLE.with_suffix(".mp3").read_bytes()
    found = {}
    for name, text in (("text", OWN_TEXT), ("cues", OWN_CUES), ("alone", "")):
        mine = folder / f"own-{name}"
        mine.mkdir()
        recording = mine / f"mine-{name}.mp3"
        recording.write_bytes(sound)
        suffix = {"text": ".txt", "cues": ".vtt"}.get(name)
        if suffix:
            recording.with_suffix(suffix).write_text(text, encoding="utf-8")
        found[name] = recording.with_suffix(".txt") if name == "text" else recording
    return found
