"""eSpeak NG: the engine that comes with briefing and speaks everywhere, in some hundred languages.

Its library is looked for in the package `espeakng_loader` first, then in the system. The process that
loads it has `espeak_pcm`.
"""

from __future__ import annotations

import json
import re
from ctypes.util import find_library
from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from briefing.errors import BriefingError, SpeechError
from briefing.processes import door
from briefing.speech.engines.synthesiser import Synthesiser
from briefing.text.ipa import tidied

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.ports.speech import SpeechEngine, SpeechVoice

DRIVER: Final = "briefing.speech.engines.espeak_pcm"
INSTALL_HINT: Final = (
    "Install eSpeak NG, on Debian with “apt install espeak-ng”, or install briefing again with pip."
)
_READING_S: Final = 3.0
_MOST_BYTES: Final = 1 << 16
_NO_SOUND: Final = re.compile(r"\([^()]*+\)|[\d˥˦˧˨˩]++")
"""Tones, and the language that a voice has gone over to."""
_LICENCE: Final = "GPL-3.0-or-later"
_LIBRARIES: Final = ("espeak-ng", "espeak")
_LACKS: Final = {"jpx/ja": frozenset(("han",))}
"""Scripts of its language that a voice, by its id, has no sounds for."""


def check() -> SpeechError | None:
    """Tell why it cannot speak here; see `Synthesiser`."""
    if find_spec("espeakng_loader") is not None or any(map(find_library, _LIBRARIES)):
        return None
    return SpeechError("The speech engine eSpeak NG is not installed.", INSTALL_HINT)


def open_espeak() -> SpeechEngine:
    """Return it, in a process of its own."""
    from briefing.speech.engines.pyttsx import open_driver

    return open_driver(DRIVER, hint=INSTALL_HINT, complete=_known)


def readings(word: str, languages: Sequence[str]) -> list[str]:
    """Return how its voices of some languages read a word, in IPA; "" where one does not.

    It takes a process, and a tenth of a second.

    Args:
        word: a word or name.
        languages: as it calls them, such as `fr` or `cmn`.
    """
    request = json.dumps([word, list(languages)]).encode()
    try:
        answer = door.ask(door.command(DRIVER), request, limit_s=_READING_S, most_bytes=_MOST_BYTES)
        return [tidied(_NO_SOUND.sub("", told)) for told in json.loads(answer)]
    except (BriefingError, OSError, ValueError):
        return []


def _known(voice: SpeechVoice) -> SpeechVoice:
    return replace(voice, licence=_LICENCE, takes_sounds=True, lacks=_LACKS.get(voice.id, frozenset()))


SYNTHESISER: Final = Synthesiser("espeak", "eSpeak NG", check, open_espeak, tells_words=True)
