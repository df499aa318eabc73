"""Markdown and its front matter."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.formats import markdown
from briefing.formats.draft import Draft
from briefing.model import Document, Media

WHOLE = """---
title: "Harbour: a \\"bridge\\" reopens"
kicker: 'Breaking ''News'''
summary: >
  Cars cross it again,
  after eleven days.
audio: bridge.mp3
duration: 0:03:48
image: bridge.png
alt: A bridge # a comment
caption: The bridge on a calm day.
language: en-gb
date: 2023-10-30
---

# Harbour: a "bridge" reopens

First *paragraph* with **bold**, [a link](http://example.com/secret) and `code`.
It is wrapped.

## What next

> “We looked at *every* bolt.”

- one
- two

1. first

| name | time |
|------|------|
| Ann  | 3:48 |

<div>no <b>HTML</b></div>

Text with <b>inline</b> HTML &amp; an entity.

![A map](map.png "The harbour, seen from above.")
"""


def read(text: str) -> Document:
    return markdown.read_text(text).build("t.md", "t", Media())


def blocks(text: str) -> list[tuple[str, str]]:
    document = read(text)
    return [(block.kind.value, block.span.of(document.text)) for block in document.blocks]


def test_a_whole_file() -> None:
    assert blocks(WHOLE) == [
        ("kicker", "Breaking 'News'"),
        ("title", 'Harbour: a "bridge" reopens'),
        ("caption", "The bridge on a calm day."),
        ("summary", "Cars cross it again, after eleven days."),
        ("paragraph", "First paragraph with bold, a link and code. It is wrapped."),
        ("heading", "What next"),
        ("quote", "“We looked at every bolt.”"),
        ("list item", "one"),
        ("list item", "two"),
        ("list item", "first"),
        ("paragraph", "name; time"),
        ("paragraph", "Ann; 3:48"),
        ("paragraph", "Text with inline HTML & an entity."),
        ("caption", "The harbour, seen from above."),
    ]
    document = read(WHOLE)
    assert document.language == "en-GB"
    assert document.published == "2023-10-30"
    assert [(f.alt, f.caption, f.src) for f in document.figures] == [
        ("A bridge", "The bridge on a calm day.", "bridge.png"),
        ("A map", "The harbour, seen from above.", "map.png"),
    ]
    draft = markdown.read_text(WHOLE)
    assert (draft.audio, draft.duration_s) == ("bridge.mp3", 228.0)


def test_headings_keep_their_level() -> None:
    document = read("# T\n\n## Two\n\n#### Four\n\ntext")
    assert [b.level for b in document.blocks] == [0, 2, 4, 0]


def test_a_caption_that_repeats_the_alternative_text_makes_it_null() -> None:
    document = read("---\nimage: a.png\nalt: Two  Flags\ncaption: two flags\n---\ntext")
    assert document.figures[0].alt is None
    assert document.figures[0].caption == "two flags"


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("3:48", 228.0),
        ("0:03:48", 228.0),
        ("1:00:00.5", 3600.5),
        ("228", 228.0),
        ("228.5", 228.5),
        ("PT3M48S", 228.0),
        ("999999999", 7 * 86400.0),
        ("0", None),
        ("soon", None),
        ("nan", None),
        ("-5", None),
        ("1e9", None),
    ],
)
def test_durations(value: str, seconds: float | None) -> None:
    assert markdown.parse_duration_s(value) == seconds


def test_a_rule_is_no_title() -> None:
    assert blocks("one\n\n---\n\ntwo") == [("paragraph", "one"), ("paragraph", "two")]


@given(st.text(st.sampled_from("#>*-_[]()`!|<&; \n1.ab\t\\\"':\x1b\u202e"), max_size=200))
def test_any_text_gives_safe_blocks(text: str) -> None:
    document = read(text)
    for block in document.blocks:
        assert block.span.of(document.text).strip()
    assert "\x1b" not in document.text
    assert "\u202e" not in document.text


PLAIN_LINES = st.lists(st.text("ab.,:;!?()'\"-–é 1 \t", max_size=30), max_size=8)


@given(PLAIN_LINES)
@example(["---", "..."])
def test_a_body_without_marks_reads_as_the_parser_reads_it(lines: list[str]) -> None:
    body = "\n".join(["", *lines])  # below a blank line no dashes open a front matter
    draft, parsed = markdown.read_text(body), Draft()
    markdown._add_body(parsed, markdown._parse(body), "")
    assert draft.build("", "", Media()).text == parsed.build("", "", Media()).text


def test_a_text_too_long_to_parse_keeps_its_marks_and_says_so() -> None:
    draft = markdown.read_text("*a*\n\n" + "[" * markdown.PARSED_LIMIT)
    assert draft.build("", "", Media()).text.startswith("*a*")
    assert len(draft.notices) == 1
