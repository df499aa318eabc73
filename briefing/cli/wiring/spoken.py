"""A briefing read aloud into a file: the very sound that the player plays when speech reads it."""

from __future__ import annotations

import time
import wave
from typing import IO, TYPE_CHECKING, Final

from briefing.audio.pcm import to_int16, volume_gain
from briefing.cli import outputs
from briefing.cli.wiring import speech
from briefing.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import ExitStack

    import numpy as np
    from numpy.typing import NDArray

    from briefing.ports.narration import Narration
    from briefing.settings import Settings
    from briefing.sources.item import Item
    from briefing.timeline import Timeline

_BLOCK_FRAMES: Final = 48000
_WAIT_S: Final = 0.005
_MAX_BYTES: Final = 0xFFFFFFFF - 1024
"""What a WAV file can hold."""
_SAMPLE_BYTES: Final = 2


class Reading:
    """A briefing that is being read aloud. From one thread; its sound is taken once.

    Args:
        narration: what is read.
        told: the timelines that its reader tells, the last one being right when it has ended.
        gain: how loud.
    """

    def __init__(self, narration: Narration, told: list[Timeline], gain: float) -> None:
        self._narration = narration
        self._told = told
        self._gain = gain

    @property
    def timeline(self) -> Timeline:
        """When each word is heard; right once all of the sound was taken."""
        return [self._narration.timeline, *self._told][-1]

    @property
    def rate_hz(self) -> int:
        """Frames a second."""
        return self._narration.source.rate_hz

    def blocks(
        self, on_progress: Callable[[float], None] = lambda _share: None
    ) -> Iterator[NDArray[np.float32]]:
        """Yield all of the sound, float32 of shape (n, 2), as it is spoken.

        Raises:
            SpeechError: if it breaks off.
        """
        source = self._narration.source
        at = 0
        while at < source.length_frames:
            block = source.read(at, _BLOCK_FRAMES)
            if block is None:
                time.sleep(_WAIT_S)  # the sentence is being spoken
                continue
            yield block * self._gain
            at += len(block)
            on_progress(at / source.length_frames)
        source.close()  # the last timings are told by now

    def write_wave(self, file: IO[bytes], on_progress: Callable[[float], None] = lambda _share: None) -> None:
        """Write all of the sound as a WAV file of 16 bits.

        Raises:
            UsageError: if it is longer than such a file can be.
            SpeechError: if it breaks off.
        """
        if 2 * _SAMPLE_BYTES * self._narration.source.length_frames > _MAX_BYTES:
            hours = self._narration.timeline.duration_s / 3600
            raise UsageError(
                f"A reading of {hours:.1f} hours does not fit into a WAV file.", "Give a shorter text."
            )
        with wave.open(file) as sound:
            sound.setnchannels(2)
            sound.setsampwidth(_SAMPLE_BYTES)
            sound.setframerate(self.rate_hz)
            for block in self.blocks(on_progress):
                sound.writeframesraw(to_int16(block).astype("<i2").tobytes())


def read_aloud(item: Item, settings: Settings, cleanup: ExitStack) -> Reading:
    """Begin to read a briefing aloud; `cleanup` ends that.

    Raises:
        SpeechError: if there is no voice.
    """
    narrator = speech.make_speech(settings, cleanup, outputs.tell)
    timelines: list[Timeline] = []
    narration = narrator.narrate(
        item.document,
        item.length_to_fill_s(item.document.media.duration_s),
        lambda timeline, _progress: timelines.append(timeline),
        item.own_times,
    )
    cleanup.callback(narration.source.close)
    return Reading(narration, timelines, volume_gain(settings.speech_volume))
