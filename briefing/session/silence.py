"""The narration of nobody: the light moves through the text at a reading pace, without a sound.

It serves where there is no voice at all, and readers who want the pace and not the sound.
Words get time by their letters, with a pause after sentences and paragraphs, as a reader
makes them; the whole is scaled to the declared duration where there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.model import Cue, VoiceKind
from briefing.text import Transcript
from briefing.timeline import Timeline

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from briefing.model import Document
    from briefing.ports import Narration, TimelineListener

LETTERS_PER_WORD: Final = 6.0
"""English and its space; the usual measure behind words a minute."""
SENTENCE_PAUSE_WORDS: Final = 1.5
PARAGRAPH_PAUSE_WORDS: Final = 3.0
MINUTE_S: Final = 60


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
    """Paces the text at `wpm` words a minute, or into the declared duration."""

    def __init__(self, rate_hz: int, wpm: int) -> None:
        self._rate_hz = rate_hz
        self._wpm = wpm

    def narrate(
        self, document: Document, duration_s: float | None, on_timeline: TimelineListener
    ) -> Narration:
        """Return the silent narration at once; its timeline never changes."""
        from briefing.ports import Narration  # the seams' values: not before something is read

        del on_timeline
        transcript = Transcript(document)
        runs = []  # (span, weight in letters), pauses counted with the word before them
        for index, block in enumerate(document.blocks):
            if not block.kind.is_narrated:
                continue
            for sentence in transcript.sentences(index):
                words = transcript.words(sentence)
                runs += [(word, float(len(word) + 1)) for word in words]
                if words:
                    word, weight = runs[-1]
                    runs[-1] = (word, weight + SENTENCE_PAUSE_WORDS * LETTERS_PER_WORD)
            if runs:
                word, weight = runs[-1]
                runs[-1] = (word, weight + PARAGRAPH_PAUSE_WORDS * LETTERS_PER_WORD)
        total = sum(weight for _, weight in runs) or 1.0
        length_s = duration_s or total / LETTERS_PER_WORD / self._wpm * MINUTE_S
        length = round(length_s * self._rate_hz)
        cues, reached = [], 0.0
        for span, weight in runs:
            start = round(reached / total * length)
            reached += weight
            cues.append(Cue(span, start, round(reached / total * length)))
        timeline = Timeline(self._rate_hz, length, cues)
        return Narration(document.id, VoiceKind.NONE, Silence(self._rate_hz, length), timeline, "no voice")
