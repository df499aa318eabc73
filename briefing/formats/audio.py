"""A recording: told by its first bytes, and read through its tags (`tags`), late: a process looks into it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.formats.draft import Draft
from briefing.formats.suffixes import AUDIO_SUFFIXES

if TYPE_CHECKING:
    from briefing.formats.source import Head, Source

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
    if is_signed(data):
        return _KNOWN
    if not head.is_text and re.match(_MPEG, data):
        return _KNOWN
    return _BY_SUFFIX if head.suffix in AUDIO_SUFFIXES else 0.0


def is_signed(data: bytes) -> bool:
    """Return whether the first bytes are a recording's: some are words, which a text may begin with."""
    signed = data.startswith(_SIGNATURES) or _is_contained(data) or data[_MP4_BRAND] == b"ftyp"
    return bool(signed and re.search(_BINARY, data[:_SIGNED_BYTES]))


def _is_contained(data: bytes) -> bool:
    return data.startswith(_CONTAINERS) and data[_CONTAINED_AT] in _CONTAINED


def read(_source: Source) -> Draft:
    """Return nothing: what a recording says is in its tags, which `tags` reads late."""
    return Draft()
