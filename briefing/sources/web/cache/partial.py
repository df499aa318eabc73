"""What has come so far of something long: a file with holes, and a map of what is there beside it.

The map is written after the bytes that it tells of, now and then, so that whatever it says is true after a
crash; what came since is fetched again.
"""

from __future__ import annotations

import contextlib
import json
import os
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.leaving import undone_by_leaving
from briefing.sources.web.answer import Version
from briefing.sources.web.cache.folder import Folder, hold, nameless, opened
from briefing.sources.web.cache.ranges import Ranges

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.sources.web.answer import Answer

_SAVE_BYTES: Final = 1 << 20
_MAP_BYTES: Final = 1 << 20
PART: Final = ".part"
MAP: Final = ".map"


class Found(NamedTuple):
    """What a server says of something besides its version."""

    address: str
    media_type: str
    charset: str


def found_by(answer: Answer) -> Found:
    """Return what an answer says."""
    return Found(answer.address, answer.media_type, answer.charset)


class PartialFile:
    """What has come so far. From any thread; one at a time holds a file."""

    found: Found | None
    """What its server says of it; None before one has answered. Without that, no copy is made of it."""

    def __init__(
        self, folder: Folder, stem: str, keep: Callable[[PartialFile], None] | None, version: Version
    ) -> None:
        """Take up what is there of that version under `stem`, or begin anew.

        Args:
            folder: Where it is.
            stem: What its files are called.
            keep: Makes a copy of it that stays, when it is whole; None if nothing of it is to stay, and
                the folder is its own.
            version: What is wanted.

        Raises:
            OSError: if it cannot be written, or another player holds it.
        """
        self._folder, self._stem, self._keep = folder, stem, keep
        self._lock = Lock()
        self._unsaved = 0
        self._is_closed = False
        self._leaving = contextlib.ExitStack()
        self.path = folder / f"{stem}{PART}"
        """The file; what has not come is a hole in it, and it has no more than its last byte that came."""
        try:
            self._descriptor = opened(self.path, os.O_RDWR | os.O_CREAT)
        except OSError:  # a link, a pipe: whatever it is, it is not ours
            folder.remove([self.path.name])
            self._descriptor = opened(self.path, os.O_RDWR | os.O_CREAT)
        if not hold(self._descriptor, alone=True):
            os.close(self._descriptor)
            raise BlockingIOError("another player fetches it")
        if keep is None:
            self.path = nameless(self.path, self._descriptor)
            self._leaving.enter_context(undone_by_leaving(self._remove))
        kept, self.have, self.found = read_map(folder, stem)
        self.version = version
        if kept.is_other(version) or not (version.for_range and kept.for_range == version.for_range):
            self.have, self.found = Ranges(), None
            os.ftruncate(self._descriptor, 0)
        elif kept.size_bytes is not None and version.size_bytes is None:
            self.version = version._replace(size_bytes=kept.size_bytes)

    @property
    def size_bytes(self) -> int | None:
        """How long all of it is; None while nobody has said."""
        return self.version.size_bytes

    @size_bytes.setter
    def size_bytes(self, size: int | None) -> None:
        self.version = self.version._replace(size_bytes=size)

    @property
    def is_whole(self) -> bool:
        """Whether all of it is there."""
        with self._lock:
            return self._is_all_there

    @property
    def _is_all_there(self) -> bool:
        return self.size_bytes is not None and self.have.hole(0, self.size_bytes) is None

    def hole(self, start: int, stop: int) -> tuple[int, int] | None:
        """Return the first bytes from `start` to `stop` that have not come; None if all have."""
        with self._lock:
            return self.have.hole(start, stop)

    def write(self, start: int, data: bytes) -> None:
        """Put bytes into their place.

        Raises:
            OSError: if they cannot be written, as on a full disk, or it is closed.
        """
        with self._lock:
            if self._is_closed:
                raise OSError("it is closed")
            os.lseek(self._descriptor, start, os.SEEK_SET)
            left = memoryview(data)
            while left:
                left = left[os.write(self._descriptor, left) :]
            self.have.add(start, start + len(data))
            self._unsaved += len(data)
            if self._unsaved >= _SAVE_BYTES or self._is_all_there:
                self._save()

    def read(self, start: int, stop: int) -> bytes:
        """Return bytes that are there."""
        with self._lock:
            os.lseek(self._descriptor, start, os.SEEK_SET)
            return os.read(self._descriptor, stop - start)

    def beginning(self, most_bytes: int) -> bytes:
        """Return what is there from its beginning to the first hole, at most so many bytes."""
        hole = self.hole(0, most_bytes)
        return self.read(0, most_bytes if hole is None else hole[0])

    def close(self) -> None:
        """Let go of the file, as a copy if it is whole, else for the next time. Harmless twice."""
        with self._lock:
            if self._is_closed:
                return
            self._is_closed = True
            self._save()
        if self._keep and self.is_whole:
            self._keep(self)
        os.close(self._descriptor)
        if self._keep is None:
            self._leaving.close()
            self._remove()

    def _remove(self) -> None:
        """Leave nothing of it, where it has a name."""
        self._folder.remove([f"{self._stem}{PART}"])
        with contextlib.suppress(OSError):
            self._folder.path.rmdir()

    def content_hash(self) -> str:
        """Return the hash of all of it."""
        found = sha256()
        with self.path.open("rb") as file:
            while piece := file.read(_SAVE_BYTES):
                found.update(piece)
        return found.hexdigest()

    def _save(self) -> None:
        self._unsaved = 0
        if self._keep is not None and self.version.for_range:
            about = {"version": self.version, "have": list(self.have), "found": self.found}
            with contextlib.suppress(OSError):  # then what came since is fetched again, another time
                self._folder.write(f"{self._stem}{MAP}", json.dumps(about).encode())


class Held:
    """A copy, as `PartialFile` has what comes: all there, and not taken away before it is closed."""

    is_whole = True

    def __init__(self, path: Path, version: Version, size_bytes: int) -> None:
        """Hold the file.

        Raises:
            OSError: if it is gone.
        """
        self.path, self.version, self.size_bytes = path, version, size_bytes
        self._descriptor: int | None = opened(path, os.O_RDONLY)
        hold(self._descriptor, alone=False)

    def hole(self, _start: int, _stop: int) -> None:
        """Return that nothing is missing."""

    def close(self) -> None:
        """Let go of it. Harmless twice."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def read_map(folder: Folder, stem: str) -> tuple[Version, Ranges, Found | None]:
    """Return of which version something has come, what, and what it is; nothing where that is not known."""
    data = folder.read(f"{stem}{MAP}", _MAP_BYTES)
    try:
        about = json.loads(data or b"")
        etag, modified, size = about["version"]
        version = Version.told(str(etag), str(modified), None if size is None else int(size))
        if version.size_bytes is not None and version.size_bytes <= 0:
            raise ValueError("no length")  # noqa: TRY301
        length = (folder / f"{stem}{PART}").stat().st_size
        have = Ranges((max(0, int(start)), min(int(stop), length)) for start, stop in about["have"])
        found = about["found"] and Found(*(str(part) for part in about["found"]))
    except (ArithmeticError, LookupError, OSError, RecursionError, TypeError, ValueError):
        return Version(), Ranges(), None
    return version, have, found or None
