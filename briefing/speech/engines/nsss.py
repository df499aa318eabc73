"""NSSpeechSynthesizer: the voices of macOS, by pyttsx3's own driver, which writes a file for each text."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from briefing.errors import SpeechError
from briefing.speech.engines.synthesiser import Synthesiser

if TYPE_CHECKING:
    from briefing.ports.speech import SpeechEngine

_HINT: Final = "Add a voice in the system settings, under Spoken Content."


def check() -> SpeechError | None:
    """Tell why it cannot speak here; see `Synthesiser`."""
    if sys.platform == "darwin":
        return None
    return SpeechError("NSSpeechSynthesizer is a part of macOS.", "Set speech_engine to auto.")


def open_nsss() -> SpeechEngine:
    """Return it, in a process of its own."""
    from briefing.speech.engines.pyttsx import open_driver

    return open_driver("nsss", hint=_HINT)


SYNTHESISER: Final = Synthesiser("nsss", "NSSpeechSynthesizer", check, open_nsss, tells_words=False)
