"""A notice of the desktop when a command that took long is done: whoever waited does something else now."""

from __future__ import annotations

import argparse
import os
import sys
import time
from typing import TYPE_CHECKING, Final

from briefing.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DONE: Final[Mapping[str, str]] = {"align": "Timing the words is done.", "export": "The export is done."}
"""Commands that may take long, and what is told of them: no name, and nothing of the text."""
LONG_S: Final = 10.0


def run_with_notice(
    name: str,
    run: Callable[[], int],
    clock: Callable[[], float] = time.monotonic,
    *,
    is_seen: bool | None = None,
) -> int:
    """Run a command, and have a notice shown if it took long and came to a good end; return its exit code.

    Args:
        name: what it is called.
        run: runs it.
        clock: monotonic seconds.
        is_seen: whether somebody sees it in a terminal; left out: whether the error output is one.
    """
    began_s = clock()
    code = run()
    is_seen = sys.stderr.isatty() if is_seen is None else is_seen
    if code == 0 and is_seen and clock() - began_s >= LONG_S:
        _show(DONE[name])
    return code


def _show(text: str) -> None:
    from briefing.cli.wiring import account
    from briefing.desktop.bus import session_bus

    address = session_bus(os.environ)
    if not address:
        return
    try:
        is_wanted = account.load_settings(argparse.Namespace()).settings.notify
    except ConfigError:  # told by whoever needs the settings
        return
    if is_wanted:
        from briefing.desktop.link import show_notice

        show_notice(address, text)
