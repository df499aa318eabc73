"""Sound files that tests make for themselves."""

from __future__ import annotations

from contextlib import closing
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import av
import numpy as np

from briefing.audio.media.decoder import Decoder
from briefing.audio.media.whole import gathered
from briefing.audio.media.window import open_recording

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from briefing.model import Pcm

FORMATS: dict[str, tuple[str, int, dict[str, str]]] = {
    "mp3": ("libmp3lame", 44100, {}),
    "m4a": ("aac", 44100, {}),
    "aac": ("aac", 44100, {}),
    "opus": ("libopus", 48000, {}),
    "webm": ("libopus", 48000, {}),
    "flac": ("flac", 44100, {}),
    "wav": ("pcm_s16le", 22050, {}),
    "aiff": ("pcm_s16be", 44100, {}),
}
"""Ending: codec, rate, options of the container."""


def sweep(length_s: float, rate_hz: int) -> NDArray[np.float64]:
    """A tone that rises all the time, so that no two moments of it are alike, over a little noise."""
    t = np.arange(round(length_s * rate_hz)) / rate_hz
    noise = np.random.default_rng(1).standard_normal(len(t))
    return 0.3 * np.sin(2 * np.pi * (200 + 30 * t) * t) + 0.01 * noise


def place_of(sound: NDArray[Any], within: NDArray[Any]) -> int:
    """Return the index in `within` at which it is most like a sound: where their correlation is greatest."""
    size = 1 << (len(within) + len(sound)).bit_length()
    spectrum = np.fft.rfft(within, size) * np.conj(np.fft.rfft(sound, size))
    return int(np.argmax(np.fft.irfft(spectrum, size)[: len(within) - len(sound) + 1]))


def write_recording(
    path: Path,
    samples: NDArray[np.float64],
    *,
    codec: str,
    rate_hz: int,
    layout: str = "mono",
    options: dict[str, str] | None = None,
) -> Path:
    """Encode mono samples (in both channels, if the layout has two) into a file."""
    container = av.open(
        str(path), "w", format="adts" if path.suffix == ".aac" else None, options=options or {}
    )
    with container:
        stream = container.add_stream(codec, rate=rate_hz, layout=layout)
        assert isinstance(stream, av.AudioStream)
        into = av.AudioResampler(stream.format.name, layout, rate_hz)
        whole = (samples * 32767).astype(np.int16)
        for start in range(0, len(whole), rate_hz):
            piece = np.repeat(whole[start : start + rate_hz], stream.layout.nb_channels)[np.newaxis]
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(piece), "s16", layout)
            frame.sample_rate, frame.pts, frame.time_base = rate_hz, start, Fraction(1, rate_hz)
            for converted in into.resample(frame):
                container.mux(stream.encode(converted))
        container.mux(stream.encode(None))
    return path


def make(folder: Path, ending: str, length_s: float = 6.0, layout: str = "mono") -> Path:
    """Write a sweep as one of `FORMATS`."""
    codec, rate_hz, options = FORMATS[ending]
    path = folder / f"sweep.{ending}"
    return write_recording(
        path, sweep(length_s, rate_hz), codec=codec, rate_hz=rate_hz, layout=layout, options=options
    )


def decode_here(path: Path, rate_hz: int, start_s: float = 0.0, stop_s: float | None = None) -> Pcm:
    """Decode as `briefing.audio.media.whole.decode` does, in this process: for tests that do it often."""
    with open_recording(path) as file, closing(Decoder(file, path.name, rate_hz)) as decoder:

        def read_from(
            start_frame: int, _least_frames: int, _first_frames: int = 0
        ) -> Iterator[NDArray[np.int16]]:
            for samples in decoder.read_from(start_frame):
                yield np.frombuffer(samples.data, np.int16).reshape(-1, samples.channels)

        return gathered(read_from, path.name, decoder.size_bytes, rate_hz, start_s, stop_s)


def duration_here(path: Path) -> float:
    """Measure as `briefing.audio.media.whole.duration_s` does, in this process."""
    with open_recording(path) as file, closing(Decoder(file, path.name, 48000)) as decoder:
        return float(decoder.duration_s())
