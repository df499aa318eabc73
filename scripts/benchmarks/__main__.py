"""Runs the benches that are named, such as `scripts/bench starts library`, else all."""

from __future__ import annotations

import importlib
import sys
from typing import Final

from benchmarks.report import Bench, machine

BENCHES: Final = {
    "starts": "Cold starts",
    "playing": "Playing",
    "voicing": "Self-voicing",
    "voices": "Speech engines",
    "hearing": "Screen readers",
    "lengths": "Length",
    "sources": "Addresses",
    "talking": "Talking books",
    "library": "The library",
    "export": "Files for others",
}


def main(names: list[str]) -> int:
    """Run them; return 1 if an aim was missed."""
    unknown = set(names) - set(BENCHES)
    if unknown:
        print(f"There is no bench {', '.join(sorted(unknown))}; there are {', '.join(BENCHES)} and align.")
        return 2
    print(machine())
    with Bench() as bench:
        for name, title in BENCHES.items():
            if not names or name in names:
                bench.heading(title)
                importlib.import_module(f"benchmarks.{name}").measure(bench)
    print(f"\n{bench.missed or 'No'} aim{'' if bench.missed == 1 else 's'} missed.")
    return int(bench.missed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
