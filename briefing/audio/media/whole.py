"""A recording's sound as a whole: a part of it decoded at a rate, and its length.

They serve whoever works on the sound, through the very same decoder as the player, so that a time means
the same to both. It runs in a process that may die (`remote`); this one never sees libav.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.ports.media import told_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from briefing.model import Pcm
    from briefing.playlist import Playlist


_BLOCK_S: Final = 2.0
"""Seconds that are made one channel of floats at a time."""
WHOLE_BYTES: Final = 128 << 20
WHOLE_RATIO: Final = 200
MOST_BYTES: Final = 4 << 30
"""A recording that is held as a whole may take so much: half an hour at 16,000 frames a second, however
small its file is, and 200 bytes for each of the file's, which the thinnest speech does not need; 18 hours
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
    from briefing.audio.media.remote import RemoteDecoder

    decoder = RemoteDecoder(path, rate_hz)
    try:
        if stop_s is None:  # what cannot be held is refused before it is decoded
            _check_size(told_name(path), decoder.size_bytes, float(decoder.duration_s()) - start_s, rate_hz)
        return gathered(decoder.read_from, told_name(path), decoder.size_bytes, rate_hz, start_s, stop_s)
    finally:
        decoder.close()


def decode_parts(playlist: Playlist, rate_hz: int, stretches: Sequence[tuple[float, float]]) -> Iterator[Pcm]:
    """Yield stretches of a playlist as mono sound, float32 of shape (frames, 1).

    Args:
        playlist: the recording of a book.
        rate_hz: frames a second that are wanted.
        stretches: where each begins and ends, in seconds; sorted and disjoint.

    Raises:
        SourceError, UnsafeError: if its sound cannot be read.
        AudioError: if it breaks off.
    """
    import numpy as np

    from briefing.audio.media.remote import RemoteDecoder
    from briefing.audio.pcm import Mono
    from briefing.model import Pcm

    decoder = RemoteDecoder(playlist, rate_hz)
    mono, block_frames = Mono(rate_hz), round(_BLOCK_S * rate_hz)
    at = round(stretches[0][0] * rate_hz) if stretches else 0
    try:
        blocks = _blocks(decoder.read_from(at, block_frames), block_frames)
        held = np.zeros(0, np.float32)
        for start, stop in (
            (round(start_s * rate_hz), round(stop_s * rate_hz)) for start_s, stop_s in stretches
        ):
            pieces: list[NDArray[np.float32]] = []
            while at < stop:
                if not len(held):
                    held = mono.mix(next(blocks, np.zeros((stop - at, 1), np.float32)))
                passed = max(start - at, 0)
                pieces.append(held[passed : stop - at])
                at, held = at + min(len(held), stop - at), held[stop - at :]
            yield Pcm(np.concatenate(pieces or [held[:0]]).reshape(-1, 1), rate_hz)
    finally:
        decoder.close()


def gathered(  # noqa: PLR0917
    read_from: Callable[[int, int], Iterator[NDArray[np.int16]]],
    name: str,
    size_bytes: int,
    rate_hz: int,
    start_s: float = 0.0,
    stop_s: float | None = None,
) -> Pcm:
    """Return what a decoder gives, as `decode` does; `read_from` takes the first frame and a block's length.

    Raises:
        UnsafeError: if what it gives is far more than a file of `size_bytes` may hold.
    """
    import numpy as np

    from briefing.audio.pcm import Mono
    from briefing.model import Pcm

    start = max(round(start_s * rate_hz), 0)
    wanted = None if stop_s is None else max(round(stop_s * rate_hz) - start, 0)
    mono = Mono(rate_hz)
    # Made one channel of floats as it comes, in one growing piece: hours of sound are held once.
    samples = bytearray()
    block_frames = round(_BLOCK_S * rate_hz)
    for block in _blocks(read_from(start, block_frames), block_frames):
        samples += mono.mix(block).data
        if wanted is not None and len(samples) >= wanted * 4:
            break
        _check_size(name, size_bytes, len(samples) / 4 / rate_hz, rate_hz)
    return Pcm(np.frombuffer(samples, np.float32).reshape(-1, 1)[:wanted], rate_hz)


def _check_size(name: str, size_bytes: int, length_s: float, rate_hz: int) -> None:
    """Refuse to hold so much sound of a file of `size_bytes` at once.

    Raises:
        UnsafeError: if it is too much.
    """
    from briefing.errors import UnsafeError

    if length_s * rate_hz * 4 > min(WHOLE_BYTES + WHOLE_RATIO * size_bytes, MOST_BYTES):
        raise UnsafeError(
            f"{name} has more than {length_s / 3600:.1f} hours of sound in {size_bytes} bytes: "
            "that is more than can be worked on at once.",
            "Part it into shorter recordings.",
        )


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
    from briefing.audio.media.remote import RemoteDecoder

    decoder = RemoteDecoder(path, 48000)
    try:
        return float(decoder.duration_s())
    finally:
        decoder.close()
