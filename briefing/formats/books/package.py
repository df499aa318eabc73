"""A package file (OPF) of EPUB 2, EPUB 3 or DAISY 3: what a book is called, its files and their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.formats.books.book import BookAbout
from briefing.formats.books.names import resolve
from briefing.formats.timed.smil import clock_s

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

SMIL: Final = frozenset({"application/smil", "application/smil+xml"})
NCX: Final = "application/x-dtbncx+xml"
DTBOOK: Final = "application/x-dtbook+xml"
_TEXTS: Final = frozenset(
    {"application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/xml", "text/xml", DTBOOK}
    | {"image/svg+xml", ""}
)
_OPF: Final = "{http://www.idpf.org/2007/opf}"
_MOST: Final = 10_000
"""Files that are declared, and places in the order: a zip has no more."""
_MOST_FALLBACKS: Final = 8
_MOST_AUTHORS: Final = 64


class PackageItem(NamedTuple):
    """A file that a package declares."""

    path: str
    media_type: str = ""
    properties: frozenset[str] = frozenset()
    overlay: str = ""
    """The id of the item that says when its text is heard."""
    fallback: str = ""
    """The id of the item that stands for it where it cannot be read."""


class Package(NamedTuple):
    """What a package file says."""

    about: BookAbout
    items: dict[str, PackageItem]
    """By id."""
    spine: Sequence[tuple[PackageItem, bool]]
    """The reading order; whether each is part of it, rather than reached by a link alone."""
    ncx: str = ""
    """The path of the navigation of EPUB 2 and DAISY 3."""
    cover: str = ""
    """The path of its picture."""


def read_package(root: _Element, path: str) -> Package:
    """Return what a package file says.

    Args:
        root: Its tree.
        path: Its own, from which the others are found.
    """
    items = dict(_items(root, path))
    spine = list(root.iter("spine"))[:1]
    metas = list(root.iter("meta", "Meta"))
    return Package(
        _about(root, metas),
        items,
        [found for each in spine for found in _spine(each, items)],
        _ncx(spine, items),
        _cover(items, metas),
    )


def _items(root: _Element, path: str) -> Iterator[tuple[str, PackageItem]]:
    for count, element in enumerate(root.iter("item")):
        if count >= _MOST:
            return
        target = resolve(path, element.get("href") or "")
        if target is not None:
            yield (
                element.get("id") or "",
                PackageItem(
                    target.path,
                    (element.get("media-type") or "").strip().lower(),
                    frozenset((element.get("properties") or "").split()),
                    element.get("media-overlay") or "",
                    element.get("fallback") or "",
                ),
            )


def _spine(spine: _Element, items: dict[str, PackageItem]) -> Iterator[tuple[PackageItem, bool]]:
    seen: set[str] = set()
    for element in spine.iter("itemref"):
        item = _readable(items.get(element.get("idref") or ""), items)
        if item is not None and item.path not in seen:
            seen.add(item.path)
            yield item, element.get("linear") != "no"


def _readable(item: PackageItem | None, items: dict[str, PackageItem]) -> PackageItem | None:
    """Return an item, or what stands for it where it is no text; None if nothing does."""
    for _ in range(_MOST_FALLBACKS):
        if item is None or item.media_type in _TEXTS or item.media_type in SMIL:
            return item
        item = items.get(item.fallback)
    return None


def _ncx(spine: Sequence[_Element], items: dict[str, PackageItem]) -> str:
    named = items.get(next((each.get("toc") or "" for each in spine), ""))
    by_type = (item for item in items.values() if item.media_type == NCX or item.path.endswith(".ncx"))
    found = named or next(by_type, None)
    return found.path if found else ""


def _cover(items: dict[str, PackageItem], metas: Sequence[_Element]) -> str:
    declared = (item for item in items.values() if "cover-image" in item.properties)
    named = (items.get(each.get("content") or "") for each in metas if each.get("name") == "cover")
    found = next(declared, None) or next(named, None)
    return found.path if found and found.media_type.startswith("image/") else ""


def _about(root: _Element, metas: Sequence[_Element]) -> BookAbout:
    refined: dict[tuple[str, str], str] = {}
    for each in metas:
        key = ((each.get("refines") or "").lstrip("#"), each.get("property") or "")
        refined.setdefault(key, _text(each))
    told = {each.get("name") or "": each.get("content") or "" for each in metas}
    length = refined.get(("", "media:duration")) or told.get("dtb:totalTime") or ""
    return BookAbout(
        _title(root, refined),
        next(filter(None, (_text(each) for each in root.iter("language", "Language"))), ""),
        _date(root),
        tuple(_authors(root, refined))[:_MOST_AUTHORS],
        clock_s(length),
    )


def _title(root: _Element, refined: dict[tuple[str, str], str]) -> str:
    """Return the main title; of several of which none is called so, the first."""
    titles = [each for each in root.iter("title", "Title") if _text(each)]
    kinds = [refined.get((each.get("id") or "-", "title-type"), "") for each in titles]
    found = next((each for each, kind in zip(titles, kinds, strict=True) if kind == "main"), None)
    return _text(found) if found is not None else next(map(_text, titles), "")


def _authors(root: _Element, refined: dict[tuple[str, str], str]) -> Iterator[str]:
    """Yield who wrote it; everybody who made it where nobody is called so."""
    makers = [each for each in root.iter("creator", "Creator") if _text(each)]
    roles = [
        each.get(f"{_OPF}role") or each.get("role") or refined.get((each.get("id") or "-", "role"), "aut")
        for each in makers
    ]
    wrote = [each for each, role in zip(makers, roles, strict=True) if role.lower() == "aut"]
    return map(_text, wrote or makers)


def _date(root: _Element) -> str:
    dates = [each for each in root.iter("date", "Date") if _text(each)]
    events = [(each.get(f"{_OPF}event") or each.get("event") or "").lower() for each in dates]
    for wanted in ("publication", "", "original-publication", "creation"):
        if wanted in events:
            return _text(dates[events.index(wanted)])
    return ""


def _text(element: _Element) -> str:
    return " ".join("".join(element.itertext()).split())
