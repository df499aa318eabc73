"""Where the tag that a recording begins with has its picture, so that its words need not wait for that.

ID3v2.2 to 2.4 (id3.org). Only what has come of a tag is looked at. Where something in it is odd, it is
taken to have no picture: all of it is waited for then.
"""

from __future__ import annotations

from typing import Final, NamedTuple

_HEADER_BYTES: Final = 10
_PLAIN_FLAGS: Final = 0
"""No tag with unsynchronisation, an extended header or a footer is looked into: few have one."""


class _Layout(NamedTuple):
    """How frames of a version are written."""

    picture: bytes
    header_bytes: int
    size_at: slice
    bits: int
    """Of each byte of a size."""


_LAYOUTS: Final = {
    2: _Layout(b"PIC", 6, slice(3, 6), 8),
    3: _Layout(b"APIC", 10, slice(4, 8), 8),
    4: _Layout(b"APIC", 10, slice(4, 8), 7),
}


def end_of_tag(head: bytes) -> int:
    """Return where the tag ends that a recording begins with, bytes; 0 without one."""
    return _HEADER_BYTES + _number(head[6:10], 7) if head[:3] == b"ID3" else 0


def end_of_picture(tag: bytes, after: int = 0) -> int | None:
    """Return where the picture ends that begins in what has come of a tag, bytes; None if none does.

    Args:
        tag: the beginning of a recording.
        after: where a picture that is known already ends.
    """
    layout = _LAYOUTS.get(tag[3]) if len(tag) > _HEADER_BYTES else None
    if layout is None or tag[5] != _PLAIN_FLAGS:
        return None
    at, end = _HEADER_BYTES, end_of_tag(tag)
    while at + layout.header_bytes <= min(end, len(tag)) and tag[at]:
        name = tag[at : at + len(layout.picture)]
        stop = at + layout.header_bytes + _number(tag[at:][layout.size_at], layout.bits)
        if name == layout.picture and stop > after:
            return min(stop, end)
        at = stop
    return None


def _number(data: bytes, bits: int) -> int:
    number = 0
    for byte in data:
        number = number << bits | byte & ((1 << bits) - 1)
    return number
