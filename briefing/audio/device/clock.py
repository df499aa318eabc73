"""When a frame is heard, reckoned from what the device's process tells. No threads, no time of its own.

Callbacks can come late, never early, and the device's clock is not ours: the moment of frame 0 is the
median over the last callbacks of (when asked) - (frames taken before). What is to be added to it, the
server is asked for (`pulse`); its answer falls by a block and rises again, and the top of that saw is
when a frame is heard. Where nobody can be asked, it is all periods but one.

Frames are counted as the engine counts them; the present process counts from `base_frame`.
"""

from __future__ import annotations

from collections import deque
from statistics import median
from typing import Final

from briefing.audio.device.wire import TOLD
from briefing.audio.pcm import ENGINE_RATE_HZ

PERIOD_MS: Final = 20
"""How often the device asks: so much is taken at a time."""
PERIODS: Final = 5
"""How much the device holds; where that is PulseAudio, see `link.BUFFER_MS`."""
PERIOD_FRAMES: Final = ENGINE_RATE_HZ * PERIOD_MS // 1000
USUAL_LATENCY_S: Final = PERIOD_MS * (PERIODS - 1) / 1000
CALLBACKS: Final = 9
"""Over so many that are told the moment of frame 0 is taken: a second and a half."""
ANSWERS: Final = 24
"""The server's last answers that are kept: some at first, then those of half a minute."""
ENOUGH_ANSWERS: Final = 6
TOP_SHARE: Final = 12
"""One answer in so many is above the top of the saw: it came late."""


class DeviceClock:
    """Tells when a frame is heard, and which are taken. Whoever has several threads locks around it."""

    def __init__(self) -> None:
        self.base_frame = 0
        """The frame that the present process calls 0."""
        self.underrun_frames = 0
        """How much silence the device has put in, ever, because frames came too late."""
        self._taken = 0
        self._taken_s = 0.0
        self._inserted = self._interrupted = 0
        self._offsets: deque[float] = deque(maxlen=CALLBACKS)
        self._zero_s = 0.0
        """When frame 0 was taken, reckoned from the callbacks of late."""
        self._latency_s = USUAL_LATENCY_S
        self._answers: deque[float] = deque(maxlen=ANSWERS)

    def restart(self, frame: int, now_s: float) -> None:
        """Begin anew: the next frame that is taken is `frame`, and that at once."""
        self.base_frame = self._taken = frame
        self._taken_s = now_s
        self._zero_s = now_s - frame / ENGINE_RATE_HZ
        self._inserted = self._interrupted = 0
        self._offsets.clear()
        self._answers.clear()

    def note_taken(self, time_s: float, taken: int, inserted: int, interrupted: int) -> None:
        """Note what a `TAKEN` record says."""
        self._taken = self.base_frame + taken
        self._taken_s = time_s
        offset_s = time_s - self._taken / ENGINE_RATE_HZ
        if inserted > self._inserted:  # from here on everything is heard later
            self._offsets.clear()
        elif self._offsets and offset_s > self._zero_s + self._latency_s:
            # the callback itself came after all that it had been given was heard
            self.underrun_frames += round((offset_s - self._zero_s - self._latency_s) * ENGINE_RATE_HZ)
            self._offsets.clear()
        self.underrun_frames += interrupted - self._interrupted
        self._inserted, self._interrupted = inserted, interrupted
        self._offsets.append(offset_s)
        self._zero_s = median(self._offsets)

    def note_latency(self, heard_s: float) -> None:
        """Note when the server says that the process's frame 0 was heard."""
        self._answers.append(heard_s - self.base_frame / ENGINE_RATE_HZ - self._zero_s)
        if len(self._answers) >= ENOUGH_ANSWERS:
            self._latency_s = sorted(self._answers)[-max(len(self._answers) // TOP_SHARE, 1)]

    def heard_at(self, frame: int) -> float:
        """Return when the `frame`-th frame ever pulled is or was heard."""
        return self._zero_s + frame / ENGINE_RATE_HZ + self._latency_s

    def taken_by(self, now_s: float) -> int:
        """Reckon which frames the device has: periods go on between two pieces of news."""
        passed_s = min(max(now_s - self._taken_s, 0.0), TOLD * PERIOD_MS / 1000)
        return self._taken + PERIOD_FRAMES + round(passed_s * ENGINE_RATE_HZ)

    @property
    def has_begun(self) -> bool:
        """Whether something was taken since it began anew."""
        return bool(self._offsets)

    def quiet_s(self, now_s: float) -> float:
        """Return for how long nothing has been taken, as far as it was told."""
        return now_s - self._taken_s
