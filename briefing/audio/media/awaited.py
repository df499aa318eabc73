"""A sound file that is still arriving, as its decoder reads it: where it has a hole, reading waits."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

UNKNOWN_BYTES: Final = 1 << 62
"""What is taken for the size of a file that nobody has told the size of: its end shows when it is reached."""


class AwaitedFile(io.RawIOBase):
    """A file with holes; what is read is what is there, at least a byte but at the end.

    Args:
        file: the file, which is not closed here.
        size_bytes: how long it will be, `UNKNOWN_BYTES` where nobody knows.
        is_seekable: whether to tell so, to who reads it: going far ahead means to wait long where the
            server has no ranges. It can be sought in any case.
        reach: waits until something is there from an offset on, and returns up to where.
    """

    def __init__(
        self, file: BinaryIO, size_bytes: int, *, is_seekable: bool, reach: Callable[[int], int]
    ) -> None:
        self._file = file
        self._size_bytes = size_bytes
        self._is_seekable = is_seekable
        self._reach = reach
        self._at = 0
        self._start = self._stop = 0
        """The bytes that are known to be there; it is asked no more for them."""

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """Whether going far ahead is quick."""
        return self._is_seekable

    def tell(self) -> int:
        """Return where it is read next."""
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go elsewhere."""
        self._at = offset + {0: 0, 1: self._at, 2: self._size_bytes}[whence]
        return self._at

    def read(self, size: int = -1) -> bytes:
        """Return some bytes, none at the end; waits for them."""
        if self._at >= self._size_bytes:
            return b""
        if not self._start <= self._at < self._stop:
            self._start, self._stop = self._at, self._reach(self._at)
        self._file.seek(self._at)
        left = self._stop - self._at
        data = self._file.read(left if size < 0 else min(size, left))
        self._at += len(data)
        return data
