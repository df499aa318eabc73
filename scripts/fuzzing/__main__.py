"""Runs the rounds of one format or of all: `scripts/fuzz [--format NAME] [--rounds N] [--seed N]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

from briefing.formats.registry import FORMATS
from fuzzing.rounds import run
from fuzzing.trial import fault_of

_FOLDER: Final = Path("build/fuzz")


def main() -> int:
    """Run them; return 1 if anything was found."""
    rows = {row.module: row for row in FORMATS}
    parser = argparse.ArgumentParser(prog="scripts/fuzz", description=__doc__)
    parser.add_argument("--format", choices=rows, help="of one format alone")
    parser.add_argument("--rounds", type=int, default=20_000, help="files of each format")
    parser.add_argument("--seed", type=int, default=0, help="what the chance begins with")
    parser.add_argument("--replay", type=Path, help="read this file again, which was found before")
    asked = parser.parse_args()
    chosen = [rows[asked.format]] if asked.format else list(rows.values())
    if asked.replay:
        for row in chosen:
            print(f"{row.module}: {fault_of(row, asked.replay.read_bytes()) or 'nothing wrong'}")
        return 0
    total = 0
    for row in chosen:
        report = run(row, asked.rounds, asked.seed)
        print(
            f"{row.module}: {report.rounds} rounds, {len(report.findings)} findings, {report.worst_s:.2f} s"
        )
        for found in report.findings:
            _FOLDER.mkdir(parents=True, exist_ok=True)
            path = _FOLDER / f"{row.module}-{asked.seed}-{found.number}"
            path.write_bytes(found.data)
            print(f"  {found.fault}\n  scripts/fuzz --format {row.module} --replay {path}")
        sys.stdout.flush()
        total += len(report.findings)
    return int(total > 0)


if __name__ == "__main__":
    sys.exit(main())
