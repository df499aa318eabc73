"""The rows that are kept, what each column may hold, and the seal that shows a row to be as it was written.

SQLite has no sums of its own over what it stores, so a flipped byte in a note would come back
as a note. Each row therefore carries a *seal*, the CRC-32 of its columns. A row without one
(of a database of the first version, until it is opened for writing) is held to its types and
ranges alone. Pure: nothing here touches a file.
"""

from __future__ import annotations

import re
import zlib
from math import isfinite
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MOST_OFFSET: Final = 2**40
_MOST_ID_CHARS: Final = 128
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,8}")


class Table(NamedTuple):
    """A table: the columns that are sealed, in order, and whether values can be a row of it.

    `key` is how many of the columns, from the first, tell one row from another.
    """

    name: str
    columns: tuple[str, ...]
    key: int
    can_be: Callable[[Sequence[object]], bool]

    @property
    def listed(self) -> str:
        """The columns, for SQL."""
        return ", ".join(self.columns)


def seal_of(values: Sequence[object]) -> int:
    """Return the seal of a row's columns."""
    import json

    plain = [value.hex() if isinstance(value, bytes) else value for value in values]
    return zlib.crc32(json.dumps(plain).encode())


def is_right(table: Table, values: Sequence[object], seal: object) -> bool:
    """Return whether a row is as it was written, as far as can be told."""
    if seal is None:
        return table.can_be(values)
    return seal == seal_of(values)


def voice_kept(voice: str | None, language: str | None) -> str | None:
    """Return the column for who reads, and in which language where that was chosen: "speech", "speech de"."""
    return f"{voice or ''} {language}" if language else voice


def voice_of(kept: object) -> tuple[str | None, str | None]:
    """Return who reads and the chosen language, from what `voice_kept` made."""
    voice, _, language = kept.partition(" ") if isinstance(kept, str) else ("", "", "")
    return voice or None, language if _LANGUAGE.fullmatch(language) else None


def _can_be_item(values: Sequence[object]) -> bool:
    document_id, offset, media_s, speed, size, voice, sync_offset_ms, title, source, opened = values
    return (
        _is_id(document_id)
        and _is_count(offset)
        and isinstance(media_s, float)
        and isfinite(media_s)
        and media_s >= 0
        and (speed is None or (isinstance(speed, float) and 0 < speed < 100))  # noqa: PLR2004 - a guard
        and all(
            each is None or (isinstance(each, str) and each.isalpha()) for each in (size, voice_of(voice)[0])
        )
        and (sync_offset_ms is None or isinstance(sync_offset_ms, int))
        and _is_line(title)
        and isinstance(source, bytes)
        and b"\0" not in source
        and _is_count(opened)
    )


def _can_be_bookmark(values: Sequence[object]) -> bool:
    document_id, offset, note, created_at = values
    return _is_id(document_id) and _is_count(offset) and _is_line(note) and _is_time(created_at)


def _can_be_timings(values: Sequence[object]) -> bool:
    *names, confidence, used, timeline = values
    if not (all(_is_line(each) for each in names) and isinstance(confidence, float) and _is_count(used)):
        return False
    if not (0 <= confidence <= 1 and isinstance(timeline, bytes)):
        return False
    from briefing.store import packing

    try:
        packing.unpack(timeline)
    except ValueError:
        return False
    return True


def _is_id(value: object) -> bool:
    return (
        isinstance(value, str)
        and 0 < len(value) <= _MOST_ID_CHARS
        and value.isascii()
        and value.isprintable()
    )


def _is_count(value: object) -> bool:
    return isinstance(value, int) and 0 <= value < MOST_OFFSET


def _is_line(value: object) -> bool:
    return isinstance(value, str) and "\0" not in value and "\ufffd" not in value


def _is_time(value: object) -> bool:
    if not isinstance(value, str):
        return False
    from datetime import datetime

    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


ITEMS: Final = Table(
    "items",
    (
        "document_id",
        "offset",
        "media_s",
        "speed",
        "size",
        "voice",
        "sync_offset_ms",
        "title",
        "source",
        "opened",
    ),
    1,
    _can_be_item,
)
BOOKMARKS: Final = Table("bookmarks", ("document_id", "offset", "note", "created_at"), 4, _can_be_bookmark)
TIMINGS: Final = Table(
    "timings", ("sound_hash", "text_hash", "method", "confidence", "used", "timeline"), 3, _can_be_timings
)
TABLES: Final = (ITEMS, BOOKMARKS, TIMINGS)
