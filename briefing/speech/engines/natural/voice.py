"""hibari's voice as the worker asks it (`worker.main.Voice`): texts in, sound and words out."""

from __future__ import annotations

import json
import os
import sys
import threading
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final

import numpy as np
import onnxruntime

from briefing.folders import voice_copies_path
from briefing.heap import give_back
from briefing.speech.engines.natural.copies import SILVER, Copies
from briefing.speech.worker import wire
from briefing.speech.worker.wire import SpeechMessage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from briefing.ports.speech import Sound
    from briefing.speech.engines.natural.network import SaidPhonemes, VoiceNetwork
    from briefing.speech.engines.natural.sounds import Phonemes
    from briefing.speech.worker.main import Send

RATE_HZ: Final = 24_000
OWN_WPM: Final = 167
"""The rate, as eSpeak counts it, at which the voice speaks by itself."""
SPEEDS: Final = (
    (0.5, 0.5),
    (0.614, 0.6),
    (0.707, 0.7),
    (0.796, 0.8),
    (0.968, 0.9),
    (1.0, 1.0),
    (1.025, 1.1),
    (1.089, 1.2),
    (1.153, 1.3),
)
"""(how much faster the network speaks, the speed that it is asked for). It counts in whole frames, most
sounds are two of them, and from 1.35 on one: then words lose their rhythm. What is faster is stretched."""
USUAL_PITCH: Final = 50
OCTAVE: Final = 100
"""So many steps of the pitch are an octave."""
PAUSE_S: Final = 0.12
"""Between two pieces of a text that is too long for one."""
STEP: Final = 240
"""Samples of one step of loudness: 10 ms."""
SILENCE_DB: Final = -42.0
"""What is softer than this, against the loudest step, is silence."""
LONGEST_SILENCE: Final = 9600
"""So many samples a word may begin later than the network tells: 400 ms."""
GAIN: Final = np.float32(1.6)
"""It speaks softer than eSpeak, beside whom it reads: by 4 dB (measured)."""
_LEFT_STEPS: Final = 3
"""So many steps of silence are left after the last sound."""


class NaturalVoice:
    """The voice in hibari's wheel.

    Args:
        send: takes the messages.
    """

    def __init__(self, send: Send) -> None:
        self._send = send
        assets = _find() / "assets"
        about = os.stat(assets / "hibari.onnx")  # noqa: PTH116
        stamp = f"{onnxruntime.__version__} {about.st_size} {about.st_mtime_ns}"
        self._copies = Copies(assets, stamp, voice_copies_path())
        self._keeping: threading.Thread | None = None
        vocabulary: dict[str, int] = json.loads((assets / "vocab.json").read_bytes())
        loaded: list[VoiceNetwork] = []
        faults: list[Exception] = []

        def load() -> None:
            from briefing.speech.engines.natural.network import VoiceNetwork

            try:
                loaded.append(VoiceNetwork(assets / "hibari.onnx", vocabulary, self._copies))
            except Exception as fault:  # noqa: BLE001 - it may be anything, and is raised below
                faults.append(fault)

        # Loading the network leaves Python to others: the rules are there by then.
        loading = threading.Thread(target=load)
        loading.start()
        from briefing.speech.engines.natural import tempo
        from briefing.speech.engines.natural.sounds import Sounds

        self._altered = tempo.altered

        def open_sounds() -> Sounds:
            return Sounds(assets, self._copies, vocabulary.__contains__)

        self._open_sounds = open_sounds
        self._sounds = self._open_sounds()
        loading.join()
        for fault in faults:
            raise fault
        self._network = loaded[0]

    def list_voices(self) -> None:
        """Answer LIST_VOICES: the engine's module knows them."""
        self._send(SpeechMessage.VOICE_LIST, b"")

    def speak(self, text: str, voice: str, wpm: int, pitch: int, sounds: Sequence[Sound]) -> None:  # noqa: ARG002 - there is one
        """Answer SPEAK."""
        speed, tempo = _speeds(wpm / OWN_WPM)
        pause = np.zeros(round(PAUSE_S * RATE_HZ), np.float32)
        made: list[NDArray[np.float32]] = []
        places: list[int] = []
        onsets: list[int] = []
        length = 0
        for piece in self._sounds.of(text, sounds):
            sound, words = _trimmed(self._network.speak(piece.said, speed), piece)
            if made:
                made.append(pause)
                length += len(pause)
            places += [place for place, _ in words]
            onsets += [length + onset for _, onset in words]
            made.append(sound)
            length += len(sound)
        if made:
            height = 2 ** ((pitch - USUAL_PITCH) / OCTAVE)
            whole, starts = self._altered(
                np.concatenate(made) * GAIN, RATE_HZ, np.asarray(onsets, np.int64), tempo, height
            )
            events = zip(places, starts.tolist(), strict=True)
            self._send(SpeechMessage.WORDS, b"".join(wire.WORD.pack(place, 1, at) for place, at in events))
            self._send(SpeechMessage.SOUND, (whole.clip(-1, 1) * 32767).astype(np.int16).tobytes())
        self._send(SpeechMessage.DONE, wire.DONE.pack(RATE_HZ, True))
        if self._keeping is None:
            self._keeping = threading.Thread(target=self._keep, daemon=True)
            self._keeping.start()

    def _keep(self) -> None:
        """Write down what took long to make, and go by that from now on: it takes less memory."""
        self._copies.words(SILVER)  # of which few texts have a word
        if self._copies.write():
            self._sounds = self._open_sounds()
        give_back()


def _find() -> Path:
    """Return hibari's folder, and have its modules imported without that of its package.

    That one imports what fetches other voices, which takes long, and nothing is fetched here.
    """
    spec = find_spec("hibari")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("hibari-tts is not installed")
    folder = next(iter(spec.submodule_search_locations))
    package = ModuleType("hibari")
    package.__path__ = [folder]
    sys.modules["hibari"] = package
    return Path(folder)


def _speeds(faster: float) -> tuple[float, float]:
    """Return the speed to ask the network for, and how much faster its sound is made then."""
    ratios, speeds = zip(*SPEEDS, strict=True)
    own = min(max(faster, ratios[0]), ratios[-1])
    return float(np.interp(own, ratios, speeds)), faster / own


def _trimmed(sounding: SaidPhonemes, piece: Phonemes) -> tuple[NDArray[np.float32], list[tuple[int, int]]]:
    """Return a piece without the silence around it, and its words: their places, and their first samples."""
    from briefing.speech.engines.natural.sounds import SILENT

    samples = sounding.samples
    steps = samples[: len(samples) // STEP * STEP].reshape(-1, STEP)
    power = np.mean(np.square(steps, dtype=np.float64), axis=1) + 1e-12
    is_loud = 10 * np.log10(power / power.max()) > SILENCE_DB
    loud = np.flatnonzero(is_loud)
    begin, end = int(loud[0]) * STEP, min((int(loud[-1]) + 1 + _LEFT_STEPS) * STEP, len(samples))
    words: list[tuple[int, int]] = []
    is_after_pause = False
    for phoneme, place, onset in zip(piece.said, piece.places, sounding.onsets.tolist(), strict=False):
        if phoneme in SILENT:
            is_after_pause = is_after_pause or phoneme != " "
        elif not words or words[-1][0] != place:
            heard = onset
            if is_after_pause:  # whose silence the network counts to the word behind it as well
                heard += STEP * int(np.argmax(is_loud[onset // STEP : (onset + LONGEST_SILENCE) // STEP]))
            # A piece begins with the sound of its first word.
            words.append((place, min(max(heard, begin), end - 1) - begin if words else 0))
            is_after_pause = False
    return samples[begin:end].copy(), words


def open_voice(argument: str, folder: Path, send: Send) -> NaturalVoice:  # noqa: ARG001 - it needs no file
    """Return the voice that the worker asks; see `worker.main.Voice`."""
    return NaturalVoice(send)
