#!/usr/bin/env python3
"""Time the words of the same recordings with aeneas and with briefing, and print both: error and speed.

    scripts/bench_align.py [--aeneas PYTHON] [--briefing 'CMD'] CASE [CASE ...]

A case is a folder with `audio.*`, `text.txt` and `truth.json`: `{"duration": s, "anchors": [{"i": token,
"start": s}, ...]}`, where tokens are what white space parts. Both aligners run as whole processes, one
after the other, so their times can be compared. Without `--aeneas` only briefing is measured.

aeneas 1.7.3 (AGPL, last released in 2017) is built in an environment of its own. It needs eSpeak's library,
ffmpeg, and a numpy and setuptools of its time:

    apt-get install espeak libespeak-dev ffmpeg build-essential python3-dev
    python3.11 -m venv /tmp/aeneas
    /tmp/aeneas/bin/pip install 'setuptools<60' wheel 'numpy<1.24' lxml beautifulsoup4
    /tmp/aeneas/bin/pip install --no-build-isolation aeneas==1.7.3.0
    /tmp/aeneas/bin/python -m aeneas.diagnostics
    scripts/bench_align.py --aeneas /tmp/aeneas/bin/python CASES...

It is run with its own preset for words (`--presets-word`), one token a fragment.
"""

from __future__ import annotations

import argparse
import json
import resource
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
_AENEAS_TASK = "task_language=eng|is_text_type=plain|os_task_file_format=json"


@dataclass(frozen=True)
class Case:
    """A recording with its text and what is known of it."""

    name: str
    audio: Path
    text: Path
    tokens: list[str]
    duration_s: float
    starts: dict[int, float]


@dataclass(frozen=True)
class Result:
    """Starts by token, and what they took: wall clock and processor seconds."""

    starts: list[float | None]
    wall_s: float
    processor_s: float


def read_case(folder: Path) -> Case:
    """Return the case in a folder."""
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    text = folder / "text.txt"
    return Case(
        folder.name,
        next(folder.glob("audio.*")),
        text,
        text.read_text("utf-8").split(),
        truth["duration"],
        {anchor["i"]: anchor["start"] for anchor in truth["anchors"]},
    )


def run(command: list[str]) -> tuple[bytes, float, float]:
    """Run a command; return its output, and the wall clock and processor seconds it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    done = subprocess.run(command, cwd=TOP, capture_output=True, check=False)
    wall_s = time.monotonic() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"{shlex.join(command)}: {done.stderr.decode(errors='replace').strip()[-300:]}")
    processor_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done.stdout, wall_s, processor_s


def by_briefing(case: Case, command: str) -> Result:
    """Time a case with briefing."""
    output, wall_s, processor_s = run([*shlex.split(command), str(case.audio), str(case.text), "--json"])
    return Result([word["start"] for word in json.loads(output)], wall_s, processor_s)


def by_aeneas(case: Case, python: str) -> Result:
    """Time a case with aeneas, a token a fragment."""
    with tempfile.TemporaryDirectory() as folder:
        lines, out = Path(folder, "tokens.txt"), Path(folder, "out.json")
        lines.write_text("\n".join(case.tokens) + "\n", "utf-8")
        module = [
            python,
            "-m",
            "aeneas.tools.execute_task",
            str(case.audio),
            str(lines),
            _AENEAS_TASK,
            str(out),
        ]
        _, wall_s, processor_s = run([*module, "--presets-word", "--skip-validator"])
        fragments = json.loads(out.read_text("utf-8"))["fragments"]
    return Result([float(fragment["begin"]) for fragment in fragments], wall_s, processor_s)


def line(name: str, who: str, case: Case, result: Result) -> str:
    """Return a line of the table."""
    errors_ms = sorted(
        1000 * abs(found - start)
        for i, start in case.starts.items()
        if (found := result.starts[i]) is not None
    )
    lost = len(case.starts) - len(errors_ms)
    shares = [100 * sum(e <= limit for e in errors_ms) / len(case.starts) for limit in (50, 100, 200)]
    p95 = errors_ms[min(len(errors_ms) - 1, round(0.95 * len(errors_ms)))] if errors_ms else float("nan")
    mean = statistics.fmean(errors_ms) if errors_ms else float("nan")
    median = statistics.median(errors_ms) if errors_ms else float("nan")
    return (
        f"{name:28.28} {who:9} {len(case.starts):6} {lost:5} {mean:8.1f} {median:7.1f} {p95:8.1f} "
        + " ".join(f"{share:6.1f}" for share in shares)
        + f" {result.wall_s / case.duration_s:7.4f} {result.processor_s / case.duration_s:7.4f}"
    )


def main() -> None:
    """Measure the cases that are named on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("cases", nargs="+", type=Path)
    parser.add_argument("--aeneas", metavar="PYTHON", help="the Python of an environment that has aeneas")
    parser.add_argument("--briefing", default=f"{sys.executable} -m briefing align", metavar="CMD")
    options = parser.parse_args()
    print(
        f"{'case':28} {'aligner':9} {'onsets':>6} {'lost':>5} {'mean ms':>8} {'median':>7} {'95 %':>8} "
        f"{'<=50':>6} {'<=100':>6} {'<=200':>6} {'wall':>7} {'cpu':>7}"
    )
    for case in map(read_case, options.cases):
        if options.aeneas:
            print(line(case.name, "aeneas", case, by_aeneas(case, options.aeneas)), flush=True)
        print(line(case.name, "briefing", case, by_briefing(case, options.briefing)), flush=True)


if __name__ == "__main__":
    main()
