"""A timeline from the lengths of words alone, drawn to long pauses."""

from __future__ import annotations

import pytest

from briefing.align.length_fit import fit_between, fit_by_length
from briefing.confidence import SENTENCE_CONFIDENCE
from tests.builders import make_document
from tests.unit.align.paragraphs import DOCUMENT, LENGTH_S, check_order


def test_a_rough_fit_is_there_at_once_and_lights_no_sentence() -> None:
    fit = fit_by_length(DOCUMENT, LENGTH_S)
    check_order(fit)
    assert all(cue.confidence < SENTENCE_CONFIDENCE for cue in fit)
    assert {DOCUMENT.block_index_at(cue.span.start) for cue in fit} == {0, 2, 3, 4}


def test_a_rough_fit_is_drawn_to_long_pauses() -> None:
    second = DOCUMENT.blocks[3].span.start
    plain = fit_by_length(DOCUMENT, LENGTH_S)
    expected_s = plain.frame_at(second) / plain.rate_hz
    levels = [-20.0] * round(LENGTH_S / 0.02)
    for i in range(round((expected_s + 0.2) / 0.02), round((expected_s + 1.2) / 0.02)):
        levels[i] = -70.0
    snapped = fit_by_length(DOCUMENT, LENGTH_S, levels)
    check_order(snapped)
    assert snapped.frame_at(second) / snapped.rate_hz == pytest.approx(expected_s + 1.2, abs=0.05)


def test_no_text_to_fit_is_no_trouble() -> None:
    assert fit_between([], 0.0, 5.0) == []
    assert len(fit_by_length(make_document(), LENGTH_S)) == 0
