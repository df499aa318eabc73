"""What a subcommand tells of the network while it waits for it: in words, on a terminal's stderr.

In a pipe nothing is told: whoever reads that waits for what comes of it, and an error is one line.
"""

from __future__ import annotations

import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from briefing.cli import outputs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.loading import Loading
    from briefing.ports.clock import Clock

LOOK_S: Final = 0.5
"""More often than anything is told."""


@contextmanager
def told(loading: Loading | None, clock: Clock = time.monotonic, look_s: float = LOOK_S) -> Iterator[None]:
    """Tell how a loading gets on for as long as this is entered.

    Args:
        loading: What is waited for; None where nothing comes over the network.
        clock: Monotonic seconds. Leave as default unless testing.
        look_s: How often to look. Leave as default unless testing.
    """
    if loading is None or not sys.stderr.isatty():
        yield
        return
    from briefing.session.waiting import Waiting

    waiting = Waiting(loading, clock, way_out="Ctrl-C")
    is_over = threading.Event()

    def look() -> None:
        while not is_over.wait(look_s):
            if sentence := waiting.take_due():
                outputs.tell(sentence)

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        is_over.set()
        watcher.join()  # no line comes behind what is told next
