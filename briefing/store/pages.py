"""Rows out of the bytes of an SQLite file, however damaged: no SQL, no index, no tree is trusted.

Theory of operation: a database is pages; a row lies whole on a leaf page, or begins there and
goes on in a chain of overflow pages. Each page is looked at by itself, so a page that is
missing costs its own rows and no others. Where a page's list of cells can be followed, it is;
where it cannot, every place at which a record could begin is tried. Pages of the write-ahead
log (`write_ahead`) lie over those of the file.

The formats are those of https://www.sqlite.org/fileformat2.html, sections 1.6 and 2.1.
Records that come out are only well formed; whether a row is right is for `rows` to say.
"""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.store import write_ahead

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

MAGIC: Final = b"SQLite format 3\x00"
USUAL_PAGE_BYTES: Final = 4096
_HEADER_BYTES: Final = 100
_TABLE_LEAF: Final = 0x0D
_INDEX_LEAF: Final = 0x0A
_INDEX_INNER: Final = 0x02
_TREE_PAGES: Final = frozenset((_INDEX_INNER, 0x05, _INDEX_LEAF, _TABLE_LEAF))
_CELL_HEAD: Final = struct.Struct(">BHHHB")
_INTEGER_BYTES: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_REAL: Final = 7
_ZERO, _ONE = 8, 9
_FIRST_BLOB: Final = 12
_VARINT_BYTES: Final = 9
_LONGEST_ROW_BYTES: Final = 32_000_000

Value = int | float | str | bytes | None


class Record(NamedTuple):
    """A row as it was found. `rowid` is None where only the record could be made out, or an index's."""

    rowid: int | None
    values: tuple[Value, ...]


def records(main: bytes, wal: bytes, columns: frozenset[int]) -> Iterator[Record]:
    """Yield every record that has one of these counts of columns; the surest first.

    Args:
        main: The database file, as much as there is of it.
        wal: Its write-ahead log; empty if there is none.
        columns: How many columns the records of interest have.
    """
    size = page_bytes(main, wal)
    pages = _pages(main, wal, size)
    free = _free_pages(pages)
    broken: list[bytes] = []
    for number, page in sorted(pages.items()):
        if number not in free:
            is_whole = yield from _listed(pages, number, columns)
            if not is_whole:
                broken.append(page)
    for page in broken:
        yield from _carved(page, columns)


def page_bytes(main: bytes, wal: bytes) -> int:
    """Return the size of a page, as file or log tell it; the usual one where both are damaged."""
    told = int.from_bytes(main[16:18], "big") if main.startswith(MAGIC) else 0
    for each in (told, write_ahead.page_bytes(wal)):
        size = 65536 if each == 1 else each
        if 512 <= size <= 65536 and size & (size - 1) == 0:  # noqa: PLR2004 - the format's
            return size
    return USUAL_PAGE_BYTES


def _pages(main: bytes, wal: bytes, size: int) -> dict[int, bytes]:
    """Return the pages by number from 1, those of the log over those of the file; a cut one is padded."""
    pages = {
        number: main[at : at + size].ljust(size, b"\0")
        for number, at in enumerate(range(0, len(main), size), 1)
    }
    pages.update(write_ahead.committed_pages(wal, size))
    return pages


def _free_pages(pages: dict[int, bytes]) -> set[int]:
    """Return the pages that the file says are not in use: what they hold was deleted."""
    free: set[int] = set()
    trunk = int.from_bytes(pages.get(1, b"")[32:36], "big")
    while trunk in pages and trunk not in free and trunk > 1:
        free.add(trunk)
        page = pages[trunk]
        count = min(int.from_bytes(page[4:8], "big"), len(page) // 4 - 2)
        leaves = struct.unpack_from(f">{count}I", page, 8)
        if any(each not in pages or _kind(page) in _TREE_PAGES for each in leaves):
            return set()  # a damaged list says nothing
        free.update(leaves)
        trunk = int.from_bytes(page[:4], "big")
    return free


def _kind(page: bytes) -> int:
    return page[0]


# Rows


def _listed(pages: dict[int, bytes], number: int, columns: frozenset[int]) -> Generator[Record, None, bool]:
    """Yield the records that a leaf page lists; return whether all that it lists could be read."""
    page = pages[number]
    at = _HEADER_BYTES if number == 1 else 0
    kind, _, count, _, _ = _CELL_HEAD.unpack_from(page, at)
    if kind not in (_TABLE_LEAF, _INDEX_LEAF, _INDEX_INNER):
        return kind in _TREE_PAGES
    first = at + _CELL_HEAD.size + (4 if kind == _INDEX_INNER else 0)
    if first + 2 * count > len(page):
        return False
    is_whole = True
    for pointer in struct.unpack_from(f">{count}H", page, first):
        record = _cell(pages, page, pointer, kind) if pointer >= first + 2 * count else None
        if record is None:
            is_whole = False
        elif len(record.values) in columns:
            yield record
    return is_whole


def _cell(pages: dict[int, bytes], page: bytes, at: int, kind: int) -> Record | None:
    rowid = None
    length, at = _varint(page, at + 4 if kind == _INDEX_INNER else at)
    if kind == _TABLE_LEAF:
        rowid, at = _varint(page, at)
    if not 0 < length <= _LONGEST_ROW_BYTES:
        return None
    usable = len(page)
    most = usable - 35 if kind == _TABLE_LEAF else (usable - 12) * 64 // 255 - 23
    local = length
    if length > most:
        least = (usable - 12) * 32 // 255 - 23
        local = least + (length - least) % (usable - 4)
        local = local if local <= most else least
    payload = page[at : at + local]
    if length > local:
        payload += _overflow(pages, int.from_bytes(page[at + local : at + local + 4], "big"), length - local)
    values = _values(payload) if len(payload) == length else None
    return None if values is None else Record(rowid, values)


def _overflow(pages: dict[int, bytes], number: int, length: int) -> bytes:
    """Return what a chain of pages holds, shorter than `length` where the chain is broken."""
    parts: list[bytes] = []
    seen: set[int] = set()
    while length > 0 and number in pages and number not in seen:
        seen.add(number)
        part = pages[number][4 : 4 + length]
        parts.append(part)
        length -= len(part)
        number = int.from_bytes(pages[number][:4], "big")
    return b"".join(parts)


def _carved(page: bytes, columns: frozenset[int]) -> Iterator[Record]:
    """Yield the records that begin anywhere on a page whose list of cells is damaged."""
    for count in columns:
        # A record's head: its own length, then a type for each column; the first is never a real number.
        for match in re.finditer(
            rb"(?=[%c-%c][\x00-\x06\x08\x09\x0d-\xff])" % (count + 1, min(3 * count + 1, 0x5A)), page
        ):
            values = _values(page[match.start() :], is_open=True, count=count)
            if values is not None:
                yield Record(None, values)


def _values(payload: bytes, *, is_open: bool = False, count: int = 0) -> tuple[Value, ...] | None:
    """Return the columns of a record, None if it is none. `is_open`: it may end before the bytes do."""
    stop, at = _varint(payload, 0)
    if not at < stop <= len(payload):
        return None
    types = []
    while at < stop:
        each, at = _varint(payload, at)
        types.append(each)
    if at != stop or (count and len(types) != count):
        return None
    values: list[Value] = []
    for each in types:
        size = _size(each)
        if size is None or at + size > len(payload):
            return None
        try:
            values.append(_value(each, payload[at : at + size]))
        except UnicodeDecodeError:
            return None
        at += size
    return tuple(values) if is_open or at == len(payload) else None


def _size(type_: int) -> int | None:
    if type_ >= _FIRST_BLOB:
        return (type_ - _FIRST_BLOB) // 2
    if type_ == _REAL:
        return 8
    if type_ in (0, _ZERO, _ONE):
        return 0
    return _INTEGER_BYTES.get(type_)


def _value(type_: int, raw: bytes) -> Value:
    if type_ >= _FIRST_BLOB:
        return raw.decode("utf-8") if type_ % 2 else raw
    if type_ == _REAL:
        real: float = struct.unpack(">d", raw)[0]
        return real
    if type_ == 0:
        return None
    if type_ in (_ZERO, _ONE):
        return type_ - _ZERO
    return int.from_bytes(raw, "big", signed=True)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of 1 to 9 bytes and where it ends; 0 past the end."""
    value = 0
    for index, byte in enumerate(data[at : at + _VARINT_BYTES]):
        if index == _VARINT_BYTES - 1:
            return value << 8 | byte, at + _VARINT_BYTES
        value = value << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 - the last byte of a number
            return value, at + index + 1
    return 0, len(data)
