"""What a briefing is made of at a glance, and where its chapters stand in the text."""

from __future__ import annotations

import pytest

from briefing.model import BlockKind, Cue, Span
from briefing.outline import Chapter, Heading, outline_of
from briefing.ports.media import TimedText
from briefing.timeline import Timeline
from tests.builders import make_document

STORY = make_document(
    "One two.", title="Rain", blocks=[(BlockKind.HEADING, "What next"), (BlockKind.PARAGRAPH, "Three.")]
)
WORDS = Timeline(1000, 9000, [Cue(Span(6, 9), 1000, 2000), Cue(Span(10, 14), 2000, 3000)])
"""Of the first paragraph alone."""


def test_the_title_and_the_headings_with_their_levels_and_places() -> None:
    headings = outline_of(STORY).headings
    assert headings == (Heading("Rain", 1, Span(0, 4)), Heading("What next", 2, Span(16, 25)))
    assert [each.span.of(STORY.text) for each in headings] == [each.title for each in headings]


def test_a_text_without_headings_has_none() -> None:
    assert outline_of(make_document("One.")).headings == ()


@pytest.mark.parametrize(
    ("start_s", "word"),
    [(0.0, "One"), (1.0, "One"), (1.5, "One"), (1.96, "two."), (2.0, "two."), (3.0, None), (8.0, None)],
)
def test_a_chapter_begins_at_the_first_word_that_is_heard_from_its_start_on(
    start_s: float, word: str | None
) -> None:
    start = None if word is None else STORY.text.index(word)
    told = outline_of(STORY, [TimedText("The bridge", start_s)], WORDS).chapters
    assert told == (Chapter("The bridge", start_s, start),)


@pytest.mark.parametrize("words", [None, Timeline(1000, 9000, [])], ids=["not timed", "nothing spoken"])
def test_where_no_word_has_a_time_a_chapter_has_no_place(words: Timeline | None) -> None:
    told = outline_of(STORY, [TimedText("The bridge", 1.0)], words).chapters
    assert told == (Chapter("The bridge", 1.0, None),)
