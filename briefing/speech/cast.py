"""Who reads what: the lines of each sentence, each with the voice that it is handed to.

Theory of operation: the text's own language is read by the voice that was chosen for the
document. A passage in another one is handed to a voice of that language. Where none can read
it, a word in English says so, once for each paragraph or each run of such paragraphs: letters
that are named one by one, or called "Chinese letter", tell a listener nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.speech.pieces import AS_WRITTEN, SaidBy
from briefing.speech.script import LINE_LIMIT, ScriptLine, lines, notice
from briefing.speech.tongues import Tongues, script_of, scripts_of
from briefing.speech.voices import pick_voice, speaker_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefing.model import Block, Span
    from briefing.ports.speech import SpeechVoice
    from briefing.text.pronunciation.dictionary import Pronunciations
    from briefing.text.transcript import Transcript

ENGLISH: Final = "en"


class LanguageSense(NamedTuple):
    """What is known of languages: what one a text looks like (None if unclear), and what one is called."""

    guess: Callable[[str], str | None]
    name: Callable[[str], str]


class CastLine(NamedTuple):
    """A line, the voice that it is handed to, and the passage of the document that it belongs to.

    `language` is what is said: the passage's, or English where a word stands for it.
    """

    line: ScriptLine
    voice: SpeechVoice
    passage: Span
    language: str


class Cast:
    """Deals the sentences of one document out to voices.

    Args:
        transcript: the document.
        voices: those that there are.
        sense: tells languages.
        preferred: the id or name of the voice for the document's own language, None for any that fits.
        pronunciations: by which words are said.

    Raises:
        SpeechError: if there is no voice at all.
    """

    def __init__(
        self,
        transcript: Transcript,
        voices: Sequence[SpeechVoice],
        sense: LanguageSense,
        preferred: str | None = None,
        pronunciations: Pronunciations = AS_WRITTEN.pronunciations,
    ) -> None:
        self._pronunciations = pronunciations
        self._transcript = transcript
        self._voices = voices
        self._sense = sense
        self._tongues = Tongues(transcript.document, sense.guess)
        self.voice = pick_voice(voices, transcript.document.language, preferred)
        self._speakers: dict[str, SpeechVoice | None] = {}

    def language_of(self, block: Block) -> str:
        """Return the language of a paragraph, a BCP 47 tag."""
        return self._tongues.of_block(block.span)

    def parts(self, sentence: Span, limit: int = LINE_LIMIT) -> tuple[CastLine, ...]:
        """Return what is handed to the voices for a sentence; nothing where another sentence spoke for it."""
        return tuple(self._parts(sentence, limit))

    def _parts(self, sentence: Span, limit: int) -> Iterator[CastLine]:
        block = self._transcript.paragraph_at(sentence.start)
        text = self._transcript.text
        told: set[str] = set()
        for run in self._tongues.runs(sentence, block.span):
            voice = self._speaker(run.language, run.span.of(text))
            if voice is not None:
                said = SaidBy(self._pronunciations, voice.takes_sounds)
                for line in lines(text, run.span, voice.language, limit, said):
                    yield CastLine(line, voice, run.span, run.language)
            elif run.language not in told and not self._was_told(sentence, block, run.language):
                told.add(run.language)
                english = self._speaker(ENGLISH, "a") or self.voice
                told_so = notice(f"a passage in {self._sense.name(run.language)}", run.span)
                yield CastLine(told_so, english, run.span, ENGLISH)

    def _speaker(self, language: str, text: str) -> SpeechVoice | None:
        """Return who reads `text`, None if nobody can."""
        if language not in self._speakers:
            is_own = language == self._tongues.main
            self._speakers[language] = (
                self.voice if is_own else speaker_of(self._voices, language, self.voice)
            )
        voice = self._speakers[language]
        if voice is None:
            return self.voice if scripts_of(language) == scripts_of(self.voice.language) else None
        return voice if _can_read(voice, text) else None

    def _was_told(self, sentence: Span, block: Block, language: str) -> bool:
        """Whether an earlier sentence has said that there is a passage in a language nobody reads."""
        before = self._transcript.paragraph_before(block.span.start) if block.span.start else None
        while before is not None and not before.kind.is_narrated:
            before = self._transcript.paragraph_before(before.span.start)
        if before is not None and self.language_of(before) == language == self.language_of(block):
            return True
        earlier = self._transcript.sentence_before(sentence.start)
        while earlier is not None and earlier.start >= block.span.start:
            for run in self._tongues.runs(earlier, block.span):
                if (
                    run.language == language
                    and self._speaker(language, run.span.of(self._transcript.text)) is None
                ):
                    return True
            earlier = self._transcript.sentence_before(earlier.start)
        return False


def _can_read(voice: SpeechVoice, text: str) -> bool:
    """Whether a voice has sounds for the letters of a text."""
    own = scripts_of(voice.language)
    scripts = {script_of(char) for char in text} - {""}
    if not scripts:
        return True
    return not scripts & voice.lacks if scripts & own else False
