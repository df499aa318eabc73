"""Addresses as they are compared: one that is written in several ways is the same. Pure.

Neither the scheme counts, nor capitals in the host, `www.`, a usual port, a slash at the end, a user's name
and password, nor a fragment.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

_USUAL_PORTS: Final = (None, 80, 443)
_CAMPAIGNS: Final = frozenset(("fbclid", "gclid", "mc_cid", "mc_eid", "cmp", "cmpid", "ref", "source"))
_OF_CAMPAIGNS: Final = ("utm_", "at_")
_OF_SIGNATURES: Final = ("token", "signature", "expires", "policy")
"""Parameters called so tell where an address was found, or let one in, and not what is there."""


def plain_address(address: str) -> str:
    """Return a feed's address as it is compared; what cannot be understood, as it is."""
    return _plain(address, is_whole=True)


def plain_page(address: str) -> str:
    """Return a page's or recording's address as it is compared; empty for a front page, and for none."""
    plain = _plain(address, is_whole=False)
    return plain if "/" in plain or "?" in plain else ""


def _plain(address: str, *, is_whole: bool) -> str:
    """Return an address as it is compared. `is_whole`: with all that its query says."""
    try:
        parts = urlsplit(address.strip())
        port = "" if parts.port in _USUAL_PORTS else f":{parts.port}"
    except ValueError:
        return address
    query = "&".join(each for each in parts.query.split("&") if is_whole or not _is_passing(each))
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{port}{parts.path.rstrip('/')}{'?' * bool(query)}{query}"


def _is_passing(parameter: str) -> bool:
    name = parameter.partition("=")[0].lower()
    return (
        name in _CAMPAIGNS or name.startswith(_OF_CAMPAIGNS) or any(part in name for part in _OF_SIGNATURES)
    )
