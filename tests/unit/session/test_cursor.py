"""The cursor alone: a place in a text, what stands there, and what may be lit."""

from __future__ import annotations

import pytest

from briefing.kinds import Verbosity
from briefing.model import BlockKind, Cue, Figure, Light, Span
from briefing.session.cursor import Cursor
from briefing.timeline import Timeline
from briefing.verbosity import told
from tests.builders import make_document

DOCUMENT = make_document("One two. Three four.", "Five six.", kicker="News", title="A title")
RATE_HZ = 100


def span(words: str) -> Span:
    start = DOCUMENT.text.index(words)
    return Span(start, start + len(words))


def test_it_starts_where_reading_aloud_starts_or_in_the_sentence_that_was_left() -> None:
    assert Cursor(DOCUMENT).place == span("A title").start
    assert Cursor(DOCUMENT, span("four").start).place == span("Three").start


def test_places_are_named_by_their_paragraph_and_sentence() -> None:
    cursor = Cursor(DOCUMENT)
    assert cursor.place_name(span("Three").start) == "Paragraph 1 of 2, sentence 2"
    assert cursor.place_name(span("Five").start) == "Paragraph 2 of 2"
    assert cursor.block_name(span("News").start) == "Banner"
    assert Cursor(make_document()).place_name(0) == "No text"


def test_the_words_for_a_picture_are_said_before_its_caption_and_once_where_that_says_the_same() -> None:
    document = make_document("One two.", title="A title", caption="The bridge.")
    caption = Span(document.text.index("The bridge."), document.text.index("One") - 2)
    described = Cursor(
        document._replace(figures=(Figure("A bridge at dawn", "The bridge.", None, caption.start),))
    )
    assert told(described.read(caption), Verbosity.USUAL) == "Picture: A bridge at dawn. Caption: The bridge."
    same = Cursor(document._replace(figures=(Figure(None, "The bridge.", None, caption.start),)))
    assert same.read(caption) == "The bridge."


def test_the_words_for_a_picture_without_a_caption_are_said_below_the_title() -> None:
    below_title = span("One two.").start
    cursor = Cursor(DOCUMENT._replace(figures=(Figure("A bridge at dawn.", None, None, below_title),)))
    assert (
        told(cursor.read(span("One two.")), Verbosity.USUAL)
        == "Picture: A bridge at dawn. Paragraph 1 of 2: One two."
    )
    assert cursor.read(span("Three four.")) == "Three four."
    assert cursor.read(span("Five six.")) == "Five six."
    assert cursor.spoken(span("One")) == "One"


def test_a_word_that_is_heard_is_lit_as_finely_as_its_timing_allows_and_the_user_wants() -> None:
    cursor = Cursor(DOCUMENT)
    cursor.hear(Cue(span("two"), 0, 10, 1.0))
    assert cursor.lit(Light.WORD) == span("two")
    assert cursor.lit(Light.SENTENCE) == span("One two.")
    assert cursor.lit(Light.OFF) is None
    cursor.hear(Cue(span("four"), 10, 20, 0.0))
    assert cursor.level is not Light.WORD
    assert cursor.lit(Light.WORD) == cursor.lit(cursor.level) != span("four")


@pytest.mark.parametrize(("confidence", "level"), [(1.0, Light.WORD), (None, Light.SENTENCE)])
def test_a_move_by_hand_forgets_the_word_and_takes_the_timing_of_the_new_place(
    confidence: float | None, level: Light
) -> None:
    cues = [] if confidence is None else [Cue(span("Five"), 0, 10, confidence)]
    cursor = Cursor(DOCUMENT)
    cursor.hear(Cue(span("two"), 0, 10, 1.0))
    cursor.move_to(span("Five").start, Timeline(RATE_HZ, 10, cues))
    assert (cursor.place, cursor.word, cursor.level) == (span("Five").start, None, level)
    assert cursor.sentence == span("Five six.")


def test_another_language_or_title_leaves_the_place() -> None:
    cursor = Cursor(DOCUMENT, span("Three").start)
    cursor.retell(DOCUMENT._replace(language="de"))
    assert cursor.transcript.document.language == "de"
    cursor.retell(cursor.document._replace(title="Another"))
    assert cursor.document.title == "Another"
    assert cursor.place == span("Three").start


def test_a_speaker_is_named_where_he_begins() -> None:
    document = make_document(blocks=[(BlockKind.PARAGRAPH, "Good morning. It rains.")])
    document = document._replace(blocks=tuple(block._replace(speaker="Ann") for block in document.blocks))
    cursor = Cursor(document)
    assert cursor.speaker == "Ann"
    assert cursor.spoken(cursor.sentence) == "Ann: Good morning."
    assert cursor.spoken(cursor.transcript.sentence_at(document.text.index("It"))) == "It rains."
