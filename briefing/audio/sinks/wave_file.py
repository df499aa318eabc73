"""Sound into a WAV file, at the pace of a clock: what would have been heard, pauses included."""

from __future__ import annotations

import errno
import os
import stat
import time
import wave
from contextlib import suppress
from typing import TYPE_CHECKING

from briefing.audio.pcm import CHANNELS, to_int16
from briefing.audio.sinks.paced import NullSink
from briefing.errors import AudioError

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    import numpy as np
    from numpy.typing import NDArray

    from briefing.ports.clock import Clock


class WaveSink(NullSink):
    """Writes a WAV file, 16 bits, at the pace of a clock; the file is whole after every block."""

    def __init__(self, path: Path, clock: Clock = time.monotonic) -> None:
        super().__init__(clock)
        self.name = path.name
        self._path = path
        self._file: wave.Wave_write | None = None

    def _begin(self) -> None:
        try:
            self._raw = open_file(self._path)
            self._raw.truncate()
        except OSError as error:
            raise AudioError(
                f"{self._path.name} cannot be written.", "Choose another place for the sound file."
            ) from error
        file = wave.open(self._raw, "wb")  # noqa: SIM115  # open as long as the sink
        file.setnchannels(CHANNELS)
        file.setsampwidth(2)
        file.setframerate(self.rate_hz)
        self._file = file

    def _take(self, block: NDArray[np.float32]) -> None:
        if self._file is not None:
            try:
                self._file.writeframes(to_int16(block).tobytes())
                self._raw.flush()
            except OSError as error:  # a full disk ends the file, not the player
                why = (error.strerror or "it failed").lower()
                self._notice = f"{self.name} takes no more sound: {why}. The reading goes on without it."
                self._finish()

    def _finish(self) -> None:
        if self._file is not None:
            with suppress(OSError), self._raw:
                self._file.close()
            self._file = None


def open_file(path: Path) -> BinaryIO:
    """Open a file to write into; only a regular one, and without waiting for anybody.

    Raises:
        OSError: if it is something else (a pipe, a device), or cannot be written.
    """
    with suppress(FileNotFoundError):
        if not stat.S_ISREG(path.stat().st_mode):
            raise OSError(errno.EINVAL, "It is no file")
    # Without O_NONBLOCK, a pipe that has just come there would block for ever.
    number = os.open(path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_NONBLOCK", 0), 0o666)
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise OSError(errno.EINVAL, "It is no file")
    return os.fdopen(number, "wb")
