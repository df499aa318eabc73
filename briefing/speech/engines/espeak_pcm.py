"""A driver of pyttsx3's that renders eSpeak NG to samples, with the sample of each word.

It is registered as `pyttsx3.drivers.espeak_pcm`. pyttsx3's own driver renders everything, writes
a file and starts a player; this one, its subclass, gives the samples to whoever listens to the
topic `sound`, and the words (`wire.WORD`) to the topic `words`, while they are made. As with
every driver of pyttsx3's, importing it loads the library.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
from typing import TYPE_CHECKING, Any, Final

from briefing.speech.engines.espeak_phonemes import EspeakAlphabet, SpokenText, with_sounds
from briefing.speech.worker import wire

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.ports.speech import Sound

RATE_HZ: Final = 22050
"""Of every voice of eSpeak NG's; pyttsx3 counts on it too."""
BLOCK_MS: Final = 60
"""From 450 words a minute on, eSpeak's samples of words are off by up to a block."""
MESSAGE_BYTES: Final = 1 << 16
"""How much sound is gathered for one message: fewer messages, sooner spoken."""
MAX_SAMPLES: Final = RATE_HZ * 600
"""Ten minutes for one sentence: whatever is longer is a voice run wild."""
_IN_IPA: Final = 2
"""`espeak_TextToPhonemes` answers in IPA."""


def _load_espeak() -> None:
    """Make the eSpeak NG of espeakng_loader the one that pyttsx3 finds, if its data is whole.

    The data path is checked first, because eSpeak calls `exit` on a wrong one. Where the
    package is missing or broken, pyttsx3 looks for the system's eSpeak by itself.
    """
    try:
        import espeakng_loader

        data = espeakng_loader.get_data_path()
        if os.path.isfile(os.path.join(data, "phontab")):  # noqa: PTH113, PTH118 - pathlib costs start-up time
            os.environ["ESPEAK_DATA_PATH"] = data
            ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)
    except (ImportError, OSError, RuntimeError):
        os.environ.pop("ESPEAK_DATA_PATH", None)


_load_espeak()
from pyttsx3.drivers import _espeak, espeak  # noqa: E402 - the library has to be there first


class EspeakPcmDriver(espeak.EspeakDriver):  # type: ignore[misc]  # pyttsx3 has no types
    """eSpeak NG rendered synchronously: topics `sound` (bytes) and `words` (bytes), see wire."""

    def __init__(self, proxy: Any) -> None:
        self._samples = 0
        self._sound: list[bytes] = []
        self._sound_bytes = 0
        self._words: list[bytes] = []
        self._sounds: Sequence[Sound] = ()
        self._text = SpokenText("", ())
        self._alphabets: dict[str, EspeakAlphabet] = {}
        self._voice = ""
        rate_hz = _espeak.Initialize(_espeak.AUDIO_OUTPUT_SYNCHRONOUS, BLOCK_MS)
        if rate_hz != RATE_HZ:
            raise RuntimeError("eSpeak NG did not start")
        espeak.EspeakDriver._moduleInitialized = True  # noqa: SLF001 - or it would start again, asynchronously
        espeak.EspeakDriver._defaultVoice = "en"  # noqa: SLF001
        super().__init__(proxy)

    def getProperty(self, name: str) -> Any:  # noqa: N802 - pyttsx3's name
        """Return a property; of the voices those that sound."""
        value = super().getProperty(name)
        # An MBROLA voice needs a program that is not there, and would say nothing.
        return [voice for voice in value if not voice.id.startswith("mb/")] if name == "voices" else value

    def setProperty(self, name: str, value: Any) -> None:  # noqa: N802 - pyttsx3's name
        """Set a property; `sounds` are those of the next text."""
        if name == "sounds":
            self._sounds = value
            return
        super().setProperty(name, value)
        if name == "voice":
            self._voice = value

    def say(self, text: str) -> None:
        """Render `text` before returning. Its flags let the text hold no markup, but for sounds."""
        self._samples = 0
        self._text = SpokenText(text, ())
        flags = _espeak.CHARS_UTF8
        if self._sounds and hasattr(_espeak.dll, "espeak_TextToPhonemes"):
            self._text = with_sounds(text, self._sounds, self._alphabet())
            flags |= _espeak.PHONEMES
        self._proxy.setBusy(True)
        try:
            _espeak.Synth(self._text.text.encode("utf-8"), flags=flags)
        finally:
            self._flush()
            self._proxy.setBusy(False)

    def _alphabet(self) -> EspeakAlphabet:
        """Return the letters of the voice that speaks, in which sounds are written."""
        if self._voice not in self._alphabets:
            # The flag by which text may hold such letters lasts, and `_trace` has none of its own.
            _espeak.Synth(b" ", flags=_espeak.CHARS_UTF8 | _espeak.PHONEMES)
            self._words.clear()
            self._sound.clear()
            self._samples = self._sound_bytes = 0
            self._alphabets[self._voice] = EspeakAlphabet(_trace)
        return self._alphabets[self._voice]

    def _flush(self) -> None:
        if self._words:
            self._proxy.notify("words", data=b"".join(self._words))
        if self._sound:
            self._proxy.notify("sound", data=b"".join(self._sound))
        self._words.clear()
        self._sound.clear()
        self._sound_bytes = 0

    def _onSynth(self, wav: Any, numsamples: int, events: Any) -> int:  # noqa: N802 - pyttsx3's name
        i = 0
        while (event := events[i]).type != _espeak.EVENT_LIST_TERMINATED:
            if event.type == _espeak.EVENT_WORD:
                place = self._text.written_at(max(0, event.text_position - 1))
                self._words.append(wire.WORD.pack(place, event.length, max(0, event.sample)))
            i += 1
        if numsamples > 0:
            self._samples += numsamples
            self._sound.append(ctypes.string_at(wav, numsamples * 2))
            self._sound_bytes += numsamples * 2
            if self._sound_bytes >= MESSAGE_BYTES:
                self._flush()
        return int(self._samples > MAX_SAMPLES)

    def startLoop(self) -> None:  # noqa: N802 - pyttsx3's name
        """Carry out what is queued, and return."""
        self._proxy.setBusy(False)

    def endLoop(self) -> None:  # noqa: N802 - pyttsx3's name
        """Do nothing: nothing goes on between two sentences."""

    def stop(self) -> None:
        """Do nothing: `say` has returned."""


def _trace(letters: str) -> str:
    """Return a word that is given in the voice's letters, in IPA."""
    return _read(f"[[{letters}]]")


def _read(text: str) -> str:
    """Return the first clause of a text in IPA, as the voice reads it."""
    ask = _espeak.dll.espeak_TextToPhonemes
    ask.restype = ctypes.c_char_p
    given = ctypes.c_char_p(text.encode())
    return (ask(ctypes.byref(given), _espeak.CHARS_UTF8, _IN_IPA) or b"").decode("utf-8", "replace")


def main() -> None:
    """Tell how voices read a word: in come it and their names in JSON, out goes IPA for each."""
    word, voices = json.load(sys.stdin)
    if _espeak.Initialize(_espeak.AUDIO_OUTPUT_SYNCHRONOUS, BLOCK_MS) != RATE_HZ:
        sys.exit(1)
    told = []
    for voice in voices:
        is_there = _espeak.dll.espeak_SetVoiceByName(voice.encode()) == _espeak.EE_OK
        told.append(_read(word) if is_there else "")
    json.dump(told, sys.stdout)


def buildDriver(proxy: Any) -> EspeakPcmDriver:  # noqa: N802 - pyttsx3's name
    """Return the driver; pyttsx3 calls this."""
    return EspeakPcmDriver(proxy)
