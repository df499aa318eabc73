"""Which sink a user has named.

| spec | sink |
|---|---|
| default | the sound device; nowhere as long as there is none |
| null | nowhere, at the pace of the clock: for machines without sound, and for tests |
| FILE.wav | a file that becomes what would have been heard, pauses included |
"""

from __future__ import annotations

import time
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from briefing.audio.sinks.paced import NullSink
from briefing.audio.sinks.patient import PatientSink
from briefing.audio.sinks.wave_file import WaveSink, open_file
from briefing.errors import UsageError

if TYPE_CHECKING:
    from briefing.audio.sinks.patient import Device
    from briefing.ports.clock import Clock
    from briefing.ports.sound import AudioSink


def open_sink(spec: str, clock: Clock = time.monotonic) -> AudioSink:
    """Return the sink that `spec` names: "default", "null", or a file that ends in .wav.

    No device is opened yet: `start` does that. A file is looked at, so that one that cannot be written
    is told before anything is shown.

    Raises:
        UsageError: if it names none of these, or no file that can be written.
    """
    if spec == "default":
        asked = Event()

        def make_device() -> Device:
            from briefing.audio.device.sink import DeviceSink  # what it needs is loaded when it is wanted

            return DeviceSink(clock, asked.set)

        return PatientSink(make_device, clock, asked=asked)
    if spec == "null":
        return NullSink(clock)
    if not spec.lower().endswith(".wav"):
        raise UsageError(f"{spec} is no place for sound.", "Use default, null, or the name of a .wav file.")
    try:
        open_file(Path(spec)).close()
    except OSError as error:
        why = (error.strerror or "it failed").lower()
        raise UsageError(
            f"{spec} cannot be written: {why}.", "Choose another place for the sound file."
        ) from error
    return WaveSink(Path(spec), clock)
