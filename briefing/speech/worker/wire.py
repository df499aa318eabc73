"""What the two ends of the speech pipe say to each other, in `messages`.

Numbers are little-endian, text is UTF-8. One request is answered by any number of SOUND and WORDS and
then one DONE or FAULT, or by VOICE_LIST. A fresh worker says READY or FAULT before anything else.

| kind | payload |
|---|---|
| SPEAK | `<HBHH` words a minute, pitch, bytes of the voice's id, sounds; the id; the sounds; the text |
| each sound in it | `<IIH` first code point, where it ends, bytes of its IPA; the IPA |
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
from typing import TYPE_CHECKING, Final

from briefing.ports.speech import Sound
from briefing.processes import messages

if TYPE_CHECKING:
    from collections.abc import Sequence

SPEAK: Final = Struct("<HBHH")
SOUND_OF: Final = Struct("<IIH")
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


def pack_speak(text: str, voice: str, wpm: int, pitch: int, sounds: Sequence[Sound] = ()) -> bytes:
    """Return the request to speak `text`. Lone surrogates are replaced: no voice can say them."""
    name = voice.encode("utf-8", "replace")
    parts = [SPEAK.pack(wpm, pitch, len(name), len(sounds)), name]
    for sound in sounds:
        ipa = sound.ipa.encode("utf-8", "replace")
        parts += (SOUND_OF.pack(sound.start, sound.stop, len(ipa)), ipa)
    return messages.pack(SpeechMessage.SPEAK, payload=b"".join((*parts, text.encode("utf-8", "replace"))))


def unpack_speak(payload: bytes) -> tuple[str, str, int, int, tuple[Sound, ...]]:
    """Return text, voice, words a minute, pitch and sounds of a request to speak."""
    wpm, pitch, name_bytes, count = SPEAK.unpack_from(payload)
    at = SPEAK.size + name_bytes
    voice = payload[SPEAK.size : at].decode("utf-8")
    sounds = []
    for _ in range(count):
        start, stop, ipa_bytes = SOUND_OF.unpack_from(payload, at)
        at += SOUND_OF.size + ipa_bytes
        sounds.append(Sound(start, stop, payload[at - ipa_bytes : at].decode("utf-8")))
    return payload[at:].decode("utf-8"), voice, wpm, pitch, tuple(sounds)
