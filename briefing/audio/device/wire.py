"""What the player and the process that owns the device (`outlet`) write to one another.

To the outlet: chunks of frames, float32 in two channels, each behind a `CHUNK` header. From it: `ASKING`,
when it asks for a device; a line of JSON, that says which device it is or why there is none; and then `NEWS`.
Frames are counted as they are taken; silence that has to be put in, because there are none, is counted
apart. Time is CLOCK_MONOTONIC, the same in both processes.
"""

from __future__ import annotations

from struct import Struct
from typing import Final

CHUNK: Final = Struct("<qI?")
"""The frame that the chunk begins at, its length in bytes, and whether it is silence."""
NEWS: Final = Struct("<cdqqq")
"""Kind, then: for `TAKEN` the time of the callback, frames taken before it, silence put in so far,
and how much of that interrupted sound; for `LATENCY` the time at which frame 0 was or would have
been heard, by the server's account."""
ASKING: Final = b"asking\n"
"""From here on it is the sound server that is waited for, and not the process."""
TAKEN: Final = b"T"
LATENCY: Final = b"L"
FRAME_BYTES: Final = 8
RING_FRAMES: Final = 48000
"""How many frames the outlet holds at most, a second of them: more is never rendered ahead."""
TOLD: Final = 4
"""One callback in so many is told, and each that lacked frames: what is between can be reckoned."""
