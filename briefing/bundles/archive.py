"""A zip that a book is in, read where it lies: what it claims of itself is checked before any of it is read.

| refused | why |
|---|---|
| entries that overlap | one piece of deflated bytes would be unpacked again and again (CVE-2024-0450) |
| more than `MOST_ENTRIES` | nobody writes such a book |
| an entry that unpacks to more than `MOST_RATIO` times its size | it was made to fill memory |
| more than `MOST_ALL_BYTES` unpacked in all | the same, with many entries |

An entry that is only stored is read at its place in the zip, however long it is. One that is deflated is
unpacked in memory, up to `MOST_UNPACKED_BYTES`.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from briefing.bundles.member import Member, folded, is_inside
from briefing.errors import SourceError, UnsafeError
from briefing.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_ENTRIES: Final = 10_000
MOST_DIRECTORY_BYTES: Final = 8 << 20
"""What the list of entries may take: ten times as much as that of the largest books."""
MOST_RATIO: Final = 200
SMALL_BYTES: Final = 1 << 20
"""Up to here it is no matter how much an entry unpacks to."""
MOST_UNPACKED_BYTES: Final = 64 << 20
MOST_ALL_BYTES: Final = 1 << 30
"""Of what is deflated: what is stored takes its room on the disk."""
_LOCAL_HEADER_BYTES: Final = 30
_LOCAL_HEADER: Final = b"PK\x03\x04"
_ENCRYPTED: Final = 1
_END_BYTES: Final = 22
_END: Final = b"PK\x05\x06"
_LONGEST_COMMENT: Final = 1 << 16

FOREIGN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    *(EOFError, LookupError, OSError, OverflowError, RuntimeError, ValueError),
)
"""What `zipfile` may raise of a zip that was damaged or made to harm."""
_HINT: Final = "Get it again from where it was published."


class Archive:
    """The files of a zip. Not for several threads at once.

    Args:
        file: the zip, which is not closed here.
        name: how to call it in messages.

    Raises:
        SourceError: if it cannot be read, or is no zip.
        UnsafeError: if it could harm.
    """

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._called = safe_line(name, 80)
        self._file = file
        self._entries = self._checked()
        self._by_case = {folded(name): name for name in reversed(self._entries)}

    def find(self, name: str) -> Member | None:
        """Return the file of a name, be it in another case; None for no such file."""
        entry = self._entries.get(name) or self._entries.get(self._by_case.get(folded(name), ""))
        return None if entry is None else _member(entry)

    def __iter__(self) -> Iterator[Member]:
        """Return the files, in the order in which the zip lists them."""
        return map(_member, self._entries.values())

    def mark(self, member: Member) -> str:
        """Return what tells a file from another one of its name: the sum of its bytes in the zip's list."""
        entry = self._entries[member.name]
        return f"{entry.CRC:08x}.{entry.file_size}"

    def open(self, member: Member) -> BinaryIO:
        """Return a file to be read from anywhere: where it lies, or unpacked in memory.

        Raises:
            SourceError: if it cannot be read.
            UnsafeError: if it is longer than it may be.
        """
        entry = self._entries[member.name]
        called = f"{safe_line(member.name, 80)} in {self._called}"
        if entry.flag_bits & _ENCRYPTED:
            raise SourceError(f"{called} is locked.", "Open it with the program that it was bought for.")
        start = self._start_of(entry, called)
        if entry.compress_type == zipfile.ZIP_STORED:
            return cast("BinaryIO", Extent(self._file, start, entry.compress_size))
        if entry.compress_type != zipfile.ZIP_DEFLATED:
            raise SourceError(
                f"{called} is packed in a way that is not read.", "Pack the book anew as a zip."
            )
        if entry.file_size > MOST_UNPACKED_BYTES:
            raise UnsafeError(
                f"{called} is larger than {MOST_UNPACKED_BYTES >> 20} megabytes when it is unpacked, "
                "and was left alone.",
                "Pack the book anew without compression.",
            )
        return io.BytesIO(self._unpacked(start, entry, called))

    def _unpacked(self, start: int, entry: zipfile.ZipInfo, called: str) -> bytes:
        self._file.seek(start)
        try:
            return zlib.decompressobj(-zlib.MAX_WBITS).decompress(
                self._file.read(entry.compress_size), entry.file_size
            )
        except (OSError, zlib.error) as error:
            raise SourceError(f"{called} is damaged.", _HINT) from error

    def _start_of(self, entry: zipfile.ZipInfo, called: str) -> int:
        """Return where the bytes of an entry begin: behind its own header, which tells how long it is."""
        try:
            self._file.seek(entry.header_offset)
            header = self._file.read(_LOCAL_HEADER_BYTES)
        except (OSError, ValueError) as error:  # the latter for a place before the file's start
            raise SourceError(f"{called} cannot be read.", _HINT) from error
        if len(header) < _LOCAL_HEADER_BYTES or not header.startswith(_LOCAL_HEADER):
            raise SourceError(f"{called} is damaged.", _HINT)
        names = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
        return entry.header_offset + _LOCAL_HEADER_BYTES + names

    def _checked(self) -> dict[str, zipfile.ZipInfo]:
        """Return the entries by their names, but for folders and what is named outside of the book."""
        try:
            self._check_directory()
            with zipfile.ZipFile(self._file) as archive:
                entries = archive.infolist()
                end = archive.start_dir
        except FOREIGN as error:
            raise SourceError(f"{self._called} is no zip that can be read.", _HINT) from error
        if len(entries) > MOST_ENTRIES:
            raise self._refused(f"has more than {MOST_ENTRIES:,} files in it")
        by_place = sorted(entries, key=lambda entry: entry.header_offset)
        stops = [*(entry.header_offset for entry in by_place[1:]), end]
        for entry, stop in zip(by_place, stops, strict=False):
            if entry.header_offset + _LOCAL_HEADER_BYTES + entry.compress_size > stop:
                raise self._refused("has files in it that overlap")
            if entry.file_size > max(SMALL_BYTES, MOST_RATIO * entry.compress_size):
                raise self._refused("has a file in it that unpacks to far more than it takes")
        deflated = sum(entry.file_size for entry in entries if entry.compress_type != zipfile.ZIP_STORED)
        if deflated > MOST_ALL_BYTES:
            raise self._refused(f"unpacks to more than {MOST_ALL_BYTES >> 30} gigabyte")
        found: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            name = _member(entry).name
            is_link = stat.S_ISLNK(entry.external_attr >> 16)
            if not (entry.is_dir() or is_link) and is_inside(name):
                found.setdefault(name, entry)
        return found

    def _check_directory(self) -> None:
        """Refuse a list of entries that is too long to be read, before it is."""
        size = self._file.seek(0, 2)
        self._file.seek(max(size - _END_BYTES - _LONGEST_COMMENT, 0))
        _, found, end = self._file.read().rpartition(_END)
        if found and MOST_DIRECTORY_BYTES < int.from_bytes(end[8:12], "little") < 0xFFFFFFFF:  # noqa: PLR2004
            raise self._refused(f"has more than {MOST_ENTRIES:,} files in it")

    def _refused(self, why: str) -> UnsafeError:
        return UnsafeError(f"{self._called} {why}, and was left alone.", _HINT)


def _member(entry: zipfile.ZipInfo) -> Member:
    """Return an entry as a file of the book; some that pack on Windows write its folders in their own way."""
    return Member(entry.filename.replace("\\", "/"), entry.file_size)


class Extent(io.RawIOBase):
    """Some bytes of a file that is open, as a file of their own. The file is not closed with it."""

    def __init__(self, file: BinaryIO, start: int, size_bytes: int) -> None:
        self._file = file
        self._start, self._size_bytes = start, size_bytes
        self._at = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is."""
        return True

    def tell(self) -> int:
        """Return where it is read next."""
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go elsewhere."""
        self._at = max(offset + {0: 0, 1: self._at, 2: self._size_bytes}[whence], 0)
        return self._at

    def read(self, size: int = -1) -> bytes:
        """Return so many bytes, fewer at the end."""
        left = max(self._size_bytes - self._at, 0)
        self._file.seek(self._start + self._at)
        data = self._file.read(left if size < 0 else min(size, left))
        self._at += len(data)
        return data
