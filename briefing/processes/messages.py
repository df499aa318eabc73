"""What a process and its parent say to each other over pipes: messages of a kind, a number and bytes.

A message is a header, `<BqI` (kind, number, bytes of the payload), little-endian, and its payload. What
the kinds and numbers mean, whoever uses it says. Nothing but the standard library's core is imported:
the start of each process counts.
"""

from __future__ import annotations

from struct import Struct
from typing import IO, TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADER: Final = Struct("<BqI")
MOST_BYTES: Final = 64 << 20
"""No honest payload is longer; a longer claim means that the other end is broken."""


class Message(NamedTuple):
    """What was said."""

    kind: int
    number: int
    payload: bytes


def pack(kind: int, number: int = 0, payload: bytes | bytearray = b"") -> bytes:
    """Return a whole message.

    Args:
        kind: 0 to 255.
        number: 64 bits, signed.
        payload: up to `MOST_BYTES`.
    """
    return _HEADER.pack(kind, number, len(payload)) + payload


def read(stream: IO[bytes]) -> Message | None:
    """Wait for the next message of a blocking, buffered stream; None at its end, be it in mid-message.

    Raises:
        ValueError: if what comes is no message.
    """
    header = stream.read(_HEADER.size)
    if len(header) < _HEADER.size:
        return None
    kind, number, size = _HEADER.unpack(header)
    if size > MOST_BYTES:
        raise ValueError(f"a message of {size} bytes")
    payload = stream.read(size)
    return Message(kind, number, payload) if len(payload) == size else None


def read_all(stream: IO[bytes]) -> Iterator[Message]:
    """Yield messages until the stream ends.

    Raises:
        ValueError: if what comes is no message.
    """
    while (message := read(stream)) is not None:
        yield message
