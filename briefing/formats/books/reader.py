"""What a book holds, put together. Runs in the process that may die."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Final

from briefing.errors import SourceError
from briefing.formats.books import epub, markup, ncc
from briefing.formats.books.answer import BookEntry, BookFound
from briefing.formats.books.book import AGAIN, bytes_in, path_in, sure_tree_of
from briefing.formats.books.chapter import ChapterReader
from briefing.formats.books.clips import clips_of, key_of
from briefing.formats.books.names import Target, resolve
from briefing.formats.books.overlay_structures import structures_of
from briefing.formats.books.telling import Telling

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.bundles.member import Bundle
    from briefing.formats.books.book import Book, Lead

MOST_S: Final = 12.0
"""Of the processor's time, for its texts."""
_MOST_PICTURE_BYTES: Final = 8 << 20
_FIGURES_TRIED: Final = 8
_IN_CONTAINER: Final = "META-INF/container.xml"
_CONTAINER: Final = re.compile(rf"(?:.*/)?{re.escape(_IN_CONTAINER)}", re.IGNORECASE)
_SAYS_EPUB: Final = "mimetype"
"""What an EPUB begins with; no other book has it."""
_NCC: Final = re.compile(r"(?:.*/)?ncc\.html?", re.IGNORECASE)
_PACKAGE: Final = re.compile(r"(?:.*/)?[^/]+\.opf", re.IGNORECASE)


def read(bundle: Bundle, called: str, start: str = "") -> BookFound:
    """Return what a book holds.

    Args:
        bundle: Its files.
        called: What to call it in a sentence.
        start: The name of the file in it that tells of the others; it is looked for where none is given.

    Raises:
        SourceError: if it cannot be read.
        UnsafeError: if it may not be read.
    """
    book = _book(bundle, start)
    if book is None:
        raise SourceError(
            f"{called} is an archive without a book in it.", "Unpack it, and open what is in it."
        )
    return _told(book, bundle)


def _book(bundle: Bundle, start: str) -> Book | None:
    """Return what is to be read, by the file that tells it; of several by the one that lies highest."""
    names = [start] if start else sorted((each.name for each in bundle), key=lambda name: name.count("/"))
    for pattern in (_CONTAINER, _NCC, _PACKAGE):
        name = next(filter(pattern.fullmatch, names), None)
        if name is None:
            continue
        if pattern is _NCC:
            return ncc.read_book(bundle, name)
        if pattern is _CONTAINER:
            root = name[: -len(_IN_CONTAINER)]
            return epub.read_book(bundle, _package_in(bundle, name, root), root)
        if start or bundle.find(_SAYS_EPUB) is None:
            return epub.read_book(bundle, name)
        raise SourceError("This EPUB lacks the file that tells what is in it.", AGAIN)
    return None


def _package_in(bundle: Bundle, name: str, root: str) -> str:
    """Return the path of the package that a container file names.

    Raises:
        SourceError: if it names none that is there.
    """
    named = (each.get("full-path") or "" for each in sure_tree_of(bundle, name).iter("rootfile"))
    for target in (resolve(root, each) for each in named):
        if target is not None and bundle.find(target.path) is not None:
            return target.path
    raise SourceError("The file that tells of this book's texts is missing.", AGAIN)


def _told(book: Book, bundle: Bundle) -> BookFound:
    told = Telling(book.about.language)
    notices = list(_read_texts(book, told, bundle))
    told.settle_notes()
    if not told.parts:
        raise SourceError("This book has no text in it that can be read.", AGAIN)
    clips = clips_of(book, told, bundle)
    places = {
        Target(overlay.path, name): target
        for overlay in book.overlays
        for name, target in overlay.ids.items()
    }
    pages = list(_entries(book.pages, told, bundle, places))
    return BookFound(
        told.parts,
        book.about.title,
        book.about.language,
        book.about.published,
        book.about.authors,
        list(_entries(book.contents, told, bundle, places)),
        pages or list(told.page_spots()),
        clips,
        [*told.structures, *reversed(list(structures_of(book.overlays, told, bundle)))],
        tuple(notices),
        _picture(book, told, bundle),
        book.about.duration_s,
        told.is_own,
    )


def _read_texts(book: Book, told: Telling, bundle: Bundle) -> Iterator[str]:
    """Read the texts of a book, and yield what there is to say about those that cannot be.

    Raises:
        SourceError: if none can be.
        UnsafeError: if one is longer than it may be.
    """
    until_s = time.process_time() + MOST_S
    chapters = ChapterReader(told, lambda path: path_in(bundle, path))
    lost: list[SourceError] = []
    seen: set[str] = set()
    for count, text in enumerate(book.texts):
        path = path_in(bundle, text.path)
        if path in seen:
            continue
        seen.add(path)
        if told.is_full or time.process_time() > until_s:
            yield f"Only the first {_many(count, 'part')} of its {len(book.texts):,} are read."
            break
        try:
            tree = markup.parse(bytes_in(bundle, path), is_page=True)
        except SourceError as error:
            lost.append(error)
            continue
        if tree is not None:
            chapters.read(path, tree, is_skippable=text.is_skippable)
    if lost and not told.parts:
        raise lost[0]
    if lost:
        parts = "One part is" if len(lost) == 1 else f"{_many(len(lost), 'part')} are"
        yield f"{parts} missing or damaged, and left out: {lost[0].message}"


def _entries(
    entries: Sequence[Lead], told: Telling, bundle: Bundle, places: dict[Target, Target]
) -> Iterator[BookEntry]:
    """Yield what contents or pages lead to in the text that was told, in order; not what leads elsewhere."""
    for title, level, target in entries:
        spelt = target._replace(path=path_in(bundle, target.path))
        extent = told.extent(key_of(places.get(spelt, spelt), bundle))
        if extent is not None:
            yield BookEntry(title, level, extent.start)


def _picture(book: Book, told: Telling, bundle: Bundle) -> bytes:
    """Return the cover, else the first figure that can be drawn; nothing where there is none of both."""
    figures = (part.src for part in told.parts if part.src and not part.src.lower().endswith(".svg"))
    for path in filter(None, (book.cover, *islice(figures, _FIGURES_TRIED))):
        member = bundle.find(path)
        if member is not None and member.size_bytes <= _MOST_PICTURE_BYTES:
            with suppress(SourceError):
                return bytes_in(bundle, path)
    return b""


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}{'s' * (count != 1)}"
