"""Being a job of a shell: whether somebody waits who can bring us back, and being stopped.

Where nobody does - the player is all that a window runs, or the system has no jobs - being
stopped would be the end: the keyboard is dead, and no shell is there to type `fg` into.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import Final

NO_SHELL: Final = "No shell waits here to bring the player back, so it is not suspended."


def is_job() -> bool:
    """Return whether a shell with job control started us: a process of our session, but of another group."""
    if sys.platform == "win32":
        return False
    parent = os.getppid()
    while parent > 1:
        try:
            if os.getpgid(parent) != os.getpgrp():
                return os.getsid(parent) == os.getsid(0)
            parent = _parent_of(parent)
        except OSError:  # it has just ended, or is not ours to ask
            return False
    return False


def _parent_of(process: int) -> int:
    """Return the parent of a wrapper in our own group, as Linux tells it; elsewhere it counts as the last."""
    try:
        with open(f"/proc/{process}/stat", encoding="ascii", errors="replace") as status:  # noqa: PTH123
            return int(status.read().rpartition(")")[2].split()[1])
    except FileNotFoundError:
        return 1


def stop_group() -> None:
    """Stop us and whatever runs in our group, as Ctrl-Z does; return when we go on."""
    if sys.platform != "win32":
        before = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(0, signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, before)
