"""Recordings: decoding them, playing them, and what they say of themselves.

`decode` and `duration_s` serve whoever works on a recording's sound, through the very same
decoder as the player, so that a time means the same to both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from briefing.audio.media.recording import Recording
    from briefing.model import Pcm


_BLOCK_S: Final = 2.0
WHOLE_BYTES: Final = 128 << 20
WHOLE_RATIO: Final = 256
MOST_BYTES: Final = 4 << 30
"""A recording that is held as a whole may take so much: half an hour at 16,000 frames a second, however
small its file is, and 256 bytes for each of the file's, which the thinnest speech does not need; 18 hours
at most."""


def decode(path: Path, rate_hz: int, start_s: float = 0.0, stop_s: float | None = None) -> Pcm:
    """Return a part of a recording as mono sound: float32 of shape (frames, 1).

    Args:
        path: the sound file.
        rate_hz: frames a second that are wanted.
        start_s: where to begin, seconds from the recording's first sample.
        stop_s: where to end; None for the recording's end. It may lie past that.

    Raises:
        SourceError: if the file cannot be read or has no sound that can be decoded.
        UnsafeError: if what it holds is far more than its size allows.
        AudioError: if it breaks off before `start_s` can be reached or in mid-file.
    """
    import numpy as np

    from briefing.audio.media.decoder import Decoder, open_recording
    from briefing.audio.pcm import Mono
    from briefing.errors import UnsafeError
    from briefing.model import Pcm

    start = max(round(start_s * rate_hz), 0)
    wanted = None if stop_s is None else max(round(stop_s * rate_hz) - start, 0)
    mono = Mono(rate_hz)
    # Made one channel of floats as it comes, in one growing piece: hours of sound are held once.
    gathered = bytearray()
    with open_recording(path) as file:
        decoder = Decoder(file, path.name, rate_hz)
        limit_bytes = min(WHOLE_BYTES + WHOLE_RATIO * decoder.size_bytes, MOST_BYTES)
        try:
            for block in _blocks(decoder.read_from(start), round(_BLOCK_S * rate_hz)):
                gathered += mono.mix(block).data
                if wanted is not None and len(gathered) >= wanted * 4:
                    break
                if len(gathered) > limit_bytes:
                    hours = len(gathered) / 4 / rate_hz / 3600
                    raise UnsafeError(
                        f"{path.name} has more than {hours:.1f} hours in {decoder.size_bytes} bytes: "
                        "that is more than can be worked on at once.",
                        "Part it into shorter recordings.",
                    )
        finally:
            decoder.close()
    return Pcm(np.frombuffer(gathered, np.float32).reshape(-1, 1)[:wanted], rate_hz)


def _blocks(pieces: Iterator[NDArray[np.int16]], least_frames: int) -> Iterator[NDArray[np.float32]]:
    """Yield sound in blocks of `least_frames` or more, each of one or of two channels."""
    import numpy as np

    from briefing.audio.pcm import from_int16

    held: list[NDArray[np.int16]] = []
    for piece in pieces:
        is_other = bool(held) and piece.shape[1] != held[0].shape[1]
        if is_other or sum(map(len, held)) >= least_frames:
            yield from_int16(np.concatenate(held))
            held = []
        held.append(piece)
    if held:
        yield from_int16(np.concatenate(held))


def duration_s(path: Path) -> float:
    """Return the length of a recording, measured by its packets and not by its header's claim.

    Raises:
        SourceError: if the file cannot be read or has no sound that can be decoded.
        UnsafeError: if it claims more sound than it can hold.
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
