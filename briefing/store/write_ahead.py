"""The write-ahead log of an SQLite database, read by itself: its pages, and whether SQLite reads all of it.

SQLite stops at the first frame whose sum is wrong, and passes over all that was committed behind it
without a word. Here each frame is checked by the sum in its header and, since sums are chained, by
that of the frame before it: one bad frame does not void those after it.

The format is that of https://www.sqlite.org/fileformat2.html, section 4.
"""

from __future__ import annotations

import struct
from array import array
from typing import Final

_HEAD: Final = struct.Struct(">8I")
_FRAME_HEAD: Final = struct.Struct(">6I")
_MAGIC: Final = 0x377F0682


def page_bytes(wal: bytes) -> int:
    """Return the size of a page as a log's header tells it, right or wrong; 0 without a header."""
    return int.from_bytes(wal[8:12], "big") if len(wal) >= _HEAD.size else 0


def last_commit(wal: bytes, size: int) -> int | None:
    """Return the number of the last frame of this log's own that ends a transaction; None without a header.

    By salts alone, no frame's sum is checked: more frames than SQLite reads mean that some in between are
    bad. The header's own is, for with another salt in it no frame seems to belong to this log.
    """
    if len(wal) < _HEAD.size + _FRAME_HEAD.size + size:
        return 0
    head = _HEAD.unpack_from(wal)
    if head[0] & ~1 != _MAGIC or head[2] not in (size, 1):
        return None
    if _sum(wal[: _HEAD.size - 8], (0, 0), _order(head)) != head[6:8]:
        return None
    last = 0
    for number, at in enumerate(_frames(wal, size), 1):
        _, committed, *salts = _FRAME_HEAD.unpack_from(wal, at)[:4]
        if salts == [head[4], head[5]] and committed:
            last = number
    return last


def committed_pages(wal: bytes, size: int) -> dict[int, bytes]:
    """Return the newest committed version of each page in a log, of the frames whose sums are right."""
    starts = list(_frames(wal, size))
    if not starts:
        return {}
    head = _HEAD.unpack_from(wal)
    order = _order(head)
    own = {
        salts: sum(_FRAME_HEAD.unpack_from(wal, at)[2:4] == salts for at in starts)
        for salts in (head[4:6], _FRAME_HEAD.unpack_from(wal, starts[0])[2:4])
    }
    salts = max(own, key=lambda each: own[each])
    pages: dict[int, bytes] = {}
    open_: dict[int, bytes] = {}
    before = head[6:8]
    is_sure = salts == head[4:6]
    for at in starts:
        number, committed, *rest = _FRAME_HEAD.unpack_from(wal, at)
        page = wal[at + _FRAME_HEAD.size : at + _FRAME_HEAD.size + size]
        is_ours = tuple(rest[:2]) == salts
        if (
            is_ours
            and number
            and (_sum(wal[at : at + 8] + page, before, order) == tuple(rest[2:]) or not is_sure)
        ):
            open_[number] = page
            if committed:
                pages.update(open_)
                open_.clear()
        before, is_sure = (rest[2], rest[3]), is_ours
    return pages


def _order(head: tuple[int, ...]) -> str:
    """Return the order of the bytes in the numbers that a log's sums are made of."""
    return ">" if head[0] == _MAGIC | 1 else "<"


def _frames(wal: bytes, size: int) -> range:
    return range(_HEAD.size, len(wal) - size - _FRAME_HEAD.size + 1, size + _FRAME_HEAD.size)


def _sum(data: bytes, before: tuple[int, ...], order: str) -> tuple[int, int]:
    """Return the log's checksum of `data`, going on from the one before (section 4.2)."""
    words = array("I", data) if array("I").itemsize == 4 else array("L", data)  # noqa: PLR2004
    if (order == ">") == (struct.pack("=H", 1) == b"\1\0"):
        words.byteswap()
    one, two = before
    for first, second in zip(words[::2], words[1::2], strict=True):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two
