"""SAPI 5: the voices of Windows, by pyttsx3's own driver, which writes a file for each text."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from briefing.errors import SpeechError
from briefing.speech.engines.synthesiser import Synthesiser

if TYPE_CHECKING:
    from briefing.ports.speech import SpeechEngine

_HINT: Final = "Add a voice in the settings, under Time & language, Speech."


def check() -> SpeechError | None:
    """Tell why it cannot speak here; see `Synthesiser`."""
    if sys.platform == "win32":
        return None
    return SpeechError("SAPI 5 is a part of Windows.", "Set speech_engine to auto.")


def open_sapi5() -> SpeechEngine:
    """Return it, in a process of its own."""
    from briefing.speech.engines.pyttsx import open_driver

    return open_driver("sapi5", hint=_HINT)


SYNTHESISER: Final = Synthesiser("sapi5", "SAPI 5", check, open_sapi5, tells_words=False)
