"""Sound that goes nowhere, at the pace of a clock: for machines without sound, and for tests."""

from __future__ import annotations

import time
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Final

from briefing.audio.pcm import ENGINE_RATE_HZ

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from briefing.ports.clock import Clock
    from briefing.ports.sound import Render

BLOCK_FRAMES: Final = ENGINE_RATE_HZ // 25
"""How much is pulled at a time: 40 ms."""
STALL_S: Final = 0.5
"""Further behind than this (the machine slept), it goes on from now instead of catching up."""


class NullSink:
    """Pulls at the pace of a clock and lets the sound go. A block is heard one block after it was pulled."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self.rate_hz = ENGINE_RATE_HZ
        self.name = "no sound device"
        self.underrun_frames = 0
        self._clock = clock
        self._lock = Lock()
        self._notice = ""
        self._pulled = 0
        self._zero_s = 0.0
        """When frame 0 is or was heard."""
        self._stopping = Event()
        self._thread: Thread | None = None

    def start(self, render: Render) -> None:
        """Begin to pull."""
        if self._thread is not None:
            return
        self._begin()
        self._stopping.clear()
        self._zero_s = self._clock() + BLOCK_FRAMES / self.rate_hz
        self._thread = Thread(target=self._run, args=(render,), name="sound", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop pulling. Harmless if it was never started."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
            self._finish()

    def replaceable(self, pulled: int) -> int:
        """Return 0: nothing is pulled ahead."""
        del pulled
        return 0

    def flush(self, pulled: int) -> int:
        """Nothing is pulled ahead that could be taken back."""
        del pulled
        return 0

    def heard_at(self, frame: int) -> float:
        """Return when the `frame`-th frame pulled is or was heard."""
        return self._zero_s + frame / self.rate_hz

    @property
    def pending_frames(self) -> int:
        """What was pulled and not heard yet."""
        with self._lock:
            heard = (self._clock() - self._zero_s) * self.rate_hz
            return min(max(round(self._pulled - heard), 0), self._pulled)

    @property
    def is_lost(self) -> bool:
        """Never."""
        return False

    @property
    def pulled_frames(self) -> int:
        """How many frames were pulled, ever."""
        return self._pulled

    def take_notice(self) -> str:
        """Return what there is to tell of the sink, in a sentence, once."""
        notice, self._notice = self._notice, ""
        return notice

    def _run(self, render: Render) -> None:
        while not self._stopping.is_set():
            self._take(render(BLOCK_FRAMES))
            with self._lock:
                self._pulled += BLOCK_FRAMES
                due_s = self.heard_at(self._pulled - BLOCK_FRAMES)
                late_s = self._clock() - due_s
                if late_s > STALL_S:
                    self._zero_s += late_s
                    due_s += late_s
            self._stopping.wait(max(due_s - self._clock(), 0.0))

    def _begin(self) -> None:
        """Make ready to take blocks."""

    def _take(self, block: NDArray[np.float32]) -> None:
        """Do something with a block: here, nothing."""

    def _finish(self) -> None:
        """No more blocks come."""
