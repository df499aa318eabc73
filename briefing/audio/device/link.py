"""The player's end of the process that owns the device (`outlet`): starting it, and what goes to and fro."""

from __future__ import annotations

import json
import os
from threading import Thread
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.audio.device.absence import SILENT_SERVER, no_device
from briefing.audio.device.clock import PERIOD_MS, PERIODS
from briefing.audio.device.wire import ASKING, CHUNK, NEWS
from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.errors import AudioError
from briefing.processes import door

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OUTLET: Final = "briefing.audio.device.outlet"
BUFFER_MS: Final = 75
"""What PulseAudio is asked to hold. Left to itself the library keeps a single period there, which a busy
machine is often late for (measured); and from a key to its sound it must not take over 120 ms."""


class News(NamedTuple):
    """A record of `wire.NEWS`."""

    kind: bytes
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
        lines: list[bytes] = []

        def read() -> None:
            line = self._child.stdout.readline()
            if line == ASKING:
                on_asking()
                line = self._child.stdout.readline()
            lines.append(line)

        reader = Thread(target=read, daemon=True)
        reader.start()
        reader.join(within_s)
        try:
            answer: dict[str, str] = json.loads(lines[0])
        except (IndexError, ValueError):
            answer = {}
        if "backend" not in answer:
            self._child.end()
            self._child.stdout.close()
            raise AudioError(no_device() if answer else SILENT_SERVER)
        self.backend = answer["backend"]
        self.library_version = answer["version"]

    def send(self, start: int, samples: bytes, *, is_silent: bool) -> None:
        """Hand over frames, float32 in two channels, that begin at the process's frame `start`."""
        self._child.write(CHUNK.pack(start, len(samples), is_silent) + samples)

    def news(self) -> Iterator[News]:
        """Yield what the process tells, until it ends."""
        with self._child.stdout as stream:
            while len(record := stream.read(NEWS.size)) == NEWS.size:
                yield News(*NEWS.unpack(record))

    def kill(self) -> None:
        """End the process at once, from any thread: it may wait for a server, or read no more."""
        self._child.kill()

    def end(self, grace_s: float) -> None:
        """End the process, which has so long to do so by itself."""
        self._child.end(grace_s)
