"""A recording: told by its first bytes, and opened through its tags (`tags`), which are read late."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.errors import SourceError
from briefing.sources.companions import AUDIO_LIMIT_BYTES
from briefing.sources.naming import AUDIO_SUFFIXES

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.formats.draft import Draft
    from briefing.ports import MediaInfo
    from briefing.sources.opening import Head, Opening

_SIGNATURES: Final = (
    b"ID3", b"fLaC", b"OggS", b"\x1aE\xdf\xa3", b".snd", b"caff", b"MAC ", b"wvpk", b"#!AMR", b"TTA1",
    b"MPCK", b"DSD ",
    b"\x30\x26\xb2\x75\x8e\x66\xcf\x11",
)  # fmt: skip
_CONTAINERS: Final = (b"RIFF", b"RIFX", b"RF64", b"FORM")
_CONTAINED: Final = (b"WAVE", b"AIFF", b"AIFC")
_MPEG: Final = rb"\x00{0,64}\xff[\xe2-\xe7\xea-\xef\xf0-\xff]"
_BINARY: Final = rb"[\x00-\x08\x0e-\x1f\x7f-\xff]"
_SIGNED_BYTES: Final = 32
_MP4_BRAND: Final = slice(4, 8)
_CONTAINED_AT: Final = slice(8, 12)
_KNOWN: Final = 0.92
_BY_SUFFIX: Final = 0.6


def score(head: Head) -> float:
    """Return how likely it is a recording: by its first bytes, else by a name that text belies not."""
    data = head.data
    if _is_signed(data):
        return _KNOWN
    if head.text is None and re.match(_MPEG, data):
        return _KNOWN
    return _BY_SUFFIX if head.suffix in AUDIO_SUFFIXES else 0.0


def _is_signed(data: bytes) -> bool:
    """Return whether the first bytes are a recording's: some are words, which a text may begin with."""
    signed = data.startswith(_SIGNATURES) or _is_contained(data) or data[_MP4_BRAND] == b"ftyp"
    return bool(signed and re.search(_BINARY, data[:_SIGNED_BYTES]))


def _is_contained(data: bytes) -> bool:
    return data.startswith(_CONTAINERS) and data[_CONTAINED_AT] in _CONTAINED


def read(opening: Opening) -> Draft:
    """Return what the recording says of itself.

    Raises:
        SourceError: if it cannot be decoded.
    """
    from briefing.sources.tags import read_info

    return read_info(probe(opening), opening.stem)


def probe(opening: Opening) -> MediaInfo:
    """Return the recording's length and tags.

    Raises:
        SourceError: if it cannot be decoded, or cannot be read from where it is.
    """
    return opening.reader.probe(check(opening))


def check(opening: Opening) -> Path:
    """Return the path of what looks like a recording, without a look into it.

    Raises:
        SourceError: if it holds text, comes from standard input, or is too large.
    """
    # A tag of much text at its start makes no text of a recording.
    if opening.head.text is not None and not _is_signed(opening.head.data):
        raise SourceError(
            f"{opening.called} is named like a recording, but holds text.",
            "Give it the name of a text, or open another.",
        )
    if opening.path is None:
        raise SourceError(
            "A recording cannot be read from the standard input.", "Save it as a file and open that."
        )
    if opening.size > AUDIO_LIMIT_BYTES:
        raise SourceError(f"{opening.called} is larger than 4 gigabytes.", "Split it, and open the parts.")
    return opening.path
