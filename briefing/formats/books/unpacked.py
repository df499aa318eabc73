"""Books whose files lie in a folder: what is opened is the file that tells of the others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.errors import SourceError
from briefing.formats.books.drafted import draft_of

if TYPE_CHECKING:
    from briefing.formats.draft import Draft
    from briefing.formats.source import Head, Source

_PACKAGE: Final = re.compile(r"<(?:[\w.-]+:)?package\s[^<>]*?(?:idpf\.org|openebook\.org|unique-identifier)")
_NCC: Final = re.compile(r"""<meta\s[^<>]*?["'](?:ncc:|Daisy 2\.02)""", re.IGNORECASE)
_LOOKED_AT: Final = 8192
_SURE: Final = 0.97


def score(head: Head) -> float:
    """Return how sure it is that this tells of a book's files."""
    start = head.text[:_LOOKED_AT]
    return _SURE if _PACKAGE.search(start) or _NCC.search(start) else 0.0


def read(source: Source) -> Draft:
    """Return the text of a book, and its sound as clips.

    Raises:
        SourceError: if it cannot be read, or nothing lies beside it.
        UnsafeError: if it is one that could harm.
    """
    from briefing.formats.books.process import read_unpacked

    if source.path is None:
        raise SourceError(
            f"{source.called} is one file of a book, which nothing else came with.",
            "Open the book itself, as one file (EPUB or zip), or in its folder.",
        )
    return draft_of(read_unpacked(source.path, source.called))
