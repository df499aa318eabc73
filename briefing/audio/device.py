"""The sound device: rendered ahead, but never too late to change, and found again when it goes away.

The device itself is owned by a process of its own (`outlet`), which says when it took which
frames. This side keeps it supplied and reckons when a frame is heard.

Supply: up to `AHEAD_FRAMES` are rendered ahead, so that nothing this process does for a quarter
of a second is heard. A command must not wait for these: `flush` takes back what cannot have been
taken before `MARGIN_FRAMES` from now, and what is rendered then replaces it. Silence is rendered
ahead by `SILENT_AHEAD_FRAMES` only, for it may end as soon as a source is ready.

Clock: callbacks can come late, never early, and the device's clock is not ours: the moment of
frame 0 is the median over the last callbacks of (when asked) - (frames taken before). What is
to be added to it, the server is asked for (`pulse`); its answer falls by a block and rises
again, and the top of that saw is when a frame is heard. Where nobody can be asked, it is all
periods but one.

A device that takes nothing for `LOST_S` is lost: its process is ended, and another one started
every `RETRY_S`, until one finds a device; that goes on with the same frames.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import deque
from statistics import median
from threading import Condition, Thread
from typing import TYPE_CHECKING, Any, Final

from briefing.audio.outlet import ASKING, CHUNK, LATENCY, NEWS, TOLD
from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.errors import AudioError
from briefing.processes import door

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.ports import Clock, Render
    from briefing.processes.child import Child

OUTLET: Final = "briefing.audio.outlet"
PERIOD_MS: Final = 20
PERIODS: Final = 5
BUFFER_MS: Final = 75
"""What PulseAudio is asked to hold. Left to itself the library keeps a single period there, which a busy
machine is often late for (measured); and from a key to its sound it must not take over 120 ms."""
BLOCK_FRAMES: Final = ENGINE_RATE_HZ * PERIOD_MS // 1000
AHEAD_FRAMES: Final = 15 * BLOCK_FRAMES
SILENT_AHEAD_FRAMES: Final = 3 * BLOCK_FRAMES
GROWTH_FRAMES: Final = 2 * BLOCK_FRAMES
"""By so much the supply grows with each block after a silence."""
REFILL_FRAMES: Final = 4 * BLOCK_FRAMES
"""So much is rendered at once when there is enough: fewer turns of the threads."""
MARGIN_FRAMES: Final = ENGINE_RATE_HZ // 100
"""In so much time a replacement is rendered and on its way."""
USUAL_LATENCY_S: Final = PERIOD_MS * (PERIODS - 1) / 1000
CALLBACKS: Final = 15
"""Over so many that are told the moment of frame 0 is taken: a second."""
ANSWERS: Final = 24
"""The server's last answers that are kept: some at first, then those of half a minute."""
ENOUGH_ANSWERS: Final = 6
START_S: Final = 10.0
LOST_S: Final = 0.4
RETRY_S: Final = 0.25
END_S: Final = 1.0
SILENT_SERVER: Final = (
    "The sound server does not answer, so the text moves on in silence; there will be sound when it does."
)


class DeviceSink:
    """The default sound device, at `ENGINE_RATE_HZ`, stereo."""

    def __init__(self, clock: Clock = time.monotonic, on_asking: Callable[[], None] = lambda: None) -> None:
        """Take a clock, and what is told, from any thread, when a sound server is asked for a device."""
        self._on_asking = on_asking
        self.rate_hz = ENGINE_RATE_HZ
        self.name = "sound device"
        self.library_version = ""
        self.underrun_frames = 0
        self._clock = clock
        self._changed = Condition()
        self._written = 0
        """Frames handed over, counted as the engine counts them."""
        self._base = 0
        """The frame that the present process calls 0."""
        self._taken = 0
        self._taken_s = 0.0
        self._cut: tuple[int, int] | None = None
        """Of the block that is being rendered: where it starts, and where what replaces it does."""
        self._goal_frames = SILENT_AHEAD_FRAMES
        self._inserted = self._interrupted = 0
        self._offsets: deque[float] = deque(maxlen=CALLBACKS)
        self._zero_s = 0.0
        """When frame 0 was taken, reckoned from the callbacks of late."""
        self._latency_s = USUAL_LATENCY_S
        self._answers: deque[float] = deque(maxlen=ANSWERS)
        self._is_lost = False
        self._is_stopping = False
        self._outlet: Child | None = None
        self._opening: Child | None = None
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
        self._open(within_s)

    def begin(self, render: Render, first_frame: int = 0) -> None:
        """Feed the device that was opened; `first_frame` is the number of the first frame that is pulled."""
        with self._changed:
            self._written = self._base = self._taken = first_frame
            self._taken_s = self._clock()
            self._zero_s = self._taken_s - first_frame / self.rate_hz
            self._offsets.clear()
            self._answers.clear()
        self._feeder = Thread(target=self._feed, args=(render,), name="sound device", daemon=True)
        self._feeder.start()

    def _open(self, within_s: float) -> None:
        """Start a process for the device, and a thread that listens to it."""
        command = door.command(OUTLET, str(self.rate_hz), str(PERIOD_MS), str(PERIODS))
        latency = os.environ.get("PULSE_LATENCY_MSEC", str(BUFFER_MS))  # libpulse's only way to be told
        try:
            outlet = door.start(command, environment={"PULSE_LATENCY_MSEC": latency})
        except OSError as error:
            raise AudioError(
                "The sound device cannot be opened, for no process could be started.", "Close other programs."
            ) from error
        with self._changed:
            self._opening = outlet
            if self._is_stopping:
                outlet.kill()
        answer = _answer(outlet, within_s, self._on_asking)
        with self._changed:
            self._opening = None
        if "backend" not in answer:
            outlet.end()
            outlet.stdout.close()
            raise AudioError(_no_device() if answer else SILENT_SERVER)
        self.name = answer["backend"]
        self.library_version = answer["version"]
        with self._changed:
            self._outlet = outlet
            self._base = self._taken = self._written
            self._inserted = self._interrupted = 0
            self._offsets.clear()
            self._answers.clear()
            self._taken_s = self._clock()
            self._zero_s = self._taken_s - self._written / self.rate_hz
            self._goal_frames = SILENT_AHEAD_FRAMES
        self._listener = Thread(target=self._listen, args=(outlet,), name="sound news", daemon=True)
        self._listener.start()

    def stop(self) -> None:
        """Stop feeding and let go of the device. Harmless if it was never started."""
        with self._changed:
            self._is_stopping = True
            if self._opening is not None:
                self._opening.kill()  # it may wait for a server that never answers
            self._changed.notify_all()
        if self._feeder is not None:
            self._feeder.join(END_S)
            if self._feeder.is_alive() and self._outlet is not None:
                self._outlet.kill()  # it does not read any more
            self._feeder.join()
            self._feeder = None
        self._close()

    def _close(self) -> None:
        if self._outlet is not None:
            self._outlet.end(END_S)
            self._outlet = None
        if self._listener is not None:
            self._listener.join()
            self._listener = None

    # -- the clock

    def heard_at(self, frame: int) -> float:
        """Return when the `frame`-th frame ever pulled is or was heard."""
        return self._zero_s + frame / self.rate_hz + self._latency_s

    @property
    def pending_frames(self) -> int:
        """What was rendered and is not heard yet."""
        with self._changed:
            left_s = self.heard_at(self._written) - self._clock()
            return min(max(round(left_s * self.rate_hz), 0), self._written)

    @property
    def is_lost(self) -> bool:
        """Whether nothing takes sound any more. It is being tried to open a device again."""
        return self._is_lost

    def take_notice(self) -> str:
        """Return nothing: `is_lost` says it all."""
        return ""

    def _listen(self, outlet: Child) -> None:
        """Note what a process tells until it ends."""
        while len(record := _read(outlet.stdout, NEWS.size)) == NEWS.size:
            kind, time_s, taken, inserted, interrupted = NEWS.unpack(record)
            with self._changed:
                if outlet is not self._outlet:
                    break
                if kind == LATENCY:
                    self._note_latency(time_s)
                else:
                    self._note_taken(time_s, taken, inserted, interrupted)
        outlet.stdout.close()

    def _note_taken(self, time_s: float, taken: int, inserted: int, interrupted: int) -> None:
        self._taken = self._base + taken
        self._taken_s = time_s
        offset_s = time_s - self._taken / self.rate_hz
        if inserted > self._inserted:  # from here on everything is heard later
            self._offsets.clear()
        elif self._offsets and offset_s > self._zero_s + self._latency_s:
            # the callback itself came after all that it had been given was heard
            self.underrun_frames += round((offset_s - self._zero_s - self._latency_s) * self.rate_hz)
            self._offsets.clear()
        self.underrun_frames += interrupted - self._interrupted
        self._inserted, self._interrupted = inserted, interrupted
        self._offsets.append(offset_s)
        self._zero_s = median(self._offsets)

    def _note_latency(self, heard_s: float) -> None:
        """Note when the server says that the process's frame 0 was heard."""
        self._answers.append(heard_s - self._base / self.rate_hz - self._zero_s)
        if len(self._answers) >= ENOUGH_ANSWERS:
            self._latency_s = sorted(self._answers)[-max(len(self._answers) // 12, 1)]

    # -- supply

    def replaceable(self, pulled: int) -> int:
        """Return how many of the last frames pulled are not on their way to the device."""
        return max(pulled - self._taken_by_now() - MARGIN_FRAMES, 0)

    def flush(self, pulled: int) -> int:
        """Take back what is not on its way to the device; return how many frames.

        The feeder may hold a block that is rendered and not handed over yet. Then more was
        pulled than handed over, and of that block only what is before the cut is still valid.
        """
        with self._changed:
            kept = pulled - self.replaceable(pulled)
            if pulled > self._written and self._cut is None:
                self._cut = (self._written, kept)
            self._written = kept
            self._goal_frames = SILENT_AHEAD_FRAMES
            self._changed.notify_all()
            return pulled - kept

    def _feed(self, render: Render) -> None:
        while wanted := self._await_need():
            if self._is_lost:
                self._close()
                try:
                    self._open(START_S)
                except AudioError:
                    with self._changed:
                        self._changed.wait_for(lambda: self._is_stopping, RETRY_S)
                    continue
                self._is_lost = False
            with self._changed:
                self._cut = None
            block = render(wanted)
            with self._changed:
                if self._cut is None:
                    start = self._written
                    self._written += wanted
                else:
                    start, stop = self._cut
                    block = block[: max(stop - start, 0)]
                is_silent = not block.any()
                grown = min(self._goal_frames + GROWTH_FRAMES, AHEAD_FRAMES)
                self._goal_frames = SILENT_AHEAD_FRAMES if is_silent else grown
            self._send(CHUNK.pack(start - self._base, block.nbytes, is_silent) + block.tobytes())

    def _await_need(self) -> int:
        """Wait until frames are wanted, and return how many; also when the device is lost; 0 to stop."""
        with self._changed:
            while not self._is_stopping:
                late_s = self._clock() - self._taken_s
                if late_s > LOST_S:
                    self._is_lost = True
                if self._is_lost:
                    return BLOCK_FRAMES
                step = REFILL_FRAMES if self._goal_frames == AHEAD_FRAMES else BLOCK_FRAMES
                lacking = self._goal_frames - (self._written - self._taken_by_now())
                if lacking >= step:
                    return step
                self._changed.wait((step - lacking) / self.rate_hz)
        return 0

    def _taken_by_now(self) -> int:
        """Reckon which frames the device has: periods go on between two pieces of news."""
        passed_s = min(max(self._clock() - self._taken_s, 0.0), TOLD * PERIOD_MS / 1000)
        return self._taken + BLOCK_FRAMES + round(passed_s * self.rate_hz)

    def _send(self, data: bytes) -> None:
        outlet = self._outlet
        if outlet is not None:  # one that has ended is noticed when it takes nothing
            outlet.write(data)


def _answer(outlet: Child, within_s: float, on_asking: Callable[[], None]) -> dict[str, Any]:
    """Return what a new process says of its device; nothing if it says nothing in time."""
    lines: list[bytes] = []
    stream = outlet.stdout

    def read() -> None:
        line = _read_line(stream)
        if line == ASKING:
            on_asking()
            line = _read_line(stream)
        lines.append(line)

    reader = Thread(target=read, daemon=True)
    reader.start()
    reader.join(within_s)
    try:
        answer: dict[str, Any] = json.loads(lines[0])
    except (IndexError, ValueError):
        return {}
    return answer


def _read_line(stream: Any) -> bytes:
    line = b""
    while not line.endswith(b"\n") and (byte := stream.read(1)):
        line += byte
    return line


def _read(stream: Any, size: int) -> bytes:
    """Read so many bytes; fewer only at the end."""
    data = b""
    try:
        while len(data) < size and (piece := stream.read(size - len(data))):
            data += piece
    except (OSError, ValueError):
        return b""
    return data


def _no_device() -> str:
    """Return, in one sentence, that there is none and what to do."""
    remedy = "connect a sound device, and choose it in the system's settings"
    if sys.platform.startswith("linux"):
        # Not by find_library, which asks ldconfig and a compiler.
        has_library = any(map(_loads, ("libpulse.so.0", "libasound.so.2", "libjack.so.0")))
        remedy = (
            "connect a sound device, or start PulseAudio or PipeWire"
            if has_library
            else "install a sound library, libpulse0 or libasound2"
        )
    return f"There is no sound device, so the text moves on in silence; to hear it, {remedy}."


def _loads(library: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
