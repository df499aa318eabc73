"""One sentence of a document to sound: the voice asked line by line, tried again when it dies.

A sentence on which the voice dies is given once more in smaller pieces, then skipped: it becomes
silence of the length that was to be expected, and is told of. After `GIVE_UP` in a row the voice
is gone: nobody is left in a silence that says that it plays.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefing.audio.pcm import INT16_SCALE, resample
from briefing.errors import SpeechError
from briefing.model import Cue, Span
from briefing.speech.marks import place_words
from briefing.speech.pacing import NATURAL_WPM
from briefing.speech.script import LINE_LIMIT, SMALL_LINE_LIMIT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import numpy as np
    from numpy.typing import NDArray

    from briefing.ports.speech import SpeechEngine
    from briefing.speech.cast import Cast
    from briefing.text.transcript import Transcript

ESTIMATED_WORD_CONFIDENCE: Final = 0.5
"""Of words whose sentence is exact and which the voice did not tell: enough to light the sentence."""
GIVE_UP: Final = 8
_SHOWN_WORDS: Final = 6
_SHOWN_LETTERS: Final = 60
_SILENCE_RATE_HZ: Final = 22050
_SILENT: Final = 3
"""Samples no larger are silence, of which eSpeak's pauses are made."""
_SHORTEST_GAP_S: Final = 0.06
"""A word ends before the next one starts if at least this much silence lies between them."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A spoken sentence: mono int16 samples, and the words in it as spans and samples.

    int16, because a short document is kept as a whole, and voices make no more.
    """

    samples: NDArray[np.int16]
    rate_hz: int
    words: tuple[Cue, ...]

    @property
    def duration_s(self) -> float:
        """The length in seconds."""
        return len(self.samples) / self.rate_hz

    def cues(self, begin_frame: int, rate_hz: int, tempo: float, end_frame: int) -> list[Cue]:
        """Return the words on a timeline on which the sentence begins at `begin_frame`."""
        scale = rate_hz / self.rate_hz / tempo
        made = []
        for word in self.words:
            start = min(begin_frame + round(word.start_frame * scale), end_frame)
            stop = min(begin_frame + round(word.stop_frame * scale), end_frame)
            made.append(Cue(word.span, start, stop, word.confidence))
        return made


class SentenceReader:
    """Speaks sentences of one document. Blocks; for one thread at a time.

    Args:
        transcript: the document and its words.
        engine: speaks.
        cast: deals them out to voices.
        pitch: 0 to 100.
        length_of: the expected length in seconds at the natural rate, for what is skipped.
        on_failure: told, in a sentence, of each that is skipped.
    """

    def __init__(
        self,
        transcript: Transcript,
        engine: SpeechEngine,
        cast: Cast,
        *,
        pitch: int,
        length_of: Callable[[str], float],
        on_failure: Callable[[str], None],
    ) -> None:
        self._transcript = transcript
        self._engine = engine
        self._pitch = pitch
        self._length_of = length_of
        self._on_failure = on_failure
        self._skipped: set[Span] = set()
        self._failures = 0
        self._is_stopped = False
        self._cast = cast

    def again(self) -> SentenceReader:
        """Return another that speaks the same, for another thread."""
        twin = SentenceReader(
            self._transcript,
            self._engine,
            self._cast,
            pitch=self._pitch,
            length_of=self._length_of,
            on_failure=self._on_failure,
        )
        twin._skipped = self._skipped
        return twin

    def stop(self) -> None:
        """Nobody listens any more: what fails from now on is nobody's loss."""
        self._is_stopped = True

    def speak(self, sentence: Span, wpm: int) -> Spoken:
        """Return the sentence spoken, or silence without words if it had to be skipped.

        Raises:
            SpeechError: if one sentence after the other fails.
        """
        if sentence not in self._skipped:
            for limit in (LINE_LIMIT, SMALL_LINE_LIMIT):
                try:
                    spoken = self._speak(sentence, wpm, limit)
                except SpeechError as error:
                    failure = error
                else:
                    self._failures = 0
                    return spoken
            self._failures += 1
            if self._is_stopped or self._failures >= GIVE_UP:
                raise failure
            self._skipped.add(sentence)
            self._on_failure(_skipped_message(sentence.of(self._transcript.text)))
        return self.silence(self._length_of(sentence.of(self._transcript.text)) * NATURAL_WPM / wpm)

    def silence(self, length_s: float) -> Spoken:
        """Return silence, without words."""
        import numpy as np

        return Spoken(np.zeros(round(length_s * _SILENCE_RATE_HZ), np.int16), _SILENCE_RATE_HZ, ())

    def _speak(self, sentence: Span, wpm: int, limit: int) -> Spoken:
        import numpy as np

        sounds: list[NDArray[np.float32]] = []
        events: list[tuple[int, int]] = []
        length = 0
        rate_hz = 0
        is_exact = True
        for part in self._cast.parts(sentence, limit):
            line = part.line
            utterance = self._engine.synthesise(line.text, part.voice.id, wpm, self._pitch, line.sounds)
            rate_hz = rate_hz or utterance.pcm.rate_hz  # another engine may take over in the middle
            scale = rate_hz / utterance.pcm.rate_hz
            samples = resample(utterance.pcm.samples.reshape(-1), utterance.pcm.rate_hz, rate_hz)
            events += [
                (line.origin(mark.start), length + round(mark.frame * scale)) for mark in utterance.words
            ]
            sounds.append(samples)
            length += len(samples)
            is_exact = is_exact and utterance.is_exact
        if not sounds:  # an earlier sentence spoke for this one
            words = self._transcript.words(sentence)
            cues = tuple(Cue(word, 0, 0, ESTIMATED_WORD_CONFIDENCE) for word in words)
            return Spoken(np.zeros(0, np.int16), _SILENCE_RATE_HZ, cues)
        whole = _int16(np.concatenate(sounds))
        confidence = 1.0 if is_exact else ESTIMATED_WORD_CONFIDENCE
        return Spoken(whole, rate_hz, tuple(self._words(sentence, events, whole, rate_hz, confidence)))

    def _words(
        self,
        sentence: Span,
        events: list[tuple[int, int]],
        samples: NDArray[np.int16],
        rate_hz: int,
        confidence: float,
    ) -> list[Cue]:
        import numpy as np

        words = self._transcript.words(sentence)
        starts = place_words([(word.start, word.stop) for word in words], events, len(samples))
        if starts:
            starts[0] = 0  # the sentence begins with its sound
        stops = [*starts[1:], len(samples)]
        cues = []
        for word, start, stop in zip(words, starts, stops, strict=True):
            heard = np.flatnonzero(np.abs(samples[start:stop]) > _SILENT)
            end = start + int(heard[-1]) + 1 if len(heard) else stop
            if stop - end < _SHORTEST_GAP_S * rate_hz:
                end = stop
            cues.append(Cue(word, start, end, confidence))
        return cues


def narrated_sentences(transcript: Transcript) -> Iterator[tuple[Span, bool]]:
    """Yield the sentences that are read, and whether each ends its paragraph."""
    for index, block in enumerate(transcript.document.blocks):
        if block.kind.is_narrated:
            sentences = [s for s in transcript.sentences(index) if transcript.words(s)]
            for sentence in sentences:
                yield sentence, sentence is sentences[-1]


def _skipped_message(text: str) -> str:
    words = text.strip("\"“”„«»‘’' ").split()
    shown = " ".join(words[:_SHOWN_WORDS])[:_SHOWN_LETTERS]
    more = " …" if len(shown) < len(" ".join(words)) else ""
    return f"A sentence could not be spoken and was skipped: “{shown}{more}”."


def _int16(samples: NDArray[np.float32]) -> NDArray[np.int16]:
    """Return samples that were int16 before as such again: without rounding, which takes time."""
    import numpy as np

    return (samples.clip(-1, 1 - 1 / INT16_SCALE) * INT16_SCALE).astype(np.int16)
