"""How sure a word's timing is, from 0 to 1, and what may be lit for it: never anything falsely."""

from __future__ import annotations

from typing import Final

from briefing.model import Light

WORD_CONFIDENCE: Final = 0.6
"""From here on a single word may be lit: about nine in ten such words are within 100 ms."""
SENTENCE_CONFIDENCE: Final = 0.3
"""From here on the sentence may be lit; below it the paragraph."""


def level_of(confidence: float) -> Light:
    """Return the finest unit that may be lit for a cue of this confidence."""
    if confidence >= WORD_CONFIDENCE:
        return Light.WORD
    if confidence >= SENTENCE_CONFIDENCE:
        return Light.SENTENCE
    return Light.PARAGRAPH
