"""The voice that reads a text aloud for the aligner to compare a recording with."""

from __future__ import annotations

import atexit
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from briefing.align.reference.synthesis import ReferenceVoice
    from briefing.ports.speech import SpeechEngine, Utterance

_PITCH: Final = 50


def voice_for(language: str) -> ReferenceVoice:
    """Return what speaks a sentence of `language`, a BCP 47 tag, at so many words a minute.

    Raises:
        SpeechError: if an engine that may have a voice for it cannot be started.
        AlignError: if no voice speaks the language: another's reading would be no comparison.
    """
    from briefing.errors import AlignError, SpeechError
    from briefing.speech.engines.registry import in_order
    from briefing.speech.voices import is_spoken, pick_voice

    failure: SpeechError | None = None
    # What tells where its words are comes first, even where the system has voices.
    # A natural voice takes longer, and what its words are compared by was measured with the others.
    for synthesiser in sorted(in_order(), key=lambda each: (bool(each.known), not each.tells_words)):
        engine = synthesiser.open()
        try:
            voices = engine.voices()
        except SpeechError as error:
            failure = failure or error
        else:
            if is_spoken(voices, language):
                atexit.register(engine.close)
                return _reading(engine, pick_voice(voices, language).id)
        engine.close()
    raise failure or AlignError(
        f"Words cannot be timed in the language {language!r}: no voice here speaks it.",
        "Name the text's language with --language, as de or pt-BR.",
    )


def _reading(engine: SpeechEngine, voice: str) -> ReferenceVoice:
    def read(text: str, wpm: int) -> Utterance:
        return engine.synthesise(text, voice, wpm, _PITCH)

    return read
