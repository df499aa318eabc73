"""What the two ends of the speech pipe say to each other, in `messages`.

Numbers are little-endian, text is UTF-8. One request is answered by any number of SOUND and WORDS and
then one DONE or FAULT, or by VOICE_LIST. A fresh worker says READY or FAULT before anything else.

| kind | payload |
|---|---|
| SPEAK | `<HBH` words a minute, pitch, bytes of the voice's id; the id; the text |
| LIST_VOICES | none |
| READY | none |
| SOUND | mono int16 samples |
| WORDS | any number of `<III`: first code point, code points, sample |
| DONE | `<IB` sample rate, whether the words were told by the voice |
| VOICE_LIST | a line a voice: id, tab, language, tab, name |
| FAULT | why, for a person; at the start perhaps a second line, what to do about it |

Both ends import this, and the worker's start is timed: nothing but the standard library's core.
"""

from __future__ import annotations

from enum import IntEnum
from struct import Struct
from typing import Final

from briefing.processes import messages

SPEAK: Final = Struct("<HBH")
WORD: Final = Struct("<III")
DONE: Final = Struct("<IB")


class SpeechMessage(IntEnum):
    """What a message is."""

    SPEAK = 1
    LIST_VOICES = 2
    READY = 3
    SOUND = 4
    WORDS = 5
    DONE = 6
    VOICE_LIST = 7
    FAULT = 8


def pack_speak(text: str, voice: str, wpm: int, pitch: int) -> bytes:
    """Return the request to speak `text`. Lone surrogates are replaced: no voice can say them."""
    name = voice.encode("utf-8", "replace")
    return messages.pack(
        SpeechMessage.SPEAK,
        payload=SPEAK.pack(wpm, pitch, len(name)) + name + text.encode("utf-8", "replace"),
    )


def unpack_speak(payload: bytes) -> tuple[str, str, int, int]:
    """Return text, voice, words a minute and pitch of a request to speak."""
    wpm, pitch, name_bytes = SPEAK.unpack_from(payload)
    text = SPEAK.size + name_bytes
    return payload[text:].decode("utf-8"), payload[SPEAK.size : text].decode("utf-8"), wpm, pitch
