"""What is done to a file: bytes and structure alike, chosen by a seeded chance."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

MOST_BYTES: Final = 1 << 16
"""The longest file that is made: what takes the square of its length shows there."""
_MORE_BYTES: Final = 3 << 10
"""What most mutants are longer by than what they come from, at most: so there is time for many."""
_LONG: Final = 1 / 24
"""The share of those that may be as long as any."""
_NUMBERS: Final = (
    b"0", b"-1", b"1e999", b"NaN", b"Infinity", b"9" * 20, b"9" * 5000, b"99:99:99.999", b"0x7f", b"1.", "٣".encode(),
)  # fmt: skip
_SCRAPS: Final = (
    b"\x00", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\x1b]0;x\x07", b"\xc2\x9b", "\u202e".encode(), b"\xed\xa0\x80",
    b"\r", b"\n\n", b"<", b"</", b"<!--", b"<![CDATA[", b"]]>", b"&#27;", b"&#x110000;", b"&lol;", b"{", b"[", b'"', b"\\",
    b"-->", b"10:10 ", b"WEBVTT\n\n", b"---\n", b"<tt>", b'lang="', b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"file:///etc/passwd",
    b"<base href='file:///'>", b'<script type="application/ld+json">{"headline":', b'"duration": "P9999999Y"', b"data:,",
)  # fmt: skip
_CODECS: Final = (
    "utf-16",
    "utf-16-le",
    "utf-32",
    "cp1251",
    "shift_jis",
    "iso2022_jp",
    "utf-7",
    "gb18030",
    "cp500",
)
_VALUES: Final[tuple[Any, ...]] = (
    None, True, -1, 0.5, 10**400, float("nan"), float("inf"), "", "x", "\ud800", "9" * 5000, [], [[]], [1, 2], {}, {"x": {}},
    "paragraph", "\u202e\x1b[2J", "javascript:1", "https://example.org/\x00",
)  # fmt: skip
_DEEPER: Final = 0.8
_NUMBER: Final = re.compile(rb"\d+(?:\.\d+)?")
_TOKEN: Final = re.compile(rb"<[^<>]*>|[^\s<>]+|\s+")


def mutated(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """Return a file that several things were done to.

    Args:
        data: A file.
        others: Files that parts may come from, of the same format and of others.
        chance: What decides.
    """
    most = MOST_BYTES if chance.random() < _LONG else min(len(data) + _MORE_BYTES, MOST_BYTES)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        data = chance.choice(_KINDS)(data, others, chance)[:most]
    return data


def _part(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 3, 20, 200, len(data))))


def _cut_off(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _leave_out(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    start, stop = _part(data, chance)
    return data[:start] + data[stop:]


def _splice(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    other = chance.choice(others)
    start, stop = _part(other, chance)
    at = chance.randrange(len(data) + 1)
    return data[:at] + other[start:stop] + data[at:]


def _repeat(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    start, stop = _part(data, chance)
    count = min(chance.choice((2, 9, 300, 5000)), MOST_BYTES // max(1, stop - start) + 1)
    return data[:stop] + data[start:stop] * count + data[stop:]


def _flip(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    flipped = bytearray(data)
    for _each in range(chance.randrange(1, 9) if flipped else 0):
        flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
    return bytes(flipped)


def _insert(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_SCRAPS) * chance.choice((1, 1, 2, 500)) + data[at:]


def _swap_encoding(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    return data.decode("utf-8", "replace").encode(chance.choice(_CODECS), "replace")


def _change_number(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    found = list(_NUMBER.finditer(data))
    if not found:
        return data
    number = chance.choice(found)
    return data[: number.start()] + chance.choice(_NUMBERS) + data[number.end() :]


def _swap_tokens(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    tokens = _TOKEN.findall(data) or [b""]
    for _each in range(chance.randrange(1, 5)):
        one, other = chance.randrange(len(tokens)), chance.randrange(len(tokens))
        tokens[one], tokens[other] = tokens[other], tokens[one]
    return b"".join(tokens)


def _change_json(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """Put another value in the place of one, so that what is left is read to its end."""
    try:
        values = json.loads(data)
    except (ValueError, RecursionError):
        return _swap_tokens(data, others, chance)
    value, holders = values, list[tuple[Any, Any]]()
    while isinstance(value, (dict, list)) and value and (not holders or chance.random() < _DEEPER):
        key = chance.choice(list(value) if isinstance(value, dict) else range(len(value)))
        holders.append((value, key))
        value = value[key]
    if holders:
        holder, key = holders[-1]
        holder[key] = chance.choice(_VALUES)
    return json.dumps(values).encode()


_KINDS: Final[tuple[Callable[[bytes, Sequence[bytes], random.Random], bytes], ...]] = (
    _cut_off,
    _leave_out,
    _splice,
    _repeat,
    _flip,
    _insert,
    _swap_encoding,
    _change_number,
    _swap_tokens,
    _change_json,
)
