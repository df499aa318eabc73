"""Timelines made from columns, and sharpened in parts: what is out of order is refused."""

from __future__ import annotations

import pytest

from briefing.cue_columns import Columns
from briefing.model import Cue, Span
from briefing.timeline import Timeline


def test_columns_make_the_timeline_that_cues_make() -> None:
    cues = [Cue(Span(0, 3), 0, 40, 1.0), Cue(Span(4, 9), 50, 100, 0.5)]
    columns = Columns((0, 4), (3, 9), (0, 50), (40, 100), (1.0, 0.5))
    assert Timeline.from_columns(100, 200, columns) == Timeline(100, 200, cues)


@pytest.mark.parametrize(
    ("text", "frames", "confidence"),
    [
        (((0, 2), (3, 9)), ((0, 50), (40, 100)), (1.0, 0.5)),
        (((0, 4), (3, 9)), ((0, 50), (60, 100)), (1.0, 0.5)),
        (((0, 4), (3, 9)), ((0, 50), (40, 300)), (1.0, 0.5)),
        (((0, 4), (3, 9)), ((0, 50), (40, 100)), (1.0,)),
    ],
)
def test_columns_out_of_order_are_refused(
    text: tuple[tuple[int, ...], tuple[int, ...]],
    frames: tuple[tuple[int, ...], tuple[int, ...]],
    confidence: tuple[float, ...],
) -> None:
    with pytest.raises(ValueError, match="cues"):
        Timeline.from_columns(100, 200, Columns(*text, *frames, confidence))


@pytest.mark.parametrize(
    "cues",
    [
        [Cue(Span(4, 6), 5, 20)],
        [Cue(Span(4, 6), 20, 35)],
        [Cue(Span(4, 9), 20, 25)],
        [Cue(Span(2, 6), 20, 25)],
    ],
)
def test_sharpening_that_overlaps_its_neighbours_is_refused(cues: list[Cue]) -> None:
    words = [Cue(Span(0, 3), 0, 10), Cue(Span(4, 7), 15, 28), Cue(Span(8, 11), 30, 40)]
    timeline = Timeline(100, 50, words)
    assert timeline.sharpened(Span(4, 7), [Cue(Span(4, 7), 12, 30)])[1].start_frame == 12
    with pytest.raises(ValueError, match="cues"):
        timeline.sharpened(Span(4, 7), cues)
