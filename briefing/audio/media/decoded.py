"""What of a recording is decoded: its blocks, those that cannot be, and those that are lacking."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from briefing.audio.media.blocks import PackedBlocks
from briefing.audio.media.cutting import BLOCK_FRAMES, frames_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np
    from numpy.typing import NDArray

    from briefing.audio.media.packing import PackedSound
    from briefing.errors import BriefingError

KEPT_BLOCKS: Final = 40
"""At 16 bits: 4 MB of mono, 8 MB of stereo, and packed about half of that."""
WHOLE_BYTES: Final = 40 << 20
"""Seven minutes of mono, at 16 bits, that take 23 MiB packed; a process that decodes takes 42, most of it
libav's own."""


class DecodedBlocks:
    """The blocks of a recording of `length_frames`, which may be measured anew.

    Not for several threads at once.
    """

    def __init__(self, length_frames: int) -> None:
        self.length_frames = length_frames
        self._blocks = PackedBlocks()
        self._failed: dict[int, BriefingError] = {}

    def __len__(self) -> int:
        """Return how many are kept."""
        return len(self._blocks)

    @property
    def count(self) -> int:
        """How many there are, decoded or not."""
        return -(-self.length_frames // BLOCK_FRAMES)

    @property
    def is_short(self) -> bool:
        """Whether all of it may be kept, as far as is known: a later part may have more channels."""
        channels = self._blocks.last_channels
        return channels > 0 and self.length_frames * 2 * channels <= WHOLE_BYTES

    def frames_of(self, index: int) -> int:
        """Return how long a block is."""
        return frames_of(index, self.length_frames)

    def pieces(self, start: int, frames: int) -> list[NDArray[np.int16]]:
        """Return what is decoded without a gap from the frame `start` on, at most `frames` (1 or more).

        Raises:
            BriefingError: if there is nothing because it cannot be decoded there.
        """
        pieces: list[NDArray[np.int16]] = []
        for index in range(start // BLOCK_FRAMES, (start + frames - 1) // BLOCK_FRAMES + 1):
            have = self._blocks.frames_of(index)
            begin = max(start - index * BLOCK_FRAMES, 0)
            if begin < have:
                pieces.append(self._blocks.samples(index)[begin : start + frames - index * BLOCK_FRAMES])
            elif index in self._failed and not pieces:
                raise self._failed[index]
            if have < BLOCK_FRAMES:  # lacking, only begun, or the last
                break
        return pieces

    def has_run(self, first: int, blocks: int) -> bool:
        """Whether so many blocks from `first` on are there, or no more will come."""
        ahead = range(first, min(first + blocks, self.count))
        return any(index in self._failed for index in ahead) or not any(map(self._is_lacking, ahead))

    def first_missing(self, wanted: int, stop: int, *, goes_round: bool) -> int | None:
        """Return the next block to decode, from `wanted` up to `stop`, then from the first on if asked to."""
        ahead: Iterable[int] = range(wanted, min(stop, self.count))
        round_: Iterable[int] = range(wanted if goes_round else 0)
        return next(
            (
                index
                for index in chain(ahead, round_)
                if index not in self._failed and self._is_lacking(index)
            ),
            None,
        )

    def _is_lacking(self, index: int) -> bool:
        return self._blocks.frames_of(index) < self.frames_of(index)

    def keep(self, index: int, block: PackedSound) -> None:
        """Keep a block, or its beginning; those read longest ago go, where not all may be kept."""
        self._blocks.keep(index, block)
        self._blocks.forget(len(self._blocks) if self.is_short else KEPT_BLOCKS)

    def fail(self, index: int, error: BriefingError) -> None:
        """Note that a block cannot be decoded, and why."""
        self._failed[index] = error

    def forgive(self) -> None:
        """Have what could not be decoded be tried again."""
        self._failed.clear()

    def forget(self) -> None:
        """Let all that is decoded go."""
        self._blocks.forget(0)
