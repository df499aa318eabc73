"""An engine on a sink that is pulled by hand, and a tone to play on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from briefing.audio.engine import Engine
from briefing.model import TransportState
from tests.fakes import FakeClock, ManualSink, tone

if TYPE_CHECKING:
    from numpy.typing import NDArray

LATENCY = 3600
LENGTH = 96_000
STEP = 0.5 * 2 * np.pi * 200 / 48000
"""How far two samples of the tone that is played lie apart, at most."""


def soft(length_frames: int, hz: float = 200.0) -> NDArray[np.float32]:
    """A tone that ends softly: a click at a recording's own end would be the recording's."""
    sound = tone(length_frames, hz)
    sound[-960:] *= np.linspace(1, 0, 960, dtype=np.float32)[:, np.newaxis]
    return sound


class Bench:
    """An engine on a sink that is pulled by hand."""

    def __init__(self, latency_frames: int = LATENCY, droppable_frames: int = 0) -> None:
        self.clock = FakeClock()
        self.sink = ManualSink(self.clock, latency_frames, droppable_frames=droppable_frames)
        self.engine = Engine(self.clock, self.sink)
        self.engine.open()

    @property
    def is_playing(self) -> bool:
        return self.engine.state is TransportState.PLAYING

    def pull(self, frames: int, block: int = 960) -> NDArray[np.float32]:
        """Pull so many frames in blocks."""
        blocks = [self.sink.pull(min(block, frames - start)) for start in range(0, frames, block)]
        return np.concatenate(blocks)
