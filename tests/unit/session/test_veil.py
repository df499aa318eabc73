"""Text that is hidden until it was heard: what says a part of it does not say that."""

from __future__ import annotations

import pytest

from briefing.events import TextShown
from briefing.model import Span
from briefing.session.veil import Veil
from briefing.settings import Settings
from briefing.text.transcript import Transcript
from tests.stage import DOCUMENT, WORD_S, Stage

HIDDEN = Settings(study=True, study_hidden=True, study_pause="0.5")
TEXT = DOCUMENT.text
FIRST = TEXT.index("One two")


def hidden_words(veil: Veil) -> list[str]:
    return [span.of(TEXT) for span in veil.hidden_in(Span(0, len(TEXT)))]


def test_sentences_of_the_story_are_hidden_from_the_place_on_and_titles_are_not() -> None:
    veil = Veil(Transcript(DOCUMENT), 0)
    hidden = hidden_words(veil)
    assert hidden[:2] == ["One two three.", "Four five six."]
    assert "News of numbers" not in hidden
    assert hidden_words(Veil(Transcript(DOCUMENT), TEXT.index("Seven")))[0] == "Seven eight nine."


def test_what_was_heard_is_shown_and_may_be_hidden_again() -> None:
    veil = Veil(Transcript(DOCUMENT), 0)
    shown = veil.show(Span(FIRST, FIRST + 3))
    assert [span.of(TEXT) for span in shown] == ["One two three."]
    assert veil.show(Span(FIRST, FIRST + 3)) == []
    assert not veil.hides(shown[0])
    assert veil.hides(Span(FIRST, FIRST + 20))
    veil.hide(shown)
    assert veil.hides(shown[0])


def test_a_sentence_is_shown_when_it_was_heard_to_its_end() -> None:
    stage = Stage(settings=HIDDEN).open().press("go p1.s1", "play")
    stage.play(3 * WORD_S - 0.2)
    assert not [event for event in stage.events if isinstance(event, TextShown)]
    stage.play(0.5)
    (shown,) = [event.span for event in stage.events if isinstance(event, TextShown)]
    assert shown.of(TEXT) == "One two three."
    assert stage.session.cursor.text_of(stage.session.sentence) == "One two three."


@pytest.mark.parametrize(
    "command",
    [
        "read",
        "sentence-forward",
        "paragraph-forward",
        "read-next",
        "read-sentence",
        "word-forward",
        "search five",
        "bookmark",
        "bookmarks 1",
        "where",
        "reading-unit sentence",
    ],
)
def test_nothing_that_is_hidden_is_said_by_accident(command: str) -> None:
    stage = Stage(settings=HIDDEN).open().press("go p1.s1")
    if command == "bookmarks 1":
        stage.press("bookmark")
    stage.events.clear()
    stage.press(command)
    said = " ".join(stage.said).casefold().replace("searching for five", "").replace("paragraph", "")
    words = {word.strip(".:,") for word in said.split()}
    assert not words & {"two", "three", "four", "six", "seven", "eight", "nine"}, said


def test_it_is_shown_where_that_is_asked_for_and_undo_hides_it_again() -> None:
    stage = Stage(settings=HIDDEN).open().press("go p1.s1", "reveal")
    assert stage.said[-1] == "One two three."
    stage.press("undo", "read")
    assert "Hidden until it is heard." in stage.said[-1]


def test_what_is_copied_of_the_text_is_what_is_shown() -> None:
    stage = Stage(settings=HIDDEN).open().press("go p1.s1", "reveal")
    two = Span(FIRST, TEXT.index("Seven"))
    assert stage.session.cursor.shown_of(two).split() == ["One", "two", "three."]


def test_without_study_nothing_is_hidden_any_more() -> None:
    stage = Stage(settings=HIDDEN).open().press("go p1.s1", "study off", "read")
    assert stage.said[-1] == "One two three."
    stage.press("study on", "read")
    assert stage.said[-1] == "Hidden until it is heard."
