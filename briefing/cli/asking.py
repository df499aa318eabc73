"""Questions that are asked on a terminal, and answered by yes or no."""

from __future__ import annotations

import sys

from briefing.cli import outputs
from briefing.safe import safe_line


def can_ask() -> bool:
    """Return whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def agreed(question: str) -> bool:
    """Ask a question, and return whether the answer is yes. Anything else, also no answer at all, is no."""
    sys.stderr.write(f"{safe_line(question, outputs.MESSAGE_LIMIT)} (y/n) ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}
