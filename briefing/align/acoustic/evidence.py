"""The witnesses of each token: where the acoustic model and pocketsphinx put it in a chunk.

`onsets` weighs what they say. A chunk is heard on its own, so several may be heard at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefing.align.acoustic.emissions import ROW_S
from briefing.align.acoustic.onsets import HESITATIONS, RATE_HZ, Evidence
from briefing.align.acoustic.pocketsphinx.worker import FRAME_S
from briefing.align.acoustic.segment_alignment import Placed, place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from briefing.align.acoustic.pocketsphinx.pool import SphinxPool
    from briefing.align.acoustic.segments import Chunk
    from briefing.align.pronunciation.lattice import Script

    Floats = NDArray[np.float32]

_ROW_FRAMES: Final = round(ROW_S * RATE_HZ)
_RUN_ROWS: Final = 60
"""A longer gap between tokens parts the runs that pocketsphinx is given."""
_MARGIN_ROWS: Final = 40
_WIDE_MARGIN_ROWS: Final = 120
_POOR_FIT: Final = -1.0


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
        stretches = self._sphinxes.place(self._samples[start * _ROW_FRAMES : stop * _ROW_FRAMES], words)
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
    return _MARGIN_ROWS if edge.fit > _POOR_FIT else _WIDE_MARGIN_ROWS


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
