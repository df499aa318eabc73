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
from benchmarks.terminal import Terminal

if TYPE_CHECKING:
    from benchmarks.report import Bench

RUNS: Final = 9
FIRST_WORDS: Final = "three democracies"
"""Words of the sample's first paragraph."""


def measure(bench: Bench) -> None:
    """Print the cold starts."""
    python = [sys.executable]
    player = [str(bench.briefing), "--sink", "null", "sample"]
    painted = {
        "bare": ([*python, str(Path(bare.__file__))], bare.LINE),
        "linear": ([*player, "--linear"], "Condemn"),
        "tui": ([*player, "--tui"], FIRST_WORDS),
    }
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
        ("help", "briefing --help, done", None),
        ("linear", "screen reader mode, first line", 0.8),
        ("tui", "screen, transcript painted", 1.5),
    ):
        ratio = median[name] / median["bare"]
        bench.say(
            title,
            f"{ratio:.2f} of the bare app ({median[name] * 1000:.0f} ms)",
            aim=f"{aim} of it" if aim else "",
            is_met=None if aim is None else ratio <= aim,
        )
