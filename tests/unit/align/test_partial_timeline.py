"""What is shown while the rest is still being listened to: settled paragraphs, and a fit between them."""

from __future__ import annotations

import pytest

from briefing.align.alignment import WordTime
from briefing.align.partial_timeline import PartialTimeline
from briefing.align.tokens import tokens_of
from briefing.confidence import SENTENCE_CONFIDENCE
from tests.builders import make_document
from tests.unit.align.paragraphs import DOCUMENT, LENGTH_S, TOKENS, check_order


def test_settled_paragraphs_stay_and_the_rest_is_fitted_between() -> None:
    partial = PartialTimeline(DOCUMENT, TOKENS, LENGTH_S)
    block = 3
    own = [i for i, token in enumerate(TOKENS) if token.block == block]
    partial.settle(own[0], [WordTime(12.0 + i, 12.5 + i, 0.8) for i in range(len(own))])
    timeline = partial.timeline()
    check_order(timeline)
    cues = {cue.span.start: cue for cue in timeline}
    for i, number in enumerate(own):
        cue = cues[TOKENS[number].words[0].start]
        assert cue.start_frame / timeline.rate_hz == 12.0 + i
        assert cue.confidence == pytest.approx(0.8)
    before = [cue for cue in timeline if cue.span.start < DOCUMENT.blocks[block].span.start]
    assert before
    assert before[-1].stop_frame / timeline.rate_hz <= 12.0


def test_half_a_paragraph_is_not_shown_yet() -> None:
    partial = PartialTimeline(DOCUMENT, TOKENS, LENGTH_S)
    partial.settle(0, [WordTime(0.1, 0.2, 0.9)])
    assert len(partial.timeline()) == len(TOKENS) - 4  # the caption is not read
    assert all(cue.confidence < SENTENCE_CONFIDENCE for cue in partial.timeline())


@pytest.mark.timeout(30)
def test_three_hours_of_text_are_laid_out_while_the_player_plays() -> None:
    document = make_document(*["A paragraph of some words, as they are read in the news. " * 12] * 250)
    tokens = tokens_of(document)
    partial = PartialTimeline(document, tokens, 3 * 3600.0)
    half = len(tokens) // 2
    partial.settle(0, [WordTime(i / 5, i / 5 + 0.1, 0.9) for i in range(half)])

    timeline = partial.timeline()

    assert len(timeline) == len(tokens)
    assert partial.timeline() is timeline, "it is made again though nothing has changed"
