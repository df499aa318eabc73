"""What a decoder's process and its parent say to each other.

A request is what is asked for and a number (`REQUEST`); an answer is a header (`ANSWER`: kind, channels,
bytes) and its payload.

| asked | answered |
|---|---|
| first of all, nothing | OPENED: the file's size in bytes |
| LENGTH | LENGTH: the duration in seconds as a fraction, two numbers |
| SEEK frame | nothing: what is asked for next begins there |
| NEXT frames | SOUND: int16 samples, at least so many frames if there are, and how many channels; or END |

FAILED, with what a person is told, may come in place of any answer.
"""

from __future__ import annotations

from enum import IntEnum
from struct import Struct
from typing import Final

REQUEST: Final = Struct("<Bq")
ANSWER: Final = Struct("<BBI")


class Kind(IntEnum):
    """What is asked for, or answered."""

    OPENED = 1
    LENGTH = 2
    SEEK = 3
    NEXT = 4
    SOUND = 5
    END = 6
    FAILED = 7
