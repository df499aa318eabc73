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
REPLACEABLE_FRAMES: Final = ENGINE_RATE_HZ
"""No sink takes back more than the last second."""
INT16_SCALE: Final = 32768
MONO_WINDOW_S: Final = 0.1
MONO_ALIKE: Final = 0.4
"""Two channels that have so much in common, -1 to 1, are the same sound, in phase or against it."""


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


class Mono:
    """Makes one channel of two, block by block, so that neither takes the other away.

    Where the two have opposite phases their mean is silence. So the sign of what they have in common is
    looked at in windows of `MONO_WINDOW_S`, and where it is clearly negative, the second channel is
    turned round before it is added. From one sign to the other it goes evenly, over a window.
    """

    def __init__(self, rate_hz: int) -> None:
        self._window = max(round(MONO_WINDOW_S * rate_hz), 1)
        self._sign = 1.0

    def mix(self, samples: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return samples of shape (frames,), (frames, 1) or (frames, 2) as (frames,).

        What is no number is passed on as it is. More than two channels become their mean.
        """
        import numpy as np

        if not len(samples):
            return samples.reshape(-1)
        columns = samples.reshape(len(samples), -1)
        if columns.shape[1] == 1:
            return columns[:, 0]
        if columns.shape[1] != CHANNELS:
            mean: NDArray[np.float32] = columns.mean(axis=1, dtype=np.float32)
            return mean
        signs = self._signs(columns)
        middles = (np.arange(len(signs)) + 0.5) * self._window
        if (signs == 1).all():
            return (columns[:, 0] + columns[:, 1]) * np.float32(0.5)
        turned = np.interp(np.arange(len(columns)), middles, signs).astype(np.float32)
        return (columns[:, 0] + turned * columns[:, 1]) * np.float32(0.5)

    def _signs(self, columns: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return 1 or -1 for each window: the sign of what the channels have in common, if that is much."""
        import numpy as np

        edges = np.arange(0, len(columns), self._window)
        left, right = columns[:, 0].astype(np.float64), columns[:, 1].astype(np.float64)
        common = np.add.reduceat(left * right, edges)
        both = np.sqrt(np.add.reduceat(left * left, edges) * np.add.reduceat(right * right, edges))
        signs = np.empty(len(edges))
        for i, share in enumerate(common / np.maximum(both, 1e-12)):
            if abs(share) > MONO_ALIKE:
                self._sign = 1.0 if share > 0 else -1.0
            signs[i] = self._sign
        return signs


def mono(samples: NDArray[np.float32], rate_hz: int) -> NDArray[np.float32]:
    """Return a whole sound as one channel; see `Mono`."""
    return Mono(rate_hz).mix(samples)


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


def gain_of_db(level_db: float) -> float:
    """Return a level in decibels as a factor."""
    return float(10.0 ** (level_db / 20.0))


def volume_gain(percent: float) -> float:
    """Return the factor for a volume of 0 to 100 percent.

    Loudness is felt roughly as the cube root of amplitude, so the cube makes equal steps
    sound equal: 50 is about half as loud as 100 (-18 dB).
    """
    return (min(max(percent, 0.0), 100.0) / 100.0) ** 3
