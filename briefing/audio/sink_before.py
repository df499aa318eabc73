"""A sink that stands before another and hands on to it, whose frames may have other numbers.

Where a sink goes on for another that stopped, the engine counts frames on, and every sink from 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.ports.sound import AudioSink, Render


class SinkBefore:
    """`sink`, whose first frame is frame number `first`. See `ports.sound.AudioSink`."""

    def __init__(self, sink: AudioSink, first: int = 0) -> None:
        self._sink, self._first = sink, first
        self.rate_hz = sink.rate_hz

    @property
    def name(self) -> str:
        """What the sink is, in words."""
        return self._sink.name

    @property
    def underrun_frames(self) -> int:
        """How much silence it has put in since it went on."""
        return self._sink.underrun_frames

    def start(self, render: Render) -> None:
        """Begin to pull.

        Raises:
            AudioError: if the device cannot be opened.
        """
        self._sink.start(render)

    def stop(self) -> None:
        """Let go of the device."""
        self._sink.stop()

    def replaceable(self, pulled: int) -> int:
        """Return how many of the last frames `flush` would take back: none of another sink's."""
        return self._sink.replaceable(pulled - self._first)

    def flush(self, pulled: int) -> int:
        """Take back what can still be replaced."""
        return self._sink.flush(pulled - self._first)

    def heard_at(self, frame: int) -> float:
        """Return the monotonic time at which a frame is heard, or would have been."""
        return self._sink.heard_at(frame - self._first)

    @property
    def pending_frames(self) -> int:
        """How many frames were pulled and are not heard yet."""
        return self._sink.pending_frames

    @property
    def is_lost(self) -> bool:
        """Whether the device went away."""
        return self._sink.is_lost

    def take_notice(self) -> str:
        """Return what there is to tell of the sink, once."""
        return self._sink.take_notice()
