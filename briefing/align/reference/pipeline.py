"""Any language: when each word is spoken, by comparing the recording with a synthesised reading.

Theory of operation:

1. `synthesis`: eSpeak NG, which speaks over a hundred languages, reads the text as
   fast as the recording seems to be read, and tells the sample of each word.
2. `mfcc`: both become cepstra, each voice normalised by itself.
3. `search`: several searches, each knowing the recording's voice better, find which
   part of the text is spoken where. What gains no more than chance is no match.
4. `adaptation`, `dtw`: the reading of what is spoken, bent towards the
   recording's voice, is warped to it within a narrow band, 10 ms by 10 ms.
5. Words after a pause start where the sound does.
6. `confidence`: a confidence for each word.

To compare with a synthesised reading by dynamic time warping is the way of aeneas
(A. Pettarin, 2015), which takes all of the text and all of the sound to be the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.align.alignment import (
    SHORTEST_WORD_S,
    Alignment,
    OnProgress,
    Partial,
    ShouldStop,
    Stopped,
    WordTime,
)
from briefing.align.arrays import FLOOR_PERCENTILE, LOUD_PERCENTILE, RATE_HZ, ROW_S
from briefing.align.mono_sound import mono_samples
from briefing.align.reference.adaptation import adapted
from briefing.align.reference.confidence import absences, confidences
from briefing.align.reference.dtw import ReferenceFeatures, distances, warp_within_band
from briefing.align.reference.mfcc import cepstra, normalised, with_deltas
from briefing.align.reference.search import GRAIN, search
from briefing.align.reference.synthesis import FILLER_ROWS, SILENT_DB, spoken_part, synthesise
from briefing.errors import AlignError, SpeechError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.align.arrays import Floats, Ints
    from briefing.align.reference.search import SearchResult
    from briefing.align.reference.synthesis import ReferenceVoice, Synthesis
    from briefing.model import Pcm


METHOD: Final = "comparison with speech"
_TRIAL_WPM: Final = 170
"""How fast, in words a minute, some of the text is read first, to learn how fast all of it must be."""
_TRIAL_TOKENS: Final = 150
"""How much of it, in words."""
_SLOWEST_WPM: Final = 90
"""The least that is asked of a voice, in words a minute: eSpeak NG reads no slower than 80."""
_FASTEST_WPM: Final = 400
"""The most: it reads no faster than 450."""
_SPEECH_DB: Final = 30.0
"""What is within this of a recording's loud parts is taken for speech, where its pace is estimated."""
_BLUR_DELAY_S: Final = 0.012
"""The adapted reading is blurred by its context, so its words are met this much late, in seconds. Halved,
the edited passage is at 48.3 ms but the fast voice at 22.2; doubled, at 63.1 and 18.5."""
_PAUSE_ROWS: Final = 20
"""A fifth of a second: shorter silences are of sounds, not between words. Halved, the fast voice is at 31.6
ms; doubled, the edited passage at 66.7."""
_QUIET_SHARE: Final = 0.35
"""Below this share of the way from the floor to the loud parts, in dB, is a pause. Halved, the edited
passage is at 61.7 ms and the fast voice at 16.7; doubled, at 43.4 and 25.7."""
_SHARES: Final = (0.1, 0.4, 0.8)
"""The share of the work that is done with the features, the synthesis, and the search; for progress alone."""


def align_by_reference(
    pcm: Pcm,
    words: Sequence[str],
    voice: ReferenceVoice,
    on_progress: OnProgress = lambda _progress, _partial: None,
    should_stop: ShouldStop = lambda: False,
) -> Alignment:
    """Return when each word is spoken.

    Args:
        pcm: the whole recording at 16 kHz, mono or stereo.
        words: the text's tokens, as white space parts them.
        voice: a voice of the text's language.
        on_progress: told how far the work is; the words are settled all at once at the end.
        should_stop: asked often.

    Raises:
        AlignError: if the rate is another, or the voice cannot speak.
        Stopped: if `should_stop` said so.
    """

    def stage(start: float, stop: float) -> Callable[[float], None]:
        def on_share(share: float) -> None:
            if should_stop():
                raise Stopped
            on_progress(start + (stop - start) * share, None)

        return on_share

    duration_s = len(pcm.samples) / RATE_HZ
    raw = cepstra(mono_samples(pcm))
    features_share, synthesis_share, search_share = _SHARES
    stage(0, features_share)(1.0)
    try:
        wpm = _pace(raw, words, voice, stage(features_share, features_share))
        synthesis = synthesise(words, wpm, voice, stage(features_share, synthesis_share))
    except SpeechError as error:
        raise AlignError(
            f"The text cannot be compared with speech: {error.message}", "Install eSpeak NG."
        ) from error
    recording, reading = normalised(raw), normalised(synthesis.cepstra)
    found = search(recording, reading, synthesis, stage(synthesis_share, search_share))
    if found.is_spoken.any():
        times = _placed(raw, recording, synthesis, found, stage(search_share, 1.0), duration_s)
    else:
        times = tuple(WordTime(None, None, 0.0) for _ in words)
    on_progress(1.0, Partial(0, times))
    return Alignment(times, duration_s, METHOD)


def _pace(raw: Floats, words: Sequence[str], voice: ReferenceVoice, on_share: Callable[[float], None]) -> int:
    """Return the words a minute at which the reading would take as long as the recording's speech."""
    loud = float(np.percentile(raw[:, 0], LOUD_PERCENTILE))
    ours = int((raw[:, 0] > loud - _SPEECH_DB).sum())
    trial = words[:_TRIAL_TOKENS]
    synthesis = synthesise(trial, _TRIAL_WPM, voice, on_share)
    theirs = int((synthesis.cepstra[:, 0] > SILENT_DB).sum()) * sum(map(len, words)) / sum(map(len, trial))
    return round(min(max(_TRIAL_WPM * theirs / max(ours, 1), _SLOWEST_WPM), _FASTEST_WPM))


def _expected_path(found: SearchResult, synthesis: Synthesis) -> tuple[Synthesis, Ints]:
    """Return the part of a reading that is spoken, and for each row of the match its row there."""
    met = np.flatnonzero(found.token >= 0)
    here = found.token[met]
    following = np.searchsorted(met, np.arange(len(found.token)))
    is_apart = np.zeros(len(found.is_spoken), np.bool_)
    passed = np.flatnonzero(np.diff(met) > 1)
    is_apart[here[passed + 1]] = here[passed + 1] != here[passed]
    part = spoken_part(synthesis, found.is_spoken, is_apart)
    number = np.cumsum(found.is_spoken) - 1
    path = np.full(len(found.token), len(part.cepstra) - FILLER_ROWS, np.int64)
    path[met] = part.start[number[here]] + found.at[met] - synthesis.start[here]
    before = np.concatenate(([-1], number[here]))[following]
    after = np.concatenate((number[here], [len(part.start)]))[following]
    # Sound that is nobody's passes at the filler before the next word; words that were overlooked share it.
    silent = np.flatnonzero(found.token < 0)
    shared = np.interp(silent, [-1, *met, len(path)], [0, *path[met], len(part.cepstra) - 1])
    filler = np.append(part.start, len(part.cepstra))[after[silent]] - FILLER_ROWS
    is_shared = (after[silent] - before[silent] > 1) | ~part.fillers[np.maximum(filler, 0)]
    path[silent] = np.where(is_shared, shared, filler).astype(np.int64)
    return part, np.clip(np.maximum.accumulate(path), 0, len(part.cepstra) - 1)


def _placed(  # noqa: PLR0917
    raw: Floats,
    recording: Floats,
    synthesis: Synthesis,
    found: SearchResult,
    on_share: Callable[[float], None],
    duration_s: float,
) -> tuple[WordTime, ...]:
    """Return the times of all words, of which at least one is spoken."""
    part, path = _expected_path(found, synthesis)
    reading = normalised(part.cepstra)
    columns = np.repeat(path, GRAIN)[: len(recording)]
    ours, theirs = (
        with_deltas(recording),
        ReferenceFeatures(with_deltas(adapted(recording, reading, columns, part.fillers)), part.fillers),
    )
    warped = warp_within_band(ours, theirs, columns, on_share)
    fit = distances(ours, theirs, warped)
    kept = np.flatnonzero(found.is_spoken)
    placed = iter(_times(raw[:, 0], part, warped, fit, found.significance[kept], duration_s))
    absent = absences(found.is_spoken, found.significance)
    return tuple(
        next(placed) if found.is_spoken[i] else WordTime(None, None, float(absent[i]))
        for i in range(len(absent))
    )


def _times(  # noqa: PLR0917
    level_db: Floats, synthesis: Synthesis, path: Ints, fit: Floats, significance: Floats, duration_s: float
) -> list[WordTime]:
    """Return the words' times from the path: rows of the recording to rows of the reading."""
    first = np.searchsorted(path, synthesis.start)
    last = np.maximum(np.searchsorted(path, synthesis.stop), first)
    first = _after_pauses(level_db, synthesis, first, last)
    last = np.maximum(first, last)
    sure = confidences(synthesis, first, last, fit, significance)
    times: list[WordTime] = []
    floor_s = 0.0
    for i in range(len(first)):
        start_s = min(max(floor_s, float(first[i]) * ROW_S - _BLUR_DELAY_S), duration_s)
        ceiling_s = float(first[i + 1]) * ROW_S - _BLUR_DELAY_S if i + 1 < len(first) else duration_s
        end_s = min(float(last[i]) * ROW_S, max(ceiling_s, start_s + SHORTEST_WORD_S), duration_s)
        floor_s = max(start_s, end_s)
        times.append(WordTime(start_s, floor_s, float(sure[i])))
    return times


def _after_pauses(level_db: Floats, synthesis: Synthesis, first: Ints, last: Ints) -> Ints:
    """Return the starts, those that lie in a pause or right before it moved to its end.

    No word has a pause within: the first of an utterance comes after it, and so does any other of
    which not just an end is heard there.
    """
    floor, loud = np.percentile(level_db, (FLOOR_PERCENTILE, LOUD_PERCENTILE))
    quiet = level_db < floor + _QUIET_SHARE * (loud - floor)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], quiet, [False])).astype(np.int8)))
    begins, ends = edges[::2], edges[1::2]
    long = ends - begins >= _PAUSE_ROWS
    begins, ends = begins[long], ends[long]
    if not len(begins):
        return first
    # The end of the word before may have been taken for this one's beginning.
    at = np.searchsorted(begins, first + _PAUSE_ROWS, side="right") - 1
    is_first = np.diff(synthesis.utterance, prepend=-1) > 0
    reach = np.where(is_first, np.append(last[1:], last[-1:]), last)
    is_after = is_first | (begins[at] - first < 2 * (last - ends[at]))
    inside = (at >= 0) & (first < ends[at]) & (ends[at] < reach) & is_after
    moved: Ints = np.maximum.accumulate(np.where(inside, ends[at], first))
    return moved
