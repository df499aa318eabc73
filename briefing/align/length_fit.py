"""A length-based fit: times by length of text alone, and by pauses where the sound's level is known.

It is there at once, so that a recording can be followed paragraph by paragraph until the
aligner has heard it. Its confidence is below what lights a sentence.

Theory of operation: reading takes about as long as there are letters, plus a rest after
each sentence and a longer one after each block (in the manner of Church and Gale's length
model of 1993). Where the level is known, the ends of blocks are drawn to the longest
pauses near by.

What a number is worth is told as the mean error of known starts in five recordings of 26 seconds to eight
minutes (`scripts/vary_align.py --way length`): 572 ms as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.align.alignment import WordTime
from briefing.align.tokens import Token, timeline_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model import Document
    from briefing.timeline import Timeline

CONFIDENCE: Final = 0.15
"""Below what lights a sentence (`briefing.confidence`)."""
_TOKEN_LETTERS: Final = 1.0
"""Passing on to the next token takes as long as so many letters. Halved or doubled: 568 and 588 ms."""
_DIGIT_LETTERS: Final = 3.0
"""What a digit takes more than a letter, in letters: its name is four long. Halved or doubled: 598 and
553 ms."""
_SENTENCE_LETTERS: Final = 7.0
"""The rest after a sentence, in letters: half a second, at some fifteen letters a second. Halved or doubled:
608 and 541 ms, better for slow readers and worse for fast ones."""
_CLAUSE_LETTERS: Final = 3.0
"""The rest after a comma or the like, in letters: a fifth of a second. Halved or doubled: 591 and
550 ms."""
_BLOCK_LETTERS: Final = 8.0
"""The rest after a block, in letters. Halved or doubled: 575 and 568 ms."""
LEVEL_STEP_S: Final = 0.02
"""Seconds between levels. Halved or doubled: 562 and 567 ms."""
_LEAST_PAUSE_S: Final = 0.3
"""Seconds of silence that are a pause: a stop's closure is a third of that. Halved, fast speech with
reverberation errs by 808 ms in place of 296; doubled, all five err by 595."""
_FLOOR_PERCENT: Final = 5
"""So many in a hundred of the levels are the softest parts. Halved or doubled: 554 and 570 ms."""
_LOUD_PERCENT: Final = 90
"""From so many in a hundred on they are the loud ones. Halved: 613 ms."""
_QUIET_SHARE: Final = 0.25
"""A pause is softer than this share of the way, in decibels, from the softest parts to the loud ones.
Halved or doubled: 601 and 576 ms."""
_SNAP_S: Final = 6.0
"""How far a block's start is moved to a pause, in seconds at most. In these recordings pauses are nearer than
half of that, so that neither this number nor the next two change anything when they are halved or doubled."""
_SNAP_SHARE: Final = 0.06
"""And in shares of the recording at most: the fit goes less far wrong in a short one."""
_SNAP_PRICE: Final = 0.1
"""Seconds that a pause must be longer for each second that it is farther away."""


def fit_by_length(document: Document, duration_s: float, level_db: Sequence[float] | None = None) -> Timeline:
    """Return a timeline by text length, drawn to pauses.

    Args:
        document: its narrated blocks are taken to be read in order; captions, kickers and credits not.
        duration_s: the recording's length.
        level_db: its level every 20 ms, if known.
    """
    tokens = tokens_of(document)
    narrated = [i for i, token in enumerate(tokens) if document.blocks[token.block].kind.is_narrated]
    times = [WordTime(None, None, 0.0)] * len(tokens)
    spread = fit_between([tokens[i] for i in narrated], 0.0, duration_s)
    if level_db is not None:
        spread = _snapped_to_pauses([tokens[i] for i in narrated], spread, duration_s, level_db)
    for i, time in zip(narrated, spread, strict=True):
        times[i] = time
    return timeline_of(tokens, times, duration_s)


def fit_between(tokens: Sequence[Token], start_s: float, stop_s: float) -> list[WordTime]:
    """Return times of tokens that are read from `start_s` to `stop_s`, by their length."""
    lengths = [_length(tokens, i) for i in range(len(tokens))]
    total = sum(said + rest for said, rest in lengths) or 1.0
    scale = max(0.0, stop_s - start_s) / total
    times, at = [], start_s
    for said, rest in lengths:
        times.append(WordTime(at, min(stop_s, at + said * scale), CONFIDENCE))
        at = min(stop_s, at + (said + rest) * scale)
    return times


def _length(tokens: Sequence[Token], i: int) -> tuple[float, float]:
    """Return how long a token and the rest after it take, in letters."""
    text = tokens[i].text
    digits = sum(c.isdigit() for c in text)
    said = len(text) + _DIGIT_LETTERS * digits + _TOKEN_LETTERS
    if i + 1 < len(tokens) and tokens[i + 1].block != tokens[i].block:
        return said, _BLOCK_LETTERS
    last = text.rstrip("\"'”’)]»")[-1:]
    return said, _SENTENCE_LETTERS if last in ".!?…。！？" else _CLAUSE_LETTERS if last in ",;:—" else 0.0


def _snapped_to_pauses(
    tokens: Sequence[Token], spread: Sequence[WordTime], duration_s: float, level_db: Sequence[float]
) -> list[WordTime]:
    """Move each block's start to the end of the longest pause near by, and fit the rest between."""
    pauses = _pauses(level_db)
    bounds = [i for i in range(1, len(tokens)) if tokens[i].block != tokens[i - 1].block]
    snapped: list[tuple[int, float]] = [(0, pauses[0][1] if pauses and pauses[0][0] <= 0 else 0.0)]
    for i in bounds:
        expected = spread[i].start_s or 0.0
        reach = min(_SNAP_S, _SNAP_SHARE * duration_s)
        near = [p for p in pauses if abs(p[1] - expected) <= reach and p[1] > snapped[-1][1]]
        if near:
            snapped.append(
                (i, max(near, key=lambda p: (p[1] - p[0]) - _SNAP_PRICE * abs(p[1] - expected))[1])
            )
    times: list[WordTime] = []
    for (first, start_s), (last, stop_s) in zip(
        snapped, [*snapped[1:], (len(tokens), duration_s)], strict=True
    ):
        times += fit_between(tokens[first:last], start_s, stop_s)
    return times


def _pauses(level_db: Sequence[float]) -> list[tuple[float, float]]:
    """Return the pauses of 0.3 s and more, as start and end in seconds."""
    if not len(level_db):
        return []
    ordered = sorted(level_db)
    low, high = (ordered[len(ordered) * percent // 100] for percent in (_FLOOR_PERCENT, _LOUD_PERCENT))
    threshold = low + _QUIET_SHARE * (high - low)
    pauses, since = [], None
    for i, level in enumerate([*level_db, high]):
        if level < threshold:
            since = i if since is None else since
        else:
            if since is not None and (i - since) * LEVEL_STEP_S >= _LEAST_PAUSE_S:
                pauses.append((since * LEVEL_STEP_S, i * LEVEL_STEP_S))
            since = None
    return pauses
