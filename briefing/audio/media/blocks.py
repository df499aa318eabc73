"""The decoded seconds of a recording that are kept, packed but for the one that is read."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from briefing.audio.media.packing import PackedSound


class PackedBlocks:
    """Blocks by their number; those read longest ago are let go first. Not for several threads at once."""

    def __init__(self) -> None:
        self._packed: OrderedDict[int, PackedSound] = OrderedDict()
        self._unpacked: tuple[PackedSound, NDArray[np.int16]] | None = None
        """The block that was read last."""

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._packed)

    @property
    def last_channels(self) -> int:
        """How many channels the newest one has, 0 where there is none."""
        newest = next(reversed(self._packed.values()), None)
        return 0 if newest is None else newest.channels

    def frames_of(self, index: int) -> int:
        """Return how many frames of a block there are; 0 for none."""
        block = self._packed.get(index)
        return 0 if block is None else block.frames

    def samples(self, index: int) -> NDArray[np.int16]:
        """Return a block that there is, (frames, channels)."""
        block = self._packed[index]
        self._packed.move_to_end(index)
        if self._unpacked is None or self._unpacked[0] is not block:
            self._unpacked = block, block.unpacked()
        return self._unpacked[1]

    def keep(self, index: int, block: PackedSound) -> None:
        """Keep a block, in the place of what there was of it."""
        self._packed[index] = block
        self._packed.move_to_end(index)

    def forget(self, most: int) -> None:
        """Let blocks go until there are no more than `most`."""
        while len(self._packed) > most:
            self._packed.popitem(last=False)


def joined(pieces: list[NDArray[np.int16]]) -> NDArray[np.int16]:
    """Return pieces of one or two channels as one, of two where any has two."""
    if len(pieces) == 1:
        return pieces[0]
    columns = max(piece.shape[1] for piece in pieces)
    alike = [piece if piece.shape[1] == columns else np.repeat(piece, columns, axis=1) for piece in pieces]
    return np.concatenate(alike)
