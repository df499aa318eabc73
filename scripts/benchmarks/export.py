"""What it costs to write a briefing of 27 minutes as each kind of file there is: seconds, and memory.

The briefing is the sample, over and over: its text, which tells how long it is, a time for every word, and
its recording in MP3. Each file is written by a program of its own, started anew, in a home where nothing is
remembered. The least of the runs counts: all else of it is the machine's. Beside the time by the clock
stands the processors', of all processes together, which a busy machine changes less; and the time of
`briefing --version`, below which no command is. Memory is what all processes hold at once, each page that
they share counted once (PSS); it is looked for in a run of its own, for looking takes time.
"""

from __future__ import annotations

import os
import re
import subprocess
import time
from typing import TYPE_CHECKING, Final, NamedTuple

from benchmarks.lengths import SAMPLE_S, recording_of
from benchmarks.memory import MemoryWatch
from benchmarks.report import SAMPLE
from briefing.export.registry import EXPORTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.report import Bench
    from briefing.export.registry import Export

TIMES: Final = 7
LENGTH_S: Final = TIMES * SAMPLE_S
"""26 minutes 36 seconds."""
RUNS: Final = 3
TIMES_S: Final = 0.3
BOOK_S: Final = 3.0
MEMORY_MIB: Final = 250
CODED: Final = (("mp3", ("--level",)), ("epub", ("--voice", "speech")))
"""What is coded anew, and what is read aloud."""
_LOOK_S: Final = 0.02
_HEAD: Final = 2
"""Cues of the title and of the summary, which are there once."""
_STAMP: Final = re.compile(r"(\d\d):(\d\d):(\d\d\.\d{3})")


class Cost(NamedTuple):
    """What a command took."""

    wall_s: float
    processor_s: float
    """Of all its processes, for us and for the system."""
    peak_mib: float

    @property
    def told(self) -> str:
        """It in words."""
        return f"{self.wall_s:6.2f} s, {self.processor_s:6.2f} s of processors, {self.peak_mib:4.0f} MiB"


def measure(bench: Bench) -> None:
    """Print what each kind of file costs."""
    source = make_briefing(bench.folder / "briefing")
    bench.say("briefing --version", _cost(bench, ["--version"], RUNS).told)
    for export in EXPORTS:
        _measure_kind(bench, source, export, (), RUNS)
    by_name = {each.name: each for each in EXPORTS}
    for name, more in CODED:
        _measure_kind(bench, source, by_name[name], more, 1)


def make_briefing(folder: Path) -> Path:
    """Write the sample, over and over, with its recording and its times; return the text's file."""
    folder.mkdir()
    head, text = SAMPLE.read_text(encoding="utf-8").removeprefix("---\n").split("\n---\n", 1)
    kept = [line for line in head.splitlines() if not line.startswith(("audio", "duration"))]
    length = f'duration: "{LENGTH_S // 60}:{LENGTH_S % 60:02}"'
    path = folder / SAMPLE.name
    front = "\n".join(["---", *kept, length, "audio: talk.mp3", "---"])
    path.write_text(f"{front}\n{text * TIMES}", encoding="utf-8")
    recording_of(folder, LENGTH_S).rename(folder / "talk.mp3")
    picture = SAMPLE.with_suffix(".png")
    (folder / picture.name).write_bytes(picture.read_bytes())
    start, *cues = SAMPLE.with_suffix(".vtt").read_text(encoding="utf-8").strip().split("\n\n")
    told = [cue.split("\n", 1)[1] for cue in cues]
    rounds = [_later(cue, turn * SAMPLE_S) for turn in range(TIMES) for cue in told[_HEAD if turn else 0 :]]
    (folder / "talk.vtt").write_text("\n\n".join([start, *rounds, ""]), encoding="utf-8")
    return path


def _later(cue: str, seconds: int) -> str:
    def moved(stamp: re.Match[str]) -> str:
        hours, minutes, rest = stamp.groups()
        minutes, rest_s = divmod(3600 * int(hours) + 60 * int(minutes) + float(rest) + seconds, 60)
        return f"{int(minutes) // 60:02}:{int(minutes) % 60:02}:{rest_s:06.3f}"

    return _STAMP.sub(moved, cue)


def _measure_kind(bench: Bench, source: Path, export: Export, more: Sequence[str], runs: int) -> None:
    out = bench.folder / f"out{export.suffix}"
    cost = _cost(bench, ["export", str(source), str(out), "--force", *more], runs)
    most_s = TIMES_S if export.needs_times else BOOK_S
    is_timed = not more and not export.is_sound  # sound is as fast as its coder
    bench.say(
        " ".join([export.suffix, *more]),
        f"{cost.told}, {out.stat().st_size / 1e6:.2f} MB written",
        aim=(f"{most_s:g} s, " if is_timed else "") + f"{MEMORY_MIB} MiB",
        is_met=cost.peak_mib <= MEMORY_MIB and not (is_timed and cost.wall_s > most_s),
    )


def _cost(bench: Bench, arguments: list[str], runs: int) -> Cost:
    environment = bench.environment()
    command = [str(bench.briefing), *arguments]
    took: list[tuple[float, float]] = []
    for _ in range(runs):
        began_s, before = time.monotonic(), os.times()
        subprocess.run(command, env=environment, check=True, capture_output=True)
        after = os.times()
        took.append(
            (
                time.monotonic() - began_s,
                after.children_user + after.children_system - before.children_user - before.children_system,
            )
        )
    with (
        subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as run,
        MemoryWatch(run.pid, _LOOK_S) as memory,
    ):
        run.wait()
    return Cost(min(wall_s for wall_s, _ in took), min(spent_s for _, spent_s in took), memory.peak_mib)
