"""Runs the rounds of one target or of all: `scripts/fuzz [--target NAME] [--rounds N] [--seed N]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fuzzing.rounds import mutant
from fuzzing.targets import TARGETS
from fuzzing.trial import tried
from fuzzing.watch import Watch

if TYPE_CHECKING:
    from fuzzing.watch import Report

_FOLDER: Final = Path("build/fuzz")


def main() -> int:
    """Run them; return 1 if anything was found."""
    names = [target.name for target in TARGETS]
    parser = argparse.ArgumentParser(prog="scripts/fuzz", description=__doc__)
    parser.add_argument("--target", action="append", choices=names, help="this one alone; may be repeated")
    parser.add_argument("--rounds", type=int, default=20_000, help="files of each target")
    parser.add_argument("--seed", type=int, default=0, help="what the chance begins with")
    parser.add_argument("--first", type=int, default=0, help="the number of the first round")
    parser.add_argument("--replay", type=Path, help="read this file again, which was found before, unwatched")
    asked = parser.parse_args()
    chosen = asked.target or names
    if asked.replay:
        for target in TARGETS:
            if target.name in chosen:
                print(f"{target.name}: {tried(target, asked.replay.read_bytes())}")
        return 0
    total = 0
    with Watch() as watch:
        for name in chosen:
            report = watch.run(name, asked.rounds, asked.seed, asked.first)
            print(_told(name, report))
            for found in report.findings:
                path = _kept(name, asked.seed, found.number)
                print(f"  {found.fault}\n  scripts/fuzz --target {name} --replay {path}")
            sys.stdout.flush()
            total += len(report.findings)
    return int(total > 0)


def _told(name: str, report: Report) -> str:
    number, worst_s = report.slowest
    return (
        f"{name}: {report.rounds:,} rounds, {len(report.findings)} findings,"
        f" {1000 * report.took_s / report.rounds:.1f} ms a round,"
        f" the slowest {worst_s:.2f} s (round {number}), grew by {report.growth_kib:.0f} KiB in a thousand"
    )


def _kept(name: str, seed: int, number: int) -> Path:
    """Write the mutant of a round, and return where."""
    _FOLDER.mkdir(parents=True, exist_ok=True)
    path = _FOLDER / f"{name}-{seed}-{number}"
    path.write_bytes(mutant(name, seed, number))
    return path


if __name__ == "__main__":
    sys.exit(main())
