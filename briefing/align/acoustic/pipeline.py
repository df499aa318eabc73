"""English, by acoustic model: when each word of a text is spoken in a recording.

Theory of operation, from coarse to fine; each stage is a module with its sources:

1. `emissions`: a small acoustic model says how much each English phone is heard, every 10 ms.
2. `global_alignment`: one dynamic programme over the whole file says which part of the text is
   where, and what of either has no counterpart in the other.
   `realign`: text that it took for unspoken is looked for once more where there is room.
3. `segments`: the file is cut in pauses into stretches of a few seconds.
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
from briefing.align.acoustic.evidence import Evidence, Heard, Witnesses
from briefing.align.acoustic.global_alignment import match
from briefing.align.acoustic.onsets import Onset, Weigher
from briefing.align.acoustic.peaks import find_peaks
from briefing.align.acoustic.pocketsphinx.pool import SphinxPool
from briefing.align.acoustic.realign import look_again
from briefing.align.acoustic.segments import Chunk, Found, cut, find_tokens
from briefing.align.acoustic.significance import weigh_islands
from briefing.align.alignment import Alignment, OnProgress, Partial, ShouldStop, Stopped, WordTime
from briefing.align.arrays import RATE_HZ, ROW_FRAMES
from briefing.align.pronunciation.lattice import Script, write_script
from briefing.audio.pcm import mono
from briefing.errors import AlignError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.align.arrays import Floats
    from briefing.model import Pcm


METHOD: Final = "acoustic model"
_LISTENING: Final = 0.6
_MATCHING: Final = 0.65
"""The share of the work that is done after listening, and after matching."""
_SHORTEST_S: Final = 0.02


def one_channel(pcm: Pcm) -> Floats:
    """Return the samples of mono or stereo sound at 16 kHz as one clean channel.

    Raises:
        AlignError: if the rate is another.
    """
    if pcm.rate_hz != RATE_HZ:
        raise AlignError(f"The aligner hears sound at {RATE_HZ} frames a second, not at {pcm.rate_hz}.")
    # One channel is taken as it is: hours of sound are not copied for nothing.
    samples = mono(pcm.samples, pcm.rate_hz)
    peak = _peak(samples)
    if not np.isfinite(peak):
        samples = np.nan_to_num(samples, posinf=0, neginf=0)
        peak = _peak(samples)
    # What is very soft is made audible to models that were trained on speech near full scale.
    return samples * np.float32(0.5 / peak) if 0 < peak < 0.1 or peak > 1 else samples  # noqa: PLR2004


def _peak(samples: Floats) -> float:
    """Return the largest amplitude; no number where one of the samples is none."""
    return max(float(samples.max(initial=0.0)), -float(samples.min(initial=0.0)))


class EnglishAligner:
    """Aligns English. Making one takes a tenth of a second; it may be used again, by one thread at a time.

    Raises:
        AlignError: if the acoustic model is not installed.
    """

    def __init__(self, threads: int = 2) -> None:
        from briefing.align.acoustic.emissions import Listener
        from briefing.align.acoustic.model import AcousticModel, pronouncer
        from briefing.align.pronunciation.pronouncer import Pronouncer

        self._threads = threads
        self._listener = Listener(AcousticModel(), threads)
        self._pronouncer = Pronouncer(pronouncer)

    def align(
        self,
        pcm: Pcm,
        words: Sequence[str],
        language: str,
        on_progress: OnProgress,
        should_stop: ShouldStop,
    ) -> Alignment:
        """Return a time for each word; see `briefing.align.aligner.align`."""
        samples = one_channel(pcm)
        # They load their models while the sound is listened to.
        with SphinxPool(self._threads) as sphinxes:
            return self._aligned(samples, words, language, on_progress, should_stop, sphinxes)

    def _aligned(  # noqa: PLR0917
        self,
        samples: Floats,
        words: Sequence[str],
        language: str,
        on_progress: OnProgress,
        should_stop: ShouldStop,
        sphinxes: SphinxPool,
    ) -> Alignment:
        duration_s = samples.size / RATE_HZ
        script = write_script(words, language, self._pronouncer)

        def told(share: float) -> None:
            if should_stop():
                raise Stopped
            on_progress(share, None)

        rows = 1 + samples.size // ROW_FRAMES
        emissions = self._listener.emissions(samples, lambda done: told(_LISTENING * done / rows))
        found = self._skeleton(
            emissions, script, lambda share: told(_LISTENING + (_MATCHING - _LISTENING) * share)
        )
        chunks = cut(found, len(emissions))
        times = [
            WordTime(None, None, float(trust) if skipped else 0.0)
            for trust, skipped in zip(found.trust, found.skipped, strict=True)
        ]
        weigher = Weigher(samples)
        witnesses = Witnesses(samples, emissions, script, sphinxes)
        floor_s = 0.0
        # One thread more than processes, so that each finds its next run waiting.
        with ThreadPoolExecutor(self._threads + 1) as pool:
            work = pool.map(witnesses.hear, chunks)
            for done, (chunk, heard) in enumerate(zip(chunks, work, strict=True), 1):
                if should_stop():
                    pool.shutdown(wait=False, cancel_futures=True)
                    raise Stopped
                settled = _timed(weigher, chunk, heard, floor_s, duration_s)
                for number, time in settled.items():
                    times[number] = time
                floor_s = max((t.end_s for t in settled.values() if t.end_s is not None), default=floor_s)
                fresh = confidences(times, found, chunk.keep_first, chunk.keep_last)
                times[chunk.keep_first : chunk.keep_last] = fresh
                on_progress(
                    _MATCHING + (1 - _MATCHING) * done / len(chunks),
                    Partial(chunk.keep_first, tuple(fresh)),
                )
        return Alignment(tuple(times), duration_s, METHOD)

    @staticmethod
    def _skeleton(emissions: Floats, script: Script, on_share: Callable[[float], None]) -> Found:
        phones, owner, begins = script.flat()
        peaks = find_peaks(emissions)

        def matched(row: int) -> None:
            on_share(row / max(1, len(peaks.fit)))

        match_, trust = weigh_islands(peaks, match(peaks, phones, begins, matched), phones)
        found = find_tokens(peaks, match_, trust, owner, len(script.tokens))
        return look_again(found, emissions, script, lambda: on_share(1.0))


def _timed(
    weigher: Weigher, chunk: Chunk, heard: Sequence[Heard], floor_s: float, duration_s: float
) -> dict[int, WordTime]:
    """Return the times of a chunk's own tokens: from `floor_s` on, none before the one before it."""
    onsets: list[tuple[Heard, Onset]] = []
    before_s: float | None = None
    weigher.learn([token.evidence for token in heard])
    for token in heard:
        onset = weigher.weigh(token.evidence, before_s)
        before_s = token.evidence.last_heard_s
        if chunk.keep_first <= token.number < chunk.keep_last:
            onsets.append((token, onset))
    starts = np.array([onset.start_s for _, onset in onsets])
    # A start never comes before the one it follows: the later witness gives way.
    starts = np.clip(np.maximum.accumulate(starts) if starts.size else starts, floor_s, duration_s)
    times = {}
    for k, (token, onset) in enumerate(onsets):
        start = float(starts[k])
        ceiling = float(starts[k + 1]) if k + 1 < len(onsets) else duration_s
        end = token.evidence.last_heard_s + 0.03
        if token.evidence.sphinx is not None and abs(token.evidence.sphinx[1] - end) < 0.25:  # noqa: PLR2004
            end = token.evidence.sphinx[1]
        if abs(ceiling - end) < 0.06:  # noqa: PLR2004  # words that follow at once touch
            end = ceiling
        end = min(max(end, start + _SHORTEST_S), ceiling)
        times[token.number] = WordTime(start, max(start, end), _agreement(token.evidence, onset))
    return times


def _agreement(evidence: Evidence, onset: Onset) -> float:
    """Return how far the witnesses of one token agree, 0 to 1; `confidence` looks at its neighbours too."""
    agreed = 1.0 if onset.apart_s < 0.05 else 0.8 if onset.apart_s < 0.1 else 0.55  # noqa: PLR2004
    return agreed * float(np.clip(1 + evidence.fit / 6, 0.2, 1))
