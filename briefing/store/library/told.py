"""What a feed said of an item, as bytes: JSON, deflated, with a sum that shows damage. Pure."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

from briefing.feed import FeedChapter, FeedItem
from briefing.linked import LinkedKind, LinkedText

if TYPE_CHECKING:
    from collections.abc import Mapping


def pack(item: FeedItem) -> bytes:
    """Return an item as bytes that `unpack` turns back into an equal one."""
    usual = FeedItem()
    told = {
        name: value for name, value, other in zip(item._fields, item, usual, strict=True) if value != other
    }
    return pack_text(json.dumps(told))


def unpack(packed: bytes) -> FeedItem:
    """Return the item that `pack` was given.

    Raises:
        ValueError: if the bytes are damaged.
    """
    try:
        told: Mapping[str, object] = json.loads(unpack_text(packed))
        item = FeedItem(**told)  # type: ignore[arg-type]
        return item._replace(
            linked=tuple(LinkedText(LinkedKind(kind), *rest) for kind, *rest in item.linked),
            chapters=tuple(FeedChapter(*each) for each in item.chapters),
            persons=tuple(item.persons),
        )
    except (TypeError, ValueError) as error:
        raise ValueError("not what a feed said") from error


def pack_text(text: str) -> bytes:
    """Return a text as bytes; none for an empty one."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 3) if text else b""


def unpack_text(packed: bytes) -> str:
    """Return the text that `pack_text` was given.

    Raises:
        ValueError: if the bytes are damaged.
    """
    try:
        return zlib.decompress(packed).decode("utf-8", "surrogatepass") if packed else ""
    except (zlib.error, TypeError) as error:
        raise ValueError("not a packed text") from error
