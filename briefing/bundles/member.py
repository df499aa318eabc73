"""A file of a book, and what gives it: the same for a zip and for a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple, Protocol
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_NAME: Final = 1024


class Member(NamedTuple):
    """A file of a book."""

    name: str
    """As the book's own files are called: "audio/a1.mp3"."""
    size_bytes: int
    """When it is unpacked, as the zip claims it."""


class Bundle(Protocol):
    """The files of a book."""

    def find(self, name: str) -> Member | None:
        """Return the file of a name, be it in another case; None for no such file."""

    def mark(self, member: Member) -> str:
        """Return what tells a file from another one of its name.

        Raises:
            SourceError: if it cannot be read.
        """

    def open(self, member: Member) -> BinaryIO:
        """Return a file to be read from anywhere. It is of no use when the bundle is closed.

        Raises:
            SourceError: if it cannot be read.
            UnsafeError: if it could harm.
        """

    def __iter__(self) -> Iterator[Member]:
        """Return all files, in the order in which they stand there."""


def folded(name: str) -> str:
    """Return a name as names compare: in whatever case and form of letters they are written."""
    return normalize("NFC", name).casefold()


def is_inside(name: str) -> bool:
    """Return whether a name can only mean a file of the book, on whatever system."""
    is_rooted = name.startswith(("/", "~")) or name[1:2] == ":"
    is_plain = bool(name) and len(name) <= LONGEST_NAME and "\\" not in name and "\0" not in name
    return is_plain and not is_rooted and ".." not in name.split("/")
