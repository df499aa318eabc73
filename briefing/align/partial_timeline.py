"""The partial timeline: what is known so far of each token's time, and the timeline that it makes.

Rules:
1. A block is settled when all its tokens are. Settled blocks stand as they were heard; the
   rest is fitted between them by its length.
2. A timeline is made anew only after something has changed, and in one pass: a recording of
   three hours has thirty thousand tokens, and the player is at work meanwhile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.align.alignment import Alignment, WordTime
from briefing.align.length_fit import fit_between, fit_by_length
from briefing.align.tokens import timeline_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.align.tokens import Token
    from briefing.model import Document
    from briefing.timeline import Timeline


class PartialTimeline:
    """The times of a document's `tokens` in a recording of `duration_s` seconds, filled in bit by bit."""

    def __init__(self, document: Document, tokens: Sequence[Token], duration_s: float) -> None:
        self._document = document
        self._tokens = tokens
        self._duration_s = duration_s
        self._times: list[WordTime | None] = [None] * len(tokens)
        self._missing = [0] * len(document.blocks)
        """How many tokens of each block have not been heard of."""
        for token in tokens:
            self._missing[token.block] += 1
        self._level_db: Sequence[float] | None = None
        self._made: Timeline | None = None

    def take_level(self, level_db: Sequence[float]) -> None:
        """Take the sound's level every 20 ms: the fit by length is drawn to its pauses."""
        self._level_db = level_db
        self._made = None

    def settle(self, first: int, times: Sequence[WordTime]) -> None:
        """Take the times of the tokens from number `first` on."""
        for number, time in enumerate(times, first):
            block = self._tokens[number].block
            self._missing[block] -= self._times[number] is None
            self._times[number] = time
            if not self._missing[block]:
                self._made = None

    def final(self, times: Sequence[WordTime]) -> tuple[Timeline, bool]:
        """Return the timeline of the finished alignment, and whether text and recording fit together.

        Where they don't, it is the fit by length: a few words found by chance would be lit as if known.
        """
        alignment = Alignment(tuple(times), self._duration_s)
        if not alignment.is_fit:
            return fit_by_length(self._document, self._duration_s, self._level_db), False
        return timeline_of(self._tokens, times, self._duration_s), True

    def timeline(self) -> Timeline:
        """Return settled blocks as they are, and the rest fitted between them."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def _make(self) -> Timeline:
        settled = [not self._missing[token.block] for token in self._tokens]
        if not any(settled):
            return fit_by_length(self._document, self._duration_s, self._level_db)
        starts_s = self._next_starts()
        times: list[WordTime] = []
        floor_s = 0.0
        at = 0
        while at < len(self._tokens):
            stop = at
            while stop < len(self._tokens) and settled[stop] == settled[at]:
                stop += 1
            if settled[at]:
                own = [t for t in self._times[at:stop] if t is not None]
                floor_s = max((t.end_s for t in own if t.end_s is not None), default=floor_s)
            else:
                own = self._fitted(at, stop, floor_s, starts_s[stop])
                floor_s = starts_s[stop]
            times += own
            at = stop
        return timeline_of(self._tokens, times, self._duration_s)

    def _next_starts(self) -> list[float]:
        """Return the first known start at or after each token, and the end for the one past the last."""
        starts_s = [self._duration_s]
        for time in reversed(self._times):
            start_s = None if time is None else time.start_s
            starts_s.append(starts_s[-1] if start_s is None else start_s)
        return starts_s[::-1]

    def _fitted(self, first: int, stop: int, start_s: float, stop_s: float) -> list[WordTime]:
        """Fit narrated tokens between two times; captions and the like are taken to be unspoken."""
        tokens = self._tokens[first:stop]
        is_read = [self._document.blocks[token.block].kind.is_narrated for token in tokens]
        read = [token for token, yes in zip(tokens, is_read, strict=True) if yes]
        fitted = iter(fit_between(read, start_s, max(start_s, stop_s)))
        silent = WordTime(None, None, 0.0)
        return [next(fitted) if yes else silent for yes in is_read]
