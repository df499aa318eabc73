"""A driver of pyttsx3's that behaves as those of macOS and Windows do: it saves a file, and prints.

Words in the text make it fail in the ways that voices fail: `segfault`, `hang`, `refuse`. It
runs in a worker, never in the tests' own process.
"""

# ruff: noqa: N802, T201  # pyttsx3 names the methods, and its drivers print

from __future__ import annotations

import math
import os
import signal
import struct
import time
import wave
from typing import Any

from pyttsx3.voice import Voice

RATE = 8000
EDGE_S = 0.1
LETTER_S = 0.05


class FileDriver:
    def __init__(self, proxy: Any) -> None:
        self._proxy = proxy
        self._properties: dict[str, Any] = {"rate": 200, "volume": 1.0, "voice": "file.english"}

    def destroy(self) -> None:
        pass

    def startLoop(self) -> None:
        self._proxy.setBusy(False)

    def endLoop(self) -> None:
        pass

    def stop(self) -> None:
        pass

    def getProperty(self, name: str) -> Any:
        if name == "voices":
            return [
                Voice("file.english", "File English", ["en_US"]),
                Voice("file.german", "Datei", [b"de_DE"]),
            ]
        return self._properties[name]

    def setProperty(self, name: str, value: Any) -> None:
        if name == "pitch":
            print("Pitch adjustment not supported")
            return
        if name == "voice" and not str(value).startswith("file."):
            raise ValueError(f"unknown voice {value}")
        self._properties[name] = value

    def save_to_file(self, text: str, filename: str) -> None:
        print("saving", filename)
        if "segfault" in text:
            os.kill(os.getpid(), signal.SIGSEGV)
        if "hang" in text:
            time.sleep(600)
        if "refuse" in text:
            raise RuntimeError("no such phoneme")
        length_s = len(text) * LETTER_S * 175 / self._properties["rate"]
        edge = [0] * round(EDGE_S * RATE)
        sound = [round(9000 * math.cos(n * 0.3)) for n in range(round(length_s * RATE))]
        samples = [*edge, *sound, *edge]
        with wave.open(filename, "wb") as file:
            file.setnchannels(2)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(b"".join(struct.pack("<hh", value, value) for value in samples))
        self._proxy.notify("finished-utterance", completed=True)


def buildDriver(proxy: Any) -> FileDriver:
    return FileDriver(proxy)
