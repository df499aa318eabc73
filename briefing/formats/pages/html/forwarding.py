"""Where a page sends its visitors on to by itself, as pages do that have moved or count who leaves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_REFRESH: Final = re.compile(
    r"\s*\d{1,3}(?:\.\d{0,9})?\s*[;,]\s*(?:url\s*=\s*)?([\"']?)(.{1,2000})", re.IGNORECASE
)
"""The content of a refresh that names another page (WHATWG, HTML 4.2.5.3)."""


def leads_to(tree: HtmlElement, base: str) -> str:
    """Return the address that a page leads on to without being asked; empty where it stays.

    Args:
        tree: The page.
        base: What its addresses are relative to; empty where that is not known.
    """
    for meta in tree.iter("meta"):
        if (meta.get("http-equiv") or "").strip().lower() != "refresh":
            continue
        if found := _REFRESH.fullmatch(meta.get("content") or ""):
            quote, named = found.groups()
            address = _joined(base, named.split(quote)[0] if quote else named.strip())
            if address.startswith(("http://", "https://")) and address != base:
                return address
    return ""


def _joined(base: str, named: str) -> str:
    try:
        return urljoin(base, named)
    except ValueError:
        return ""
