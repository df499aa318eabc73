"""What becomes of a sink by itself: silence put in, a device that goes and comes back, what else it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.audio.engine_events import DeviceBack, DeviceLost, EngineEvent, EngineUnderrun, SinkTold

if TYPE_CHECKING:
    from briefing.ports.sound import AudioSink


class SinkWatch:
    """Tells each thing once."""

    def __init__(self, sink: AudioSink) -> None:
        self._sink = sink
        self._told_underrun_frames = 0
        self._told_lost = False

    def change_sink(self, sink: AudioSink) -> None:
        """Look at another sink from now on. A device that was lost is back, where that one has it."""
        self._sink, self._told_underrun_frames = sink, 0

    def news(self) -> list[EngineEvent]:
        """Return what happened since the last call, in order."""
        events: list[EngineEvent] = []
        underrun_frames = self._sink.underrun_frames
        if underrun_frames > self._told_underrun_frames:
            events.append(EngineUnderrun(underrun_frames - self._told_underrun_frames))
            self._told_underrun_frames = underrun_frames
        if message := self._sink.take_notice():
            events.append(SinkTold(message))
        is_lost = self._sink.is_lost
        if is_lost is not self._told_lost:
            events.append(DeviceLost() if is_lost else DeviceBack())
        self._told_lost = is_lost
        return events
