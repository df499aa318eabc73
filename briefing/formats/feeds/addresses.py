"""What a feed names, as whole addresses: only those of http and https are any."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urljoin, urlsplit

_LONGEST: Final = 4096
_SUBSCRIBING: Final = re.compile(r"(?:feed|itpc|pcast|podcast|rss):(?://)?(?=(https?://)?)", re.IGNORECASE)
"""Schemes that only say what to do with an address: "feed:https://example.org" and "feed://example.org"."""
_WHOLE: Final = re.compile(r"https?://", re.IGNORECASE)
_PLAIN: Final = re.compile(r"https?://[a-zA-Z0-9][a-zA-Z0-9.-]*+(?:/[!-~]*+)?", re.IGNORECASE)
"""What nearly all are: a host's name, and printable ASCII behind it."""
_UNFIT: Final = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]")


def resolved(named: str | None, *bases: str) -> str:
    """Return the whole of an address that a feed names; empty where it is none that may be asked for.

    Args:
        named: What the feed has.
        bases: What it may be relative to: the first that it makes a whole address with counts.
    """
    address = (named or "").strip()
    if not address or len(address) > _LONGEST:
        return ""
    if found := _SUBSCRIBING.match(address):
        address = address[found.end() :].lstrip("/")
        if not found[1] and "://" in address:
            return ""
        address = address if found[1] else f"https://{address}"
    if _WHOLE.match(address):
        return _checked(address)
    return next(filter(None, (_joined(base, address) for base in bases if base)), "")


def _joined(base: str, address: str) -> str:
    try:
        return _checked(urljoin(base, address))
    except ValueError:
        return ""


def _checked(address: str) -> str:
    """Return an address of http or https with a host, without white space in it; empty for every other."""
    if _PLAIN.fullmatch(address):
        return address
    address = _UNFIT.sub(_quoted, address)
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return ""
    is_one = parts.scheme in ("http", "https") and bool(parts.hostname)
    return address if is_one and len(address) <= _LONGEST else ""


def _quoted(found: re.Match[str]) -> str:
    """Return white space within an address as it is written there; line breaks are none of it."""
    return "%20" if found[0] == " " else ""
