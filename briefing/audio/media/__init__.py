"""Recordings: decoding them, playing them, and what they say of themselves.

`decode` and `duration_s` serve whoever works on a recording's sound, through the very same
decoder as the player, so that a time means the same to both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.audio.media.recording import Recording
    from briefing.model import Pcm


_BLOCK_FRAMES: Final = 1 << 20


def decode(path: Path, rate_hz: int, start_s: float = 0.0, stop_s: float | None = None) -> Pcm:
    """Return a part of a recording as mono sound: float32 of shape (frames, 1).

    Args:
        path: the sound file.
        rate_hz: frames a second that are wanted.
        start_s: where to begin, seconds from the recording's first sample.
        stop_s: where to end; None for the recording's end. It may lie past that.

    Raises:
        SourceError: if the file cannot be read or has no sound that can be decoded.
        AudioError: if it breaks off before `start_s` can be reached or in mid-file.
    """
    import numpy as np

    from briefing.audio.media.decoder import Decoder, open_recording
    from briefing.model import Pcm

    start = max(round(start_s * rate_hz), 0)
    wanted = None if stop_s is None else max(round(stop_s * rate_hz) - start, 0)
    # Gathered as it comes, two bytes a sample, and made floats at the end: hours of sound are held once.
    gathered = bytearray()
    with open_recording(path) as file:
        decoder = Decoder(file, path.name, rate_hz)
        try:
            for samples in decoder.read_from(start):
                gathered += samples.data
                if wanted is not None and len(gathered) >= wanted * 2 * decoder.channels:
                    break
        finally:
            decoder.close()
    raw = np.frombuffer(gathered, np.int16).reshape(-1, decoder.channels)[:wanted]
    whole = np.empty((len(raw), 1), np.float32)
    for first in range(0, len(raw), _BLOCK_FRAMES):
        block = raw[first : first + _BLOCK_FRAMES].mean(axis=1, dtype=np.float32)
        np.divide(block, np.float32(32768), out=whole[first : first + len(block), 0])
    return Pcm(whole, rate_hz)


def duration_s(path: Path) -> float:
    """Return the length of a recording, measured by its packets and not by its header's claim.

    Raises:
        SourceError: if the file cannot be read or has no sound that can be decoded.
    """
    from briefing.audio.media.decoder import Decoder, open_recording

    with open_recording(path) as file:
        decoder = Decoder(file, path.name, 48000)
        try:
            return float(decoder.duration_s())
        finally:
            decoder.close()


def open_media(path: Path) -> Recording:
    """Return a recording as a frame source, ready to be read from anywhere.

    Raises:
        SourceError: if it cannot be read or has no sound that can be decoded.
    """
    from briefing.audio.media.recording import Recording

    return Recording(path)
