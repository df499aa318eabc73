"""Packed frames of tags are read, and bombs among them are not unpacked."""

from __future__ import annotations

import io
import tracemalloc
import zlib
from typing import Final

import pytest

from briefing.audio.media.packed_tags import FRAME_BYTES
from briefing.audio.media.tags import read_tags

VERSIONS: Final = {3: (0x80, False), 4: (0x09, True)}
"""Of ID3: the flag of a packed frame, and whether lengths have seven bits in a byte."""


SILENCE: Final = b"\xff\xfb\x90\xc0" + bytes(413)
"""A frame of MPEG 1, layer III: 128 kbit/s at 44.1 kHz."""


def safe(number: int) -> bytes:
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))


def recording(version: int, text: bytes) -> io.BytesIO:
    """Return a file with a tag whose title is packed, and one whose author is not."""
    flag, is_safe = VERSIONS[version]
    body = len(text).to_bytes(4, "big") + zlib.compress(text, 9)
    frames = b""
    for name, flags, data in ((b"TIT2", flag, body), (b"TPE1", 0, b"\x03Ann")):
        frames += (
            name + (safe(len(data)) if is_safe else len(data).to_bytes(4, "big")) + bytes([0, flags]) + data
        )
    return io.BytesIO(b"ID3" + bytes([version, 0, 0]) + safe(len(frames)) + frames + SILENCE * 20)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_packed_title_is_read(version: int) -> None:
    assert read_tags(recording(version, b"\x03The bridge"), 1.0).title == "The bridge"


@pytest.mark.parametrize("version", VERSIONS)
def test_a_title_that_unpacks_to_100_megabytes_is_passed_over(version: int) -> None:
    file = recording(version, b"\x00" + b"A" * (100 << 20))
    tracemalloc.start()
    found = read_tags(file, 1.0)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (found.title, found.artist) == (None, "Ann")
    assert most < 4 * FRAME_BYTES
