"""The picture of a saved page that lies in its own file: in a `data:` address, or in a part of a web archive.

Nobody decodes it here: its bytes go to where pictures are decoded, as those of a picture that was fetched.
"""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_to_bytes

from briefing.formats.pages.html.lead_pictures import picture_key
from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lxml.html import HtmlElement

    from briefing.formats.pages.html.answer import PagePart

MOST_PICTURE_BYTES: Final = 5 << 20
"""The largest that is kept of a page."""
_LEAST: Final = 4096
"""Characters of an address that holds a picture rather than an icon, or a blank until that comes."""
_MOST: Final = 400
_DATA: Final = re.compile(r"\s*data:image/(?:png|jpe?g|gif|webp|avif|bmp)[^,]{0,100},", re.IGNORECASE)
"""Those that can be drawn."""


def name_pictures(tree: HtmlElement) -> dict[str, str]:
    """Give the pictures in addresses names that are as short as others', and return what each stood for."""
    named: dict[str, str] = {}
    for element in tree.iter("img"):
        source = element.get("src") or ""
        if len(source) >= _LEAST and _DATA.match(source) and len(named) < _MOST:
            name = f"inside:picture-{len(named)}"
            named[name] = source
            element.set("src", name)
    return named


def kept(parts: Iterable[tuple[str, str, bytes]]) -> dict[str, bytes]:
    """Return the pictures among what a web archive holds, by what a page calls each.

    Args:
        parts: The name, the media type and the bytes of each.
    """
    found: dict[str, bytes] = {}
    for name, kind, data in parts:
        if name and kind.startswith("image/") and len(data) <= MOST_PICTURE_BYTES and len(found) < _MOST:
            found.setdefault(name, data)
    return found


def first_picture(
    parts: Sequence[PagePart], named: Mapping[str, str], archived: Mapping[str, bytes]
) -> bytes:
    """Return the first picture of a page as its file would hold it; empty where it is not inside.

    Args:
        parts: Those of the page.
        named: What `name_pictures` found in its addresses.
        archived: What came with it, by address or `cid:`.
    """
    src = next((part.src for part in parts if part.kind is BlockKind.CAPTION), "")
    if not src:
        return b""
    if src in named:
        return _decoded(named[src])
    if src in archived:
        return archived[src]
    # Of one picture in several sizes, an archive holds that which was shown.
    key = picture_key(src)
    return next((data for name, data in archived.items() if picture_key(name) == key), b"")


def _decoded(address: str) -> bytes:
    """Return the bytes of a `data:` address; none where it is damaged, or larger than any that is kept."""
    head, _, body = address.partition(",")
    if len(body) > MOST_PICTURE_BYTES * 4 / 3 + 4:
        return b""
    data = unquote_to_bytes(body)
    if not head.rstrip().lower().endswith(";base64"):
        return data
    try:
        return base64.b64decode(data)
    except ValueError:
        return b""
