"""Onsets: when a word begins, weighed from three sources of evidence.

1. The acoustic model's first peak, less the time by which it comes late: that delay depends
   on the phone. Seldom far off, and robust in noise, but no sharper than 20 ms.
2. pocketsphinx. Sharp within running speech; lost now and then, by a whole pause.
3. After a pause, the sound itself: the step from its level in the pause to the word's.
   Labellers put their marks there, and so do eyes and ears.

Where the first two agree, the start is their weighted mean. Where they contradict each
other the first is believed, unless it hardly heard the word and the second puts it later,
where there is more sound: a word does not begin in silence.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.align.acoustic.evidence import POOR_FIT
from briefing.align.arrays import FLOOR_PERCENTILE, LOUD_PERCENTILE, RATE_HZ

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.align.acoustic.evidence import OnsetEvidence
    from briefing.align.arrays import Floats


_EMISSION_DELAY_MS: Final = {
    "AA": 76, "AE": 69, "AH": 53, "AO": 64, "AW": 68, "AY": 61, "B": 78, "CH": 99, "D": 38, "DH": 61,
    "EH": 62, "ER": 60, "EY": 69, "F": 93, "G": 68, "HH": 78, "IH": 56, "IY": 56, "JH": 75, "K": 70,
    "L": 66, "M": 59, "N": 38, "NG": 49, "OW": 59, "OY": 79, "P": 93, "R": 41, "S": 76, "SH": 76,
    "T": 44, "TH": 88, "UH": 55, "UW": 27, "V": 44, "W": 71, "Y": 57, "Z": 52, "ZH": 56,
}  # fmt: skip
"""How late the acoustic model's first row of a phone comes: medians over four voices with known phones."""
_HOP: Final = 80
"""Sound frames from one window to the next: 5 ms."""
_SPAN: Final = 256
"""Sound frames in each, 16 ms: fewer than recognisers have, so that a step stays sharp. Doubled, the edited
passage is at 14.3 ms."""
_BANDS: Final = 16
"""Bands of the spectrum whose levels are looked at."""
_LOWEST_LINE: Final = 4
"""The line of the spectrum at which the lowest band ends: 250 Hz."""
_FLOOR_DB: Final = -80.0
"""Softer levels are taken for this one, so that digital silence is no deeper than a quiet room."""
_LEAST_POWER: Final = 1e-12
"""Is added to each band's power, so that no logarithm is of nothing."""
_LOOK_BACK_S: Final = 0.6
"""How far before a word its pause is looked at, in seconds."""
_BEYOND_S: Final = 0.06
"""How far after the time at which it surely sounds, in seconds."""
_LEAST_PAUSE_HOPS: Final = 8
"""40 ms: in less there is no pause to speak of."""
_FLOOR_PART: Final = 3
"""The pause's level is the mean of its quietest third."""
_LEAST_FLOOR_HOPS: Final = 4
"""Or of so many windows, if those are more."""
_ABOVE_FLOOR_DB: Final = 4.0
"""A rise by less is noise, whose level varies by as much from window to window."""
_QUIET_HOPS: Final = 3
"""So many quiet windows in a row are the pause: 15 ms."""
_TOP_HOPS: Final = 16
"""The windows, 80 ms, in which the word's own level is looked for."""
_LEAST_TOP_DB: Final = 5.0
"""Where it rises by less, it is too noisy to tell."""
_QUIET_DB: Final = 1.2
"""A window is quiet where its bands rise by less than so many decibels in the mean."""
_QUIET_SHARE: Final = 0.3
"""Or by less than this share of the word's own rise. Halved, the edited passage is at 22.1 ms."""


def emission_delay_s(phone: str) -> float:
    """Return by how much the acoustic model's first row of a phone comes after the phone begins."""
    return _EMISSION_DELAY_MS[phone] / 1000


@dataclass(frozen=True, slots=True)
class LevelStep:
    """Where sound rises out of a pause, seconds, and by how many decibels."""

    at_s: float
    rise_db: float


def _levels(samples: Floats) -> Floats:
    """Return band levels in dB, (hops, bands), of mono sound at 16 kHz; hop h is centred on 5 ms h."""
    padded = np.pad(samples, _SPAN // 2)
    rows = np.lib.stride_tricks.sliding_window_view(padded, _SPAN)[::_HOP]
    spectrum = np.abs(np.fft.rfft(rows * np.hanning(_SPAN).astype(np.float32))) ** 2
    # Bands of equal width up to 1 kHz and of growing width above it, as ears have them.
    edges = np.unique(np.round(np.geomspace(_LOWEST_LINE, _SPAN // 2, _BANDS + 1)).astype(int))
    bands = np.add.reduceat(spectrum[:, : edges[-1]], np.r_[1, edges[:-1]], axis=1)
    levels: Floats = np.maximum(10 * np.log10(bands + _LEAST_POWER), _FLOOR_DB)
    return levels


def find_step(samples: Floats, pause_s: float, sure_s: float, ahead_s: float = 0.0) -> LevelStep | None:
    """Find where a word begins after a pause.

    Args:
        samples: mono sound at 16 kHz.
        pause_s: a time surely inside the pause, or at its start.
        sure_s: a time at which the word surely sounds.
        ahead_s: where it may be silent even then, how much longer to wait for it.

    Returns:
        The step, None if there is no clear one.
    """
    start_s = max(0.0, pause_s, sure_s - _LOOK_BACK_S)
    first, last = int(start_s * RATE_HZ), int((sure_s + _BEYOND_S + ahead_s) * RATE_HZ)
    levels = _levels(samples[first:last])
    here = min(len(levels) - 1, round((sure_s - start_s) * RATE_HZ / _HOP))
    if here < _LEAST_PAUSE_HOPS:
        return None
    quiet = np.sort(levels[:here], axis=0)[: max(_LEAST_FLOOR_HOPS, here // _FLOOR_PART)]
    floor = quiet.mean(axis=0)
    excess = np.maximum(levels - floor - _ABOVE_FLOOR_DB, 0).mean(axis=1)
    top = float(excess[here : here + _TOP_HOPS].max())
    if top < _LEAST_TOP_DB:
        return None
    below = excess < max(_QUIET_DB, _QUIET_SHARE * top)
    wait = round(ahead_s * RATE_HZ / _HOP)
    here += int(below[here : here + wait + 1].argmin()) if wait else 0
    for hop in range(here, _QUIET_HOPS - 1, -1):
        if below[hop - _QUIET_HOPS + 1 : hop + 1].all():
            return LevelStep(start_s + (hop + 0.5) * _HOP / RATE_HZ, top)
    return None


@dataclass(frozen=True, slots=True)
class Onset:
    """A weighed start, and how far the sources are apart, seconds."""

    start_s: float
    apart_s: float


_LEARNED_SHARE: Final = 0.95
"""How much of a voice's own delay is corrected: pocketsphinx, which it is taken from, has a bias for each,
too."""
_HMM_WEIGHT: Final = 0.85
"""pocketsphinx's weight where the two agree to the frame: it is the sharper one. Halved, the edited passage
is at 13.6 ms."""
_HMM_WEIGHT_LOSS: Final = 0.6
"""What is taken off where they are just `_APART_S` apart: it is the one that gets lost. Doubled, the cold
voice is at 41.6 ms."""
_APART_S: Final = 0.12
"""From this on, in seconds, they contradict each other."""
_PAUSE_S: Final = 0.2
"""From this on, in seconds, the time between two words holds a pause: a stop's closure is shorter. Doubled,
the edited passage is at 17.5 ms."""
_LATE: Final = frozenset(["B", "CH", "D", "F", "G", "JH", "K", "P", "T"])
"""Stops are silent until they burst, and F is faint."""
_LATE_S: Final = 0.045
"""So their step may come this much later than others'."""
_HOPELESS_FIT: Final = -2.5
"""Nats a phone: the acoustic model did not hear the word at all."""
_CLEAR_SPREAD_S: Final = 0.025
"""Where the sources spread more, in noise, the second one is not believed against the first."""
_DOUBTFUL_FIT: Final = -0.3
"""Nats a phone: it may not have."""
_LOUDER: Final = 0.3
"""So much of the way from the pauses' level to the words', in decibels, is more sound."""
_AROUND_S: Final = 2.0
"""How far on either side of a time its surroundings reach."""
_JUST_HOPS: Final = 12
"""Windows that are just after it: 60 ms."""
_SURELY_S: Final = 0.03
"""So long after its estimated start a word surely sounds. Halved, the edited passage is at 16.0 ms."""
_FAINT_DB: Final = 5.0
"""A step up to this is believed least against the other sources: noise rises so much by itself."""
_LEAST_SHARE: Final = 0.3
"""By this share of the way from theirs to its own time."""
_CLEAR_DB: Final = 20.0
"""One of this is believed wholly."""
_STEP_EARLY_S: Final = 0.2
"""How much earlier than the other sources the step may be."""
_STEP_LATE_S: Final = 0.08
"""How much later."""
_PRIOR_COUNT: Final = 16
"""Tokens after which half is known of how the sources differ on this voice: the weight of a prior mean of
0."""
_UNKNOWN_EARLY_S: Final = 0.032
"""pocketsphinx is 20 ms early on some people, on others not; a short file does not tell which. A long one
soon does, so this fades with the square of what is not known."""
_MEMORY: Final = 400
"""Tokens from which it is learned, some two or three minutes: voices change."""


class OnsetEstimator:
    """Weighs the evidence of one recording.

    The acoustic model's delay differs between voices by some 20 ms, so it is learned from
    pocketsphinx's onsets as the recording goes along, by the median of their differences.
    """

    def __init__(self, samples: Floats) -> None:
        self._samples = samples
        self._differences: deque[float] = deque(maxlen=_MEMORY)

    def learn(self, evidence: Sequence[OnsetEvidence]) -> None:
        """Take note of how the sources differ on tokens, before they are weighed."""
        for token in evidence:
            if token.hmm_s is not None:
                late = _ctc_onset_s(token) - token.hmm_s[0]
                if abs(late) < _APART_S:
                    self._differences.append(late)

    def estimate(self, here: OnsetEvidence, before_s: float | None) -> Onset:
        """Return when a token begins; `before_s` is when the one before was last heard, None at the start."""
        known = len(self._differences) / (len(self._differences) + _PRIOR_COUNT)
        late, spread = self._bias()
        ctc_s = _ctc_onset_s(here) - known * late
        if here.hmm_s is None:
            return self._after_pause(here, before_s, ctc_s, ctc_s, _APART_S)
        hmm_s = here.hmm_s[0] + (1 - known) ** 2 * _UNKNOWN_EARLY_S
        apart = abs(hmm_s - ctc_s)
        if apart < _APART_S:
            weight = _HMM_WEIGHT - _HMM_WEIGHT_LOSS * apart / _APART_S
            start = weight * hmm_s + (1 - weight) * ctc_s
        elif self._is_hmm_likelier(here, ctc_s, hmm_s, spread):
            return self._after_pause(here, before_s, hmm_s, hmm_s, apart)
        else:
            start = ctc_s
        return self._after_pause(here, before_s, start, max(start, ctc_s), apart)

    def _is_hmm_likelier(self, here: OnsetEvidence, ctc_s: float, hmm_s: float, spread: float) -> bool:
        """Return whether to believe the second of two sources that contradict each other."""
        if here.hesitates and here.fit < POOR_FIT:
            return True
        if hmm_s < ctc_s:
            return False
        if here.fit < _HOPELESS_FIT and spread < _CLEAR_SPREAD_S:
            return True
        return here.fit < _DOUBTFUL_FIT and self._loudness(hmm_s) - self._loudness(ctc_s) > _LOUDER

    def _loudness(self, at_s: float) -> float:
        """Return how loud the sound is just after a time: 0 as in the pauses around, 1 as in their words."""
        first = max(0.0, at_s - _AROUND_S)
        around = self._samples[int(first * RATE_HZ) : int((at_s + _AROUND_S) * RATE_HZ)]
        levels = _levels(around).mean(axis=1)
        floor, loud = np.percentile(levels, (FLOOR_PERCENTILE, LOUD_PERCENTILE))
        here = round((at_s - first) * RATE_HZ / _HOP)
        return float((levels[here : here + _JUST_HOPS].mean() - floor) / max(loud - floor, 1.0))

    def _after_pause(
        self, here: OnsetEvidence, before_s: float | None, start: float, sure: float, apart: float
    ) -> Onset:
        """Return the onset, where a pause goes before it by the step that ends the pause."""
        if before_s is not None and _ctc_onset_s(here) + emission_delay_s(here.phone) - before_s <= _PAUSE_S:
            return Onset(start, apart)
        late_s = _LATE_S if here.phone in _LATE else 0.0
        step = find_step(self._samples, before_s or 0.0, sure + _SURELY_S, late_s)
        if step is None or not start - _STEP_EARLY_S < step.at_s < sure + _STEP_LATE_S + late_s:
            return Onset(start, apart)
        move = step.at_s - start
        if move > 0:  # noise and reverberation hide how a word begins, so its step comes late
            move *= float(np.clip((step.rise_db - _FAINT_DB) / (_CLEAR_DB - _FAINT_DB), _LEAST_SHARE, 1))
        return Onset(start + move, min(apart, abs(step.at_s - start)))

    def _bias(self) -> tuple[float, float]:
        """Return how late the acoustic model is, beyond its usual delay, and how much that varies."""
        if not self._differences:
            return 0.0, 0.0
        differences = np.array(self._differences)
        middle = float(np.median(differences))
        spread = float(np.median(np.abs(differences - middle)))
        return _LEARNED_SHARE * middle, spread


def _ctc_onset_s(token: OnsetEvidence) -> float:
    return token.emission_start_s - emission_delay_s(token.phone)
