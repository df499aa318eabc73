"""What a session asks of the program that it runs in: time, sound, and somewhere to do slow work."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.ports.clock import Clock, InBackground
    from briefing.session.device import SoundDevice


def in_thread(work: Callable[[], None]) -> None:
    """Do `work` in a thread of its own, which does not keep the program from leaving."""
    threading.Thread(target=work, daemon=True).start()


class Host(NamedTuple):
    """The program around a session."""

    clock: Clock
    """Monotonic seconds."""
    device: SoundDevice
    """Opened in a thread, when the first voice is loaded."""
    in_background: InBackground = in_thread
    """Leave as default unless testing."""
