"""English, by acoustic model: when each word of a text is spoken in a recording.

Theory of operation, from coarse to fine; each stage is a module with its sources:

1. `emissions`: a small acoustic model says how much each English phone is heard, every 10 ms.
2. `global_alignment`: one dynamic programme over the whole file says which part of the text is
   where, and what of either has no counterpart in the other.
   `realign`: text that it took for unspoken is looked for once more where there is room.
3. `segments`: the file is cut in pauses into segments of a few seconds.
4. `segment_alignment`: in each, an exact search places every phone, and chooses among readings.
5. `evidence`, `pocketsphinx`, `onsets`: hidden Markov models and the sound's own level sharpen the onsets.
6. `confidence`: a confidence for each word, from how these agree.

No stage prunes, so nothing can be lost in a beam; a stretch that fits nowhere gets no time
or a low confidence, never a guess that looks like knowledge.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.align.acoustic.confidence import confidences
from briefing.align.acoustic.evidence import EvidenceCollector, OnsetEvidence, TokenEvidence
from briefing.align.acoustic.global_alignment import align_globally
from briefing.align.acoustic.onsets import Onset, OnsetEstimator
from briefing.align.acoustic.peaks import find_peaks
from briefing.align.acoustic.pocketsphinx.pool import PocketsphinxPool
from briefing.align.acoustic.realign import realign
from briefing.align.acoustic.segments import Segment, TokenRows, cut_segments, locate_tokens
from briefing.align.acoustic.significance import significant_part
from briefing.align.alignment import (
    SHORTEST_WORD_S,
    Alignment,
    OnProgress,
    Partial,
    ShouldStop,
    Stopped,
    Ways,
    WordTime,
    nobodys,
)
from briefing.align.arrays import RATE_HZ, ROW_FRAMES
from briefing.align.mono_sound import mono_samples, peak_amplitude
from briefing.align.pronunciation.lattice import PronunciationLattice, build_lattice
from briefing.heap import give_back

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.align.arrays import Floats
    from briefing.model import Pcm


METHOD: Final = "acoustic model"
_EMISSIONS_SHARE: Final = 0.6
"""The share of the work that is done with the emissions: for progress alone."""
_ALIGNED_SHARE: Final = 0.65
"""And with the global alignment."""
_LEAST_AMPLITUDE: Final = 0.1
"""Sound whose largest amplitude is less is made louder: the models were trained on speech near full scale."""
_TARGET_AMPLITUDE: Final = 0.5
"""Up to this, half of full scale; sound beyond full scale is made softer, down to it."""
_HEARD_SHARE: Final = 0.5
"""The share of a word's phones that have to be heard for it to count as heard at all."""
_AFTER_PEAK_S: Final = 0.03
"""How long a last phone goes on after its last row, in seconds, where nothing else tells."""
_END_APART_S: Final = 0.25
"""pocketsphinx's end of a word is taken where it is less far from that, in seconds."""
_TOUCH_S: Final = 0.06
"""Words that are less far apart, in seconds, touch: so long a silence is a stop's, not a pause."""
_AGREED: Final = ((0.05, 1.0), (0.1, 0.8))
"""The confidence that sources leave which are less than so many seconds apart. With half the second distance
66 % of the cold voice's words are lit, with twice of it 78; with half and twice the first, 72 and 80; with
half of 0.8, which is below 0.6, 66."""
_DISAGREED: Final = 0.55
"""And those that are farther: below 0.6, from which on nine in ten starts are within 100 ms (`WordTime`), so
they light the sentence. Halved, the same words are lit; from 0.6 on 80 % of the cold voice's, and 96 of 100
of them are within 100 ms, as against 98."""
_HOPELESS_NATS: Final = 6
"""Confidence falls with the fit of the phones, to none at so many nats each. Halved, 64 % of the cold voice's
words are lit, doubled 83; 98 of 100 are within 100 ms either way."""


def _near_full_scale(samples: Floats) -> Floats:
    """Return sound that is soft, or beyond full scale, as loud as the models know it; other as it is."""
    loudest = peak_amplitude(samples)
    is_odd = 0 < loudest < _LEAST_AMPLITUDE or loudest > 1
    return samples * np.float32(_TARGET_AMPLITUDE / loudest) if is_odd else samples


class AcousticAligner:
    """Aligns English. Each stage makes what it needs and lets go of it: a player stands beside it.

    Args:
        threads: how many work at once, and how many processes of pocketsphinx.
    """

    def __init__(self, threads: int = 2) -> None:
        self._threads = threads

    def align(
        self,
        pcm: Pcm,
        words: Sequence[str],
        language: str,
        on_progress: OnProgress,
        should_stop: ShouldStop,
        *,
        ways: Ways = nobodys,
    ) -> Alignment:
        """Return a time for each word; see `briefing.align.aligner.align`.

        Raises:
            AlignError: if the acoustic model is not installed.
        """
        samples = _near_full_scale(mono_samples(pcm))
        lattice = _lattice(words, language, ways)

        def tell(share: float) -> None:
            if should_stop():
                raise Stopped
            on_progress(share, None)

        rows = 1 + samples.size // ROW_FRAMES
        emissions = self._emissions(samples, lambda done: tell(_EMISSIONS_SHARE * done / rows))
        found = self._aligned_tokens(
            emissions,
            lattice,
            lambda share: tell(_EMISSIONS_SHARE + (_ALIGNED_SHARE - _EMISSIONS_SHARE) * share),
        )
        give_back()
        with PocketsphinxPool(self._threads) as pool:
            collector = EvidenceCollector(samples, emissions, lattice, pool)
            return self._timed_segments(samples, found, len(emissions), collector, on_progress, should_stop)

    def listen(self, pcm: Pcm, words: Sequence[str], language: str) -> list[float | None]:
        """Return about when each word is heard, in seconds; None for those that are not heard clearly.

        A tenth of the work of `align`, and no closer than some 50 ms.

        Raises:
            AlignError: if the acoustic model is not installed.
        """
        samples = _near_full_scale(mono_samples(pcm))
        emissions = self._emissions(samples, lambda _: None)
        found = self._aligned_tokens(emissions, _lattice(words, language), lambda _: None)
        is_heard = (
            (found.share >= _HEARD_SHARE) & (found.significance > 0) & ~found.skipped & (found.first >= 0)
        )
        return [
            float(row) * ROW_FRAMES / RATE_HZ if heard else None
            for row, heard in zip(found.first.tolist(), is_heard.tolist(), strict=True)
        ]

    def _emissions(self, samples: Floats, on_rows: Callable[[int], None]) -> Floats:
        from briefing.align.acoustic.emissions import EmissionModel
        from briefing.align.acoustic.model import AcousticModel

        return EmissionModel(AcousticModel(), self._threads).emissions(samples, on_rows)

    def _timed_segments(  # noqa: PLR0917
        self,
        samples: Floats,
        found: TokenRows,
        rows: int,
        collector: EvidenceCollector,
        on_progress: OnProgress,
        should_stop: ShouldStop,
    ) -> Alignment:
        """Return a time for each word, by what is heard in each segment."""
        duration_s = samples.size / RATE_HZ
        segments = cut_segments(found, rows)
        times = [
            WordTime(None, None, float(significance) if skipped else 0.0)
            for significance, skipped in zip(found.significance, found.skipped, strict=True)
        ]
        estimator = OnsetEstimator(samples)
        floor_s = 0.0
        # One thread more than processes, so that each finds its next run waiting.
        with ThreadPoolExecutor(self._threads + 1) as threads:
            work = threads.map(collector.collect, segments)
            for done, (segment, evidence) in enumerate(zip(segments, work, strict=True), 1):
                if should_stop():
                    threads.shutdown(wait=False, cancel_futures=True)
                    raise Stopped
                settled = _timed(estimator, segment, evidence, floor_s, duration_s)
                for number, time in settled.items():
                    times[number] = time
                floor_s = max((t.end_s for t in settled.values() if t.end_s is not None), default=floor_s)
                fresh = confidences(times, found, segment.keep_first, segment.keep_last)
                times[segment.keep_first : segment.keep_last] = fresh
                on_progress(
                    _ALIGNED_SHARE + (1 - _ALIGNED_SHARE) * done / len(segments),
                    Partial(segment.keep_first, tuple(fresh)),
                )
        return Alignment(tuple(times), duration_s, METHOD)

    @staticmethod
    def _aligned_tokens(
        emissions: Floats, lattice: PronunciationLattice, on_share: Callable[[float], None]
    ) -> TokenRows:
        phones, owner, begins = lattice.flat()
        peaks = find_peaks(emissions)

        def aligned_up_to(row: int) -> None:
            on_share(row / max(1, len(peaks.fit)))

        alignment, significance = significant_part(
            peaks, align_globally(peaks, phones, begins, aligned_up_to), phones
        )
        found = locate_tokens(peaks, alignment, significance, owner, len(lattice.tokens))
        return realign(found, emissions, lattice, lambda: on_share(1.0))


def _lattice(words: Sequence[str], language: str, ways: Ways = nobodys) -> PronunciationLattice:
    """Return how the words are pronounced."""
    from briefing.align.acoustic.model import pronouncer
    from briefing.align.pronunciation.pronouncer import Pronouncer

    return build_lattice(words, language, Pronouncer(pronouncer, ways))


def _timed(
    estimator: OnsetEstimator,
    segment: Segment,
    evidence: Sequence[TokenEvidence],
    floor_s: float,
    duration_s: float,
) -> dict[int, WordTime]:
    """Return the times of a segment's own tokens: from `floor_s` on, none before the one before it."""
    onsets: list[tuple[TokenEvidence, Onset]] = []
    before_s: float | None = None
    estimator.learn([token.evidence for token in evidence])
    for token in evidence:
        onset = estimator.estimate(token.evidence, before_s)
        before_s = token.evidence.emission_end_s
        if segment.keep_first <= token.number < segment.keep_last:
            onsets.append((token, onset))
    starts = np.array([onset.start_s for _, onset in onsets])
    # A start never comes before the one it follows: the later source gives way.
    starts = np.clip(np.maximum.accumulate(starts) if starts.size else starts, floor_s, duration_s)
    times = {}
    for k, (token, onset) in enumerate(onsets):
        start = float(starts[k])
        ceiling = float(starts[k + 1]) if k + 1 < len(onsets) else duration_s
        end = token.evidence.emission_end_s + _AFTER_PEAK_S
        if token.evidence.hmm_s is not None and abs(token.evidence.hmm_s[1] - end) < _END_APART_S:
            end = token.evidence.hmm_s[1]
        if abs(ceiling - end) < _TOUCH_S:
            end = ceiling
        end = min(max(end, start + SHORTEST_WORD_S), ceiling)
        times[token.number] = WordTime(start, max(start, end), _agreement(token.evidence, onset))
    return times


def _agreement(evidence: OnsetEvidence, onset: Onset) -> float:
    """Return how far the sources of one token agree, 0 to 1; `confidence` looks at its neighbours too."""
    agreed = next((share for within_s, share in _AGREED if onset.apart_s < within_s), _DISAGREED)
    return agreed * float(np.clip(1 + evidence.fit / _HOPELESS_NATS, 0, 1))
