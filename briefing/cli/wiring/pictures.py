"""The pictures of a briefing, for what goes out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing.errors import BriefingError
from briefing.export.picture import FILE_LIMIT_BYTES, picture_of
from briefing.sources.address import is_address

if TYPE_CHECKING:
    from briefing.formats.publication import PublishedPicture
    from briefing.model import Document
    from briefing.settings import Settings
    from briefing.sources.item import Item

_MOST: Final = 100
"""Of pictures in a file: a book has them by the hundred."""


def pictures_of(item: Item, settings: Settings) -> dict[int, PublishedPicture]:
    """Return the pictures that are there, by the index of their figure.

    Those beside the text, or that came with its page; the first of a page is fetched where the user lets the
    player do that; without any, the recording's own.
    """
    found: dict[int, PublishedPicture] = {}
    for number, figure in enumerate(item.document.figures[:_MOST]):
        if figure.src and not is_address(figure.src) and (picture := _in_file(Path(figure.src))):
            found[number] = picture
    if 0 not in found and item.document.figures:
        first = item.own_picture or (_fetched(item) if settings.fetch_pictures else None)
        if first and (picture := picture_of(first)):
            found[0] = picture
    return found


def first_in_file(document: Document) -> PublishedPicture | None:
    """Return the first of a document's pictures that is a file beside it, or that it came with."""
    beside = None if is_address(document.source) else Path(document.source).parent
    for figure in document.figures[:_MOST]:
        if figure.src and not is_address(figure.src):
            path = Path(figure.src)
            if (path.is_absolute() or beside) and (picture := _in_file((beside or path) / path)):
                return picture
    return None


def _in_file(path: Path) -> PublishedPicture | None:
    try:
        if not path.is_file() or path.stat().st_size > FILE_LIMIT_BYTES:
            return None
    except (OSError, ValueError):  # it went away, or its name is none
        return None
    return picture_of(path)


def _fetched(item: Item) -> bytes | None:
    try:
        return item.picture() if item.picture else None
    except BriefingError:
        return None
