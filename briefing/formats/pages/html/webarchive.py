"""Safari's web archives: a property list, binary or XML, with the page's source and what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.formats.pages.html.inside import kept
from briefing.formats.pages.html.packed import Packed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.formats.draft import Draft
    from briefing.formats.source import Head, Source

SUFFIXES: Final = (".webarchive",)
_BINARY: Final = b"bplist00"
_KEY: Final = b"WebMainResource"
_LOOKED_AT: Final = 8192
_SURE: Final = 0.97


def score(head: Head) -> float:
    """Return how sure it is that this is a web archive."""
    is_binary = head.data.startswith(_BINARY)
    is_known = head.suffix in SUFFIXES or _KEY in head.data if is_binary else is_own(head.data)
    return _SURE if is_known else 0.0


def is_own(data: bytes) -> bool:
    """Return whether a file begins as a web archive does; a binary one may have its keys anywhere."""
    return data.startswith(_BINARY) or (b"<plist" in data[:_LOOKED_AT] and _KEY in data[:_LOOKED_AT])


def read(source: Source) -> Draft:
    """Return the story of the page.

    Raises:
        SourceError: if it cannot be read.
    """
    from briefing.formats.pages.html import page

    return page.read(source)


def unpack(data: bytes) -> Packed:
    """Return the page of an archive. Runs in the process that may die."""
    import plistlib
    from xml.parsers.expat import ExpatError

    try:
        found = plistlib.loads(data)
    except (ExpatError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        return Packed()  # a damaged list makes plistlib raise any of them
    resource = found.get(_KEY.decode()) if isinstance(found, dict) else None
    if not isinstance(resource, dict) or not isinstance(resource.get("WebResourceData"), bytes):
        return Packed()
    charset = str(resource.get("WebResourceTextEncodingName") or "")
    address = str(resource.get("WebResourceURL") or "")
    return Packed(resource["WebResourceData"], address, charset, kept(_others(found)))


def _others(archive: dict[str, object]) -> Iterator[tuple[str, str, bytes]]:
    """Yield the address, the media type and the bytes of what the page shows."""
    resources = archive.get("WebSubresources")
    for each in resources if isinstance(resources, list) else ():
        if isinstance(each, dict) and isinstance(data := each.get("WebResourceData"), bytes):
            yield str(each.get("WebResourceURL") or ""), str(each.get("WebResourceMIMEType") or ""), data
