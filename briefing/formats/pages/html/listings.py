"""The listing of a folder, as web servers make one: names of files, and no story."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from briefing.formats.pages.html.around import text_of_element
from briefing.safe import safe_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CALLED: Final = re.compile(r"(?i)(?:index of|directory listing (?:for|of)|directory:) /|files within \S+/$")
"""How Apache, nginx, lighttpd, Python, Jetty and Node call it; the path is behind it."""
_MOST: Final = 1000


def listing_sentence(tree: HtmlElement, base: str) -> str:
    """Return what to tell the user of a page that lists a folder; empty if it is none.

    Args:
        tree: The page.
        base: What its links start from; empty if that is unknown.
    """
    headings = tree.xpath("//head/title")[:1] + tree.xpath("//h1")[:1]
    if not headings or not all(_CALLED.match(text_of_element(each)) for each in headings):
        return ""
    first = next((name for name in tree.xpath("//a/@href")[:_MOST] if _is_file(name)), "")
    such = f", such as {safe_line(urljoin(base, first), 120)}" if first else ""
    return f"This is a list of files: give the address of one of them{such}."


def _is_file(name: str) -> bool:
    """Return whether a link leads to a file of the folder: no folder, and no other order of the list."""
    return re.fullmatch(r"[^?#/.:][^/:]*", name) is not None
