"""The voices of pyttsx3, in the worker's process: the only one in which it is imported.

Two ways to sound, both through pyttsx3's public interface:

- a driver of ours (`espeak_pcm`), which tells blocks of samples and the sample of each word;
- any driver of pyttsx3's own (nsss on macOS, sapi5 on Windows) writes a file with
  `save_to_file`, which is read and removed; the parent estimates its words.
"""

from __future__ import annotations

import shutil
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from briefing.speech.worker import wire
from briefing.speech.worker.wire import SpeechMessage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefing.ports.speech import Sound
    from briefing.speech.worker.main import Send


class PyttsxVoice:
    """A pyttsx3 engine that answers requests with messages; see `worker.main.Voice`.

    Args:
        driver: the name of one of pyttsx3's drivers, or the dotted name of a module that is
            such a driver and is registered as one.
        folder: where it may write files; made and removed for each text, for others want the room.
        send: takes the messages.
    """

    def __init__(self, driver: str, folder: Path, send: Send) -> None:
        import pyttsx3

        self._folder = folder
        self._send = send
        self._fault: BaseException | None = None
        self._set: dict[str, object] = {}
        name = driver.rpartition(".")[2]
        if name != driver:
            sys.modules[f"pyttsx3.drivers.{name}"] = import_module(driver)
        # Only a driver that gives samples and words says at which rate.
        self._rate_hz: int = getattr(sys.modules.get(f"pyttsx3.drivers.{name}"), "RATE_HZ", 0)
        self._engine = pyttsx3.init(name)
        self._engine.connect("sound", lambda name, data: send(SpeechMessage.SOUND, data))  # noqa: ARG005
        self._engine.connect("words", lambda name, data: send(SpeechMessage.WORDS, data))  # noqa: ARG005
        self._engine.connect("error", self._note_fault)

    def _note_fault(self, name: object, exception: BaseException) -> None:  # noqa: ARG002 - pyttsx3 calls by name
        self._fault = exception

    def list_voices(self) -> None:
        """Answer LIST_VOICES."""
        lines = []
        for voice in self._engine.getProperty("voices"):
            languages = getattr(voice, "languages", None) or [""]
            language = (
                languages[0].decode("utf-8", "ignore") if isinstance(languages[0], bytes) else languages[0]
            )
            fields = (voice.id, language or "", voice.name or voice.id)
            lines.append("\t".join(" ".join(str(field).split()) for field in fields))
        self._send(SpeechMessage.VOICE_LIST, "\n".join(lines).encode("utf-8", "replace"))

    def speak(self, text: str, voice: str, wpm: int, pitch: int, sounds: Sequence[Sound]) -> None:
        """Answer SPEAK. Only a driver of ours takes sounds.

        Properties are set only when they change: loading a voice takes longest.
        """
        self._fault = None
        for name, value in (("voice", voice), ("rate", wpm), ("pitch", pitch)):
            if value != "" and self._set.get(name) != value:
                self._engine.setProperty(name, value)
                self._set[name] = value
        if self._rate_hz:
            self._engine.setProperty("sounds", sounds)
            self._engine.say(text)
            self._engine.runAndWait()
            rate_hz = self._rate_hz
        else:
            rate_hz = self._speak_to_file(text)
        if self._fault is not None:
            self._set.clear()
            raise self._fault
        self._send(SpeechMessage.DONE, wire.DONE.pack(rate_hz, bool(self._rate_hz)))

    def _speak_to_file(self, text: str) -> int:
        from briefing.speech.engines.soundfile import read_mono_int16

        self._folder.mkdir(mode=0o700)
        try:
            path = str(self._folder / "speech.wav")
            self._engine.save_to_file(text, path)
            self._engine.runAndWait()
            if self._fault is not None:
                return 0
            samples, rate_hz = read_mono_int16(path)
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._send(SpeechMessage.SOUND, samples)
        return rate_hz


def open_voice(driver: str, folder: Path, send: Send) -> PyttsxVoice:
    """Return the voice that the worker asks; see `worker.main.Voice`."""
    return PyttsxVoice(driver, folder, send)
