"""Books of DAISY 2.02, whose control file `ncc.html` tells what they are called and what their parts are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.formats.books import navigation
from briefing.formats.books.book import Book, BookAbout, TextFile, sure_tree_of
from briefing.formats.books.epub import read_overlays, texts_of
from briefing.formats.timed.smil import clock_s

if TYPE_CHECKING:
    from lxml.etree import _Element

    from briefing.bundles.member import Bundle

_NOBODY: Final = "unknown"
"""Who made a book of which nobody knows it: it has to name somebody."""


def read_book(bundle: Bundle, path: str) -> Book:
    """Return what a control file says is to be read.

    Its texts are those that its sound is heard with. Where that is the control file itself, as in a book
    that is sound alone, its headings are the text.

    Args:
        bundle: Where the book's files are.
        path: Of the control file.

    Raises:
        SourceError, UnsafeError: if it cannot be read, or may not be.
    """
    tree = sure_tree_of(bundle, path, is_page=True)
    contents, pages = navigation.of_ncc(tree, path)
    smil = (entry.target.path for entry in contents if entry.target.path.lower().endswith(".smil"))
    overlays = list(read_overlays(bundle, smil))
    texts = texts_of(overlays) or [TextFile(path)]
    return Book(_about(tree), texts, overlays, contents, pages)


def _about(tree: _Element) -> BookAbout:
    told: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        told.setdefault((meta.get("name") or "").lower(), []).append((meta.get("content") or "").strip())
    first = {name: values[0] for name, values in told.items()}
    title = tree.find(".//title")
    return BookAbout(
        first.get("dc:title") or ("" if title is None else " ".join("".join(title.itertext()).split())),
        first.get("dc:language", ""),
        first.get("dc:date", ""),
        tuple(each for each in told.get("dc:creator", ()) if each and each.lower() != _NOBODY),
        clock_s(first.get("ncc:totaltime", "")),
    )
