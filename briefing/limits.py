"""How far things may go that several parts have to agree on."""

from __future__ import annotations

from typing import Final

MOST_OFFSET_MS: Final = 3_600_000
"""How much earlier or later than their timings words may be lit: what was put into a recording, or
cut from it, is never longer."""

MOST_BRAILLE_CELLS: Final = 88
"""The longest line of braille that displays are made with, in cells."""
MOST_CACHE_MB: Final = 1_000_000
"""The most room that may be given to copies of what was fetched."""

MOST_TODAY_DAYS: Final = 366
MOST_TODAY: Final = 1000
"""How many items one briefing may be made of."""

MOST_HEARINGS: Final = 20
MOST_PAUSE_S: Final = 120
MOST_PAUSE_LENGTHS: Final = 5
"""How often a sentence is heard that is studied, and the longest pause: in seconds, or in its lengths."""

SPEED_LOW: Final = 0.5
SPEED_HIGH: Final = 6.0
"""How slow and how fast anything is played, as factors of its own speed."""
LEAST_PAUSE_MS: Final = 300
MOST_PAUSE_MS: Final = 5000
"""How long a pause has to be to be shortened, at least and at most."""
MOST_SLEEP_MIN: Final = 600
"""The longest that a sleep timer runs."""
MOST_FADE_S: Final = 120
"""The longest that the sound sinks before it pauses."""
