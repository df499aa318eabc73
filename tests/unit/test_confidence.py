"""What may be lit for a word whose timing is not sure."""

import pytest

from briefing.confidence import SENTENCE_CONFIDENCE, WORD_CONFIDENCE, level_of
from briefing.model import Light


@pytest.mark.parametrize(
    ("confidence", "level"),
    [
        (1.0, Light.WORD),
        (WORD_CONFIDENCE, Light.WORD),
        (WORD_CONFIDENCE - 0.01, Light.SENTENCE),
        (SENTENCE_CONFIDENCE, Light.SENTENCE),
        (SENTENCE_CONFIDENCE - 0.01, Light.PARAGRAPH),
        (0.0, Light.PARAGRAPH),
    ],
)
def test_what_may_be_lit(confidence: float, level: Light) -> None:
    assert level_of(confidence) is level
