"""What a decoder's process and its parent say to each other, in `messages`.

| asked | answered |
|---|---|
| OPEN, first of all: a file's name and a rate in JSON | OPENED: the number of bytes of the file |
| LENGTH | LENGTH: the duration in seconds as a fraction, two numbers in JSON |
| SEEK frame | nothing: what is asked for next begins there |
| NEXT frames | SOUND: the number of channels, and int16 samples, at least so many if there are; or END |

Of a playlist, OPEN tells in a JSON object where its files are, their names, its segments (which file, begin
and end in seconds), the numbers of files that are to be silent, and the rate. Before any answer may come
FILE, with the number of the file that is decoded from now on, and NOTE, with a sentence about what cannot
be heard; silence is in its place.

Of a recording that is still arriving, OPEN tells its size, too, and whether it may be sought in (0 or 1);
the process asks for the bytes that it needs, before it answers:

| asked by the process | answered |
|---|---|
| NEED offset | HERE: the offset up to which bytes are there; the same one at the end |

FAILED, with what a person is told in JSON (kind of error, message, hint), may come in place of any answer.
"""

from __future__ import annotations

from enum import IntEnum


class DecodingMessage(IntEnum):
    """What is asked for, or answered."""

    OPENED = 1
    LENGTH = 2
    SEEK = 3
    NEXT = 4
    SOUND = 5
    END = 6
    FAILED = 7
    NEED = 8
    HERE = 9
    OPEN = 10
    NOTE = 11
    FILE = 12
