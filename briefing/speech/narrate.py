"""A document to a `Narration` by speech: who reads, how fast, and when each word is due.

Theory of operation: first, how long each word takes is *expected*. A short document is spoken
once, quickly, which takes a fraction of a second, and its sentences come out right within 2.5 %, which is
remembered for as long as the same voice reads it;
a long one is estimated from its characters (6.5 %). Then the rate is chosen, the voice is heard
on the first sentences at that rate, and the plan is made: every sentence's beginning, fixed for
good. With a declared duration the plan fills it to the frame; by the cues of a timed text, each
sentence begins at its own (`cues`). A natural voice takes ten times as long to speak, so it says nothing
before its plan is made: it is as fast as the estimate. `source` then speaks each sentence
into its slot and tells where its words fell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.audio.pcm import ENGINE_RATE_HZ, volume_gain
from briefing.errors import SpeechError
from briefing.model import Span, VoiceKind
from briefing.ports.narration import Narration
from briefing.speech.cast import Cast, LanguageSense
from briefing.speech.pacing import (
    NATURAL_WPM,
    PARAGRAPH_PAUSE_S,
    SENTENCE_PAUSE_S,
    Pace,
    fit,
    fitting_wpm,
)
from briefing.speech.reader import SentenceReader, Spoken, narrated_sentences
from briefing.text.pronunciation.dictionary import Pronunciations
from briefing.text.transcript import Transcript

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from briefing.model import Document
    from briefing.ports.narration import TimelineListener
    from briefing.ports.speech import SpeechEngine, SpeechVoice
    from briefing.speech.estimate import Estimate
    from briefing.speech.faster import PlannedSpeech
    from briefing.timeline import Timeline

SHORT_LETTERS: Final = 6000
"""A document of at most so many code points (some 1,000 words) is spoken before it is planned."""
QUICK_WPM: Final = 300
"""The rate at which it is spoken: eSpeak works the longer the slower it speaks."""
QUICK_LETTERS: Final = 1200
"""How much is spoken quickly: what follows is expected within 5 percent (standard deviation), and the first
sound should not take 0.4 s."""
HEARD_LETTERS: Final = 200
"""How much is spoken at the chosen rate to learn the voice's true speed at it."""
ROUNDS: Final = 2
CLOSE: Final = 0.02
"""No other rate is tried if it differs less than this."""


class SpeechNarrator:
    """Reads documents aloud; see `ports.Narrator`.

    Args:
        engine: the voices. It stays its owner's to close.
        sense: tells the languages of passages.
        voice: the id or name of a voice, None for one that fits the document's language.
        wpm: rate where the length is free, 80 to 900 words a minute.
        pitch: 0 to 100, 50 is the voice's own.
        volume: 0 to 100 percent.
        pronunciations: returns those by which words are said; asked for every narration.
        on_failure: told, from any thread, of a sentence that could not be spoken.
    """

    def __init__(
        self,
        engine: SpeechEngine,
        *,
        sense: LanguageSense,
        voice: str | None = None,
        wpm: int = NATURAL_WPM,
        pitch: int = 50,
        volume: int = 100,
        pronunciations: Callable[[], Pronunciations] = Pronunciations,
        on_failure: Callable[[str], None] = lambda _message: None,
    ) -> None:
        self._engine = engine
        self._sense = sense
        self._voice = voice
        self._wpm = wpm
        self._pitch = pitch
        self._volume = volume
        self._pronunciations = pronunciations
        self._on_failure = on_failure
        self._quick: tuple[Document, str, Estimate] | None = None
        """The document that was spoken quickly last, by which voice, and what that told."""

    def read_with(self, voice: str | None, wpm: int, pitch: int) -> None:
        """Read in another voice from the next narration on; see the arguments of the class."""
        self._voice, self._wpm, self._pitch = voice, wpm, pitch

    def voices(self) -> Sequence[SpeechVoice]:
        """Return who can read.

        Raises:
            SpeechError: if there is no voice.
        """
        return self._engine.voices()

    def say(self, word: str, language: str, pronunciations: Pronunciations) -> NDArray[np.float32]:
        """Return a word as sound, as it is said by some pronunciations; see `heard_word`.

        Raises:
            SpeechError: if it could not be spoken.
        """
        from briefing.speech.heard_word import heard_word

        return heard_word(self._engine, word, language, pronunciations, self._voice)

    def narrate(
        self,
        document: Document,
        duration_s: float | None,
        on_timeline: TimelineListener,
        cues: Timeline | None = None,
    ) -> Narration:
        """Return the document read aloud: by its `cues`, else paced to `duration_s`, if these are given.

        Raises:
            SpeechError: if there is no voice, or nothing to read.
        """
        self._engine.start(document.language or "en", self._voice or "")
        # Heavy imports, and the estimate, while the voice's process starts.
        from briefing.speech.cues import follow
        from briefing.speech.estimate import estimate, expected_length_s
        from briefing.speech.faster import FasterSpeech
        from briefing.speech.source import SpeechSource

        transcript = Transcript(document)
        expected = estimate(document, transcript)
        if not expected.parts:
            raise SpeechError("There is nothing to read aloud in this briefing.")
        cast = self.cast(transcript)
        reader = SentenceReader(
            transcript,
            self._engine,
            cast,
            pitch=self._pitch,
            length_of=expected_length_s,
            on_failure=self._on_failure,
        )
        is_short = len(document.text) <= SHORT_LETTERS
        is_planned = cast.voice.is_natural or cast.voice.talk is not None
        if is_short and cues is None and not is_planned:
            if self._quick is None or self._quick[:2] != (document, cast.voice.id):
                self._quick = document, cast.voice.id, _speak_quickly(transcript, reader, expected)
            expected = self._quick[2]
        heard: dict[Span, Spoken] = {}
        if cues is None:
            to_hear = None if is_planned else reader
            plan, pace = self._plan(transcript, to_hear, expected, duration_s, heard)
        else:
            sentences = (each for each, _ in narrated_sentences(transcript))
            plan, pace = follow(cues, sentences, expected, self._wpm), Pace(self._wpm)

        told = f"speech, {cast.voice.name}"
        if cast.voice.talk is not None:
            from briefing.speech.aside import SpeechAside

            talker, is_timed = cast.voice.talk(), cues is not None
            aside = SpeechAside(talker, cast, plan, pace, pitch=self._pitch, keeps_times=is_timed)
            return Narration(document.id, VoiceKind.SPEECH, aside, plan, told, aside=aside)

        def spoken(part: PlannedSpeech) -> SpeechSource:
            is_own = part.rate_hz is None  # else another speaks it, faster
            return SpeechSource(
                reader if is_own else reader.again(),
                transcript,
                part.plan,
                pace=part.pace,
                heard=heard if is_own else {},
                speaks_all=is_short and is_own and not cast.voice.is_natural,
                gain=volume_gain(self._volume),
                on_timeline=part.on_timeline,
                keeps_rate=cast.voice.is_natural,
                is_by_cues=cues is not None,
                rate_hz=part.rate_hz,
            )

        source = FasterSpeech(spoken, transcript, plan, pace, on_timeline)
        return Narration(document.id, VoiceKind.SPEECH, source, plan, told)

    def cast(self, transcript: Transcript) -> Cast:
        """Return who reads what of a document.

        Raises:
            SpeechError: if there is no voice.
        """
        voices = self._engine.voices()
        return Cast(transcript, voices, self._sense, self._voice, self._pronunciations())

    def _plan(
        self,
        transcript: Transcript,
        reader: SentenceReader | None,
        expected: Estimate,
        duration_s: float | None,
        heard: dict[Span, Spoken],
    ) -> tuple[Timeline, Pace]:
        """Return when each word is due, and at what pace; put what was spoken to know it into `heard`.

        Without a reader nothing is spoken for that.
        """
        wpm = self._wpm
        if duration_s is not None:
            wpm = fitting_wpm(expected.speech_s, expected.pause_s, NATURAL_WPM, duration_s)
        factor = _hear(transcript, reader, expected, wpm, heard)
        for _ in range(ROUNDS):
            if duration_s is None:
                break
            better = fitting_wpm(expected.speech_s * factor, expected.pause_s, NATURAL_WPM, duration_s)
            if abs(better - wpm) <= CLOSE * wpm:
                break
            wpm = better
            factor = _hear(transcript, reader, expected, wpm, heard)
        speech_s = expected.speech_s * factor * NATURAL_WPM / wpm
        pause_s = expected.pause_s * NATURAL_WPM / wpm
        pace = Pace(wpm) if duration_s is None else fit(speech_s, pause_s, wpm, duration_s)
        length_s = speech_s + pause_s if duration_s is None else duration_s
        scale = factor * NATURAL_WPM / wpm
        return expected.timeline(pace, scale, ENGINE_RATE_HZ, round(length_s * ENGINE_RATE_HZ)), pace


def _hear(
    transcript: Transcript,
    reader: SentenceReader | None,
    expected: Estimate,
    wpm: int,
    heard: dict[Span, Spoken],
) -> float:
    """Speak the first sentences; return how much longer the voice takes than was expected of it."""
    heard.clear()
    if reader is None:
        return 1.0
    heard_s = expected_s = 0.0
    letters = 0
    for sentence, _ in narrated_sentences(transcript):
        heard[sentence] = spoken = reader.speak(sentence, wpm)
        if spoken.words and len(spoken.samples):
            heard_s += spoken.duration_s
            expected_s += expected.length_s(sentence) * NATURAL_WPM / wpm
            letters += len(sentence)
        if letters >= HEARD_LETTERS:
            break
    return heard_s / expected_s if heard_s and expected_s else 1.0


def _speak_quickly(transcript: Transcript, reader: SentenceReader, expected: Estimate) -> Estimate:
    """Return the times of all words at the natural rate, as the voice speaks them at a quick one.

    It speaks as much as there is time for before somebody waits for the first sound, and
    corrects what is expected of the rest by what that took.
    """
    import numpy as np

    from briefing.speech.estimate import Estimate, EstimatedWords, spread

    rows = []
    speech_s = pause_s = heard_s = expected_s = 0.0
    letters = 0
    slower = QUICK_WPM / NATURAL_WPM
    for sentence, ends_paragraph in narrated_sentences(transcript):
        if letters < QUICK_LETTERS:
            spoken = reader.speak(sentence, QUICK_WPM)
            words = spoken.words or list(spread(transcript.words(sentence), len(spoken.samples)))
            length_s, frame_s = spoken.duration_s * slower, slower / spoken.rate_hz
            heard_s += length_s
            expected_s += expected.length_s(sentence)
            letters += len(sentence)
        else:
            length_s = expected.length_s(sentence) * (heard_s / expected_s if expected_s else 1.0)
            words, frame_s = list(spread(transcript.words(sentence), round(length_s * 1000))), 0.001
        for word in words:
            begin_s, end_s = word.start_frame * frame_s, word.stop_frame * frame_s
            rows.append((word.span.start, word.span.stop, speech_s + begin_s, speech_s + end_s, pause_s))
        speech_s += length_s
        pause_s += PARAGRAPH_PAUSE_S if ends_paragraph else SENTENCE_PAUSE_S
    text_start, text_stop, start_s, stop_s, before_s = zip(*rows, strict=True)
    told = EstimatedWords(
        0.0,
        0.0,
        np.array(text_start, np.uint32),
        np.array(text_stop, np.uint32),
        np.array(start_s, np.float64),
        np.array(stop_s, np.float64),
        np.array(before_s, np.float64),
    )
    return Estimate((told,), speech_s, pause_s)
