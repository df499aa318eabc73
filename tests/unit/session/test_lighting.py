"""What is lit for a word: as finely as its timing is sure, and never finer than was asked."""

from __future__ import annotations

import pytest

from briefing.model import Light, Span
from briefing.session.lighting import COARSENESS, lit_span
from briefing.text.transcript import Transcript
from tests.builders import make_document

DOCUMENT = make_document("One two. Three four.")
WORD = Span(9, 14)
LIT = {Light.WORD: "Three", Light.SENTENCE: "Three four.", Light.PARAGRAPH: DOCUMENT.text, Light.OFF: None}


@pytest.mark.parametrize("sure_to", COARSENESS[:-1])
@pytest.mark.parametrize("chosen", COARSENESS)
def test_the_coarser_of_what_is_sure_and_what_is_wanted_is_lit(sure_to: Light, chosen: Light) -> None:
    lit = lit_span(Transcript(DOCUMENT), WORD, sure_to, chosen)
    coarser = COARSENESS[max(COARSENESS.index(sure_to), COARSENESS.index(chosen))]
    assert (lit and lit.of(DOCUMENT.text)) == LIT[coarser]
