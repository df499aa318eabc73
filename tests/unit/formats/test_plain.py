"""Plain text: paragraphs, and a title where there is one."""

import textwrap

import pytest

from briefing.formats import plain
from briefing.model import Media

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


STORY = (
    "The harbour bridge was opened again on Monday morning after eleven days of repair, and the first bus "
    "crossed it at six o'clock with the mayor on board. Sixty bolts had been replaced, one after the other."
)


@pytest.mark.parametrize("width", [50, 72, 80, 100, 132])
@pytest.mark.parametrize("indent", ["", "   "])
def test_a_sentence_never_stops_at_a_wrap(width: int, indent: str) -> None:
    filled = [
        textwrap.fill(text, width, initial_indent=indent, subsequent_indent=indent)
        for text in (STORY, STORY.replace("Monday", "Tuesday"))
    ]
    draft = plain.read_text("\n\n".join(filled) + "\n")
    assert draft.build("t", "t", Media()).text.split("\n\n") == [STORY, STORY.replace("Monday", "Tuesday")]


def test_chinese_is_joined_without_spaces() -> None:
    story = "星期一早上，汽车在十一天的维修之后第一次驶过港口大桥，市长亲自驾驶了第一辆公共汽车。" * 3
    wrapped = "\n".join(story[i : i + 30] for i in range(0, len(story), 30))
    assert plain.read_text(wrapped).build("t", "t", Media()).text == story


def blocks_of(text: str) -> list[tuple[str, str]]:
    document = plain.read_text(text).build("t", "t", Media())
    return [(block.kind.value, block.span.of(document.text)) for block in document.blocks]


@pytest.mark.parametrize(
    "lines",
    [
        ["The ships come in when evening falls", "And lay their ropes on stone,", "The gulls are loud"],
        ["it goes", "without asking", "past the mill and", "the long wall"],
        ["milk", "bread", "a lamp for the hall", "paper"],
        ["Ann Lee", "12 Harbour Street", "Port Example"],
    ],
)
def test_verses_lists_and_addresses_keep_their_lines(lines: list[str]) -> None:
    assert blocks_of("\n".join(lines)) == [("paragraph", line) for line in lines]


def test_a_quoted_letter_is_a_quote_in_whole_sentences() -> None:
    assert blocks_of(
        "Bob Ray wrote:\n"
        ">I went over the bridge on Monday and there was nobody else at all, only\n"
        ">the gulls and one man with a bicycle who asked me what the time was and\n"
        ">then went on.\n>\n>It was six o'clock.\n\n"
        "So it is open, then. I had thought that it would take them another week,\nwhat with the rain.\n"
    ) == [
        ("paragraph", "Bob Ray wrote:"),
        (
            "quote",
            (
                "I went over the bridge on Monday and there was nobody else at all, only the gulls and one "
                "man with a bicycle who asked me what the time was and then went on."
            ),
        ),
        ("quote", "It was six o'clock."),
        (
            "paragraph",
            "So it is open, then. I had thought that it would take them another week, what with the rain.",
        ),
    ]


def test_items_of_a_wrapped_memo_are_whole() -> None:
    assert blocks_of(
        "   This memo describes how a harbour bridge tells the ships that it is\n"
        "   about to open.  It is meant for those who build such bridges, and for\n"
        "   those who steer ships below them.\n\n"
        "1.  Introduction\n\n"
        "   Bridges open several times a day, and the ships have to know it soon.\n\n"
        "   o  A ship asks once a minute, and never more often than that, since\n"
        "      the channel is shared by all.\n\n"
        "   o  A bridge answers.\n"
    )[1:] == [
        ("heading", "1. Introduction"),
        ("paragraph", "Bridges open several times a day, and the ships have to know it soon."),
        (
            "list item",
            "A ship asks once a minute, and never more often than that, since the channel is shared by all.",
        ),
        ("list item", "A bridge answers."),
    ]


def test_without_a_title_the_name_stands_for_it() -> None:
    assert plain.read_text("A sentence.").build("x", "my notes", Media()).title == "my notes"
