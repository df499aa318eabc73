"""What a page came in, and the page that is in it. Runs in the process that may die."""

from __future__ import annotations

from typing import Final

from briefing.formats.pages.html import clipboard, mhtml, webarchive
from briefing.formats.pages.html.packed import Packed

_FORMS: Final = (
    (mhtml.is_own, mhtml.unpack),
    (webarchive.is_own, webarchive.unpack),
    (clipboard.is_own, clipboard.unpack),
)


def unpack(data: bytes, address: str) -> Packed:
    """Return the page that is in these bytes.

    Args:
        data: What was opened.
        address: Where that came from, empty if from nowhere.
    """
    for is_own, unpack_own in _FORMS:
        if is_own(data):
            page = unpack_own(data)
            return page._replace(address=page.address or address)
    return Packed(data, address)
