"""Books whose package tells all of them: EPUB 2 and 3, and DAISY 3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.errors import SourceError
from briefing.formats.books import navigation
from briefing.formats.books.book import Book, TextFile, path_in, sure_tree_of, tree_of
from briefing.formats.books.overlay import MOST_PARS, Overlay, read_overlay
from briefing.formats.books.package import DTBOOK, SMIL, read_package
from briefing.formats.books.protection import locked_paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.bundles.member import Bundle
    from briefing.formats.books.book import Lead
    from briefing.formats.books.package import Package


def read_book(bundle: Bundle, path: str, root: str = "") -> Book:
    """Return what a package file says is to be read.

    Args:
        bundle: Where the book's files are.
        path: Of the package file.
        root: The folder in it that holds `META-INF`, with a slash at its end; empty for the whole.

    Raises:
        SourceError, UnsafeError: if it cannot be read, or may not be.
    """
    package = read_package(sure_tree_of(bundle, path), path)
    spine = [item for item, _ in package.spine]
    if all(item.media_type in SMIL for item in spine):
        overlays = list(read_overlays(bundle, (item.path for item in spine)))
        texts = texts_of(overlays, [i.path for i in package.items.values() if i.media_type == DTBOOK])
    else:
        named = (package.items[item.overlay].path for item in spine if item.overlay in package.items)
        overlays = list(read_overlays(bundle, named))
        texts = [TextFile(item.path, not is_linear) for item, is_linear in package.spine]
    locked = locked_paths(bundle, root)
    if any(text.path in locked for text in texts):
        raise SourceError(
            "This book is protected against copying (DRM): only the programs of its shop can read it.",
            "Open it with them, or get a copy without that.",
        )
    contents, pages = _navigation(bundle, package)
    return Book(package.about, texts, overlays, contents, pages, package.cover)


def read_overlays(bundle: Bundle, paths: Iterable[str]) -> Iterator[Overlay]:
    """Yield SMIL files, each once, in order; what cannot be read has nothing in it."""
    left = MOST_PARS
    for path in dict.fromkeys(path_in(bundle, path) for path in paths):
        tree = tree_of(bundle, path)
        if tree is not None:
            overlay = read_overlay(tree, path, left)
            left -= len(overlay.pars)
            yield overlay


def texts_of(overlays: Iterable[Overlay], others: Iterable[str] = ()) -> list[TextFile]:
    """Return the texts that SMIL files name, in the order in which they are first named, and others."""
    named = (par.text.path for overlay in overlays for par in overlay.pars if par.text is not None)
    return [TextFile(path) for path in dict.fromkeys((*named, *others))]


def _navigation(bundle: Bundle, package: Package) -> tuple[Sequence[Lead], Sequence[Lead]]:
    """Return the contents and the pages: of the navigation document, and what that lacks of the NCX."""
    document = next((item.path for item in package.items.values() if "nav" in item.properties), "")
    contents: Sequence[Lead] = ()
    pages: Sequence[Lead] = ()
    if document and (tree := tree_of(bundle, document, is_page=True)) is not None:
        contents, pages = navigation.of_document(tree, document)
    if package.ncx and not (contents and pages) and (tree := tree_of(bundle, package.ncx)) is not None:
        more = navigation.of_ncx(tree, package.ncx)
        contents, pages = contents or more[0], pages or more[1]
    return contents, pages
