"""The reference: the text as a synthesiser reads it, with the rows at which it says each token.

Rules:
1. The text is spoken in utterances of a sentence or so, each trimmed of the silence around
   it. Between them stand a tenth of a second of silence, a filler, and silence again.
2. A token that the voice does not say, or tells no time of, lies between its neighbours.
3. A voice that refuses an utterance is not asked for it again: its tokens get a stretch of
   silence, which leaves their place open.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.align.arrays import RATE_HZ, ROW_FRAMES
from briefing.align.reference.mfcc import CEPSTRA, cepstra
from briefing.audio.pcm import resample
from briefing.errors import SpeechError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.align.arrays import Flags, Floats, Ints
    from briefing.ports.speech import Utterance


ReferenceVoice = Callable[[str, int], "Utterance"]
"""Speaks a sentence at so many words a minute, in a voice of the text's language."""

_ENDS: Final = re.compile(r"[.!?…。！？॥։؟][\"'”’»)\]]*$|[:;]$")
_ABBREVIATED: Final = re.compile(r"^(?:\w|\w\.\w|\d+|[A-ZÄÖÜ][a-z]{0,3})\.$")
_LONGEST_TOKENS: Final = 40
"""Sentences of more words are parted, so that no utterance takes long to be made."""
_LONGEST_CHARS: Final = 400
"""And of more characters: some languages have no spaces."""
_PAUSE_ROWS: Final = 10
"""Rows of silence between utterances: a tenth of a second."""
_SILENCE_DB: Final = -100
"""Its level, as `mfcc` has that of digital silence."""
FILLER_ROWS: Final = _PAUSE_ROWS // 2
"""How many rows before an utterance's first one its filler is."""
SILENT_DB: Final = -45.0
"""Softer rows of a synthesised voice, in decibels below full scale, are silence. Halved, the edited passage
is at 45.6 ms and the fast voice at 25.0."""


@dataclass(frozen=True, slots=True)
class Synthesis:
    """What a synthesiser made of a text, in rows of 10 ms.

    `start` and `stop` are the rows of each token, `utterance` the utterance that it is part of;
    `fillers` marks the rows between utterances.
    """

    cepstra: Floats
    fillers: Flags
    start: Ints
    stop: Ints
    utterance: Ints


def utterances(tokens: Sequence[str]) -> list[tuple[int, int]]:
    """Return the utterances as ranges of tokens: sentences, and parts of very long ones."""
    found = []
    first = length = 0
    for i, token in enumerate(tokens):
        length += len(token) + 1
        is_end = bool(_ENDS.search(token)) and not _ABBREVIATED.match(token)
        if is_end or i + 1 - first >= _LONGEST_TOKENS or length >= _LONGEST_CHARS:
            found.append((first, i + 1))
            first, length = i + 1, 0
    if first < len(tokens):
        found.append((first, len(tokens)))
    return found


def synthesise(
    tokens: Sequence[str], wpm: int, voice: ReferenceVoice, on_utterance: Callable[[float], None]
) -> Synthesis:
    """Return the reading of a text.

    Args:
        tokens: the text's tokens.
        wpm: how fast, in words a minute.
        voice: what speaks an utterance.
        on_utterance: told the share that is done; may raise to stop.

    Raises:
        SpeechError: if the voice cannot speak at all.
    """
    pieces, fillers = [_silence()], [_filler(_PAUSE_ROWS)]
    start, stop = np.zeros(len(tokens), dtype=np.int64), np.zeros(len(tokens), dtype=np.int64)
    utterance = np.zeros(len(tokens), dtype=np.int64)
    at = _PAUSE_ROWS
    ranges = utterances(tokens)
    refused = 0
    for number, (first, last) in enumerate(ranges):
        try:
            rows, begins = _silence(), np.zeros(last - first, dtype=np.int64)
            if any(char.isalnum() for token in tokens[first:last] for char in token):
                rows, begins = _spoken(tokens[first:last], wpm, voice)
        except SpeechError:
            refused += 1
            if refused > max(2, number // 2):
                raise
        ends = _stops(rows, begins)
        start[first:last], stop[first:last], utterance[first:last] = begins + at, ends + at, number
        pieces += [rows, _silence()]
        fillers += [np.zeros(len(rows), dtype=bool), _filler(_PAUSE_ROWS)]
        at += len(rows) + _PAUSE_ROWS
        on_utterance((number + 1) / len(ranges))
    return Synthesis(np.concatenate(pieces), np.concatenate(fillers), start, stop, utterance)


def spoken_part(synthesis: Synthesis, is_spoken: Flags, is_apart: Flags) -> Synthesis:
    """Return the reading of those tokens alone that are spoken, at least one.

    Before each that `is_apart`, or whose utterance or text before is another, stand silence and a filler.
    """
    kept = np.flatnonzero(is_spoken)
    stops = token_stops(synthesis)[kept]
    breaks = np.ones(len(kept), np.bool_)
    breaks[1:] = (np.diff(kept) > 1) | (np.diff(synthesis.utterance[kept]) > 0) | is_apart[kept[1:]]
    stops[:-1][breaks[1:]] = synthesis.stop[kept[:-1]][breaks[1:]]
    length = np.maximum(stops - synthesis.start[kept], 1)
    start = np.cumsum(np.concatenate(([0], length[:-1])) + np.where(breaks, _PAUSE_ROWS, 0))
    total = int(start[-1] + length[-1]) + _PAUSE_ROWS
    rows = np.zeros(total, np.int64)  # the first row of a reading is silence
    owner = np.repeat(np.arange(len(kept)), length)
    number = np.arange(len(owner)) - (np.cumsum(length) - length)[owner]
    rows[start[owner] + number] = synthesis.start[kept][owner] + number
    fillers = np.zeros(total, np.bool_)
    for first in [*(start[breaks] - _PAUSE_ROWS).tolist(), total - _PAUSE_ROWS]:
        fillers[first : first + _PAUSE_ROWS] = _filler(_PAUSE_ROWS)
    stop = start + np.clip(synthesis.stop[kept] - synthesis.start[kept], 1, length)
    return Synthesis(synthesis.cepstra[rows], fillers, start, stop, np.cumsum(breaks) - 1)


def token_stops(synthesis: Synthesis) -> Ints:
    """Return the row after each token: the next one's first, or at an utterance's end its own last."""
    stop = synthesis.stop.copy()
    inner = np.flatnonzero(synthesis.utterance[1:] == synthesis.utterance[:-1])
    stop[inner] = synthesis.start[inner + 1]
    stops: Ints = np.maximum(stop, synthesis.start + 1)
    return stops


def _silence() -> Floats:
    rows = np.zeros((_PAUSE_ROWS, CEPSTRA), dtype=np.float32)
    rows[:, 0] = _SILENCE_DB
    return rows


def _filler(rows: int) -> Flags:
    filler = np.zeros(rows, dtype=bool)
    filler[rows // 2 - 1 : rows // 2 + 1] = True
    return filler


def _spoken(tokens: Sequence[str], wpm: int, voice: ReferenceVoice) -> tuple[Floats, Ints]:
    """Return the trimmed cepstra of an utterance, and the row at which each token starts."""
    text = " ".join(tokens)
    utterance = voice(text, wpm)
    samples = np.asarray(utterance.pcm.samples, dtype=np.float32).reshape(-1)
    scale = RATE_HZ / utterance.pcm.rate_hz
    samples = resample(samples[:, np.newaxis], utterance.pcm.rate_hz, RATE_HZ)[:, 0]
    rows = cepstra(samples)
    loud = np.flatnonzero(rows[:, 0] > SILENT_DB)
    if not len(loud):
        raise SpeechError("The voice said nothing.")
    first, last = max(0, int(loud[0]) - 1), min(len(rows), int(loud[-1]) + 2)
    offsets = np.cumsum([0, *(len(token) + 1 for token in tokens)])
    begins = np.full(len(tokens), -1, dtype=np.int64)
    for word in utterance.words:
        token = bisect_right(offsets, word.start) - 1
        if token < len(tokens) and begins[token] < 0:
            begins[token] = max(0, round(word.frame * scale / ROW_FRAMES) - first)
    return rows[first:last], _filled(np.clip(begins, -1, last - first - 1), last - first)


def _filled(begins: Ints, rows: int) -> Ints:
    """Return starts that ascend, those that are missing spread between their neighbours."""
    known = np.flatnonzero(begins >= 0)
    if not len(known):
        return np.linspace(0, max(0, rows - 1), len(begins), endpoint=False).astype(np.int64)
    begins = begins.copy()
    begins[known] = np.maximum.accumulate(begins[known])
    at = np.arange(len(begins))
    ends = np.append(known, len(begins))
    values = np.append(begins[known], rows)
    spread: Ints = np.interp(at, ends, values).astype(np.int64)
    return spread


def _stops(rows: Floats, begins: Ints) -> Ints:
    """Return where each token ends: at the last loud row before the next one starts."""
    bounds = np.append(begins, len(rows))
    stops = bounds[1:].copy()
    for i in range(len(begins)):
        loud = np.flatnonzero(rows[bounds[i] : bounds[i + 1], 0] > SILENT_DB)
        if len(loud):
            stops[i] = bounds[i] + loud[-1] + 1
    ends: Ints = np.maximum(stops, begins)
    return ends
