"""The outline: headings, chapters, speakers and notes in one list, in the order of the text."""

from __future__ import annotations

import pytest

from briefing.model import BlockKind, Document
from briefing.ports.media import TimedText
from briefing.session.arrival import Tags
from tests.builders import make_document
from tests.stage import Stage

CHAPTERS = (TimedText("The bridge", 3.0), TimedText("More of them", 4.0))


def talk() -> Document:
    made = make_document(
        "One two three. Four five six.",
        "Seven eight nine.",
        title="News of numbers",
        blocks=[
            (BlockKind.HEADING, "More of them"),
            (BlockKind.PARAGRAPH, "Ten eleven."),
            (BlockKind.NOTE, "A note."),
        ],
    )
    speakers = ("", "Ann", "Ann", "", "Bob", "")
    blocks = tuple(block._replace(speaker=name) for block, name in zip(made.blocks, speakers, strict=True))
    return made._replace(blocks=blocks)


def listed() -> Stage:
    stage = Stage(talk(), tags=lambda: Tags(chapters=CHAPTERS)).open()
    stage.session.reader.tags.read()
    stage.session.tick()
    return stage


def test_all_that_stands_out_is_listed_in_the_order_of_the_text() -> None:
    said = listed().press("outline").said[-7:]
    assert said[0].startswith("2 headings, 2 turns, 1 chapter, 1 note. Type its number to go there;")
    assert said[1:] == [
        "1: News of numbers",
        "2: Ann: One two three.",
        "3: Chapter 1: The bridge, 3 seconds",
        "4: More of them, level 2",
        "5: Bob: Ten eleven.",
        "6: Note: A note.",
    ]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (2, "Paragraph 1 of 3: Ann: One two three."),
        (3, "Chapter 1 of 2: The bridge."),
        (4, "Heading: More of them"),
        (6, "Note 1 of 1: A note."),
        (7, "There is no line 7 in the outline. Give a number from 1 to 6."),
    ],
)
def test_a_line_is_gone_to_by_its_number(number: int, said: str) -> None:
    assert listed().press(f"outline {number}").said[-1] == said


def test_undo_comes_back_from_a_chapter() -> None:
    stage = listed()
    place = stage.session.place
    assert stage.press("outline 3").session.position_s == pytest.approx(3.0, abs=0.01)
    assert stage.press("undo").session.place == place
