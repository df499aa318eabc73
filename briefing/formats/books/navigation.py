"""Contents and lists of pages: navigation documents of EPUB 3, NCX files, and the NCC of DAISY 2.02."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.formats.books import vocabulary as words
from briefing.formats.books.book import Lead
from briefing.formats.books.names import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

_DEEPEST: Final = 6
_MOST: Final = 20_000
"""Entries, of contents and of pages each."""
_LONGEST: Final = 300


def of_document(root: _Element, path: str) -> tuple[Sequence[Lead], Sequence[Lead]]:
    """Return the contents and the pages of a navigation document of EPUB 3, whose own path is given."""
    lists = {}
    for nav in root.iter("nav"):
        means = words.meanings("nav", dict(nav.items()))
        for kind in ("toc", "page-list"):
            if kind in means and kind not in lists:
                lists[kind] = list(_listed(nav, path, is_pages=kind == "page-list"))
    return lists.get("toc", []), lists.get("page-list", [])


def of_ncx(root: _Element, path: str) -> tuple[Sequence[Lead], Sequence[Lead]]:
    """Return the contents and the pages of an NCX file, whose own path is given."""
    points: list[Lead] = []
    depths: dict[_Element, int] = {}
    for point in root.iter("navPoint"):
        if len(points) >= _MOST:
            break
        depths[point] = depths.get(point.getparent(), 0) + 1
        points += _entry(_label(point), depths[point], _content(point), path)
    pages = [
        entry
        for page in list(root.iter("pageTarget"))[:_MOST]
        for entry in _entry(_label(page) or page.get("value") or "", 0, _content(page), path)
    ]
    return points, pages


def of_ncc(root: _Element, path: str) -> tuple[Sequence[Lead], Sequence[Lead]]:
    """Return the contents and the pages of DAISY 2.02's control file, whose own path is given."""
    contents: list[Lead] = []
    pages: list[Lead] = []
    for element in root.iter(*words.HEADINGS, "span", "div"):
        link = next(element.iter("a"), None)
        href = "" if link is None else link.get("href") or ""
        if element.tag in words.HEADINGS and len(contents) < _MOST:
            contents += _entry(_text(element), words.HEADINGS[element.tag], href, path)
        elif words.PAGES & words.meanings(element.tag, dict(element.items())) and len(pages) < _MOST:
            pages += _entry(_text(element), 0, href, path)
    return contents, pages


def _listed(nav: _Element, path: str, *, is_pages: bool) -> Iterator[Lead]:
    depths: dict[_Element, int] = {}
    for count, element in enumerate(nav.iter("ol", "a", "span")):
        if count >= _MOST:
            return
        above = element.getparent()
        if element.tag == "ol":
            # A list lies in an item of the list above it.
            outer = None if above is None else above.getparent()
            depths[element] = depths.get(outer, 0) + 1 if outer is not None else 1
        elif element.tag == "a" and above is not None:
            level = 0 if is_pages else depths.get(above.getparent(), 1)
            yield from _entry(_text(element) or element.get("title") or "", level, element.get("href"), path)


def _entry(title: str, level: int, href: str | None, path: str) -> Iterator[Lead]:
    target = resolve(path, href or "")
    if title and target is not None:
        yield Lead(title[:_LONGEST], min(level, _DEEPEST), target)


def _label(point: _Element) -> str:
    label = point.find("navLabel")
    text = None if label is None else label.find("text")
    return "" if text is None else _text(text)


def _content(point: _Element) -> str:
    content = point.find("content")
    return "" if content is None else content.get("src") or ""


def _text(element: _Element) -> str:
    return " ".join("".join(element.itertext()).split())
