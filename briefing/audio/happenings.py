"""What happens while nobody commands anything: an end, a failure, a device that goes and comes back.

It takes no lock: whoever asks holds the one under which the mixer and the transport are changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.audio.engine_events import (
    DeviceBack,
    DeviceLost,
    EngineEnded,
    EngineEvent,
    EngineFailed,
    LegBegun,
    LegEnded,
)
from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.audio.transport import Input, Transport
from briefing.model import TransportState

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.audio.mixer import Mixer
    from briefing.audio.reckoning import Reckoning
    from briefing.audio.sink_watch import SinkWatch

LOST_FRAMES: Final = ENGINE_RATE_HZ // 5
"""What a device may have swallowed unheard when it went away: played again when it is back."""


class Happenings:
    """Changes the state as it must be changed then, and tells of it.

    Args:
        transport: The state.
        mixer: What plays.
        reckoning: What of it is heard.
        watch: What becomes of the sink.
        cut: Takes back what was rendered ahead.
    """

    def __init__(
        self,
        transport: Transport,
        mixer: Mixer,
        reckoning: Reckoning,
        watch: SinkWatch,
        cut: Callable[[], None],
    ) -> None:
        self._transport = transport
        self._mixer = mixer
        self._reckoning = reckoning
        self._watch = watch
        self._cut = cut
        self.resume_frame: int | None = None
        """The source frame to go on from when the device is back; None where nobody waits for that."""

    def take(self) -> list[EngineEvent]:
        """Return what happened since the last call, in order."""
        return [*self._device_events(), *self._turns(), *self._source_events()]

    def _turns(self) -> list[EngineEvent]:
        events: list[EngineEvent] = []
        legs = self._mixer.legs
        while (moment := legs.next_moment()) is not None and self._reckoning.has_heard(moment):
            is_first = not legs.is_waiting
            turn, is_over = legs.tell_next()
            if is_first and turn.leg.halts and self._transport.state is TransportState.PLAYING:
                self._transport.take(Input.PAUSE)
            if is_first:
                events.append(LegEnded(turn.leg))
            if is_over:
                events.append(LegBegun(turn.leg))
        return events

    def _device_events(self) -> list[EngineEvent]:
        events = self._watch.news()
        for event in events:
            if isinstance(event, DeviceLost):
                self._cut()
                self._wait_for_device()
            elif isinstance(event, DeviceBack) and self.resume_frame is not None and self._mixer.source:
                self._transport.take(Input.PLAY)
                frame, self.resume_frame = self.resume_frame, None
                self._mixer.jump(self._mixer.source, frame)
                self._mixer.run()
        return events

    def _wait_for_device(self) -> None:
        if self._transport.state is TransportState.PLAYING:
            self.resume_frame = int(self._reckoning.place_at(self._mixer.frames - LOST_FRAMES))
            self._transport.take(Input.PAUSE)
            self._mixer.halt()

    def _source_events(self) -> list[EngineEvent]:
        events: list[EngineEvent] = []
        mixer = self._mixer
        if self._transport.state is not TransportState.PLAYING:
            return events
        if mixer.error:
            self._transport.take(Input.FAIL)
            events.append(EngineFailed(mixer.error))
        elif mixer.ended_at is not None and self._reckoning.has_heard(mixer.ended_at):
            self._transport.take(Input.END)
            events.append(EngineEnded())
        return events
