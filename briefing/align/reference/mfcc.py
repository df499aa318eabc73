"""Features of sound that two voices share: mel-frequency cepstra, level, and their change.

Theory of operation: 25 ms windows every 10 ms, 30 mel bands from 80 to 7200 Hz, their
logarithms and a cosine transform (Davis and Mermelstein, IEEE Trans. ASSP 28(4), 1980). A
voice's timbre and a room's sound are constants added to the cepstra, so mean and spread
over the speech are taken out (Viikki and Laurila, Speech Communication 25, 1998).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.align.arrays import LOUD_PERCENTILE, RATE_HZ, ROW_FRAMES

if TYPE_CHECKING:
    from briefing.align.arrays import Floats


_WINDOW_FRAMES: Final = 400
"""Sound frames in a window: 25 ms."""
_FFT: Final = 512
"""Points of the spectrum: the next power of two."""
_BANDS: Final = 30
"""Mel bands."""
CEPSTRA: Final = 13
"""Columns: the level, and the cepstra 1 to 12."""
_LOWEST_HZ: Final = 80.0
"""Where the lowest band begins: speech has little below."""
_HIGHEST_HZ: Final = 7200.0
"""Where the highest ends, below what a resampler's filter takes off at 8 kHz."""
_MEL: Final = 2595.0
"""Mel(f) = 2595 log10(1 + f / 700) (O'Shaughnessy, Speech Communication: Human and Machine, 1987)."""
_MEL_HZ: Final = 700.0
"""The other number of it."""
_BLOCK_ROWS: Final = 4096
"""Rows at a time, so that memory does not grow with the recording."""
_FLOOR: Final = 1e-7
"""Is added to each band's power: what is softer is silence."""
_LARGEST_SPREADS: Final = 4
"""Cepstra more spreads from the mean are cut off, so that a click does not outweigh speech."""
_LEVEL_WEIGHT: Final = 1.6
"""How much 10 dB of level count beside a spread of a cepstrum. Halved, the edited passage is at 62.5 ms."""
_SPEECH_DB: Final = 35.0
"""What is within this of the loud parts is speech, as far as normalising goes."""
_LEVEL_DB: Final = 10.0
"""Decibels to a unit of the level."""
_LEAST_SPREAD: Final = 1e-3
"""Is added to a cepstrum's spread, which in silence is nothing."""
_SILENCE_POWER: Final = 1e-10
"""Is added to a window's power: digital silence is at -100 dB."""
_DELTA_ROWS: Final = 3
"""How far on either side of a row its slope is taken: 30 ms."""


def cepstra(samples: Floats) -> Floats:
    """Return (rows, 13) cepstra of mono sound at 16 kHz; column 0 is the level in dB."""
    rows = max(0, 1 + (len(samples) - 1) // ROW_FRAMES) if len(samples) else 0
    out = np.empty((rows, CEPSTRA), dtype=np.float32)
    window = np.hanning(_WINDOW_FRAMES).astype(np.float32)
    half = _WINDOW_FRAMES // 2
    for first in range(0, rows, _BLOCK_ROWS):
        count = min(_BLOCK_ROWS, rows - first)
        # A window is centred on its row, so the ends of the sound are looked at past its edges.
        start = first * ROW_FRAMES - half
        stop = start + (count - 1) * ROW_FRAMES + _WINDOW_FRAMES
        piece = samples[max(0, start) : min(stop, len(samples))].astype(np.float32, copy=False)
        piece = np.pad(piece, (max(0, -start), max(0, stop - len(samples))))
        part = np.lib.stride_tricks.sliding_window_view(piece, _WINDOW_FRAMES)[::ROW_FRAMES] * window
        power = np.abs(np.fft.rfft(part, _FFT)).astype(np.float32) ** 2
        bands = np.log(power @ _mel() + _FLOOR)
        out[first : first + _BLOCK_ROWS, 1:] = bands @ _cosines()
        level = 10 * np.log10((part * part).mean(axis=1) + _SILENCE_POWER)
        out[first : first + _BLOCK_ROWS, 0] = level
    return out


def normalised(raw: Floats) -> Floats:
    """Return cepstra of one voice with mean 0 and spread 1 over its speech; the level 0 at its loudest."""
    if not len(raw):
        return raw.copy()
    level = raw[:, 0]
    loud = float(np.percentile(level, LOUD_PERCENTILE))
    speech = raw[level > loud - _SPEECH_DB]
    mean, spread = speech[:, 1:].mean(axis=0), speech[:, 1:].std(axis=0) + _LEAST_SPREAD
    out = np.empty_like(raw)
    out[:, 1:] = np.clip((raw[:, 1:] - mean) / spread, -_LARGEST_SPREADS, _LARGEST_SPREADS)
    # The level's floor differs from room to room; what is 40 dB down is silence anywhere.
    out[:, 0] = np.clip((level - loud) / _LEVEL_DB + 2, -2, 2) * _LEVEL_WEIGHT
    return out


def with_deltas(features: Floats, span: int = _DELTA_ROWS) -> Floats:
    """Return features beside their slope over `span` rows either way."""
    padded = np.pad(features, ((span, span), (0, 0)), mode="edge")
    slope = (padded[2 * span :] - padded[: -2 * span]) * np.float32(0.5)
    return np.hstack((features, slope))


def pooled(features: Floats, factor: int) -> Floats:
    """Return the means of each `factor` rows; the last of as many as there are."""
    starts = np.arange(0, len(features), factor)
    sums = np.add.reduceat(features, starts, axis=0)
    counts = np.diff(np.append(starts, len(features)))[:, np.newaxis]
    return (sums / counts).astype(np.float32)


@cache
def _mel() -> Floats:
    """Return the weights of each band for each line of the spectrum, (lines, bands)."""

    def mel(hz: float) -> float:
        return float(_MEL * np.log10(1 + hz / _MEL_HZ))

    edges_mel = np.linspace(mel(_LOWEST_HZ), mel(_HIGHEST_HZ), _BANDS + 2)
    edges = _MEL_HZ * (10 ** (edges_mel / _MEL) - 1)
    lines = np.fft.rfftfreq(_FFT, 1 / RATE_HZ)[:, np.newaxis]
    rising = (lines - edges[:-2]) / (edges[1:-1] - edges[:-2])
    falling = (edges[2:] - lines) / (edges[2:] - edges[1:-1])
    weights: Floats = np.maximum(0, np.minimum(rising, falling)).astype(np.float32)
    return weights


@cache
def _cosines() -> Floats:
    """Return the cosine transform from bands to cepstra 1 to 12."""
    band = np.arange(_BANDS)[:, np.newaxis] + 0.5
    order = np.arange(1, CEPSTRA)[np.newaxis]
    cosines: Floats = (np.cos(np.pi * order * band / _BANDS) * np.sqrt(2 / _BANDS)).astype(np.float32)
    return cosines
