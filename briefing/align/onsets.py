"""Onsets: when a word begins, weighed from three witnesses.

1. The acoustic model's first peak, less the time by which it comes late: its lag depends
   on the phone. Never far off, and robust in noise, but no sharper than 20 ms.
2. pocketsphinx. Sharp within running speech; early after a pause, whose breath and
   reverberation it takes into the word.
3. After a pause, the sound itself: the step from its level in the pause to the word's.
   Labellers put their marks there, and so do eyes and ears.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_LAG_MS: Final = {
    "AA": 76, "AE": 69, "AH": 53, "AO": 64, "AW": 68, "AY": 61, "B": 78, "CH": 99, "D": 38, "DH": 61,
    "EH": 62, "ER": 60, "EY": 69, "F": 93, "G": 68, "HH": 78, "IH": 56, "IY": 56, "JH": 75, "K": 70,
    "L": 66, "M": 59, "N": 38, "NG": 49, "OW": 59, "OY": 79, "P": 93, "R": 41, "S": 76, "SH": 76,
    "T": 44, "TH": 88, "UH": 55, "UW": 27, "V": 44, "W": 71, "Y": 57, "Z": 52, "ZH": 56,
}  # fmt: skip
"""How late the acoustic model's first row of a phone comes: medians over four voices with known phones."""
RATE_HZ: Final = 16_000
_HOP: Final = 80
_SPAN: Final = 256
_BANDS: Final = 16
_FLOOR_DB: Final = -80.0
_QUIET_HOPS: Final = 3
_BEYOND_S: Final = 0.06
_TOP_HOPS: Final = 16


def lag_s(phone: str) -> float:
    """Return by how much the acoustic model's first row of a phone comes after the phone begins."""
    return _LAG_MS[phone] / 1000


@dataclass(frozen=True, slots=True)
class Step:
    """Where sound rises out of a pause, seconds, and by how many decibels."""

    at_s: float
    rise_db: float


def _levels(samples: Floats) -> Floats:
    """Return band levels in dB, (hops, bands), of mono sound at 16 kHz; hop h is centred on 5 ms h."""
    padded = np.pad(samples, _SPAN // 2)
    rows = np.lib.stride_tricks.sliding_window_view(padded, _SPAN)[::_HOP]
    spectrum = np.abs(np.fft.rfft(rows * np.hanning(_SPAN).astype(np.float32))) ** 2
    # Bands of equal width up to 1 kHz and of growing width above it, as ears have them.
    edges = np.unique(np.round(np.geomspace(4, _SPAN // 2, _BANDS + 1)).astype(int))
    bands = np.add.reduceat(spectrum[:, : edges[-1]], np.r_[1, edges[:-1]], axis=1)
    levels: Floats = np.maximum(10 * np.log10(bands + 1e-12), _FLOOR_DB)
    return levels


def find_step(samples: Floats, pause_s: float, sure_s: float, ahead_s: float = 0.0) -> Step | None:
    """Find where a word begins after a pause.

    Args:
        samples: mono sound at 16 kHz.
        pause_s: a time surely inside the pause, or at its start.
        sure_s: a time at which the word surely sounds.
        ahead_s: where it may be silent even then, how much longer to wait for it.

    Returns:
        The step, None if there is no clear one.
    """
    start_s = max(0.0, pause_s, sure_s - 0.6)
    first, last = int(start_s * RATE_HZ), int((sure_s + _BEYOND_S + ahead_s) * RATE_HZ)
    levels = _levels(samples[first:last])
    here = min(len(levels) - 1, round((sure_s - start_s) * RATE_HZ / _HOP))
    if here < 8:  # noqa: PLR2004  # there is no pause to speak of
        return None
    quiet = np.sort(levels[:here], axis=0)[: max(4, here // 3)]
    floor = quiet.mean(axis=0)
    excess = np.maximum(levels - floor - 4.0, 0).mean(axis=1)
    top = float(excess[here : here + _TOP_HOPS].max())
    if top < 5.0:  # noqa: PLR2004  # decibels: too noisy to tell
        return None
    threshold = max(1.2, 0.3 * top)
    below = excess < threshold
    wait = round(ahead_s * RATE_HZ / _HOP)
    here += int(below[here : here + wait + 1].argmin()) if wait else 0
    for hop in range(here, _QUIET_HOPS - 1, -1):
        if below[hop - _QUIET_HOPS + 1 : hop + 1].all():
            return Step(start_s + (hop + 0.5) * _HOP / RATE_HZ, top)
    return None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of one spoken token, seconds.

    `heard_s` and `last_heard_s` are the acoustic model's first and last rows, `fit` how well
    they fit; `hesitates` is whether it sounds like 'uh' or 'um'; `sphinx` is pocketsphinx's start
    and end, None where it did not find the words.
    """

    phone: str
    heard_s: float
    last_heard_s: float
    fit: float
    hesitates: bool
    sphinx: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Onset:
    """A weighed start, and how far the witnesses are apart, seconds."""

    start_s: float
    apart_s: float


_SPHINX_EARLY_S: Final = -0.003
_SPHINX_EARLY_SMOOTH_S: Final = 0.004
_SMOOTH: Final = frozenset(["AH", "DH", "ER", "IH", "L", "N", "R", "TH", "V", "W"])
"""Phones without a sharp beginning: pocketsphinx puts it earlier than labellers do."""
_LEARNED_SHARE: Final = 0.95
"""How much of a voice's lag is believed: pocketsphinx has a bias of its own, other for each voice."""
_SPHINX_WEIGHT: Final = 0.65
_SPHINX_WEIGHT_IN_NOISE: Final = 0.45
_NOISY_SPREAD_S: Final = 0.03
_APART_S: Final = 0.12
_PAUSE_S: Final = 0.2
_STOPS: Final = frozenset(["B", "CH", "D", "G", "JH", "K", "P", "T"])
_LATE: Final = _STOPS | {"F"}
_LATE_S: Final = 0.045
"""Stops are silent until they burst, F is faint: their step may come this much later than others'."""
_CLOSURE_SHARE: Final = 0.3
"""How much of the closure before a burst is the word's: some labels begin with it, some after it."""
_POOR_FIT: Final = -1.0
_HOPELESS_FIT: Final = -2.5
_CLEAR_SPREAD_S: Final = 0.025
"""Where the witnesses spread more, in noise, the second one is not believed against the first."""
HESITATIONS: Final = frozenset(
    [("AH",), ("AH", "M"), ("ER",), ("ER", "M"), ("AA",), ("M",), ("HH", "M"), ("HH", "AH")]
)
"""Sounds between words. The acoustic model, trained on what people wrote, hardly hears them, and puts them
anywhere in a pause; pocketsphinx knows their vowels well."""
_PRIOR_COUNT: Final = 16
_UNKNOWN_EARLY_S: Final = 0.018
"""pocketsphinx is 20 ms early on some people, on others not; a short file does not tell which."""
_MEMORY: Final = 400


class Weigher:
    """Weighs the witnesses of one recording.

    The acoustic model's lag differs between voices by some 20 ms, so it is learned from
    pocketsphinx's onsets as the recording goes along, by the median of their differences.
    """

    def __init__(self, samples: Floats) -> None:
        self._samples = samples
        self._differences: deque[float] = deque(maxlen=_MEMORY)

    def learn(self, heard: Sequence[Evidence]) -> None:
        """Take note of how the witnesses differ on tokens, before they are weighed."""
        for token in heard:
            if token.sphinx is not None:
                late = _coarse(token) - _sharp(token.phone, token.sphinx)
                if abs(late) < _APART_S:
                    self._differences.append(late)

    def weigh(self, here: Evidence, before_s: float | None) -> Onset:
        """Return when a token begins; `before_s` is when the one before was last heard, None at the start."""
        known = len(self._differences) / (len(self._differences) + _PRIOR_COUNT)
        late, spread = self._bias()
        coarse = _coarse(here) - known * late
        sharp = None
        if here.sphinx is not None:
            sharp = _sharp(here.phone, here.sphinx) + (1 - known) * _UNKNOWN_EARLY_S
        hopeless = here.fit < _HOPELESS_FIT and spread < _CLEAR_SPREAD_S
        poor = sharp is not None and (hopeless or (here.hesitates and here.fit < _POOR_FIT))
        apart = _APART_S if sharp is None else abs(sharp - coarse)
        if sharp is None:
            start = coarse
        elif apart < _APART_S:
            weight = _SPHINX_WEIGHT if spread < _NOISY_SPREAD_S else _SPHINX_WEIGHT_IN_NOISE
            start = weight * sharp + (1 - weight) * coarse
        else:
            start = sharp if poor else coarse
        usual = start if poor and apart >= _APART_S else _coarse(here)
        if before_s is None or usual + lag_s(here.phone) - before_s > _PAUSE_S:
            late_s = _LATE_S if here.phone in _LATE else 0.0
            step = find_step(self._samples, before_s or 0.0, usual + 0.03, late_s)
            if step is not None and -0.2 < step.at_s - usual < 0.08 + late_s:  # noqa: PLR2004
                late = max(0.0, step.at_s - usual) if here.phone in _STOPS else 0.0
                return Onset(step.at_s - _CLOSURE_SHARE * late, min(apart, abs(step.at_s - usual)))
            if apart > _APART_S / 3 and not poor:
                start = coarse
        return Onset(start, apart)

    def _bias(self) -> tuple[float, float]:
        """Return how late the acoustic model is, beyond its usual lag, and how much that varies."""
        if not self._differences:
            return 0.0, 0.0
        differences = np.array(self._differences)
        middle = float(np.median(differences))
        spread = float(np.median(np.abs(differences - middle)))
        return _LEARNED_SHARE * middle, spread


def _coarse(token: Evidence) -> float:
    return token.heard_s - lag_s(token.phone)


def _sharp(phone: str, sphinx: tuple[float, float]) -> float:
    return sphinx[0] + (_SPHINX_EARLY_SMOOTH_S if phone in _SMOOTH else _SPHINX_EARLY_S)
