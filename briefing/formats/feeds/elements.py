"""The elements of a feed, found by what they mean: namespaces are written in every way there is.

A key is a prefix of our own and the local name in lower case: "itunes:duration"; what RSS and Atom define
themselves has no prefix: "title". A namespace that nobody knows counts as the prefix that the feed gives it.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from lxml import etree

from briefing.formats.feeds.addresses import resolved
from briefing.formats.feeds.mending import mended, with_texts_closed
from briefing.formats.xml_parser import parser_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_CORE: Final = (
    "purl.org/rss", "my.netscape.com", "channel.netscape.com", "backend.userland.com",
    "blogs.law.harvard.edu", "cyber.law.harvard.edu", "www.rssboard.org", "www.w3.org/2005/atom",
    "purl.org/atom", "purl.org/net/rss1.1",
)  # fmt: skip
_KNOWN: Final = (
    ("purl.org/rss/1.0/modules/content", "content"),
    ("purl.org/rss/1.0/modules", ""),
    ("www.itunes.com", "itunes"),
    ("podcastindex.org/namespace", "podcast"),
    ("github.com/podcastindex-org", "podcast"),
    ("search.yahoo.com/mrss", "media"),
    ("purl.org/dc/terms", "dcterms"),
    ("purl.org/dc/elements", "dc"),
    ("podlove.org/simple-chapters", "psc"),
    ("www.w3.org/1999/xhtml", "xhtml"),
    ("www.w3.org/1999/02/22-rdf", "rdf"),
    ("www.google.com/schemas/play-podcasts", "googleplay"),
    *((core, "core") for core in _CORE),
)
"""How names of namespaces begin, without their scheme; the first counts, and an empty one tells nothing."""
_PREFIXED: Final = re.compile(r"(</?)[\w.-]{1,30}+:(?=\w)")
_DECLARATION: Final = re.compile(r"\sxmlns(?::[\w.-]{1,30}+)?=\"[^\"<>]*+\"")
Fields = dict[str, list["Element"]]


def parse(source: str, address: str) -> Element | None:
    """Return the root of a feed; None where nothing is in it.

    Args:
        source: The feed as text.
        address: Its own, empty where it is not known.
    """
    text = mended(source)
    root, is_whole = _parsed(text, address)
    if is_whole:
        return root
    again, _ = _parsed(with_texts_closed(text), address)
    return root if again is None else again


def _parsed(text: str, address: str) -> tuple[Element | None, bool]:
    """Return a tree, and whether the parser had nothing to complain of that may hide an item."""
    parser = parser_of(recover=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser, base_url=address or None)
    except (etree.XMLSyntaxError, ValueError):
        return None, False
    return root, not any(error.domain == etree.ErrorDomains.PARSER for error in parser.error_log)


class Names:
    """Tells the keys of elements, each tag looked up once."""

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}

    def key(self, element: Element) -> str:
        """Return an element's key."""
        tag = element.tag
        found = self._keys.get(tag)
        if found is None:
            found = self._keys[tag] = _key(tag, element.prefix or "")
        return found

    def fields(self, element: Element) -> Fields:
        """Return the elements directly within another, by their keys."""
        found: Fields = defaultdict(list)
        for child in element:
            found[self.key(child)].append(child)
        return found


def _key(tag: str, prefix: str) -> str:
    namespace, _, local = tag.rpartition("}")
    if not namespace and ":" in local:  # nobody has declared it
        prefix, _, local = local.rpartition(":")
    place = namespace.lstrip("{").lower().partition("://")[2]
    known = next((name for start, name in _KNOWN if place.startswith(start) and name), "") or prefix.lower()
    if known in ("core", "atom", "atom10", "a10", "rss"):
        known = ""
    return f"{known}:{local.lower()}" if known else local.lower()


def first(fields: Fields, *keys: str) -> str:
    """Return the text of the first element of one of these keys that has any; empty if there is none."""
    for key in keys:
        for element in fields.get(key, ()):
            if said := (element.text or "").strip():
                return said
    return ""


def texts(fields: Fields, *keys: str) -> Iterator[str]:
    """Yield the text of each element of these keys that has any."""
    for key in keys:
        for element in fields.get(key, ()):
            if said := " ".join("".join(element.itertext()).split()):
                yield said


def attribute(element: Element, name: str) -> str:
    """Return an attribute, by its local name in any case; empty if there is none."""
    value = element.get(name)
    if value is None:
        values = (value for key, value in element.items() if key.rpartition("}")[2].lower() == name)
        value = next(values, "")
    return str(value).strip()


def language_of(element: Element) -> str:
    """Return the language that an element declares for itself; empty if it does not."""
    return str(element.get(f"{_XML}lang") or "").strip()


def base_of(element: Element, *otherwise: str) -> str:
    """Return what addresses in an element are relative to (XML Base); else the first that is an address."""
    return next(filter(None, (resolved(base) for base in (element.base, *otherwise))), "")


def markup_in(element: Element) -> str:
    """Return what an element holds as HTML: its text, which may be markup, or the elements in it.

    What is packed (Atom's base64) is unpacked, and what is no text then is nothing.
    """
    if not len(element):
        is_packed = bool(element.attrib) and not _is_text(element)
        return _unpacked(element.text or "") if is_packed else element.text or ""
    parts = [element.text or ""]
    parts += (etree.tostring(child, encoding="unicode", method="html") for child in element)
    return _DECLARATION.sub("", _PREFIXED.sub(r"\1", "".join(parts)))


def _is_text(element: Element) -> bool:
    kind = attribute(element, "type").lower()
    is_text = (
        not kind or kind in ("text", "plain") or kind.startswith("text/") or "html" in kind or "xml" in kind
    )
    return is_text and attribute(element, "mode").lower() != "base64"


def _unpacked(packed: str) -> str:
    try:
        return b64decode("".join(packed.split())).decode("utf-8")
    except ValueError:
        return ""
