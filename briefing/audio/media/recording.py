"""A recording as a `FrameSource`: decoded ahead by a process, kept in blocks, the same for any length.

Rules:
1. `read` never blocks: it gives what is decoded, and tells the thread where reading is.
2. A block is a second, packed but for the one that is read. `decoded.KEPT_BLOCKS` of them are kept, those
   read longest ago go first; so a recording of ten hours takes the memory of one of ten minutes.
3. The thread decodes on from where it is while that is where it is read, up to `AHEAD_BLOCKS`
   ahead and then no more until `LEAST_BLOCKS` are left, and seeks otherwise. A jump costs one
   block's decoding, wherever it goes.
4. Of a recording that is short enough (`decoded.WHOLE_BYTES`), all blocks are kept, and once it is listened
   to it is decoded to its end. Then the process is ended: it takes more memory than they do.
5. What cannot be decoded raises where it is read, not before: the rest plays.
6. A recording that is still arriving plays from where something of it is there (`Arriving`). Its length is
   what it claims until it is whole; `settle` then measures it, once. Where sound runs dry in it, reading
   goes on when `RESUME_BLOCKS` or more are ready: a moment of sound now and then is worse than none. What
   the network did not give is tried again (`retry`).
"""

from __future__ import annotations

from threading import Condition, Thread
from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.audio.media.blocks import joined
from briefing.audio.media.cutting import BLOCK_FRAMES, FIRST_FRAMES, cut
from briefing.audio.media.decoded import DecodedBlocks
from briefing.audio.media.packing import pack
from briefing.audio.media.remote import RemoteDecoder
from briefing.audio.pcm import ENGINE_RATE_HZ, from_int16, stereo
from briefing.errors import AudioError, BriefingError, LostError, SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from briefing.playlist import Recorded
    from briefing.ports.network import Arriving

AHEAD_BLOCKS: Final = 16
LEAST_BLOCKS: Final = 8
"""Both in blocks, so in seconds: two processes are woken once in eight seconds instead of in each."""
LISTENED_BLOCKS: Final = 2
"""Read one after another: a start competes with nothing, and then it is soon done."""
RESUME_BLOCKS: Final = 2
MOST_RESUME_BLOCKS: Final = 4

_HINT: Final = "Its file may be damaged, or was changed meanwhile."


class RecordingSource:
    """Plays a sound file, or a playlist of parts of many.

    Args:
        recording: the file, or the playlist.
        arriving: what brings it, if that is not all there.
        declared_s: how long it is, as its page says; that counts where it claims nothing itself while it
            is arriving. Where nobody says it, all of it is waited for.
        tell: is told, from a thread, what of a playlist cannot be heard.

    Raises:
        SourceError: if it cannot be read or has no sound that can be decoded.
        LostError: if its beginning does not arrive.
    """

    def __init__(
        self,
        recording: Recorded,
        arriving: Arriving | None = None,
        declared_s: float | None = None,
        tell: Callable[[str], None] = lambda _sentence: None,
    ) -> None:
        self.rate_hz = ENGINE_RATE_HZ
        self._recording, self._tell = recording, tell
        self._arriving = None if arriving is None or arriving.is_whole else arriving
        self._decoder = self._opened()
        self._exact: RemoteDecoder | None = None
        """What takes the decoder's place when all has arrived."""
        try:
            self._blocks = DecodedBlocks(self._measured(declared_s))
        except BriefingError:
            self._decoder.close()
            raise
        self._changed = Condition()
        self._has_jumped = self._is_dry = False
        self._resume_blocks = 0
        """How many blocks have to be ready where it is dry: more each time, up to `MOST_RESUME_BLOCKS`."""
        self._read_to = -1
        """Up to where it was read the last time."""
        self._wanted = self._decoded = 0
        self._passed = 0
        """How many blocks were read on from, into the next one."""
        self._is_filling = True
        self._is_closed = False
        self._decoder.is_wanted = self._is_wanted
        self._thread = Thread(target=self._decode, name="decoder", daemon=True)
        self._thread.start()

    @property
    def length_frames(self) -> int:
        """How long it is, as far as is known."""
        return self._blocks.length_frames

    def _opened(self) -> RemoteDecoder:
        """Return what decodes it; without ranges, some formats have to be whole for that."""
        try:
            return RemoteDecoder(self._recording, ENGINE_RATE_HZ, self._arriving, self._tell)
        except LostError:
            raise
        except SourceError:
            if self._arriving is None or self._arriving.has_ranges:
                raise
        return self._opened_whole(self._arriving)

    def _opened_whole(self, arriving: Arriving) -> RemoteDecoder:
        arriving.wait()
        self._arriving = None
        return RemoteDecoder(self._recording, ENGINE_RATE_HZ)

    def _measured(self, declared_s: float | None) -> int:
        """Return the length in frames, measured if all of it is there."""
        length_s = self._decoder.duration_s() or declared_s
        if not length_s and self._arriving is not None:
            self._decoder.close()
            self._decoder = self._opened_whole(self._arriving)
            length_s = self._decoder.duration_s()
        return round((length_s or 0) * ENGINE_RATE_HZ)

    def settle(self) -> int:
        """Measure what has all arrived, and decode it exactly from now on; return its length in frames.

        Raises:
            SourceError: if it cannot be decoded.
        """
        exact = RemoteDecoder(self._recording, ENGINE_RATE_HZ)
        try:
            length_frames = round(exact.duration_s() * ENGINE_RATE_HZ)
        except BriefingError:
            exact.close()
            raise
        with self._changed:
            self._exact, self._blocks.length_frames = exact, length_frames
            if self._is_closed:
                exact.close()
            self._blocks.forgive()
            self._changed.notify()
        return length_frames

    def retry(self) -> None:
        """Try again what could not be decoded: the network gives again."""
        with self._changed:
            self._blocks.forgive()
            self._changed.notify()

    def read(self, start: int, frames: int) -> NDArray[np.float32] | None:
        """Return what is decoded at `start`, at most `frames` frames; None if nothing is yet.

        Raises:
            AudioError, LostError: if this part cannot be decoded.
        """
        frames = min(frames, self.length_frames - start)
        if frames <= 0:
            return np.zeros((0, 2), np.float32)
        with self._changed:
            first = start // BLOCK_FRAMES
            self._want(first)
            if self._is_dry and not self._blocks.has_run(first, self._resume_blocks):
                return None
            pieces = self._blocks.pieces(start, frames)
            is_dry = not pieces and start == self._read_to and self._arriving is not None
            if is_dry and not self._is_dry:
                self._resume_blocks = min(self._resume_blocks + RESUME_BLOCKS, MOST_RESUME_BLOCKS)
            self._is_dry = is_dry
            if not pieces:
                return None
            found = stereo(from_int16(joined(pieces)))
            self._read_to = start + len(found)
        return found

    def _want(self, index: int) -> None:
        """Note which block is read."""
        if index != self._wanted:
            self._passed += index == self._wanted + 1
            self._has_jumped |= index > self._wanted + 1
            self._wanted = index
            self._changed.notify()
            if self._arriving is not None and not self._is_wanted():
                self._arriving.wake()

    def _is_wanted(self) -> bool:
        """Whether what is being decoded is near where it is read."""
        return not self._is_closed and 0 <= self._decoded - self._wanted < AHEAD_BLOCKS

    def close(self) -> None:
        """End the thread and close the file. Harmless twice."""
        with self._changed:
            self._is_closed = True
            self._changed.notify()
        self._decoder.kill()  # the thread may wait for an answer
        self._thread.join()
        self._decoder.close()
        if self._exact is not None:
            self._exact.close()

    # -- the thread

    def _decode(self) -> None:
        run: Iterator[NDArray[np.int16]] = iter(())
        reached = -1
        while (index := self._await_missing()) is not None:
            if self._take_exact():
                reached = -1
                continue
            self._decoded = index
            if index != reached:
                run, reached = self._run_from(index), index
            try:
                block = next(run)
            except BriefingError as error:
                reached = -1
                if self._is_wanted():
                    self._fail(index, error)
            except Exception as error:  # noqa: BLE001  # a decoder's fault must not end the thread in silence
                failure = AudioError("The recording cannot be decoded any further.", _HINT)
                failure.__cause__ = error
                self._fail(index, failure)
            else:
                self._keep(index, block)
                if len(block) == self._blocks.frames_of(index):
                    reached = index + 1

    def _take_exact(self) -> bool:
        """Decode exactly from now on, where all has arrived by now; return whether that is new.

        What was decoded after a jump was where the header's table had it, and is decoded again.
        """
        with self._changed:
            exact, self._exact = self._exact, None
            if exact is None:
                return False
            early, self._decoder, self._arriving = self._decoder, exact, None
            if self._is_closed:
                exact.kill()
            if self._has_jumped:
                self._blocks.forget()
        early.close()
        return True

    def _await_missing(self) -> int | None:
        """Wait until a block is lacking near where it is read; None when closed."""
        with self._changed:
            while not self._is_closed:
                is_whole = (
                    self._passed >= LISTENED_BLOCKS and self._blocks.is_short and self._arriving is None
                )
                stop = self._blocks.count if is_whole else self._wanted + AHEAD_BLOCKS
                index = self._blocks.first_missing(self._wanted, stop, goes_round=is_whole)
                is_near = index is not None and (is_whole or index < self._wanted + LEAST_BLOCKS)
                self._is_filling = is_near or (self._is_filling and index is not None)
                if self._is_filling:
                    return index
                if is_whole:
                    self._decoder.close()
                self._changed.wait()
        return None

    def _run_from(self, index: int) -> Iterator[NDArray[np.int16]]:
        """Yield the blocks from `index` on; before the first one its beginning, as soon as there is one."""
        samples = self._decoder.read_from(index * BLOCK_FRAMES, BLOCK_FRAMES, FIRST_FRAMES)
        return cut(samples, index, self.length_frames, is_claimed=self._arriving is not None)

    def _keep(self, index: int, block: NDArray[np.int16]) -> None:
        packed = pack(block)
        with self._changed:
            self._blocks.keep(index, packed)

    def _fail(self, index: int, error: BriefingError) -> None:
        with self._changed:
            self._blocks.fail(index, error)
