"""`DeviceSink`: the device as a sink. Its threads, and how it is found again when it is lost.

Threads, besides the face's, which calls everything that is public:

- the *feeder* renders when the `Supply` lacks something, hands it to the outlet's process, and opens
  the device again when it is lost;
- the *listener*, one for each process, notes what that tells in the `DeviceClock`, and ends with it.

Both take `_changed` for what they share, and never while they render, write or read.

A device that takes nothing for `LOST_S` is lost, or for `FIRST_S` when it was just opened: its process is
ended, and another one started every `RETRY_S`, until one finds a device; that goes on with the same frames.
"""

from __future__ import annotations

import time
from threading import Condition, Thread
from typing import TYPE_CHECKING, Final

from briefing.audio.device.clock import PERIOD_FRAMES, DeviceClock
from briefing.audio.device.link import Link
from briefing.audio.device.supply import Supply
from briefing.audio.device.wire import DeviceMessage
from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.errors import AudioError

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.ports.clock import Clock
    from briefing.ports.sound import Render

START_S: Final = 10.0
"""How long a device may take to open."""
LOST_S: Final = 0.4
FIRST_S: Final = 2.0
"""How long a device that was just opened may take nothing: on a busy machine one that had come back took its
first frames after half a second, and was told to be lost and back three times."""
RETRY_S: Final = 0.25
END_S: Final = 1.0
"""How long a process may take to end by itself."""


class DeviceSink:
    """The default sound device, at `ENGINE_RATE_HZ`, stereo."""

    def __init__(self, clock: Clock = time.monotonic, on_asking: Callable[[], None] = lambda: None) -> None:
        """Take a clock, and what is told, from any thread, when a sound server is asked for a device."""
        self._on_asking = on_asking
        self.rate_hz = ENGINE_RATE_HZ
        self.name = "sound device"
        self.library_version = ""
        self._clock = clock
        self._changed = Condition()
        self._supply = Supply()
        self._heard = DeviceClock()
        self._is_lost = False
        self._is_stopping = False
        self._link: Link | None = None
        self._opening: Link | None = None
        """A process that has not said yet whether there is a device."""
        self._feeder: Thread | None = None
        self._listener: Thread | None = None

    # -- life

    def start(self, render: Render) -> None:
        """Open the device and begin to feed it.

        Raises:
            AudioError: if there is none.
        """
        self.connect()
        self.begin(render)

    def connect(self, within_s: float = START_S) -> None:
        """Open the device, and give it nothing yet.

        Raises:
            AudioError: if there is none, or it does not answer in so many seconds.
        """
        link = Link()
        with self._changed:
            self._opening = link
            if self._is_stopping:
                link.kill()
        try:
            link.await_device(within_s, self._on_asking)
        finally:
            with self._changed:
                self._opening = None
        self.name = link.backend
        self.library_version = link.library_version
        with self._changed:
            self._link = link
            self._restart(self._supply.written)
        self._listener = Thread(target=self._listen, args=(link,), name="sound news", daemon=True)
        self._listener.start()

    def begin(self, render: Render, first_frame: int = 0) -> None:
        """Feed the device that was opened; `first_frame` is the number of the first frame that is pulled."""
        with self._changed:
            self._restart(first_frame)
        self._feeder = Thread(target=self._feed, args=(render,), name="sound device", daemon=True)
        self._feeder.start()

    def _restart(self, frame: int) -> None:
        self._supply.restart(frame)
        self._heard.restart(frame, self._clock())

    def stop(self) -> None:
        """Stop feeding and let go of the device. Harmless if it was never started."""
        with self._changed:
            self._is_stopping = True
            if self._opening is not None:
                self._opening.kill()  # it may wait for a server that never answers
            self._changed.notify_all()
        if self._feeder is not None:
            self._feeder.join(END_S)
            if self._feeder.is_alive() and self._link is not None:
                self._link.kill()  # it does not read any more
            self._feeder.join()
            self._feeder = None
        self._close()

    def _close(self) -> None:
        if self._link is not None:
            self._link.end(END_S)
            self._link = None
        if self._listener is not None:
            self._listener.join()
            self._listener = None

    # -- the clock

    def heard_at(self, frame: int) -> float:
        """Return when the `frame`-th frame ever pulled is or was heard."""
        return self._heard.heard_at(frame)

    @property
    def pending_frames(self) -> int:
        """What was rendered and is not heard yet."""
        with self._changed:
            written = self._supply.written
            left_s = self._heard.heard_at(written) - self._clock()
            return min(max(round(left_s * self.rate_hz), 0), written)

    @property
    def underrun_frames(self) -> int:
        """How much silence the device has put in, ever, because frames came too late."""
        return self._heard.underrun_frames

    @property
    def is_lost(self) -> bool:
        """Whether nothing takes sound any more. It is being tried to open a device again."""
        return self._is_lost

    def take_notice(self) -> str:
        """Return nothing: `is_lost` says it all."""
        return ""

    def _listen(self, link: Link) -> None:
        """Note what a process tells until it ends."""
        for news in link.news():
            with self._changed:
                if link is not self._link:
                    continue  # it is over; what it still has to say goes nowhere
                if news.kind == DeviceMessage.LATENCY:
                    self._heard.note_latency(news.time_s)
                else:
                    self._heard.note_taken(*news[1:])

    # -- supply

    def replaceable(self, pulled: int) -> int:
        """Return how many of the last frames pulled are not on their way to the device."""
        return self._supply.replaceable(pulled, self._heard.taken_by(self._clock()))

    def flush(self, pulled: int) -> int:
        """Take back what is not on its way to the device; return how many frames."""
        with self._changed:
            flushed = self._supply.flush(pulled, self._heard.taken_by(self._clock()))
            self._changed.notify_all()
            return flushed

    def _feed(self, render: Render) -> None:
        while wanted := self._await_need():
            if self._is_lost and not self._find_again():
                continue
            with self._changed:
                self._supply.begin_block()
            block = render(wanted)
            with self._changed:
                start, block, is_silent = self._supply.take_block(block)
                start -= self._heard.base_frame
            if self._link is not None:
                self._link.send(start, block.tobytes(), is_silent=is_silent)

    def _find_again(self) -> bool:
        """Open a device in place of the one that is lost; if there is none, wait until the next attempt."""
        self._close()
        try:
            self.connect()
        except AudioError:
            with self._changed:
                self._changed.wait_for(lambda: self._is_stopping, RETRY_S)
            return False
        self._is_lost = False
        return True

    def _await_need(self) -> int:
        """Wait until frames are wanted, and return how many; also when the device is lost; 0 to stop."""
        with self._changed:
            while not self._is_stopping:
                now_s = self._clock()
                if self._heard.quiet_s(now_s) > (LOST_S if self._heard.has_begun else FIRST_S):
                    self._is_lost = True
                if self._is_lost:
                    return PERIOD_FRAMES
                wanted, in_frames = self._supply.wanted(self._heard.taken_by(now_s))
                if not in_frames:
                    return wanted
                self._changed.wait(in_frames / self.rate_hz)
        return 0
