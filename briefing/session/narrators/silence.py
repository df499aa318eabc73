"""The narration of nobody: the light moves through the text at a reading pace, without a sound.

It serves where there is no voice at all, and readers who want the pace and not the sound.
Words get time by their letters, with a pause after sentences and paragraphs, as a reader
makes them; the whole is scaled to the declared duration where there is one.
"""

from __future__ import annotations

from array import array
from itertools import chain, islice, repeat
from typing import TYPE_CHECKING, Final

from briefing.cue_columns import Columns
from briefing.model import VoiceKind
from briefing.text.transcript import Transcript
from briefing.text.words import split_words
from briefing.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from briefing.model import Document
    from briefing.ports.narration import Narration, TimelineListener

LETTERS_PER_WORD: Final = 6.0
"""English and its space; the usual measure behind words a minute."""
_SENTENCE_PAUSE_LETTERS: Final = 9
"""A word and a half."""
_PARAGRAPH_PAUSE_LETTERS: Final = 18
"""Three words."""
MINUTE_S: Final = 60
_COUNT: Final = "I"
"""The type code of a column of offsets or letters: no text has 4 GB of them."""


class Silence:
    """A frame source of nothing but zeros."""

    def __init__(self, rate_hz: int, length_frames: int) -> None:
        self.rate_hz = rate_hz
        self.length_frames = length_frames

    def read(self, start: int, frames: int) -> NDArray[np.float32] | None:
        """Return zeros, fewer at the end."""
        import numpy as np  # heavy, and only an engine that plays asks

        return np.zeros((max(0, min(frames, self.length_frames - start)), 2), np.float32)

    def close(self) -> None:
        """Nothing is held."""


class SilentNarrator:
    """Paces the text by its `cues` where it has any, else into the declared duration, else at `wpm`.

    `to_fill_s` returns what of the declared duration is to be filled, None for none.
    """

    def __init__(
        self,
        rate_hz: int,
        wpm: int,
        cues: Callable[[], Timeline | None] = lambda: None,
        to_fill_s: Callable[[float | None], float | None] = lambda length_s: length_s,
    ) -> None:
        self._rate_hz = rate_hz
        self._wpm = wpm
        self._cues = cues
        self._to_fill_s = to_fill_s

    def narrate(
        self, document: Document, duration_s: float | None, on_timeline: TimelineListener
    ) -> Narration:
        """Return the silent narration at once; its timeline never changes."""
        from briefing.ports.narration import Narration  # the seams' values: not before something is read

        del on_timeline
        given = self._cues()
        length_s = self._to_fill_s(duration_s)
        timeline = self._paced(document, length_s) if given is None else given.at_rate(self._rate_hz)
        length = timeline.length_frames
        return Narration(document.id, VoiceKind.NONE, Silence(self._rate_hz, length), timeline, "no voice")

    def _paced(self, document: Document, duration_s: float | None) -> Timeline:
        starts, stops, letters = _weighed_words(document)
        total = letters[-1] if letters else 1
        length_s = duration_s or total / LETTERS_PER_WORD / self._wpm * MINUTE_S
        length = round(length_s * self._rate_hz)
        ends = (round(reached / total * length) for reached in letters)
        before = islice(chain((0,), letters), len(letters))
        begins = (round(reached / total * length) for reached in before)
        columns = Columns(starts, stops, begins, ends, repeat(1.0, len(letters)))
        return Timeline.from_columns(self._rate_hz, length, columns)


def _weighed_words(document: Document) -> tuple[array[int], array[int], array[int]]:
    """Return where each word starts and stops, and the letters up to its end, with the pauses in letters.

    In columns: the words of a library as objects take a gigabyte.
    """
    transcript = Transcript(document)
    starts, stops, letters = array(_COUNT), array(_COUNT), array(_COUNT)
    reached = 0
    for index, block in enumerate(document.blocks):
        if not block.kind.is_narrated:
            continue
        for sentence in transcript.sentences(index):
            known = len(starts)
            for start, stop in split_words(document.text, sentence.start, sentence.stop):
                reached += stop - start + 1
                starts.append(start)
                stops.append(stop)
                letters.append(reached)
            if len(starts) > known:  # the pauses count with the word before them
                letters[-1] = reached = reached + _SENTENCE_PAUSE_LETTERS
        if letters:
            letters[-1] = reached = reached + _PARAGRAPH_PAUSE_LETTERS
    return starts, stops, letters
