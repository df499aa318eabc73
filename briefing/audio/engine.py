"""The playback engine: transport, mixer and sink as one player, and its clock.

Rules:
1. Frames heard are the only clock. `heard_frame` and `heard_at` come from the sink's own
   reckoning of its latency and the mixer's record of what was given to it.
2. The sink is opened once and fed for ever, with silence while nothing plays.
3. The engine plays sources but does not own them: after `load`, `swap` or `unload` has returned, the
   source before is not read any more and may be closed.
4. What happens by itself (an end, a failure, a lost device) is told by `poll`, and the state
   changes there and nowhere else, so a face never finds a state that it was not told of.

Threads:

| thread | what it calls |
|---|---|
| the face's | all that is public |
| the sink's | `_render`, and nothing else |
| a voice's | `saying`, `output_heard_at` |
| one of a change | `change_sink` |

What they share is the mixer and what it says of the sink, under `_lock`. The face's thread holds that for a
tenth of a ms; the sink's while a block is rendered: about as long, some 3 ms at a speed other than 1 (both
measured). Neither `read` of a source nor a course blocks.
"""

from __future__ import annotations

from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Final

from briefing.audio.happenings import Happenings
from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.audio.reckoning import Reckoning
from briefing.audio.sink_before import SinkBefore
from briefing.audio.sink_watch import SinkWatch
from briefing.audio.sounding import Sounding
from briefing.audio.transport import Input, Transport
from briefing.limits import SPEED_HIGH, SPEED_LOW
from briefing.model import TransportState

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    from briefing.audio.engine_events import EngineEvent
    from briefing.audio.legs import Course, HeardLegs
    from briefing.audio.utterances import Utterances
    from briefing.ports.clock import Clock
    from briefing.ports.sound import AudioSink, FrameSource


class Engine:
    """Plays a `FrameSource` at `ENGINE_RATE_HZ` into a sink.

    Raises:
        ValueError: if the sink runs at another rate.
    """

    rate_hz: Final = ENGINE_RATE_HZ

    def __init__(self, clock: Clock, sink: AudioSink) -> None:
        from briefing.audio.mixer import Mixer  # numpy: only where something plays

        if sink.rate_hz != self.rate_hz:
            raise ValueError(f"a sink at {sink.rate_hz} Hz; the engine plays {ENGINE_RATE_HZ}")
        self._sink: AudioSink = sink
        self._mixer = Mixer()
        self._transport = Transport()
        self._reckoning = Reckoning(clock, sink, self._mixer)
        self._watch = SinkWatch(sink)
        self._happenings = Happenings(self._transport, self._mixer, self._reckoning, self._watch, self._cut)
        self._lock = Lock()
        self.sounding = Sounding(self._mixer, self._lock, self._cut)
        self.set_volume, self.set_muted = self.sounding.set_volume, self.sounding.set_muted

    # -- life

    def open(self) -> None:
        """Begin to feed the device.

        Raises:
            AudioError: if there is none, or it cannot be opened.
        """
        self._sink.start(self._render)

    def close(self) -> None:
        """Let go of the device. Harmless twice."""
        self._sink.stop()

    def change_sink(self, sink: AudioSink) -> None:
        """Go on into another sink, from what is heard now. Blocks; from any thread, one at a time.

        Raises:
            AudioError: if that cannot be opened; nothing is pulled then.
        """
        heard = self.heard_frame()
        self._sink.stop()  # not under the lock, for which its thread may wait
        with self._lock:
            self._sink = SinkBefore(sink, self._mixer.frames)
            self._reckoning.sink = self._sink
            self._watch.change_sink(self._sink)
            if self._transport.state is TransportState.PLAYING and self._mixer.source:
                self._jump(self._mixer.source, int(heard))
                self._mixer.run()
        self._sink.start(self._render)

    def _render(self, frames: int) -> NDArray[np.float32]:
        with self._lock:
            return self._mixer.render(frames)

    # -- what is played

    def load(self, source: FrameSource, at_frame: int = 0) -> None:
        """Make `source` what is played, paused at `at_frame`."""
        with self._lock:
            self._transport.take(Input.LOADED)
            self._cut()
            self._mixer.halt()
            self._jump(source, at_frame)

    def swap(self, source: FrameSource, at_frame: int) -> None:
        """Go on with another source at `at_frame`, playing if it was playing.

        Raises:
            LocalTransportError: if nothing is loaded.
        """
        with self._lock:
            self._transport.take(Input.SWAP)
            self._cut()
            self._jump(source, at_frame)

    def unload(self) -> None:
        """Let go of what is played: what sounds falls silent, and the device stays open."""
        with self._lock:
            self._transport.take(Input.UNLOADED)
            self._cut()
            self._happenings.resume_frame = None
            self._mixer.drop()

    def play(self) -> None:
        """Play; at the end, from the start again.

        Raises:
            LocalTransportError: if nothing is loaded.
        """
        with self._lock:
            was = self._transport.state
            self._transport.take(Input.PLAY)
            self._cut()
            source = self._mixer.source
            if source and was in (TransportState.ENDED, TransportState.FAILED):
                self._jump(source, 0 if was is TransportState.ENDED else int(self._mixer.place))
            self._happenings.resume_frame = None
            self._mixer.volume.fade.aim(self._mixer.frames, 1.0, 1)
            self._mixer.run()

    def pause(self) -> None:
        """Stay where it is, harmless when nothing plays; a silence after a leg is over then.

        Raises:
            LocalTransportError: if nothing is loaded.
        """
        with self._lock:
            self._transport.take(Input.PAUSE)
            self._cut()
            self._happenings.resume_frame = None
            self._mixer.halt()

    def stop(self) -> None:
        """Pause at the start.

        Raises:
            LocalTransportError: if nothing is loaded.
        """
        with self._lock:
            self._transport.take(Input.STOP)
            self._cut()
            self._mixer.halt()
            if self._mixer.source:
                self._jump(self._mixer.source, 0)

    def seek(self, frame: float) -> None:
        """Go to a source frame (limited to what there is), playing if it was playing.

        Raises:
            LocalTransportError: if nothing is loaded.
        """
        with self._lock:
            self._transport.take(Input.SEEK)
            self._cut()
            if self._mixer.source:
                self._jump(self._mixer.source, int(frame))

    def _jump(self, source: FrameSource, frame: int) -> None:
        self._happenings.resume_frame = None
        self._mixer.jump(source, frame)

    def _cut(self) -> None:
        """Take back what was rendered ahead: a command takes effect as soon as the sink can."""
        self._mixer.rewind(self._sink.flush(self._mixer.frames))

    def follow(self, course: Course | None) -> None:
        """Go along a course from now on; None to play straight on."""
        with self._lock:
            self._cut()
            self._mixer.follow(course)

    # -- how it sounds

    def set_speed(self, speed: float) -> None:
        """Play faster or slower at unchanged pitch, 0.5 to 6."""
        with self._lock:
            self._cut()
            self._mixer.set_speed(min(max(speed, SPEED_LOW), SPEED_HIGH))

    # -- what is said over it

    @contextmanager
    def saying(self, *, is_at_once: bool = True) -> Iterator[Utterances]:
        """Give the bus of what is said, to change it: at once, or where it goes on without a gap."""
        with self._lock:
            if is_at_once or self._mixer.utterances.is_late:
                self._cut()
            yield self._mixer.utterances

    def output_heard_at(self, output_frame: int) -> float:
        """Return the monotonic time at which a frame of the output is or was heard."""
        with self._lock:
            return self._sink.heard_at(output_frame)

    @property
    def is_lost(self) -> bool:
        """Whether the device went away, and nothing is heard."""
        return self._sink.is_lost

    # -- the clock

    @property
    def state(self) -> TransportState:
        """What the player does. Changes only by a call of ours: see rule 4."""
        return self._transport.state

    @property
    def speed(self) -> float:
        """How fast it plays, 1 as recorded: the speed that was set, at the pace of the leg."""
        return self._mixer.speed

    def head_frame(self) -> float:
        """Return the source frame that a command given now takes effect at: ahead of what is heard."""
        with self._lock:
            return self._reckoning.head_frame()

    def heard_frame(self) -> float:
        """Return the source frame that is heard now; after a jump that is not heard yet, its target."""
        with self._lock:
            return self._reckoning.heard_frame()

    def heard_at(self, frame: float) -> float | None:
        """Return the monotonic time at which a source frame is or was heard; see `Reckoning.heard_at`."""
        with self._lock:
            is_playing = self.state is TransportState.PLAYING
            return self._reckoning.heard_at(frame, self._mixer.speed, is_playing=is_playing)

    def turn_heard_at(self) -> float | None:
        """Return the monotonic time of the next `LegEnded` or `LegBegun`; None for never."""
        with self._lock:
            return self._reckoning.turn_heard_at(self._mixer.speed)

    @property
    def legs(self) -> HeardLegs:
        """The leg that is heard, and whether the silence after it is."""
        with self._lock:
            return self._mixer.legs.heard

    @property
    def starved_s(self) -> float:
        """For how long there has been nothing to play, while it plays; 0 while there is."""
        with self._lock:
            return self._mixer.starved_frames / ENGINE_RATE_HZ

    # -- what happens by itself

    def poll(self) -> list[EngineEvent]:
        """Return what happened since the last call, in order. Call it at least once a second."""
        with self._lock:
            return self._happenings.take()
