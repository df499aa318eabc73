"""What may be lit for a word: as fine as its timing is sure, never finer than the user asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.model import Light

if TYPE_CHECKING:
    from briefing.model import Span
    from briefing.text.transcript import Transcript

COARSENESS: Final = (Light.WORD, Light.SENTENCE, Light.PARAGRAPH, Light.OFF)
"""From fine to none; the order in which the light command goes round."""


def lit_span(transcript: Transcript, word: Span, sure_to: Light, chosen: Light) -> Span | None:
    """Return what to light for `word`.

    Args:
        transcript: The text's sentences and paragraphs.
        word: The word that is heard.
        sure_to: The finest unit that its timing allows (`confidence.level_of`).
        chosen: The user's choice.

    Returns:
        The word, its sentence or its block; None where the light is off.
    """
    level = max(sure_to, chosen, key=COARSENESS.index)
    if level is Light.OFF:
        return None
    if level is Light.WORD:
        return word
    if level is Light.SENTENCE:
        return transcript.sentence_at(word.start)
    document = transcript.document
    return document.blocks[document.block_index_at(word.start)].span
