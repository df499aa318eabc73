"""A program of the system in place of a process of ours, so that it has what each process here gets.

door.command("briefing.processes.becoming", program, *arguments, limits=...)
"""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Become the program whose path is the first argument, with the others as its own."""
    program, *arguments = sys.argv[1:]
    os.execv(program, [program, *arguments])  # noqa: S606  # no shell is wanted
