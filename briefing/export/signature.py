"""A WAV file's note of the timings that were written with it, so that these are known again.

A chunk of our own at the end of the file, which other programs pass over, holds the SHA-256 of what
was written beside it. Timings that somebody has changed since then are not these any more.
(Chunks: "Multimedia Programming Interface and Data Specifications 1.0", IBM and Microsoft, 1991.)
"""

from __future__ import annotations

import os
from hashlib import sha256
from struct import Struct
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_CHUNK: Final = Struct("<4sI")
_RIFF: Final = Struct("<4sI4s")
_NAME: Final = b"brfg"
_MOST_CHUNKS: Final = 100


def sign(sound: IO[bytes], written: bytes) -> None:
    """Note what is written beside a sound, a whole WAV file that is open for writing."""
    sound.seek(0, os.SEEK_END)
    digest = sha256(written).digest()
    sound.write(_CHUNK.pack(_NAME, len(digest)) + digest)
    size = sound.tell()
    sound.seek(0)
    sound.write(_CHUNK.pack(b"RIFF", size - _CHUNK.size))


def is_signed(sound: Path, beside: Path) -> bool:
    """Return whether the file at `beside` is, to the byte, what was written with the sound."""
    try:
        with sound.open("rb") as file:
            noted = _noted(file)
        return noted is not None and sha256(beside.read_bytes()).digest() == noted
    except OSError:
        return False


def _noted(file: IO[bytes]) -> bytes | None:
    head = file.read(_RIFF.size)
    if len(head) < _RIFF.size or head[:4] != b"RIFF" or head[8:] != b"WAVE":
        return None
    for _ in range(_MOST_CHUNKS):
        chunk = file.read(_CHUNK.size)
        if len(chunk) < _CHUNK.size:
            break
        name, size = _CHUNK.unpack(chunk)
        if name == _NAME:
            return file.read(sha256().digest_size)
        file.seek(size + size % 2, os.SEEK_CUR)
    return None
