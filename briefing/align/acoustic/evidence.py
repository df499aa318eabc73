"""Onset evidence: where the acoustic model and pocketsphinx put each token of a segment.

`onsets` weighs it. A segment is aligned on its own, so several may be aligned at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefing.align.acoustic.pocketsphinx.worker import FRAME_S
from briefing.align.acoustic.segment_alignment import TokenPath, align_segment
from briefing.align.arrays import ROW_FRAMES, ROW_S

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.align.acoustic.pocketsphinx.pool import PocketsphinxPool
    from briefing.align.acoustic.segments import Segment
    from briefing.align.arrays import Floats
    from briefing.align.pronunciation.lattice import PronunciationLattice


_RUN_ROWS: Final = 60
"""A longer gap between tokens, in rows of 10 ms, parts the runs that pocketsphinx is given."""
_MARGIN_ROWS: Final = 40
"""Rows of sound beside a run that pocketsphinx is given, 0.4 s, where the word at its edge fits well."""
_WIDE_MARGIN_ROWS: Final = 120
"""The same where it does not, and may be anywhere near."""
_AFTER_ROWS: Final = 6
"""How many rows that keeps from the last row of the run before, whose last phone goes on for about so
long."""
_AHEAD_ROWS: Final = 10
"""How many it keeps from the first row of the run after, which comes late by up to 99 ms (`onsets`)."""
POOR_FIT: Final = -1.0
"""Nats a phone: a token that fits worse was hardly heard by the acoustic model. Doubled, the cold voice,
which hesitates, is at 52.1 ms."""
HESITATIONS: Final = frozenset(
    [("AH",), ("AH", "M"), ("ER",), ("ER", "M"), ("AA",), ("M",), ("HH", "M"), ("HH", "AH")]
)
"""Sounds between words. The acoustic model, trained on what people wrote, hardly hears them, and puts them
anywhere in a pause; pocketsphinx knows their vowels well."""


@dataclass(frozen=True, slots=True)
class OnsetEvidence:
    """What is known of one spoken token, seconds.

    `emission_start_s` and `emission_end_s` are its first and last rows in the emissions, `fit` how well
    they fit; `hesitates` is whether it sounds like 'uh' or 'um'; `hmm_s` is where pocketsphinx has its start
    and end, None where it did not find the words.
    """

    phone: str
    emission_start_s: float
    emission_end_s: float
    fit: float
    hesitates: bool
    hmm_s: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class TokenEvidence:
    """A token that was found: its number in the text, and its evidence."""

    number: int
    evidence: OnsetEvidence


class EvidenceCollector:
    """Collects the evidence in the segments of one recording: mono samples at 16 kHz and their emissions."""

    def __init__(
        self, samples: Floats, emissions: Floats, lattice: PronunciationLattice, pool: PocketsphinxPool
    ) -> None:
        self._samples = samples
        self._emissions = emissions
        self._lattice = lattice
        self._pool = pool

    def collect(self, segment: Segment) -> list[TokenEvidence]:
        """Return the tokens of a segment that are heard in it."""
        aligned = align_segment(
            self._emissions[segment.start : segment.stop],
            self._lattice.tokens[segment.first : segment.last],
            self._lattice.pauses[segment.first : segment.last],
        )
        if aligned is None:
            return []
        found = []
        for run in _runs(aligned):
            spans = self._pocketsphinx_spans(segment, aligned, run)
            for index, token in run:
                evidence = OnsetEvidence(
                    phone=token.variant.words[0][0],
                    emission_start_s=(segment.start + token.first[0]) * ROW_S,
                    emission_end_s=(segment.start + token.last[-1]) * ROW_S,
                    fit=token.fit,
                    hesitates=all(word in HESITATIONS for word in token.variant.words),
                    hmm_s=spans.get(index),
                )
                found.append(TokenEvidence(segment.first + index, evidence))
        return found

    def _pocketsphinx_spans(
        self, segment: Segment, aligned: Sequence[TokenPath | None], run: Sequence[tuple[int, TokenPath]]
    ) -> dict[int, tuple[float, float]]:
        """Return pocketsphinx's start and end, seconds, of each token of a run; nothing where it fails."""
        (first_index, first), (last_index, last) = run[0], run[-1]
        earlier = [p.last[-1] + _AFTER_ROWS for p in aligned[:first_index] if p]
        later = [p.first[0] - _AHEAD_ROWS for p in aligned[last_index + 1 :] if p]
        start = max(0, first.first[0] - _margin_rows(first), *earlier[-1:])
        stop = min(segment.stop - segment.start, last.last[-1] + _margin_rows(last), *later[:1])
        start, stop = segment.start + start, segment.start + stop
        words = [word for _, token in run for word in token.variant.words]
        spans = self._pool.align_words(self._samples[start * ROW_FRAMES : stop * ROW_FRAMES], words)
        if spans is None:
            return {}
        found, at = {}, 0
        for index, token in run:
            count = len(token.variant.words)
            own = spans[at : at + count]
            at += count
            found[index] = (start * ROW_S + own[0].start * FRAME_S, start * ROW_S + own[-1].stop * FRAME_S)
        return found


def _margin_rows(edge: TokenPath) -> int:
    """Return how far beside a run to look: farther where the word at its edge is hardly heard."""
    return _MARGIN_ROWS if edge.fit > POOR_FIT else _WIDE_MARGIN_ROWS


def _runs(aligned: Sequence[TokenPath | None]) -> Iterator[list[tuple[int, TokenPath]]]:
    """Yield the tokens that follow one another without a long gap."""
    run: list[tuple[int, TokenPath]] = []
    for index, token in enumerate(aligned):
        if token is None:
            continue
        if run and token.first[0] - run[-1][1].last[-1] > _RUN_ROWS:
            yield run
            run = []
        run.append((index, token))
    if run:
        yield run
