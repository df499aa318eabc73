"""Notes are passed over by reading on, and are there when somebody asks for them."""

from __future__ import annotations

from briefing.model import BlockKind, TransportState
from tests.builders import make_document
from tests.stage import Stage

NOTED = make_document(
    "One two three. Four five six.",
    title="News of numbers",
    blocks=[
        (BlockKind.NOTE, "A number is a word. It counts."),
        (BlockKind.HEADING, "More of them"),
        (BlockKind.PARAGRAPH, "Seven eight nine."),
        (BlockKind.NOTE, "Nine is the last. " + "And so on it goes. " * 20),
    ],
)


def stage() -> Stage:
    return Stage(NOTED).open()


def test_notes_are_passed_over_by_sentence_by_paragraph_and_in_counts() -> None:
    said = stage().press("go p1.s2", "sentence-forward", "sentence-forward", "sentence-forward").said
    assert said[-3:] == ["More of them", "Seven eight nine.", "This is the end."]
    said = stage().press("go p1", "paragraph-forward", "paragraph-forward", "paragraph-forward").said
    assert said[-3:] == ["Heading: More of them", "Paragraph 2 of 2: Seven eight nine.", "This is the end."]
    assert stage().press("go p2", "sentence-back", "sentence-back").said[-1] == "Four five six."
    assert stage().press("end", "read").said[-1] == "Seven eight nine."


def test_notes_are_listed_by_how_they_begin() -> None:
    first, one, two = stage().press("notes").said[-3:]
    assert first.startswith("2 notes. Type its number to go there;")
    assert one == "1: A number is a word. It counts."
    assert two.startswith("2: Nine is the last.")
    assert two.endswith(" And so and more")


def test_a_note_is_read_sentence_by_sentence_and_left_back_to_where_one_was() -> None:
    heard = stage().press("go p2", "notes 1", "sentence-forward")
    assert heard.said[-2:] == ["Note 1 of 2: A number is a word.", "It counts."]
    assert heard.press("sentence-forward").said[-1] == "Nine is the last."
    assert heard.press("undo").said[-1] == "Undone: Notes. Paragraph 2 of 2."


def test_in_a_note_the_voice_waits_and_goes_on_where_it_was() -> None:
    heard = stage().press("play").play(2.2)
    heard.press("notes 2").play(1.0)
    assert heard.session.state is TransportState.PAUSED
    heard.press("play").play(0.5)
    assert heard.words[-2:] == ["two", "three"]


def test_the_place_that_is_kept_is_the_one_in_the_text() -> None:
    first = stage().press("go p1.s2", "notes 2")
    first.session.close()
    again = Stage(NOTED, store=first.store).open()
    assert "Resumed at Paragraph 1 of 2, sentence 2." in again.said[0]


def test_a_voice_that_is_chosen_in_a_note_begins_where_the_reading_was() -> None:
    heard = stage().press("go p1.s2", "notes 1", "voice speech", "play").play(0.5)
    assert heard.words[-1] == "Four"


def test_a_text_without_notes_says_so() -> None:
    assert Stage().open().press("notes").said[-1] == "This briefing has no notes."
    assert stage().press("notes 7").said[-1] == "There is no note 7. Give a number from 1 to 2."


def test_the_outline_lists_headings_with_their_levels_and_goes_to_one() -> None:
    told = stage().press("outline", "outline 3").said[-6:]
    assert told[0].startswith("2 headings, 2 notes. Type its number to go there;")
    assert told[1:4] == [
        "1: News of numbers",
        "2: Note: A number is a word. It counts.",
        "3: More of them, level 2",
    ]
    assert told[-1] == "Heading: More of them"
