"""Books in one file: EPUB, and DAISY as a zip. It is read where it lies, and never unpacked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.formats.books.drafted import draft_of

if TYPE_CHECKING:
    from briefing.formats.draft import Draft
    from briefing.formats.source import Head, Source

_SIGNATURE: Final = b"PK\x03\x04"
_SURE: Final = 0.95


def score(head: Head) -> float:
    """Return how sure it is that this is a book: no other archive is opened."""
    return _SURE if head.data.startswith(_SIGNATURE) else 0.0


def read(source: Source) -> Draft:
    """Return the text of a book, and its sound as clips.

    Raises:
        SourceError: if it cannot be read, or is an archive of something else.
        UnsafeError: if it is one that could harm.
    """
    from briefing.formats.books.process import read_zipped

    with source.file() as file:
        return draft_of(read_zipped(file, source.called))
