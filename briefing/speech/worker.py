"""The process that speaks, the only one in which pyttsx3 is imported. It may die at any word.

Text can kill eSpeak, `espeak_Initialize` ends the process when its data is missing, and other
voices hang; so all of it happens here, and the parent (`speech.pyttsx`) starts another worker.

Rules:
1. Nothing but messages (`speech.wire`) leaves by the pipe: pyttsx3 prints, so file descriptor 1
   is kept for the messages and `print` goes nowhere.
2. The worker never outlives its parent: the end of its input ends it, even in the middle of a
   sentence.
3. It plays nothing and keeps no file; what is left if it dies over one, its parent removes.

Two ways to sound, both through pyttsx3's public interface:

- `espeak_pcm`, ours, for eSpeak NG: it tells blocks of samples and the sample of each word.
- Any other driver of pyttsx3 (nsss on macOS, sapi5 on Windows) writes a file with
  `save_to_file`, which is read and removed; the parent estimates its words.
"""

from __future__ import annotations

import os
import shutil
import sys
import threading
from importlib import import_module
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, BinaryIO, Final

from briefing.errors import shortage_behind
from briefing.speech import wire
from briefing.speech.wire import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

_FILES: Final = 4
"""So many a voice has open at once while it starts."""


class Voice:
    """A pyttsx3 engine that answers requests with messages.

    Args:
        driver: the name of one of pyttsx3's drivers, or the dotted name of a module that is
            such a driver and is registered as one.
        folder: where it may write files; made and removed for each text, for others want the room.
        send: takes the messages.
    """

    def __init__(self, driver: str, folder: Path, send: Callable[[Kind, bytes], None]) -> None:
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
        self._engine.connect("sound", lambda name, data: send(Kind.SOUND, data))  # noqa: ARG005
        self._engine.connect("words", lambda name, data: send(Kind.WORDS, data))  # noqa: ARG005
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
        self._send(Kind.VOICE_LIST, "\n".join(lines).encode("utf-8", "replace"))

    def speak(self, text: str, voice: str, wpm: int, pitch: int) -> None:
        """Answer SPEAK. Properties are set only when they change: loading a voice takes longest."""
        self._fault = None
        for name, value in (("voice", voice), ("rate", wpm), ("pitch", pitch)):
            if value != "" and self._set.get(name) != value:
                self._engine.setProperty(name, value)
                self._set[name] = value
        if self._rate_hz:
            self._engine.say(text)
            self._engine.runAndWait()
            rate_hz = self._rate_hz
        else:
            rate_hz = self._speak_to_file(text)
        if self._fault is not None:
            self._set.clear()
            raise self._fault
        self._send(Kind.DONE, wire.DONE.pack(rate_hz, bool(self._rate_hz)))

    def _speak_to_file(self, text: str) -> int:
        from briefing.speech.soundfile import read_mono_int16

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
        self._send(Kind.SOUND, samples)
        return rate_hz


def answer(
    requests: SimpleQueue[tuple[Kind, bytes]], driver: str, folder: Path, send: Callable[[Kind, bytes], None]
) -> None:
    """Start the engine and answer requests for ever; the end of the input ends the process."""
    try:
        voice = Voice(driver, folder, send)
    except BaseException as fault:  # noqa: BLE001 - a driver may raise anything, and the parent must hear of it
        send(Kind.FAULT, _explain(fault))
        os._exit(1)
    send(Kind.READY, b"")
    while True:
        kind, payload = requests.get()
        try:
            if kind is Kind.SPEAK:
                voice.speak(*wire.unpack_speak(payload))
            else:
                voice.list_voices()
        except Exception as fault:  # noqa: BLE001 - the same
            send(Kind.FAULT, _describe(fault))


def _describe(fault: BaseException) -> bytes:
    return (str(fault) or type(fault).__name__).encode("utf-8", "replace")


def _explain(fault: BaseException) -> bytes:
    """Return why the voice did not start, and what to do where the system gave too little.

    A voice that could not open a file says anything but that, so it is tried here.
    """
    found = shortage_behind(fault)
    try:
        files = [os.open(os.devnull, os.O_RDONLY) for _ in range(_FILES)]
    except OSError as error:
        found = found or shortage_behind(error)
    else:
        for file in files:
            os.close(file)
    return f"{found.message}\n{found.hint}".encode() if found else _describe(fault).replace(b"\n", b" ")


def main() -> None:
    """Run the worker: requests come in and answers go out by the pipes.

    Its arguments name the driver, and a folder for its files that is not there yet.
    """
    pipe = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    sys.stdout = sys.stderr = open(nowhere, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    answers: BinaryIO = open(pipe, "wb", buffering=0)  # noqa: PTH123, SIM115

    def send(kind: Kind, payload: bytes) -> None:
        message = memoryview(wire.pack(kind, payload))
        try:
            while message:
                message = message[answers.write(message) :]
        except OSError:
            os._exit(0)  # the parent is gone

    requests: SimpleQueue[tuple[Kind, bytes]] = SimpleQueue()
    # The voice gets the main thread, which macOS and COM want; the input is watched from another.
    threading.Thread(target=_listen, args=(requests,), daemon=True).start()
    answer(requests, sys.argv[1], Path(sys.argv[2]), send)


def _listen(requests: SimpleQueue[tuple[Kind, bytes]]) -> None:
    try:
        for message in wire.read_messages(sys.stdin.buffer):
            requests.put(message)
    finally:
        os._exit(0)
