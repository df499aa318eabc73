"""The voice that reads a text aloud for the aligner to compare a recording with."""

from __future__ import annotations

import atexit
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from briefing.align.reference.synthesis import Read
    from briefing.ports import Utterance

_PITCH: Final = 50


def make_read(language: str) -> Read:
    """Return what speaks a sentence of `language`, a BCP 47 tag, at so many words a minute.

    Raises:
        SpeechError: if there is no voice at all.
        AlignError: if none speaks the language: another's reading would be no comparison.
    """
    from briefing.errors import AlignError, SpeechError
    from briefing.speech.pyttsx import ESPEAK, PyttsxSpeech, default_driver
    from briefing.speech.voices import is_spoken, pick_voice

    # eSpeak NG tells where its words are, so it comes first even where the system has voices.
    engine = PyttsxSpeech(ESPEAK)
    try:
        voices = engine.voices()
    except SpeechError:
        engine.close()
        if default_driver() == ESPEAK:
            raise
        engine = PyttsxSpeech()
        voices = engine.voices()
    atexit.register(engine.close)
    if not is_spoken(voices, language):
        raise AlignError(
            f"Words cannot be timed in the language {language!r}: no voice here speaks it.",
            "Name the text's language with --language, as de or pt-BR.",
        )
    voice = pick_voice(voices, language).id

    def read(text: str, wpm: int) -> Utterance:
        return engine.synthesise(text, voice, wpm, _PITCH)

    return read
