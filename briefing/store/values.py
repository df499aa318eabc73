"""What stands in the columns of a row as the values that it stands for, whatever a damaged database holds.

Pure: nothing here touches a file.
"""

from __future__ import annotations

from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit, urlunsplit

from briefing.limits import SPEED_HIGH, SPEED_LOW
from briefing.model import KeptPlace, VoiceKind
from briefing.sizes import TextSize

if TYPE_CHECKING:
    from collections.abc import Sequence

W = TypeVar("W", bound=StrEnum)


def place_of(document_id: str, row: Sequence[object]) -> KeptPlace:
    """Return what a row of `rows.ITEMS` remembers of a briefing; what cannot be is None."""
    from briefing.store.rows import voice_of  # there is none at a first start

    _, offset, media_s, speed, size, kept_voice, sync_offset_ms, *_ = row
    voice, language = voice_of(kept_voice)
    return KeptPlace(
        document_id,
        max(0, offset) if isinstance(offset, int) else 0,
        max(0.0, media_s) if isinstance(media_s, float) else 0.0,
        speed if isinstance(speed, float) and SPEED_LOW <= speed <= SPEED_HIGH else None,
        _member(TextSize, size),
        _member(VoiceKind, voice),
        sync_offset_ms if isinstance(sync_offset_ms, int) else None,
        language,
    )


def _member(words: type[W], value: object) -> W | None:
    return next((word for word in words if word == value), None)


def clean(text: str) -> str:
    """Return a text without what UTF-8 cannot hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def is_text(raw: bytes) -> bool:
    """Return whether a source can be read as it was written."""
    try:
        raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def without_password(source: str) -> str:
    """Return an address without user name and password; a path as it is; "" for an address that is none."""
    if not source.startswith(("http://", "https://")):
        return source
    with suppress(ValueError):
        parts = urlsplit(source)
        return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    return ""
