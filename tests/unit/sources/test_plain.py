"""Plain text: paragraphs, and a title where there is one."""

import pytest

from briefing.model import Media
from briefing.sources import plain

LONG = "A paragraph that nobody wrapped, since the program it was written in wraps lines on the screen. " * 2


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("One line", [("paragraph", "One line")]),
        ("A Title\n\nA text.", [("title", "A Title"), ("paragraph", "A text.")]),
        ("A sentence.\n\nA text.", [("paragraph", "A sentence."), ("paragraph", "A text.")]),
        ("A Title\n=======\nA text.", [("title", "A Title"), ("paragraph", "A text.")]),
        (
            "It is\nwrapped here.\n\nSo is\nthis.",
            [("paragraph", "It is wrapped here."), ("paragraph", "So is this.")],
        ),
        ("a well-\nknown man", [("paragraph", "a well-known man")]),
        ("in 1990-\n1991", [("paragraph", "in 1990- 1991")]),
        (f"{LONG}\n{LONG}", [("paragraph", LONG.strip()), ("paragraph", LONG.strip())]),
        (
            "It holds:\n\n- one\n- two\n  more",
            [("paragraph", "It holds:"), ("list item", "one"), ("list item", "two more")],
        ),
        ("1. one\n2. two", [("list item", "one"), ("list item", "two")]),
        ("In\n1990. It was.", [("paragraph", "In 1990. It was.")]),
        (
            "T\n\nFirst text, which is here.\n\nWhat next\n\nSecond text, which is longer than that.",
            [
                ("title", "T"),
                ("paragraph", "First text, which is here."),
                ("heading", "What next"),
                ("paragraph", "Second text, which is longer than that."),
            ],
        ),
        ("one\x0ctwo", [("paragraph", "one two")]),
        ("T\n\n\n\n\x00\x1b[2J", [("title", "T"), ("paragraph", "␀␛[2J")]),
    ],
)
def test_blocks(text: str, blocks: list[tuple[str, str]]) -> None:
    document = plain.read_text(text).build("t.txt", "t", Media())
    assert [(block.kind.value, block.span.of(document.text)) for block in document.blocks] == blocks


def test_without_a_title_the_name_stands_for_it() -> None:
    assert plain.read_text("A sentence.").build("x", "my notes", Media()).title == "my notes"
