"""Where figures go: one line each, with the aim and whether it is met; and what all benches share."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from pathlib import Path
from typing import Self

TOP = Path(__file__).resolve().parents[2]
SAMPLE = TOP / "media" / "arms-transfers.md"


class Bench:
    """One run of the benches: a folder that goes away, environments for programs, and figures."""

    def __init__(self) -> None:
        self.missed = 0
        self.briefing = Path(sys.executable).with_name("briefing")
        self._count = 0

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory(prefix="briefing-bench-")
        self.folder = Path(self._folder.name)
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def environment(self) -> dict[str, str]:
        """Return an environment in which nothing is remembered."""
        self._count += 1
        home = self.folder / f"home-{self._count}"
        home.mkdir()
        mine = ("BRIEFING_", "ACCESSIBLE", "NO_COLOR", "XDG_")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(mine)}
        return {**kept, "HOME": str(home)}

    def say(self, title: str, figure: str, *, aim: str = "", is_met: bool | None = None) -> None:
        """Print a figure; `is_met` is None where there is no aim."""
        verdict = "" if is_met is None else f"   aim {aim}: {'met' if is_met else 'MISSED'}"
        self.missed += is_met is False
        print(f"  {title:44} {figure}{verdict}", flush=True)

    def heading(self, title: str) -> None:
        """Print the name of a bench."""
        print(f"\n{title}", flush=True)


def machine() -> str:
    """Return what the figures were measured on."""
    model = platform.processor() or platform.machine()
    memory = ""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        model = next(line.partition(": ")[2] for line in lines if line.startswith("model name"))
        total = Path("/proc/meminfo").read_text(encoding="utf-8").split()[1]
        memory = f", {int(total) / 1e6:.0f} GB"
    except (OSError, StopIteration):
        pass  # no Linux: the architecture has to do
    return (
        f"{model}, {os.cpu_count()} processors{memory}; {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}"
    )
