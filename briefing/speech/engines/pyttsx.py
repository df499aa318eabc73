"""Opens what pyttsx3 drives: what its engines have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.speech.worker.supervisor import WATCHDOG_S, WorkerSpeech

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.ports.speech import SpeechVoice

VOICE: Final = "briefing.speech.engines.pyttsx_voice"


def open_driver(
    driver: str,
    *,
    hint: str,
    watchdog_s: float = WATCHDOG_S,
    complete: Callable[[SpeechVoice], SpeechVoice] = lambda voice: voice,
) -> WorkerSpeech:
    """Return speech by one of pyttsx3's drivers, in a process of its own.

    Args:
        driver: its name, such as `nsss`, or the dotted name of a module that is such a driver.
        hint: what to do where it cannot be opened, a sentence.
        watchdog_s: how long it may say nothing in the middle of a request.
        complete: puts into a voice what is known of it beyond what it tells.
    """
    return WorkerSpeech(VOICE, driver, hint=hint, watchdog_s=watchdog_s, complete=complete)
