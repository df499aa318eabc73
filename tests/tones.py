"""Sound files of tones, one after another, so that a test knows by its pitch which part of which is heard."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import numpy as np

from tests.recordings import FORMATS, write_recording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

WINDOW_S = 0.02
SOUNDING = 0.02
"""Below this level nothing is heard."""


def write_tones(
    path: Path, pitches_hz: Sequence[float], each_s: float = 1.0, layout: str = "mono", rate_hz: int = 0
) -> Path:
    """Write tones of so many seconds each; one of 0 Hz is silence. The name's ending tells the format."""
    codec, usual_hz, options = FORMATS[path.suffix[1:]]
    rate_hz = rate_hz or usual_hz
    t = np.arange(round(each_s * rate_hz)) / rate_hz
    samples = np.concatenate([0.4 * np.sin(2 * np.pi * pitch * t) for pitch in pitches_hz])
    path.parent.mkdir(parents=True, exist_ok=True)
    return write_recording(path, samples, codec=codec, rate_hz=rate_hz, layout=layout, options=options)


def pitches(samples: NDArray[np.float32] | NDArray[np.int16], rate_hz: int = 48000) -> NDArray[np.float64]:
    """Return the pitch that is heard in each window of `WINDOW_S`, 0 for silence; of the first channel."""
    size = round(WINDOW_S * rate_hz)
    sound = samples[:, 0].astype(np.float64)
    if samples.dtype == np.int16:
        sound /= 32768
    windows = sound[: len(sound) // size * size].reshape(-1, size)
    spectrum = np.abs(np.fft.rfft(windows * np.hanning(size), 4 * size))
    found: NDArray[np.float64] = spectrum.argmax(axis=1) / (4 * WINDOW_S)
    found[np.sqrt((windows**2).mean(axis=1)) < SOUNDING] = 0
    return found


def pack(folder: Path, *, deflated: bool = False) -> Path:
    """Put a folder into a zip beside it."""
    path = folder.with_suffix(".zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED) as book:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                book.write(file, file.relative_to(folder).as_posix())
    return path


def write_book(folder: Path, files: Mapping[str, Sequence[float]]) -> Path:
    """Write the sound files of a book, each of tones of a second."""
    for name, tones in files.items():
        write_tones(folder / name, tones)
    return folder
