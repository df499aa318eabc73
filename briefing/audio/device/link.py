"""The player's end of the process that owns the device (`outlet`): starting it, and what goes to and fro."""

from __future__ import annotations

import json
import os
from threading import Thread
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.audio.device.absence import SILENT_SERVER, no_device
from briefing.audio.device.clock import PERIOD_MS, PERIODS
from briefing.audio.device.wire import NEWS, DeviceMessage
from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.errors import AudioError
from briefing.processes import door, messages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.processes.messages import Message

OUTLET: Final = "briefing.audio.device.outlet"
BUFFER_MS: Final = 75
"""What PulseAudio is asked to hold. Left to itself the library keeps a single period there, which a busy
machine is often late for (measured); and from a key to its sound it must not take over 120 ms."""


class News(NamedTuple):
    """TAKEN or LATENCY, see `wire`."""

    kind: int
    time_s: float
    taken: int
    inserted: int
    interrupted: int


class Link:
    """A process that is started for the device. One thread opens it and writes to it, another one reads."""

    def __init__(self) -> None:
        """Start the process.

        Raises:
            AudioError: if none can be started.
        """
        command = door.command(OUTLET, str(ENGINE_RATE_HZ), str(PERIOD_MS), str(PERIODS))
        latency = os.environ.get("PULSE_LATENCY_MSEC", str(BUFFER_MS))  # libpulse's only way to be told
        try:
            self._child = door.start(command, environment={"PULSE_LATENCY_MSEC": latency})
        except OSError as error:
            raise AudioError(
                "The sound device cannot be opened, for no process could be started.", "Close other programs."
            ) from error
        self.backend = ""
        """By what the device is reached: "PulseAudio"."""
        self.library_version = ""

    def await_device(self, within_s: float, on_asking: Callable[[], None]) -> None:
        """Wait until the process has a device; `on_asking` is told, in another thread, when it asks for one.

        Raises:
            AudioError: if there is none, or it does not answer in so many seconds. The process is ended.
        """
        answers: list[Message] = []

        def read() -> None:
            for message in messages.read_all(self._child.stdout):
                if message.kind != DeviceMessage.ASKING:
                    answers.append(message)
                    break
                on_asking()

        reader = Thread(target=read, daemon=True)
        reader.start()
        reader.join(within_s)
        if not answers or answers[0].kind != DeviceMessage.OPENED:
            self._child.close()
            raise AudioError(no_device() if answers else SILENT_SERVER)
        self.backend, self.library_version = json.loads(answers[0].payload)

    def send(self, start: int, samples: bytes, *, is_silent: bool) -> None:
        """Hand over frames, float32 in two channels, that begin at the process's frame `start`."""
        self._child.write(
            messages.pack(DeviceMessage.SILENCE if is_silent else DeviceMessage.SOUND, start, samples)
        )

    def news(self) -> Iterator[News]:
        """Yield what the process tells, until it ends."""
        with self._child.stdout as stream:
            for kind, taken, payload in messages.read_all(stream):
                time_s, inserted, interrupted = NEWS.unpack(payload)
                yield News(kind, time_s, taken, inserted, interrupted)

    def kill(self) -> None:
        """End the process at once, from any thread: it may wait for a server, or read no more."""
        self._child.kill()

    def end(self, grace_s: float) -> None:
        """End the process, which has so long to do so by itself."""
        self._child.end(grace_s)
