"""The process that speaks: it answers requests with the sound of one voice. It may die at any word.

Text can kill a voice, or hang it, and a library may end the process when its data is missing; so all
of it happens here, and the parent (`supervisor`) starts another worker.

Rules:
1. Nothing but messages (`wire`) leaves by the pipe: voices print, so file descriptor 1
   is kept for the messages and `print` goes nowhere.
2. The worker never outlives its parent: the end of its input ends it, even in the middle of a
   sentence.
3. It plays nothing and keeps no file; what is left if it dies over one, its parent removes.
4. It belongs to no engine: which module of `speech.engines` has the voice, its parent says.
"""

from __future__ import annotations

import os
import sys
import threading
from importlib import import_module
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, BinaryIO, Final, Protocol

from briefing.errors import shortage_behind
from briefing.processes import messages
from briefing.speech.worker import wire
from briefing.speech.worker.wire import SpeechMessage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.ports.speech import Sound

    Send = Callable[[SpeechMessage, bytes], None]

_FILES: Final = 4
"""So many a voice has open at once while it starts."""


class Voice(Protocol):
    """What a module of an engine's returns from `open_voice(argument, folder, send)`.

    `argument` is what its parent wrote for it; `folder` a folder for files that is not there yet, made and
    removed for each text, for others want the room; `send` takes the messages. What it raises costs the text.
    """

    def list_voices(self) -> None:
        """Answer LIST_VOICES."""

    def speak(self, text: str, voice: str, wpm: int, pitch: int, sounds: Sequence[Sound]) -> None:
        """Answer SPEAK; see `ports.SpeechEngine.synthesise`."""


def answer(
    requests: SimpleQueue[tuple[SpeechMessage, bytes]], open_voice: Callable[[], Voice], send: Send
) -> None:
    """Open the voice and answer requests for ever; the end of the input ends the process."""
    try:
        voice = open_voice()
    except BaseException as fault:  # noqa: BLE001 - a voice may raise anything, and the parent must hear of it
        send(SpeechMessage.FAULT, _explain(fault))
        os._exit(1)
    send(SpeechMessage.READY, b"")
    while True:
        kind, payload = requests.get()
        try:
            if kind is SpeechMessage.SPEAK:
                voice.speak(*wire.unpack_speak(payload))
            else:
                voice.list_voices()
        except Exception as fault:  # noqa: BLE001 - the same
            send(SpeechMessage.FAULT, _describe(fault))


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

    Its arguments: the module that has the voice, what that is told, and a folder for files that is not
    there yet.
    """
    pipe = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    sys.stdout = sys.stderr = open(nowhere, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    answers: BinaryIO = open(pipe, "wb", buffering=0)  # noqa: PTH123, SIM115

    def send(kind: SpeechMessage, payload: bytes) -> None:
        message = memoryview(messages.pack(kind, payload=payload))
        try:
            while message:
                message = message[answers.write(message) :]
        except OSError:
            os._exit(0)  # the parent is gone

    requests: SimpleQueue[tuple[SpeechMessage, bytes]] = SimpleQueue()
    # The voice gets the main thread, which macOS and COM want; the input is watched from another.
    threading.Thread(target=_listen, args=(requests,), daemon=True).start()
    module, argument, folder = sys.argv[1:]
    answer(requests, lambda: import_module(module).open_voice(argument, Path(folder), send), send)


def _listen(requests: SimpleQueue[tuple[SpeechMessage, bytes]]) -> None:
    try:
        for message in messages.read_all(sys.stdin.buffer):
            requests.put((SpeechMessage(message.kind), message.payload))
    finally:
        os._exit(0)
