"""Any language: when each word is spoken, by comparing the recording with a synthesised reading.

Theory of operation:

1. `reference_reading`: eSpeak NG, which speaks over a hundred languages, reads the text as
   fast as the recording seems to be read, and tells the sample of each word.
2. `reference_features`: both become cepstra, each voice normalised by itself.
3. `reference_warp`: dynamic time warping from coarse to fine finds which row of the
   reading is heard when; between utterances other sound may pass.
4. The reading is then bent towards the recording's voice: a linear map from its cepstra to
   those that they were warped to, by ridge regression, after which a last warping within a
   narrow band places the words. (The idea of voice conversion by joint regression: Stylianou
   et al., IEEE Trans. SAP 6(2), 1998.)
5. Words after a pause start where the sound does.
6. Warping makes any two voices alike to some degree, so the same is done once more with the
   reading run backwards. What fits hardly better than that is not this text.

The first and third step are those of aeneas (A. Pettarin, 2015).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.align.alignment import Alignment, OnProgress, Partial, ShouldStop, Stopped, WordTime
from briefing.align.reference_features import RATE_HZ, ROW_S, cepstra, normalised, with_change
from briefing.align.reference_reading import SILENT_DB, read_aloud
from briefing.align.reference_trust import confidences
from briefing.align.reference_warp import Side, distances, refine, warp
from briefing.errors import AlignError, SpeechError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from briefing.align.reference_reading import Read, Reading
    from briefing.model import Pcm

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

METHOD: Final = "comparison with speech"
_TRIAL_WPM: Final = 170
_SLOWEST_WPM: Final = 90
_FASTEST_WPM: Final = 400
_TRIAL_TOKENS: Final = 150
_SPEECH_DB: Final = 30.0
_GRAIN: Final = 4
"""Rows to a step of the warping that finds the way; the last one takes single rows."""
_CONTEXT_ROWS: Final = 2
_RIDGE: Final = 50.0
_LEAST_ROWS: Final = 500
"""From less than five seconds a voice is not learnt."""
_LAG_S: Final = 0.012
"""The likened reading is blurred by its context, so its words are met this much late."""
_PAUSE_ROWS: Final = 20
_QUIET_SHARE: Final = 0.35
"""Below this share of the way from the floor to the loud parts, in dB, is a pause."""
_SHORTEST_S: Final = 0.02
_CONTROL_ROWS: Final = 30_000
"""Five minutes tell whether text and recording belong together."""
_SHARES: Final = (0.1, 0.3, 0.5, 0.65)
"""The share of the work that is done after listening, reading, finding the way, and the control."""


def align_by_reference(
    pcm: Pcm,
    words: Sequence[str],
    read: Read,
    on_progress: OnProgress = lambda _progress, _partial: None,
    should_stop: ShouldStop = lambda: False,
) -> Alignment:
    """Return when each word is spoken.

    Args:
        pcm: the whole recording at 16 kHz, mono or stereo.
        words: the text's tokens, as white space parts them.
        read: a voice of the text's language.
        on_progress: told how far the work is; the words are settled all at once at the end.
        should_stop: asked often.

    Raises:
        AlignError: if the rate is another, or the voice cannot speak.
        Stopped: if `should_stop` said so.
    """
    if pcm.rate_hz != RATE_HZ:
        raise AlignError(f"The aligner hears sound at {RATE_HZ} frames a second, not at {pcm.rate_hz}.")

    def stage(start: float, stop: float) -> Callable[[float], None]:
        def on_share(share: float) -> None:
            if should_stop():
                raise Stopped
            on_progress(start + (stop - start) * share, None)

        return on_share

    duration_s = len(pcm.samples) / RATE_HZ
    raw = _rows(pcm)
    heard_up_to, read_up_to, found_up_to, control_up_to = _SHARES
    stage(0, heard_up_to)(1.0)
    try:
        wpm = _pace(raw, words, read, stage(heard_up_to, heard_up_to))
        reading = read_aloud(words, wpm, read, stage(heard_up_to, read_up_to))
    except SpeechError as error:
        raise AlignError(
            f"The text cannot be compared with speech: {error.message}", "Install eSpeak NG."
        ) from error
    heard, spoken = normalised(raw), normalised(reading.cepstra)
    coarse = warp(heard, Side(spoken, reading.gates), _GRAIN, stage(read_up_to, found_up_to))
    columns = np.minimum(np.repeat(coarse, _GRAIN)[: len(heard)] * _GRAIN, len(spoken) - 1)
    likened = _likened(heard, spoken, columns, reading.gates)
    chance = _share_of_chance(
        heard, Side(spoken, reading.gates), likened, columns, stage(found_up_to, control_up_to)
    )
    ours, theirs = with_change(heard), Side(with_change(likened), reading.gates)
    path = refine(ours, theirs, coarse, _GRAIN, stage(control_up_to, 1.0))
    fit = distances(ours, theirs, path)
    times = _times(raw[:, 0], reading, path, fit, chance=chance, duration_s=duration_s)
    on_progress(1.0, Partial(0, times))
    return Alignment(times, duration_s, METHOD)


def _rows(pcm: Pcm) -> Floats:
    """Return the cepstra of a recording; what is no number in it is silence."""
    samples = pcm.samples.reshape(len(pcm.samples), -1)
    mono = samples[:, 0] if samples.shape[1] == 1 else samples.mean(axis=1, dtype=np.float32)
    return cepstra(mono if np.isfinite(mono).all() else np.nan_to_num(mono, posinf=0, neginf=0))


def _pace(raw: Floats, words: Sequence[str], read: Read, on_share: Callable[[float], None]) -> int:
    """Return the words a minute at which the reading would take as long as the recording's speech."""
    loud = float(np.percentile(raw[:, 0], 95))
    ours = int((raw[:, 0] > loud - _SPEECH_DB).sum())
    trial = words[:_TRIAL_TOKENS]
    reading = read_aloud(trial, _TRIAL_WPM, read, on_share)
    theirs = int((reading.cepstra[:, 0] > SILENT_DB).sum()) * sum(map(len, words)) / sum(map(len, trial))
    return round(min(max(_TRIAL_WPM * theirs / max(ours, 1), _SLOWEST_WPM), _FASTEST_WPM))


def _likened(heard: Floats, spoken: Floats, columns: Ints, gates: NDArray[np.bool_]) -> Floats:
    """Return the reading in the recording's voice, as far as a linear map can bring it there.

    Args:
        heard: (rows, features) of the recording.
        spoken: (columns, features) of the reading.
        columns: for each row, the column that it was warped to.
        gates: columns that anything may have been warped to: nothing is learnt from them.
    """
    near = np.hstack(
        [np.roll(spoken, shift, axis=0) for shift in range(-_CONTEXT_ROWS, _CONTEXT_ROWS + 1)]
        + [np.ones((len(spoken), 1), np.float32)]
    )
    told = np.flatnonzero(~gates[columns])
    if len(told) < _LEAST_ROWS:
        return spoken
    square = np.zeros((near.shape[1], near.shape[1]))
    product = np.zeros((near.shape[1], heard.shape[1]))
    for part in np.array_split(told, max(1, len(told) // 50_000)):
        theirs, ours = near[columns[part]].astype(np.float64), heard[part].astype(np.float64)
        square += theirs.T @ theirs
        product += theirs.T @ ours
    weights = np.linalg.solve(square + _RIDGE * np.eye(len(square)), product)
    likened: Floats = near @ weights.astype(np.float32)
    return likened


def _share_of_chance(
    heard: Floats,
    spoken: Side,
    likened: Floats,
    columns: Ints,
    on_share: Callable[[float], None],
) -> float:
    """Return how far apart the two are, in parts of what a reading run backwards comes to.

    About 0.8 to 0.92 where the text is that of the recording, 0.99 and more where it is not.
    """
    rows = heard[:_CONTROL_ROWS]
    last = int(columns[len(rows) - 1]) + 1
    backwards = Side(spoken.features[:last][::-1].copy(), spoken.gates[:last][::-1].copy())
    path = warp(rows, backwards, _GRAIN, on_share)
    reversed_columns = np.minimum(np.repeat(path, _GRAIN)[: len(rows)] * _GRAIN, last - 1)
    control = _likened(rows, backwards.features, reversed_columns, backwards.gates)
    by_chance = _mean_distance(rows, control, reversed_columns, backwards.gates)
    apart = _mean_distance(rows, likened, columns[: len(rows)], spoken.gates)
    return apart / by_chance if by_chance > 0 else 1.0


def _mean_distance(heard: Floats, theirs: Floats, columns: Ints, gates: NDArray[np.bool_]) -> float:
    """Return the mean distance of the speech from what it was warped to; 0 where there is none."""
    told = ~gates[columns] & (heard[:, 0] > 0)
    if not told.any():
        return 0.0
    return float(np.sqrt(((heard[told] - theirs[columns[told]]) ** 2).sum(axis=1)).mean())


def _times(
    level_db: Floats, reading: Reading, path: Ints, fit: Floats, *, chance: float, duration_s: float
) -> tuple[WordTime, ...]:
    """Return the words' times from the path: rows of the recording to rows of the reading."""
    ascending = np.maximum.accumulate(path)
    first = np.searchsorted(ascending, reading.start)
    last = np.maximum(np.searchsorted(ascending, reading.stop), first)
    first = _after_pauses(level_db, first, last)
    trust = confidences(reading, first, last, fit, chance)
    times: list[WordTime] = []
    floor_s = 0.0
    for i in range(len(first)):
        confidence = float(trust.confidence[i])
        if trust.is_absent[i]:
            times.append(WordTime(None, None, confidence))
            continue
        start_s = min(max(floor_s, float(first[i]) * ROW_S - _LAG_S), duration_s)
        ceiling_s = float(first[i + 1]) * ROW_S - _LAG_S if i + 1 < len(first) else duration_s
        end_s = min(float(last[i]) * ROW_S, max(ceiling_s, start_s + _SHORTEST_S), duration_s)
        floor_s = max(start_s, end_s)
        times.append(WordTime(start_s, floor_s, confidence))
    return tuple(times)


def _after_pauses(level_db: Floats, first: Ints, last: Ints) -> Ints:
    """Return the starts, those that lie in a pause moved to its end."""
    floor, loud = np.percentile(level_db, (5, 95))
    quiet = level_db < floor + _QUIET_SHARE * (loud - floor)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], quiet, [False])).astype(np.int8)))
    begins, ends = edges[::2], edges[1::2]
    long = ends - begins >= _PAUSE_ROWS
    begins, ends = begins[long], ends[long]
    if not len(begins):
        return first
    at = np.searchsorted(begins, first, side="right") - 1
    inside = (at >= 0) & (first < ends[at]) & (ends[at] < last)
    return np.where(inside, ends[at], first)
