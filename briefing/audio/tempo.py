"""Speed at unchanged pitch by libav's `atempo` filter, for machines that have no wheel of libsonic.

It has the shape of `libsonic.SonicStream`, so `stretch` works with either. It searches for the
best overlap in windows of its own (WSOLA; Verhelst and Roelands, ICASSP 1993), so what it holds
back differs: see `LAG_S`, measured like Sonic's.
"""

from __future__ import annotations

from errno import EAGAIN
from typing import TYPE_CHECKING, Final

import numpy as np
from av.audio.frame import AudioFrame
from av.error import EOFError as EndOfStream
from av.error import FFmpegError
from av.filter import Graph

if TYPE_CHECKING:
    from numpy.typing import NDArray

LAG_S: Final = ((0.5, 0.032), (4.0, 0.032))
"""As in `stretch`; the same at every speed, nine windows in ten within 15 ms of it up to twice."""


class AtempoStream:
    """Makes interleaved float samples faster or slower."""

    def __init__(self, rate_hz: int, channels: int) -> None:
        self._rate_hz = rate_hz
        self._layout = "mono" if channels == 1 else "stereo"
        self._channels = channels
        self._made = np.zeros(0, np.float32)
        self._pts = 0
        graph = Graph()
        source = graph.add(
            "abuffer",
            sample_rate=str(rate_hz),
            sample_fmt="flt",
            channel_layout=self._layout,
            time_base=f"1/{rate_hz}",
        )
        self._filter = graph.add("atempo", tempo="1.0")
        format_ = graph.add("aformat", sample_fmts="flt", channel_layouts=self._layout)
        sink = graph.add("abuffersink")
        source.link_to(self._filter)
        self._filter.link_to(format_)
        format_.link_to(sink)
        graph.configure()
        self._graph = graph

    def set_speed(self, speed: float) -> None:
        """Go on at another speed."""
        self._filter.process_command("tempo", f"{speed:.6f}")

    def write(self, samples: NDArray[np.float32]) -> None:
        """Take in interleaved samples."""
        frame = AudioFrame.from_ndarray(np.ascontiguousarray(samples)[np.newaxis], "flt", self._layout)
        frame.sample_rate = self._rate_hz
        frame.pts = self._pts
        self._pts += frame.samples
        self._graph.push(frame)
        self._pull()

    def flush(self) -> None:
        """No more input: make all that is held."""
        self._graph.push(None)
        self._pull()

    def _pull(self) -> None:
        pieces = [self._made]
        while True:
            try:
                frame = self._graph.pull()
            except EndOfStream:
                break
            except FFmpegError as error:
                if error.errno != EAGAIN:
                    raise
                break
            if isinstance(frame, AudioFrame):
                pieces.append(frame.to_ndarray()[0].astype(np.float32, copy=False))
        self._made = np.concatenate(pieces)

    def available_frames(self) -> int:
        """Return how many frames can be read."""
        return len(self._made) // self._channels

    def read(self, frames: int) -> NDArray[np.float32]:
        """Return at most so many frames, interleaved."""
        read, self._made = np.split(self._made, [frames * self._channels])
        return read
