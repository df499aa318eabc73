"""A recording as a `FrameSource`: decoded ahead by a process, kept in blocks, the same for any length.

Rules:
1. `read` never blocks: it gives what is decoded, and tells the thread where reading is.
2. A block is a second, packed but for the one that is read. `KEPT_BLOCKS` of them are kept, those read
   longest ago go first; so a recording of ten hours takes the memory of one of ten minutes.
3. The thread decodes on from where it is while that is where it is read, up to `AHEAD_BLOCKS`
   ahead and then no more until `LEAST_BLOCKS` are left, and seeks otherwise. A jump costs one
   block's decoding, wherever it goes.
4. Of a recording that is short enough (`WHOLE_BYTES`), all blocks are kept, and once it is listened to
   it is decoded to its end. Then the process is ended: it takes more memory than they do.
5. What cannot be decoded raises where it is read, not before: the rest plays.
"""

from __future__ import annotations

from collections import OrderedDict
from itertools import chain
from threading import Condition, Thread
from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.audio.media.packing import pack
from briefing.audio.media.remote import RemoteDecoder
from briefing.audio.pcm import ENGINE_RATE_HZ, from_int16, stereo
from briefing.errors import AudioError, BriefingError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from briefing.audio.media.packing import PackedSound

BLOCK_FRAMES: Final = ENGINE_RATE_HZ
KEPT_BLOCKS: Final = 40
"""At 16 bits: 4 MB of mono, 8 MB of stereo, and packed about half of that."""
AHEAD_BLOCKS: Final = 16
LEAST_BLOCKS: Final = 8
"""Both in blocks, so in seconds: two processes are woken once in eight seconds instead of in each."""
WHOLE_BYTES: Final = 40 << 20
"""Seven minutes of mono, at 16 bits, that take 23 MiB packed; a process that decodes takes 42, most of it
libav's own."""
LISTENED_BLOCKS: Final = 2
"""Read one after another: a start competes with nothing, and then it is soon done."""
FIRST_FRAMES: Final = ENGINE_RATE_HZ // 5
"""So much of a block is given as soon as it is there: the first sound after a jump waits for no more."""

_HINT: Final = "Its file may be damaged, or was changed meanwhile."


class RecordingSource:
    """Plays a sound file.

    Raises:
        SourceError: if it cannot be read or has no sound that can be decoded.
    """

    def __init__(self, path: Path) -> None:
        self.rate_hz = ENGINE_RATE_HZ
        self._decoder = RemoteDecoder(path, ENGINE_RATE_HZ)
        try:
            self.length_frames = round(self._decoder.duration_s() * ENGINE_RATE_HZ)
        except BriefingError:
            self._decoder.close()
            raise
        self._blocks: OrderedDict[int, PackedSound] = OrderedDict()
        self._unpacked: tuple[PackedSound, NDArray[np.int16]] | None = None
        """The block that was read last."""
        self._failed: dict[int, BriefingError] = {}
        self._changed = Condition()
        self._wanted = 0
        self._passed = 0
        """How many blocks were read on from, into the next one."""
        self._is_filling = True
        self._is_closed = False
        self._thread = Thread(target=self._decode, name="decoder", daemon=True)
        self._thread.start()

    def read(self, start: int, frames: int) -> NDArray[np.float32] | None:
        """Return what is decoded at `start`, at most `frames` frames; None if nothing is yet.

        Raises:
            AudioError: if this part can never be decoded.
        """
        frames = min(frames, self.length_frames - start)
        if frames <= 0:
            return np.zeros((0, 2), np.float32)
        pieces: list[NDArray[np.int16]] = []
        with self._changed:
            first = start // BLOCK_FRAMES
            if first != self._wanted:
                self._passed += first == self._wanted + 1
                self._wanted = first
                self._changed.notify()
            for index in range(first, (start + frames - 1) // BLOCK_FRAMES + 1):
                block = self._blocks.get(index)
                if block is None:
                    if index in self._failed and not pieces:
                        raise self._failed[index]
                    break
                self._blocks.move_to_end(index)
                begin = max(start - index * BLOCK_FRAMES, 0)
                if begin < block.frames:
                    pieces.append(self._samples_of(block)[begin : start + frames - index * BLOCK_FRAMES])
                elif index in self._failed:
                    raise self._failed[index]
                if block.frames < BLOCK_FRAMES:  # only begun, or the last
                    break
        if not pieces:
            return None
        return stereo(from_int16(_joined(pieces)))

    def _samples_of(self, block: PackedSound) -> NDArray[np.int16]:
        if self._unpacked is None or self._unpacked[0] is not block:
            self._unpacked = block, block.unpacked()
        return self._unpacked[1]

    def close(self) -> None:
        """End the thread and close the file. Harmless twice."""
        with self._changed:
            self._is_closed = True
            self._changed.notify()
        self._decoder.kill()  # the thread may wait for an answer
        self._thread.join()
        self._decoder.close()

    # -- the thread

    @property
    def _block_count(self) -> int:
        return -(-self.length_frames // BLOCK_FRAMES)

    @property
    def _is_short(self) -> bool:
        """Whether all of it may be kept, as far as is known: a later part may have more channels."""
        block = next(reversed(self._blocks.values()), None)
        return block is not None and self.length_frames * 2 * block.channels <= WHOLE_BYTES

    def _decode(self) -> None:
        run: Iterator[NDArray[np.int16]] = iter(())
        reached = -1
        while (index := self._await_missing()) is not None:
            if index != reached:
                run, reached = self._run_from(index), index
            try:
                block = next(run)
            except BriefingError as error:
                self._fail(index, error)
            except Exception as error:  # noqa: BLE001  # a decoder's fault must not end the thread in silence
                failure = AudioError("The recording cannot be decoded any further.", _HINT)
                failure.__cause__ = error
                self._fail(index, failure)
            else:
                self._keep(index, block)
                if len(block) == self._frames_of(index):
                    reached = index + 1

    def _await_missing(self) -> int | None:
        """Wait until a block is lacking near where it is read; None when closed."""
        with self._changed:
            while not self._is_closed:
                is_whole = self._passed >= LISTENED_BLOCKS and self._is_short
                index = self._first_missing(is_whole=is_whole)
                is_near = index is not None and (is_whole or index < self._wanted + LEAST_BLOCKS)
                self._is_filling = is_near or (self._is_filling and index is not None)
                if self._is_filling:
                    return index
                if is_whole:
                    self._decoder.close()
                self._changed.wait()
        return None

    def _first_missing(self, *, is_whole: bool) -> int | None:
        """Return the next block to decode: of those ahead, or of all, from where it is read and round."""
        count = self._block_count
        ahead = range(self._wanted, count if is_whole else min(self._wanted + AHEAD_BLOCKS, count))
        for index in chain(ahead, range(self._wanted if is_whole else 0)):
            if index not in self._failed:
                block = self._blocks.get(index)
                if block is None or block.frames < self._frames_of(index):
                    return index
        return None

    def _frames_of(self, index: int) -> int:
        """Return how long a block is: all but the last are the same."""
        return min(BLOCK_FRAMES, self.length_frames - index * BLOCK_FRAMES)

    def _run_from(self, index: int) -> Iterator[NDArray[np.int16]]:
        """Yield the blocks from `index` on; before the first one its beginning, as soon as there is one."""
        pieces: list[NDArray[np.int16]] = []
        have = 0
        is_begun = False
        for samples in self._decoder.read_from(index * BLOCK_FRAMES, BLOCK_FRAMES, FIRST_FRAMES):
            pieces.append(samples)
            have += len(samples)
            if not is_begun and have >= FIRST_FRAMES:
                is_begun = True
                if have < self._frames_of(index):
                    yield _joined(pieces)
            while have >= BLOCK_FRAMES:
                whole = _joined(pieces)
                yield whole[:BLOCK_FRAMES].copy()
                pieces, have = [whole[BLOCK_FRAMES:]], have - BLOCK_FRAMES
                index += 1
        lacking = self._frames_of(index) - have
        if index < self._block_count - 1 or lacking > BLOCK_FRAMES // 2:
            raise AudioError("The recording ends before its time.", _HINT)
        silence = np.zeros((max(lacking, 0), 1), np.int16)
        yield _joined([*pieces, silence])[: self._frames_of(index)]

    def _keep(self, index: int, block: NDArray[np.int16]) -> None:
        packed = pack(block)
        with self._changed:
            self._blocks[index] = packed
            self._blocks.move_to_end(index)
            while len(self._blocks) > KEPT_BLOCKS and not self._is_short:
                self._blocks.popitem(last=False)

    def _fail(self, index: int, error: BriefingError) -> None:
        with self._changed:
            self._failed[index] = error


def _joined(pieces: list[NDArray[np.int16]]) -> NDArray[np.int16]:
    """Return pieces of one or two channels as one, of two where any has two."""
    if len(pieces) == 1:
        return pieces[0]
    columns = max(piece.shape[1] for piece in pieces)
    alike = [piece if piece.shape[1] == columns else np.repeat(piece, columns, axis=1) for piece in pieces]
    return np.concatenate(alike)
