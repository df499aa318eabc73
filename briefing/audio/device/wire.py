"""What the player and the process that owns the device (`outlet`) say to one another, in `messages`.

| to the outlet | number | payload |
|---|---|---|
| SOUND, SILENCE | the frame that it begins at | frames, float32 in two channels |

| from it | number | payload |
|---|---|---|
| ASKING: it is the sound server that is waited for from here on, and not the process | | |
| OPENED | | JSON: the backend and the version of the library |
| ABSENT: there is no device | | |
| TAKEN | frames taken before a callback | `NEWS`, with the time of that callback |
| LATENCY | frames taken | `NEWS`, with the time at which frame 0 was or would have been heard |

Frames are counted as they are taken; silence that has to be put in, because there are none, is counted
apart. Time is CLOCK_MONOTONIC, the same in both processes. OPENED or ABSENT comes once, before any news.
"""

from __future__ import annotations

from enum import IntEnum
from struct import Struct
from typing import Final

NEWS: Final = Struct("<dqq")
"""A time in seconds, the frames of silence put in so far, and how many of these interrupted sound."""
FRAME_BYTES: Final = 8
RING_FRAMES: Final = 48000
"""How many frames the outlet holds at most, a second of them: more is never rendered ahead."""
TOLD: Final = 8
"""One callback in so many is told, and each that lacked frames: what is between can be reckoned."""


class DeviceMessage(IntEnum):
    """What is said."""

    SOUND = 1
    SILENCE = 2
    ASKING = 3
    OPENED = 4
    ABSENT = 5
    TAKEN = 6
    LATENCY = 7
