"""A sound file: opened, looked at through a piece of it that moves on, and the parts that are found in it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.errors import SourceError
from briefing.ports.media import told_name

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import BinaryIO

MOST_PARTS: Final = 200
"""What follows so many is one part with the last of them."""
CHUNK_BYTES: Final = 1 << 20


class Gap(NamedTuple):
    """Bytes of a part that are no sound and are left out."""

    start: int
    stop: int
    fill: bytes = b""
    """What is heard in their place: silence, where they were sound before they were damaged."""


class SoundPart(NamedTuple):
    """A run of bytes that is a sound file of its own."""

    start: int
    stop: int
    format_name: str = ""
    """The container, where it is known; else it is guessed from what is there."""
    is_open_ended: bool = False
    """Whether sound goes on to the end of the bytes, whatever a header says."""
    gaps: tuple[Gap, ...] = ()
    """In order, and none touches another."""
    is_arriving: bool = False
    """Whether there are holes in it, where reading waits."""


@contextmanager
def open_recording(path: Path) -> Iterator[BinaryIO]:
    """Open a file to decode; only a regular one, since a pipe or a device could block for ever.

    Raises:
        SourceError: if it cannot be read.
    """
    hint = "Check that the file is there and may be read."
    try:
        if path.exists() and not path.is_file():
            raise SourceError(f"{told_name(path)} is no file.", "Give the name of a sound file.")
        file = path.open("rb")
    except OSError as error:
        raise SourceError(f"{told_name(path)} cannot be read.", hint) from error
    with file:
        yield file


class FileWindow:
    """A file, looked at through a piece of it that moves on."""

    def __init__(self, file: BinaryIO, size_bytes: int) -> None:
        self.size_bytes = size_bytes
        self.data = b""
        self.start = 0
        self._file = file

    def move(self, position: int) -> None:
        """Look at the piece that begins at `position`."""
        self._file.seek(position)
        self.data = self._file.read(CHUNK_BYTES)
        self.start = position

    def at(self, position: int, size: int) -> bytes:
        """Return some bytes, fewer at the end, without moving."""
        offset = position - self.start
        if 0 <= offset <= len(self.data) - size:
            return self.data[offset : offset + size]
        self._file.seek(position)
        return self._file.read(size)


def after_tags(window: FileWindow, position: int) -> int:
    """Return where the ID3v2 tags that stand at `position` end."""
    while (header := window.at(position, 10))[:3] == b"ID3" and len(header) == 10:  # noqa: PLR2004
        size = 0
        for byte in header[6:]:
            size = size << 7 | byte & 0x7F
        position += 10 + size
    return position


def places(data: bytes, markers: Iterable[re.Pattern[bytes]]) -> list[int]:
    """Return where one of the markers stands, in order."""
    return sorted(match.start() for marker in markers for match in marker.finditer(data))
