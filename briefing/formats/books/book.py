"""What a book says of itself before its texts are read, whichever format tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.bundles.archive import MOST_UNPACKED_BYTES
from briefing.errors import SourceError, UnsafeError
from briefing.formats.books import markup
from briefing.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from briefing.bundles.member import Bundle
    from briefing.formats.books.names import Target
    from briefing.formats.books.overlay import Overlay

AGAIN: Final = "Get the book once more from where it came from."


class Lead(NamedTuple):
    """What the contents or the list of pages lead to; level 1 and up, 0 for a page."""

    title: str
    level: int
    target: Target


class TextFile(NamedTuple):
    """A text file of a book, in reading order."""

    path: str
    is_skippable: bool = False
    """Whether it is passed over when reading on (linear="no")."""


class BookAbout(NamedTuple):
    """What a book says of itself; empty where it says nothing."""

    title: str = ""
    language: str = ""
    published: str = ""
    authors: tuple[str, ...] = ()
    duration_s: float | None = None


class Book(NamedTuple):
    """What is to be read of a book, in order."""

    about: BookAbout
    texts: Sequence[TextFile]
    overlays: Sequence[Overlay] = ()
    contents: Sequence[Lead] = ()
    pages: Sequence[Lead] = ()
    cover: str = ""
    """The path of its picture."""


def path_in(bundle: Bundle, path: str) -> str:
    """Return a path as the bundle spells it; itself where there is no such file."""
    found = bundle.find(path)
    return path if found is None else found.name


def bytes_in(bundle: Bundle, path: str) -> bytes:
    """Return what is in a file.

    Raises:
        SourceError: if there is none, or it cannot be read.
        UnsafeError: if it is longer than it may be.
    """
    member = bundle.find(path)
    if member is None:
        raise SourceError(f"{safe_line(path, 80)} is missing.", AGAIN)
    if member.size_bytes > MOST_UNPACKED_BYTES:
        raise UnsafeError(
            f"{safe_line(path, 80)} is larger than {MOST_UNPACKED_BYTES >> 20} megabytes, which no text is.",
            AGAIN,
        )
    with bundle.open(member) as file:
        return file.read(MOST_UNPACKED_BYTES)


def sure_tree_of(bundle: Bundle, path: str, *, is_page: bool = False) -> _Element:
    """Return the tree of a file without which nothing of the book can be found.

    Raises:
        SourceError: if there is none that can be read.
        UnsafeError: if it is longer than it may be.
    """
    tree = markup.parse(bytes_in(bundle, path), is_page=is_page)
    if tree is None:
        raise SourceError(f"{safe_line(path, 80)}, which tells what is in this book, is damaged.", AGAIN)
    return tree


def tree_of(bundle: Bundle, path: str, *, is_page: bool = False) -> _Element | None:
    """Return the tree of a file, see `markup.parse`; None if there is none that can be read.

    Raises:
        UnsafeError: if it is longer than it may be.
    """
    try:
        return markup.parse(bytes_in(bundle, path), is_page=is_page)
    except SourceError:
        return None
