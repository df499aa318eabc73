"""A word that somebody wants to hear, said over whatever plays."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from briefing.audio.pcm import gain_of_db

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from briefing.audio.engine import Engine

_LOOK_S: Final = 0.02
_DUCK_DB: Final = 30
"""So much quieter is what plays meanwhile: two readings of one word are to be told apart."""


def say_over(engine: Engine, samples: NDArray[np.float32]) -> int:
    """Put samples over what plays, in place of what was said before; return the output frame of their end."""
    with engine.saying() as bus:
        bus.cut()
        bus.gain, bus.duck = 1.0, gain_of_db(-_DUCK_DB)
        bus.begin()
        bus.add(samples)
        return bus.end()


def hear_and_wait(samples: NDArray[np.float32], sink: str) -> None:
    """Say samples on a sound device, and return when they have been heard.

    Raises:
        AudioError: if there is no device.
    """
    from briefing.cli.wiring.sound import make_engine

    engine, _ = make_engine(sink)()
    try:
        end = say_over(engine, samples)
        while not engine.is_lost and engine.output_heard_at(end) > time.monotonic():
            time.sleep(_LOOK_S)
    finally:
        engine.close()
