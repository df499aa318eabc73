"""The witnesses of each token: where the acoustic model and pocketsphinx put it in a chunk.

`onsets` weighs what they say. A chunk is heard on its own, so several may be heard at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefing.align.acoustic.pocketsphinx.worker import FRAME_S
from briefing.align.acoustic.segment_alignment import Placed, place
from briefing.align.arrays import ROW_FRAMES, ROW_S

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.align.acoustic.pocketsphinx.pool import SphinxPool
    from briefing.align.acoustic.segments import Chunk
    from briefing.align.arrays import Floats
    from briefing.align.pronunciation.lattice import Script


_RUN_ROWS: Final = 60
"""A longer gap between tokens parts the runs that pocketsphinx is given."""
_MARGIN_ROWS: Final = 40
_WIDE_MARGIN_ROWS: Final = 120
POOR_FIT: Final = -1.0
HESITATIONS: Final = frozenset(
    [("AH",), ("AH", "M"), ("ER",), ("ER", "M"), ("AA",), ("M",), ("HH", "M"), ("HH", "AH")]
)
"""Sounds between words. The acoustic model, trained on what people wrote, hardly hears them, and puts them
anywhere in a pause; pocketsphinx knows their vowels well."""


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
class Heard:
    """A token that was found: its number in the text, and its evidence."""

    number: int
    evidence: Evidence


class Witnesses:
    """Hears the chunks of one recording: mono samples at 16 kHz and their emissions."""

    def __init__(self, samples: Floats, emissions: Floats, script: Script, sphinxes: SphinxPool) -> None:
        self._samples = samples
        self._emissions = emissions
        self._script = script
        self._sphinxes = sphinxes

    def hear(self, chunk: Chunk) -> list[Heard]:
        """Return the tokens of a chunk that are heard in it."""
        placed = place(
            self._emissions[chunk.start : chunk.stop],
            self._script.tokens[chunk.first : chunk.last],
            self._script.pauses[chunk.first : chunk.last],
        )
        if placed is None:
            return []
        heard = []
        for run in _runs(placed):
            stretches = self._sharpened(chunk, placed, run)
            for index, token in run:
                evidence = Evidence(
                    phone=token.said.words[0][0],
                    heard_s=(chunk.start + token.first[0]) * ROW_S,
                    last_heard_s=(chunk.start + token.last[-1]) * ROW_S,
                    fit=token.fit,
                    hesitates=all(word in HESITATIONS for word in token.said.words),
                    sphinx=stretches.get(index),
                )
                heard.append(Heard(chunk.first + index, evidence))
        return heard

    def _sharpened(
        self, chunk: Chunk, placed: Sequence[Placed | None], run: Sequence[tuple[int, Placed]]
    ) -> dict[int, tuple[float, float]]:
        """Return pocketsphinx's start and end, seconds, of each token of a run; nothing where it fails."""
        (first_index, first), (last_index, last) = run[0], run[-1]
        earlier = [p.last[-1] + 6 for p in placed[:first_index] if p]
        later = [p.first[0] - 10 for p in placed[last_index + 1 :] if p]
        start = max(0, first.first[0] - _margin_rows(first), *earlier[-1:])
        stop = min(chunk.stop - chunk.start, last.last[-1] + _margin_rows(last), *later[:1])
        start, stop = chunk.start + start, chunk.start + stop
        words = [word for _, token in run for word in token.said.words]
        stretches = self._sphinxes.place(self._samples[start * ROW_FRAMES : stop * ROW_FRAMES], words)
        if stretches is None:
            return {}
        found, at = {}, 0
        for index, token in run:
            count = len(token.said.words)
            own = stretches[at : at + count]
            at += count
            found[index] = (start * ROW_S + own[0].start * FRAME_S, start * ROW_S + own[-1].stop * FRAME_S)
        return found


def _margin_rows(edge: Placed) -> int:
    """Return how far beside a run to look: farther where the word at its edge is hardly heard."""
    return _MARGIN_ROWS if edge.fit > POOR_FIT else _WIDE_MARGIN_ROWS


def _runs(placed: Sequence[Placed | None]) -> Iterator[list[tuple[int, Placed]]]:
    """Yield the tokens that follow one another without a long gap."""
    run: list[tuple[int, Placed]] = []
    for index, token in enumerate(placed):
        if token is None:
            continue
        if run and token.first[0] - run[-1][1].last[-1] > _RUN_ROWS:
            yield run
            run = []
        run.append((index, token))
    if run:
        yield run
