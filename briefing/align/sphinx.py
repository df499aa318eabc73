"""pocketsphinx: where exactly words begin, in a few seconds of sound with known words.

The one module that knows pocketsphinx. Its hidden Markov models of phones in context were
trained on hundreds of hours of people, and put onsets within 10 ms where the words are
certain and the chunk is short; on their own, or in noise, they get lost, so what they say
is weighed against the rest (`briefing.align.onsets`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from briefing.align.script import Word

FRAME_S = 0.01
_BEAM: Final = 1e-300
"""As good as none: a narrower one loses whole runs that hold a hesitation, and saves a tenth of the time."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A word's first frame and the one after its last, 10 ms each, and how well it fits (log-probability)."""

    start: int
    stop: int
    fit: float


class Sphinx:
    """An aligner of short chunks.

    Raises:
        ImportError: if pocketsphinx is not installed.
        RuntimeError: if its model cannot be read.
    """

    def __init__(self) -> None:
        from pocketsphinx import Config, Decoder

        self._decoder: Any = Decoder(
            Config(lm=None, dict=None, loglevel="FATAL", bestpath=False, beam=_BEAM, pbeam=_BEAM, wbeam=_BEAM)
        )
        self._known: set[str] = set()

    def place(self, samples: NDArray[np.float32], words: Sequence[Word]) -> list[Stretch] | None:
        """Return where each word is in mono sound at 16 kHz, None where they do not fit it."""
        names = [self._name(word) for word in words]
        if not names:
            return None
        pcm = (np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes()
        decoder = self._decoder
        try:
            decoder.set_align_text(" ".join(names))
            decoder.start_utt()
            decoder.process_raw(pcm, no_search=False, full_utt=True)
            decoder.end_utt()
            found = [
                Stretch(s.start_frame, s.end_frame + 1, float(s.ascore))
                for s in (decoder.seg() or ())
                if s.word in self._known
            ]
        except RuntimeError:  # it says so this way when no path fits
            return None
        return found if len(found) == len(names) else None

    def _name(self, word: Word) -> str:
        name = "_".join(word).lower()
        if name not in self._known:
            self._decoder.add_word(name, " ".join(word), True)
            self._known.add(name)
        return name
