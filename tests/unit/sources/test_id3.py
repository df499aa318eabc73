"""Where a tag that has come in part has its picture."""

from __future__ import annotations

import pytest

from briefing.sources.id3 import end_of_picture, end_of_tag


def size(number: int, bits: int, count: int = 4) -> bytes:
    return bytes(number >> bits * place & ((1 << bits) - 1) for place in reversed(range(count)))


def tag(version: int, *frames: tuple[str, int], flags: int = 0) -> bytes:
    """Return a tag of frames of a name and a length, filled with letters."""
    body = b""
    for name, length in frames:
        if version == 2:
            body += name.encode() + size(length, 8, 3) + b"x" * length
        else:
            body += name.encode() + size(length, 7 if version == 4 else 8) + b"\0\0" + b"x" * length
    return b"ID3" + bytes((version, 0, flags)) + size(len(body), 7) + body


TAGS = {
    2: tag(2, ("TT2", 30), ("PIC", 90_000), ("ULT", 50)),
    3: tag(3, ("TIT2", 30), ("APIC", 90_000), ("USLT", 50)),
    4: tag(4, ("TIT2", 30), ("APIC", 90_000), ("USLT", 50)),
}
HEADER = {2: 6, 3: 10, 4: 10}


@pytest.mark.parametrize("version", TAGS)
def test_a_picture_is_found_as_soon_as_its_header_has_come(version: int) -> None:
    header = HEADER[version]
    begins = 10 + header + 30
    whole = TAGS[version]
    assert end_of_tag(whole[:10]) == len(whole)
    assert end_of_picture(whole[: begins + header - 1]) is None
    assert end_of_picture(whole[: begins + header]) == begins + header + 90_000


def test_a_picture_that_is_known_is_not_found_again_but_the_next_one_is() -> None:
    whole = tag(4, ("APIC", 70_000), ("APIC", 80_000), ("TIT2", 3))
    first = end_of_picture(whole)
    assert first == 10 + 10 + 70_000
    assert end_of_picture(whole, first) == first + 10 + 80_000
    assert end_of_picture(whole, first + 10 + 80_000) is None


@pytest.mark.parametrize(
    "odd",
    [
        b"",
        b"ID3",
        b"RIFF" + bytes(20),
        tag(4, ("TIT2", 3)) + b"APIC" * 9,
        tag(4, ("APIC", 70_000), flags=0x80),
        tag(4, ("APIC", 70_000), flags=0x40),
        b"ID3\x09\0\0" + size(1000, 7) + b"APIC" + size(900, 7) + bytes(500),
        b"ID3\x04\0\0" + size(1000, 7) + bytes(1000) + b"APIC" + size(900, 7),
    ],
    ids=["nothing", "cut", "other", "behind", "unsynchronised", "extended", "version", "padding"],
)
def test_nothing_odd_has_a_picture(odd: bytes) -> None:
    assert end_of_picture(odd) is None


def test_a_picture_ends_with_its_tag_whatever_it_says() -> None:
    whole = b"ID3\x03\0\0" + size(1000, 7) + b"APIC" + b"\xff\xff\xff\xff" + bytes(990)
    assert end_of_picture(whole) == 1010
