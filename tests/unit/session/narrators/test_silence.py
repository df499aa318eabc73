"""The silent reading: paced by letters and pauses, and a library takes no memory to speak of."""

from __future__ import annotations

import tracemalloc

from briefing.model import Cue, Span
from briefing.session.narrators.silence import SilentNarrator
from briefing.timeline import Timeline
from tests.builders import make_document


def test_words_take_their_letters_and_pauses_go_with_the_word_before() -> None:
    document = make_document("“One” – two. Three!", "Four.", title="")
    timeline = SilentNarrator(100, 60).narrate(document, 71 / 100, lambda *_: None).timeline
    assert [cue.span.of(document.text) for cue in timeline] == ["One", "two", "Three", "Four"]
    lengths = [3 + 1, 3 + 1 + 9, 5 + 1 + 9 + 18, 4 + 1 + 9 + 18]
    ends = [sum(lengths[: index + 1]) * 71 / sum(lengths) for index in range(4)]
    assert [cue.stop_frame for cue in timeline] == [round(end) for end in ends]
    assert [cue.start_frame for cue in timeline] == [0, *(cue.stop_frame for cue in timeline)][:-1]


def test_a_text_without_a_word_is_a_reading_without_cues() -> None:
    timeline = (
        SilentNarrator(100, 60).narrate(make_document("– – –", title=""), None, lambda *_: None).timeline
    )
    assert len(timeline) == 0


def test_a_long_text_takes_less_than_fifty_bytes_a_word() -> None:
    document = make_document(*["one two three four five six seven eight nine ten. " * 20] * 250, title="")
    tracemalloc.start()
    try:
        timeline = SilentNarrator(48_000, 180).narrate(document, None, lambda *_: None).timeline
        _, most_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(timeline) == 50_000
    assert most_bytes < 50 * len(timeline)


def test_silence_keeps_the_cues_of_a_timed_text() -> None:
    document = make_document("One two.", title="")
    cues = Timeline(1000, 9000, [Cue(Span(0, 3), 1500, 2000, 0.4), Cue(Span(4, 7), 7000, 7500, 0.4)])
    timeline = SilentNarrator(100, 60, lambda: cues).narrate(document, None, lambda *_: None).timeline
    assert timeline == cues.at_rate(100)
