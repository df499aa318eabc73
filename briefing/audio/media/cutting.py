"""What a decoder gives, cut into blocks of a second."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.audio.media.blocks import joined
from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.errors import AudioError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

BLOCK_FRAMES: Final = ENGINE_RATE_HZ
FIRST_FRAMES: Final = ENGINE_RATE_HZ // 5
"""So much of a block is given as soon as it is there: the first sound after a jump waits for no more."""


def frames_of(index: int, length_frames: int) -> int:
    """Return how long a block is: all but the last are the same."""
    return min(BLOCK_FRAMES, length_frames - index * BLOCK_FRAMES)


def cut(
    samples: Iterator[NDArray[np.int16]], index: int, length_frames: int, *, is_claimed: bool
) -> Iterator[NDArray[np.int16]]:
    """Yield the blocks from `index` on; before the first one its beginning, as soon as there is one.

    Args:
        samples: What is decoded from the beginning of that block on.
        index: The number of the first block.
        length_frames: How long the recording is.
        is_claimed: Whether that is only what it claims: what lacks at the end is silence then.

    Raises:
        AudioError: if it is much shorter than it was measured to be.
    """
    pieces: list[NDArray[np.int16]] = []
    have = 0
    is_begun = False
    for piece in samples:
        pieces.append(piece)
        have += len(piece)
        if not is_begun and have >= FIRST_FRAMES:
            is_begun = True
            if have < frames_of(index, length_frames):
                yield joined(pieces)
        while have >= BLOCK_FRAMES:
            whole = joined(pieces)
            yield whole[:BLOCK_FRAMES].copy()
            pieces, have = [whole[BLOCK_FRAMES:]], have - BLOCK_FRAMES
            index += 1
    lacking = frames_of(index, length_frames) - have
    is_last = (index + 1) * BLOCK_FRAMES >= length_frames
    if not is_claimed and (not is_last or lacking > BLOCK_FRAMES // 2):
        raise AudioError(
            "The recording ends before its time.", "Its file may be damaged, or was changed meanwhile."
        )
    while index * BLOCK_FRAMES < length_frames:
        silence = np.zeros((BLOCK_FRAMES, 1), np.int16)
        yield joined([*pieces, silence])[: frames_of(index, length_frames)]
        pieces = []
        index += 1
