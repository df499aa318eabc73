"""Tags whose text is in another encoding than they say.

Old taggers wrote the bytes of their own code page where the format says Latin-1 or UTF-8, and
nobody may know which page that was. All that a recording's tags say is looked at together, for
a title alone is short; what reads as Western European is left as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.text.encodings.codepages import guess
from briefing.text.encodings.latin_pages import latin_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.ports.media import MediaInfo, TimedText

_BYTES: Final = 0x100
_ASCII: Final = 0x80
_POOLED: Final = 200
"""Words and chapters that are looked at with the rest."""


def retold(info: MediaInfo) -> MediaInfo:
    """Return what a recording says of itself with its text in the encoding that it was written in."""
    timed = [entry.text for entry in (*info.chapters, *info.words)[:_POOLED]]
    texts = (info.title, info.artist, info.comment, info.lyrics, *timed)
    pool = [raw for text in texts if text and (raw := _bytes_of(text)) is not None]
    if not pool:
        return info
    decode = _decoder(b"\n".join(dict.fromkeys(pool)))

    def tell(text: str | None) -> str | None:
        raw = _bytes_of(text) if text else None
        return text if raw is None else decode(raw)

    def tell_entry(entry: TimedText) -> TimedText:
        return entry._replace(text=tell(entry.text) or "")

    return info._replace(
        title=tell(info.title),
        artist=tell(info.artist),
        comment=tell(info.comment),
        lyrics=tell(info.lyrics),
        words=tuple(map(tell_entry, info.words)),
        chapters=tuple(map(tell_entry, info.chapters)),
    )


def _bytes_of(text: str) -> bytes | None:
    """Return the bytes that may stand behind a text; None where it can only be what it is.

    Those that were no UTF-8 were kept as surrogates (PEP 383).
    """
    highest = max(text, default="")
    if highest < chr(_ASCII):
        return None
    if highest < chr(_BYTES):
        return text.encode("latin-1")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogateescape") if _is_escaped(text) else None
    return None


def _is_escaped(text: str) -> bool:
    return all("\udc80" <= char <= "\udcff" for char in text if "\ud800" <= char <= "\udfff")


def _decoder(pool: bytes) -> Callable[[bytes], str]:
    """Return what reads bytes that belong together."""
    encoding = _encoding_of(pool)
    return lambda raw: raw.decode(encoding, "replace")


def _encoding_of(pool: bytes) -> str:
    try:
        pool.decode("utf-8")
    except UnicodeDecodeError:
        return guess(pool) or latin_page(pool)
    return "utf-8"  # written as UTF-8, and once more as if that were Latin-1
