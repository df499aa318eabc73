"""Text of tags that mutagen gives up, for it is in no encoding that the format allows, or does not read.

Values are text in which bytes that are no UTF-8 stand as surrogates (PEP 383): whoever reads
them guesses what they were. Everything is limited, and whatever fails is passed over.
"""

from __future__ import annotations

import os
import struct
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from mutagen._vorbis import VComment
from mutagen.flac import VCFLACDict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import BinaryIO

    from mutagen.mp4 import MP4Tags

TAIL_BYTES: Final = 1 << 20
VALUE_BYTES: Final = 1 << 20
ITEMS: Final = 1000
_APE: Final = b"APETAGEX"
_APE_FOOTER: Final = 32
_APE_IS_HEADER: Final = 1 << 29
_APE_KIND: Final = 6
_INFO: Final = {
    b"INAM": "title",
    b"IART": "artist",
    b"ICMT": "comment",
    b"ICRD": "date",
    b"ILNG": "language",
}
_ATOM: Final = struct.Struct(">I4s8x")


@contextmanager
def vorbis_bytes_kept() -> Iterator[None]:
    """While this lasts, Vorbis comments keep bytes that are no UTF-8; mutagen has no other way to ask."""
    loads = VComment.load, VCFLACDict.load  # each has defaults: how to decode, and whether a bit ends it
    before = [load.__defaults__ for load in loads]
    for load, defaults in zip(loads, before, strict=True):
        load.__defaults__ = ("surrogateescape", *(defaults or ())[1:])
    try:
        yield
    finally:
        for load, defaults in zip(loads, before, strict=True):
            load.__defaults__ = defaults


def mp4_texts(tags: MP4Tags) -> dict[str, str]:
    """Return the texts of MP4 atoms, by name, that mutagen could not read as UTF-8."""
    texts = {}
    failed: Mapping[str, list[bytes]] = tags._failed_atoms  # noqa: SLF001 - kept there to be written back
    for name, (atom, *_) in failed.items():
        length, kind = _ATOM.unpack_from(atom)
        if kind == b"data":
            texts[name] = _text(atom[_ATOM.size : length])
    return texts


def ape_texts(file: BinaryIO) -> dict[str, str]:
    """Return the texts of an APEv2 tag at the end of a file, by key in lower case."""
    size = file.seek(0, os.SEEK_END)
    start = max(0, size - TAIL_BYTES)
    file.seek(start)
    tail = file.read(TAIL_BYTES)
    at = tail.rfind(_APE)
    if at < 0:
        return {}
    length, count, flags = struct.unpack_from("<III", tail, at + 12)
    at = at + _APE_FOOTER if flags & _APE_IS_HEADER else at + _APE_FOOTER - length
    texts = {}
    for _ in range(min(count, ITEMS)):
        if at < 0 or at + 8 > len(tail):
            break
        value_bytes, item_flags = struct.unpack_from("<II", tail, at)
        end = tail.index(b"\0", at + 8)
        if not item_flags & _APE_KIND:
            texts[tail[at + 8 : end].decode("ascii", "replace").lower()] = _text(
                tail[end + 1 : end + 1 + min(value_bytes, VALUE_BYTES)]
            )
        at = end + 1 + value_bytes
    return texts


def riff_texts(file: BinaryIO) -> dict[str, str]:
    """Return the texts of the INFO list of a RIFF file (a WAV)."""
    file.seek(0)
    kind, _, form = struct.unpack("<4sI4s", file.read(12))
    if kind != b"RIFF" or form != b"WAVE":
        return {}
    texts: dict[str, str] = {}
    for name, length in _chunks(file):
        if name == b"LIST" and file.read(4) == b"INFO":
            block = file.read(min(length - 4, VALUE_BYTES))
            at = 0
            while at + 8 <= len(block) and len(texts) < ITEMS:
                key, value_bytes = struct.unpack_from("<4sI", block, at)
                if key in _INFO:
                    texts[_INFO[key]] = _text(block[at + 8 : at + 8 + value_bytes])
                at += 8 + value_bytes + value_bytes % 2
    return texts


def _chunks(file: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Yield the name and length of each chunk, with the file at its start."""
    at = 12
    for _ in range(ITEMS):
        file.seek(at)
        head = file.read(8)
        if len(head) < 8:  # noqa: PLR2004 - a name and a length
            return
        name, length = struct.unpack("<4sI", head)
        yield name, length
        at += 8 + length + length % 2


def _text(data: Any) -> str:
    return bytes(data).split(b"\0", 1)[0].decode("utf-8", "surrogateescape")
