"""Where a page that was saved came from, and which of the files that it names lie beside it now.

Browsers that save a page "complete" put what it shows in a folder beside it, and name it from there; all
else they name by its whole address, or leave as it was. So a name without one may mean either, and only
whoever may look for files can tell: see `PageFound.beside`.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.html import HtmlElement

_SAVED_FROM: Final = re.compile(
    rb"<!--\s*(?:saved from url=\(\d{1,6}\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s<>\"']{1,2000})"
    rb"|<!--\s*Mirrored from ([^\s<>\"']{4,2000}) by HTTrack",
    re.IGNORECASE,
)
"""Internet Explorer's "mark of the web", which Chromium and Edge write too, and two programs' own."""
_LOOKED_AT: Final = 1 << 14
_DECLARED: Final = (
    "/html/@data-scrapbook-source",
    "//link[@rel='canonical']/@href",
    "//meta[@property='og:url']/@content",
    "//base/@href",
    "//a[contains(@class, 'reader-domain')]/@href",
)
"""Where a page tells its own address; the last is Firefox's Reader."""
_NAMING: Final = ("src", "href", "data-src", "poster", "srcset")
_MOST_NAMES: Final = 2000


def own_address(data: bytes, tree: HtmlElement) -> str:
    """Return the address that a saved page tells as its own; empty where it tells none."""
    if found := _SAVED_FROM.search(data, 0, _LOOKED_AT):
        whole, host = (part.decode("ascii", "ignore") if part else "" for part in found.groups())
        return whole or f"http://{host}"
    named = (str(address).strip() for path in _DECLARED for address in tree.xpath(path))
    return next((address for address in named if _is_absolute(address)), "")


def base_of(tree: HtmlElement, address: str) -> str:
    """Return the address that a page's relative ones are relative to.

    Args:
        tree: The page.
        address: Its own, empty where it is not known.
    """
    for href in tree.xpath("//base/@href"):
        base = absolute(str(href).strip(), address)
        return base if _is_absolute(base) else address
    return address


def absolute(address: str, base: str) -> str:
    """Return the whole of an address that a page names; as it stands where its base is not known.

    Empty where it is none. What begins with the name of a host is on the web (RFC 3986, 4.2), wherever
    the page is kept.
    """
    if not address:
        return ""
    try:
        whole = str(urljoin(base or "https:" * address.startswith("//"), address))
        urlsplit(whole)
    except ValueError:
        return ""
    return whole


def named_by(tree: HtmlElement, base: str) -> dict[str, str]:
    """Return the names of files that a page may mean, by the address that each would have on its site."""
    names: dict[str, str] = {}
    for name in _names(tree):
        path = unquote(name.partition("#")[0].partition("?")[0])
        if path and len(names) < _MOST_NAMES:
            names.setdefault(urljoin(base, name), path)
    return names


def beside(addresses: Iterable[str], names: Mapping[str, str]) -> dict[str, str]:
    """Return which files stand for these addresses, by what a page names.

    What is named by its whole address, as in metadata, may lie there too: by its file's name.
    """
    by_file = {PurePosixPath(path).name: path for path in names.values()}
    found = {address: names.get(address) or by_file.get(_file_of(address), "") for address in addresses}
    return {address: path for address, path in found.items() if path}


def _names(tree: HtmlElement) -> Iterator[str]:
    for element in tree.iter("img", "amp-img", "audio", "video", "source", "track", "embed", "a"):
        for attribute in _NAMING:
            value = (element.get(attribute) or "").strip()
            each = (part.split() for part in value.split(",")) if attribute == "srcset" else [[value]]
            yield from (words[0] for words in each if words and _is_relative(words[0]))


def _is_relative(name: str) -> bool:
    try:
        parts = urlsplit(name)
    except ValueError:
        return False
    return bool(parts.path) and not (parts.scheme or parts.netloc or name.startswith("/"))


def _is_absolute(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _file_of(address: str) -> str:
    try:
        return PurePosixPath(unquote(urlsplit(address).path)).name
    except ValueError:
        return ""
