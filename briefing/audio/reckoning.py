"""What is heard now, and when: the sink's account of its latency, and the mixer's of what was given to it.

It takes no lock: whoever asks holds the one under which the mixer and the sink are changed.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from briefing.audio.pcm import ENGINE_RATE_HZ

if TYPE_CHECKING:
    from briefing.audio.mixer import Mixer
    from briefing.ports.clock import Clock
    from briefing.ports.sound import AudioSink


class Reckoning:
    """Source frames, output frames and the moments at which they are heard, each from the other."""

    def __init__(self, clock: Clock, sink: AudioSink, mixer: Mixer) -> None:
        self._clock = clock
        self.sink = sink
        """What is listened to; another one where the sound goes elsewhere."""
        self._mixer = mixer

    def head_frame(self) -> float:
        """Return the source frame that a command given now takes effect at: ahead of what is heard."""
        rendered = self._mixer.frames
        head = rendered - self.sink.replaceable(rendered)
        for turn in self._mixer.legs.untold():
            if turn.begun_at <= head <= turn.gone_on_at:
                return turn.leg.go_to
        return self.place_at(head)

    def heard_frame(self) -> float:
        """Return the source frame that is heard now; after a jump that is not heard yet, its target."""
        rendered = self._mixer.frames
        late_s = self.sink.heard_at(rendered) - self._clock()
        return self.place_at(rendered - max(late_s, 0.0) * ENGINE_RATE_HZ)

    def place_at(self, output_frame: float) -> float:
        """Return the source frame at an output frame; where reading is, for one that has none."""
        place = self._mixer.passages.place_at(output_frame)
        return self._mixer.place if place is None else place

    def heard_at(self, frame: float, speed: float, *, is_playing: bool) -> float | None:
        """Return the monotonic time at which a source frame is or was heard.

        What is not rendered yet is reckoned on at `speed`, or None if nothing plays, or the leg that is heard
        ends before. A jump forgets what was heard before it.
        """
        mixer = self._mixer
        legs = mixer.legs
        leg = legs.heard.leg
        if leg is not None and frame >= leg.stop:
            return None
        given = mixer.passages.frame_of(frame, speed, legs.told)
        if given is not None:
            return self._heard_between(given)
        if legs.count > legs.told:
            return None  # what is rendered now is heard after a turn
        if mixer.ended_at is not None:
            return self._heard_between(mixer.ended_at)
        if not is_playing or not mixer.source:
            return None
        return self._heard_between(mixer.frames + mixer.distance_to(frame) / speed)

    def turn_heard_at(self, speed: float) -> float | None:
        """Return the monotonic time at which the leg ends that is heard, or its silence; None for never."""
        mixer = self._mixer
        moment = mixer.legs.next_moment()
        if moment is not None:
            return self._heard_between(moment)
        left = mixer.legs.frames_left(mixer.place, speed) + mixer.legs.waits
        return None if left == inf else self._heard_between(mixer.frames + left)

    def _heard_between(self, output_frame: float) -> float:
        whole = int(output_frame)
        return self.sink.heard_at(whole) + (output_frame - whole) / ENGINE_RATE_HZ

    def has_heard(self, output_frame: int) -> bool:
        """Whether an output frame has been heard, or is in this moment."""
        return self.sink.heard_at(output_frame) <= self._clock() + 1 / ENGINE_RATE_HZ
