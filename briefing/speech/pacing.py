"""How fast to read and how long to pause, so that a reading fills its time.

Rule, in this order: the voice's own rate first, within what it can do; then the pauses, within
what sounds natural; then the sound itself is stretched. What is left after that is silence:
three words cannot fill four minutes in any other way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

NATURAL_WPM: Final = 175
"""The rate at which lengths are estimated: eSpeak's own."""
SLOWEST_WPM: Final = 80
FASTEST_WPM: Final = 900

SENTENCE_PAUSE_S: Final = 0.40
"""Between sentences, at the natural rate; at others in proportion."""
PARAGRAPH_PAUSE_S: Final = 0.85
LONGEST_PAUSE: Final = 2.5
"""How many times longer pauses may get before the sound itself is slowed."""
SHORTEST_PAUSE: Final = 0.25
"""How much of a pause stays when time is short."""
SLOWEST_TEMPO: Final = 0.8
"""Speech slowed further than this sounds ill; silence is better."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How to read: the voice's rate, and factors on the natural pauses and on the speed of the sound."""

    wpm: int
    pause_scale: float = 1.0
    tempo: float = 1.0

    def pause_s(self, *, ends_paragraph: bool) -> float:
        """Return the pause after a sentence in seconds."""
        natural = PARAGRAPH_PAUSE_S if ends_paragraph else SENTENCE_PAUSE_S
        return natural * NATURAL_WPM / self.wpm * self.pause_scale


def fitting_wpm(speech_s: float, pause_s: float, wpm: int, duration_s: float) -> int:
    """Return the rate at which speech and pauses that take so long at `wpm` would take `duration_s`.

    Lengths are inversely proportional to the rate within 5 % all over its range (measured).
    """
    wanted = wpm * (speech_s + pause_s) / max(duration_s, 1e-3)
    return round(min(max(wanted, SLOWEST_WPM), FASTEST_WPM))


def fit(speech_s: float, pause_s: float, wpm: int, duration_s: float) -> Pace:
    """Return the pace that fills `duration_s` exactly with speech and pauses that were made at `wpm`.

    Args:
        speech_s: the length of all speech at `wpm`.
        pause_s: the length of all natural pauses at `wpm`, the one after the end included.
        wpm: the voice's rate, which stays.
        duration_s: the time to fill.
    """
    pause_s = max(pause_s, 1e-6)
    free_s = duration_s - speech_s
    tempo = 1.0
    if free_s < SHORTEST_PAUSE * pause_s:
        pauses_s = min(SHORTEST_PAUSE * pause_s, duration_s / 4)
        tempo = speech_s / (duration_s - pauses_s)
    elif free_s > LONGEST_PAUSE * pause_s and speech_s:
        tempo = max(SLOWEST_TEMPO, speech_s / (duration_s - LONGEST_PAUSE * pause_s))
    return Pace(wpm, (duration_s - speech_s / tempo) / pause_s, tempo)
