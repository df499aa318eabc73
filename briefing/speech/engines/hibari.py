"""hibari: a natural voice for English, offline. It comes with `briefing[voice]`.

What speaks is a small network, run by onnxruntime in a process of its own (`natural`). It tells when
each word begins, for it plans that before it speaks.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from briefing.errors import SpeechError
from briefing.ports.speech import SpeechVoice
from briefing.speech.engines.synthesiser import Synthesiser

if TYPE_CHECKING:
    from briefing.ports.speech import SpeechEngine

VOICE: Final = "briefing.speech.engines.natural.voice"
INSTALL_HINT: Final = "Install it with “pip install 'briefing[voice]'”."
WATCHDOG_S: Final = 10.0
"""A text is told as a whole, which takes a slow machine some seconds."""
START_LIMIT_S: Final = 40.0
"""It reads 30 MB before it is ready, and more the first time: much for a slow disk or a busy machine."""
HEART: Final = SpeechVoice("hibari/heart", "Heart", "en-US", "Apache-2.0", is_natural=True, takes_sounds=True)
"""The voice in the wheel: a woman's, American."""
_PACKAGES: Final = ("hibari", "onnxruntime")


def check() -> SpeechError | None:
    """Tell why it cannot speak here; see `Synthesiser`."""
    if all(find_spec(name) is not None for name in _PACKAGES):
        return None
    return SpeechError("The natural voice, hibari, is not installed.", INSTALL_HINT)


def open_hibari() -> SpeechEngine:
    """Return it, in a process of its own."""
    from briefing.speech.worker.supervisor import WorkerSpeech

    return WorkerSpeech(
        VOICE, "", hint=INSTALL_HINT, watchdog_s=WATCHDOG_S, start_limit_s=START_LIMIT_S, known=(HEART,)
    )


SYNTHESISER: Final = Synthesiser("hibari", "hibari", check, open_hibari, tells_words=True, known=(HEART,))
