"""Where sound comes from and where it goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


Render = Callable[[int], "NDArray[np.float32]"]
"""Asked by a sink for n frames; returns float32 of shape (n, 2) at the sink's rate, always all n."""


class AudioSink(Protocol):
    """Where sound goes: a device, a file, nothing. Opened once, fed without a break."""

    rate_hz: int
    """Frames a second that the sink pulls."""

    @property
    def name(self) -> str:
        """What the sink is, in words: "PulseAudio", "no sound device", a file's name."""

    @property
    def underrun_frames(self) -> int:
        """How much silence the device has put in, ever, because frames came too late."""

    def start(self, render: Render) -> None:
        """Begin to pull frames from `render`, in a thread of the sink's own.

        Raises:
            AudioError: if the device cannot be opened.
        """

    def stop(self) -> None:
        """Stop pulling and let go of the device. Harmless if it was never started."""

    def replaceable(self, pulled: int) -> int:
        """Return how many of the last frames pulled `flush` would take back now."""

    def flush(self, pulled: int) -> int:
        """Take back the last frames pulled, as many as can still be replaced, and return how many.

        `pulled` is how many were pulled so far. The next frames pulled take the place of those
        that were taken back, and their numbers. A sink that cannot do that returns 0.
        """

    def heard_at(self, frame: int) -> float:
        """Return the monotonic time at which the `frame`-th frame ever pulled is or was heard."""

    @property
    def pending_frames(self) -> int:
        """How many frames were pulled and are not heard yet."""

    @property
    def is_lost(self) -> bool:
        """Whether the device went away (the sound server ended) and frames are no longer pulled."""

    def take_notice(self) -> str:
        """Return what else there is to tell of the sink, in a sentence, once; empty if there is nothing."""


class FrameSource(Protocol):
    """Sound that can be read from anywhere: a recording, or speech made as it is wanted."""

    rate_hz: int

    @property
    def length_frames(self) -> int:
        """How long it is, as far as is known; a recording that arrives is measured when it is whole."""

    def read(self, start: int, frames: int) -> NDArray[np.float32] | None:
        """Return frames from `start` without blocking: float32 (n, 2), n <= `frames`.

        n is less than `frames` only at the end or where the rest is not ready; None if
        nothing is ready at `start` yet (it is being decoded or spoken: ask again).

        Raises:
            AudioError, SpeechError: if this part can never be read.
        """

    def close(self) -> None:
        """Let go of files, threads and processes. Harmless twice."""
