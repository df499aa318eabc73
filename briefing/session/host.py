"""What a session asks of the program that it runs in: time, sound, and somewhere to do slow work."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.audio.engine import Engine
    from briefing.ports.clock import Clock, InBackground


def in_thread(work: Callable[[], None]) -> None:
    """Do `work` in a thread of its own, which does not keep the program from leaving."""
    threading.Thread(target=work, daemon=True).start()


class Host(NamedTuple):
    """The program around a session."""

    clock: Clock
    """Monotonic seconds."""
    open_engine: Callable[[], tuple[Engine, str | None]]
    """Opens the sound device and returns the engine, and a sentence if it could only have silence.

    Called in a thread, when the first voice is loaded.
    """
    in_background: InBackground = in_thread
    """Leave as default unless testing."""
