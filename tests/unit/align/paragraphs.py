"""A document of three paragraphs and its tokens, for what lays a text out over time."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from briefing.align.tokens import tokens_of
from tests.builders import make_document

if TYPE_CHECKING:
    from briefing.timeline import Timeline

DOCUMENT = make_document(
    "The first paragraph is here.",
    "The second one is a little longer than the first.",
    "And a third, to end with.",
    title="A title",
    caption="Nobody reads this aloud",
)
TOKENS = tokens_of(DOCUMENT)
LENGTH_S = 30.0


def check_order(timeline: Timeline) -> None:
    """Check that a timeline is as long as the recording, and that its cues follow one another."""
    assert timeline.duration_s == pytest.approx(LENGTH_S)
    for before, after in itertools.pairwise(timeline):
        assert before.stop_frame <= after.start_frame
