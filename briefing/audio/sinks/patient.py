"""The sound device, and silence that moves on as long as there is none.

A sound server that hangs answers nobody, so the device is opened in a thread (`_look_for_device`), which
the caller's thread waits for only so long. Whoever of the two comes first, under the lock, decides whether
the silence begins.
"""

from __future__ import annotations

import os
import time
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Final, Protocol

from briefing.audio.device.absence import SILENT_SERVER
from briefing.audio.sink_before import SinkBefore
from briefing.audio.sinks.paced import NullSink
from briefing.errors import AudioError
from briefing.ports.sound import AudioSink

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.ports.clock import Clock
    from briefing.ports.sound import Render

PATIENCE_S: Final = 0.7
"""How long a start waits for a sound server that was asked; then the text moves on in silence. One that works
answers within 0.03 s (measured on a busy machine)."""
ASKING_S: Final = 3.0
"""How long it may take until the server is asked: a busy machine starts a process slowly."""
ATTEMPT_S: Final = 5.0
"""How long an attempt to open a device may take once the text moves on."""
RETRY_S: Final = 1.0
"""After so long a second attempt is made; each pause is twice the one before, up to `LONGEST_RETRY_S`."""
LONGEST_RETRY_S: Final = 30.0
LOOK_S: Final = 0.5
"""How often it is looked whether a server or device has come."""


class Device(AudioSink, Protocol):
    """A sink whose opening may take long, and is apart from its beginning."""

    def connect(self, within_s: float) -> None:
        """Open the device, and give it nothing yet.

        Raises:
            AudioError: if there is none, or it does not answer in so many seconds.
        """

    def begin(self, render: Render, first_frame: int) -> None:
        """Feed it; `first_frame` is the number of the first frame that is pulled."""


class PatientSink(SinkBefore):
    """The sound device; as long as there is none, silence that moves on.

    `start` waits for a device for `patience_s` at most once its server is asked, as `asked` says: one
    that hangs answers nobody. It is looked for from then on, at once when something changed where
    servers and devices are found, and when one is there, it goes on with the same frames.
    """

    def __init__(
        self,
        make_device: Callable[[], Device],
        clock: Clock,
        patience_s: float = PATIENCE_S,
        asked: Event | None = None,
    ) -> None:
        self._silence = NullSink(clock)
        super().__init__(self._silence)
        self._make_device = make_device
        self._patience_s = patience_s
        self._notice = self._why = ""
        self._is_told = False
        self._attempt: Device | None = None
        self._lock = Lock()
        self._stopping = Event()
        self._settled = Event()
        self._asked = asked or self._settled
        self._opener: Thread | None = None

    def start(self, render: Render) -> None:
        """Begin to pull, by a device if one is there soon."""
        self._stopping.clear()
        self._settled.clear()
        opener = Thread(target=self._look_for_device, args=(render,), name="sound opener", daemon=True)
        with self._lock:  # a thread that closes meanwhile finds one that it can wait for
            self._opener = opener
            opener.start()
        if self._asked is not self._settled:
            self._asked.wait(ASKING_S)
        self._settled.wait(self._patience_s)
        with self._lock:
            if self._sink is self._silence and not self._stopping.is_set():
                self._notice, self._is_told = self._why or SILENT_SERVER, True
                self._silence.start(render)

    def stop(self) -> None:
        """Stop pulling, and looking. Harmless if it was never started."""
        with self._lock:
            self._stopping.set()
            attempt, opener = self._attempt, self._opener
        self._settled.set()
        self._asked.set()
        if attempt is not None:
            attempt.stop()
        if opener is not None:
            opener.join()
        self._sink.stop()

    def _look_for_device(self, render: Render) -> None:
        wait_s = RETRY_S
        while not self._stopping.is_set():
            device = self._make_device()
            with self._lock:
                if self._stopping.is_set():
                    return
                self._attempt = device
            places = _sound_places()
            try:
                device.connect(ATTEMPT_S)
            except AudioError as error:
                self._why = str(error)
                self._settled.set()
                self._asked.set()
                self._await_change(places, wait_s)
                wait_s = min(wait_s * 2, LONGEST_RETRY_S)
                continue
            with self._lock:
                if not self._stopping.is_set():
                    self._take_over(device, render)
                    return
            device.stop()

    def _take_over(self, device: Device, render: Render) -> None:
        """Go on with a device where the silence is."""
        self._silence.stop()
        device.begin(render, self._silence.pulled_frames)
        self._sink = device
        self._settled.set()
        self._asked.set()
        if self._is_told:
            self._notice = f"There is sound now, by {device.name}."

    def _await_change(self, places: object, wait_s: float) -> None:
        """Wait so long before the next attempt, or until something has changed."""
        until_s = time.monotonic() + wait_s
        while time.monotonic() < until_s and _sound_places() == places:
            if self._stopping.wait(LOOK_S):
                return

    def take_notice(self) -> str:
        """Return what there is to tell of the sink, in a sentence, once."""
        notice, self._notice = self._notice, ""
        return notice


def _sound_places() -> list[tuple[int, int] | None]:
    """Return what stands where sound servers listen and devices are, to see that something has changed."""
    server = os.environ.get("PULSE_SERVER", "").removeprefix("unix:")
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    places = [server, "/dev/snd", *(f"{runtime}/{name}" for name in ("pulse/native", "pipewire-0", "pulse"))]
    found: list[tuple[int, int] | None] = []
    for place in places:
        try:
            status = os.stat(place)  # noqa: PTH116  # a name from outside, which may be none
        except (OSError, ValueError):
            found.append(None)
        else:
            found.append((status.st_ino, status.st_mtime_ns))
    return found
