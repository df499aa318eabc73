"""The picture of a page: the only thing that is fetched of it unasked, and only from the page's own site.

A site is what one owner has: all hosts below a name that is registered, such as `gdb.rferl.org` and
`www.rferl.org`. Which names are registered is told without a list of all: the last two, or three where the
last has two letters and the one before it is what countries part their names by (`co.uk`). From a page that
came encrypted nothing is fetched in the clear.
"""

from __future__ import annotations

from functools import partial
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final

from briefing.sources.address import is_address

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model import Document
    from briefing.ports.network import Fetcher

MOST_BYTES: Final = 10 << 20
_PARTS: Final = frozenset(
    (
        *("ac", "co", "com", "edu", "gen", "go", "gob", "gouv", "gov", "govt", "gv", "ltd", "me", "mil"),
        *("ne", "net", "nhs", "nom", "or", "org", "plc", "sch"),
    )
)
"""What countries part the names by that they register: of newspapers, broadcasters and governments."""
_COUNTRY: Final = 2
"""Letters of a country's name."""


def picture_of(document: Document, page: str, fetcher: Fetcher) -> Callable[[], bytes | None] | None:
    """Return what fetches the first picture of a page; None if it has none on its own site.

    Args:
        document: What was read of the page; addresses of its pictures are whole.
        page: Its address.
        fetcher: What gets it.
    """
    address = document.figures[0].src if document.figures else None
    if not address or not is_same_site(page, address):
        return None
    return partial(_fetch, fetcher, address, page)


def _fetch(fetcher: Fetcher, address: str, page: str) -> bytes | None:
    fetched = fetcher.open(address, page)
    try:
        is_picture = fetched.media_type.startswith("image/") or not fetched.media_type
        return fetched.data(MOST_BYTES) if is_picture else None
    finally:
        fetched.close()


def is_same_site(page: str, address: str) -> bool:
    """Return whether what is at an address is its page's owner's, and as safe on its way."""
    from urllib.parse import urlsplit

    try:
        ours, theirs = urlsplit(page), urlsplit(address)
        hosts = ours.hostname, theirs.hostname
    except ValueError:
        return False
    if not is_address(address) or (ours.scheme == "https" != theirs.scheme) or not all(hosts):
        return False
    return _site_of(hosts[0] or "") == _site_of(hosts[1] or "")


def _site_of(host: str) -> str:
    try:
        return str(ip_address(host))
    except ValueError:
        names = host.rstrip(".").split(".")
    is_parted = len(names[-1]) == _COUNTRY and len(names) > _COUNTRY and names[-2] in _PARTS
    return ".".join(names[-3 if is_parted else -2 :])
