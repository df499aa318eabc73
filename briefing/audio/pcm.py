"""Arrays of samples: the engine's format, conversions into it, and the volume curve.

The engine plays float32 of shape (frames, 2) at `ENGINE_RATE_HZ`; everything that makes
sound for it converts once, where the sound is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ENGINE_RATE_HZ: Final = 48000
"""The one rate of the engine: what sound servers run at, and what speech recordings convert to best."""
CHANNELS: Final = 2
INT16_SCALE: Final = 32768


def resample(samples: NDArray[np.float32], from_hz: int, to_hz: int) -> NDArray[np.float32]:
    """Return the same sound at another rate (soxr, high quality).

    Args:
        samples: float32 of shape (frames,) or (frames, channels), any length.
        from_hz: their rate.
        to_hz: the rate wanted.
    """
    if from_hz == to_hz or not len(samples):
        return samples
    import soxr

    resampled: NDArray[np.float32] = soxr.resample(samples, from_hz, to_hz, "HQ")
    return resampled


def stereo(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return samples of shape (frames,), (frames, 1) or (frames, 2) as (frames, 2); mono in both channels."""
    import numpy as np

    columns = samples.reshape(len(samples), -1)
    if columns.shape[1] == CHANNELS:
        return columns
    return np.repeat(columns[:, :1], CHANNELS, axis=1)


def from_int16(samples: NDArray[np.int16]) -> NDArray[np.float32]:
    """Return int16 samples as float32 in [-1, 1)."""
    import numpy as np

    return samples.astype(np.float32) * np.float32(1 / INT16_SCALE)


def to_int16(samples: NDArray[Any]) -> NDArray[np.int16]:
    """Return float samples as int16, limited to what it can hold."""
    import numpy as np

    scaled = np.clip(np.rint(samples * INT16_SCALE), -INT16_SCALE, INT16_SCALE - 1)
    whole: NDArray[np.int16] = scaled.astype(np.int16)
    return whole


def volume_gain(percent: float) -> float:
    """Return the factor for a volume of 0 to 100 percent.

    Loudness is felt roughly as the cube root of amplitude, so the cube makes equal steps
    sound equal: 50 is about half as loud as 100 (-18 dB).
    """
    return (min(max(percent, 0.0), 100.0) / 100.0) ** 3
