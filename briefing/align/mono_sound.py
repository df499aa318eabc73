"""The one channel of a recording that both ways of the aligner take."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from briefing.align.arrays import RATE_HZ
from briefing.audio.pcm import mono
from briefing.errors import AlignError

if TYPE_CHECKING:
    from briefing.align.arrays import Floats
    from briefing.model import Pcm


def mono_samples(pcm: Pcm) -> Floats:
    """Return mono or stereo sound at 16 kHz as one channel; what is no number in it is silence.

    Raises:
        AlignError: if the rate is another.
    """
    if pcm.rate_hz != RATE_HZ:
        raise AlignError(f"The aligner hears sound at {RATE_HZ} frames a second, not at {pcm.rate_hz}.")
    # One channel is taken as it is: hours of sound are not copied for nothing.
    samples = mono(pcm.samples, pcm.rate_hz)
    return samples if np.isfinite(peak_amplitude(samples)) else np.nan_to_num(samples, posinf=0, neginf=0)


def peak_amplitude(samples: Floats) -> float:
    """Return the largest amplitude; no number where one of the samples is none."""
    return max(float(samples.max(initial=0.0)), -float(samples.min(initial=0.0)))
