"""What stands at a place: links, and which item of a list or row of a table it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.formats import markdown
from briefing.model import Media
from tests.stage import Stage

TEXT = """# News

Before it, see [the whole report](https://example.org/report?x=1) and [a map](map.html).

- One.
- Two, [here](#two).
  - Two and a half.
- Three.

| A | B |
|---|---|
| c | d |
| e | f |
"""


def stage() -> Stage:
    document = markdown.read_text(TEXT).build(str(Path("news.md")), "News", Media())
    return Stage(document).open()


def told_at(made: Stage, words: str, *commands: str) -> str:
    made.press("start")
    made.session.move_to(made.session.document.text.index(words))
    made.press(*commands)
    return made.said[-1]


def test_a_link_is_told_by_its_words_and_its_address_only_where_that_is_asked_for() -> None:
    made = stage()
    assert "Link: the whole report." in told_at(made, "report", "attributes")
    assert "example.org" not in made.said[-1]
    made.press("attributes")
    assert made.said[-1] == "The link the whole report leads to https://example.org/report?x=1."
    made.press("attributes")
    assert "Link: the whole report." in made.said[-1]
    assert told_at(made, "map", "attributes address") == "The link a map leads to map.html."
    assert "Link" not in told_at(made, "Before", "attributes")
    assert told_at(made, "Before", "attributes address") == "There is no link here."


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("One.", "In a list, item 1 of 3."),
        ("Two,", "In a list, item 2 of 3."),
        ("Two and", "In a list, item 1 of 1. In a list, item 2 of 3."),
        ("Three", "In a list, item 3 of 3."),
        ("e; f", "In a table, row 3 of 3."),
    ],
)
def test_an_item_of_a_list_and_a_row_of_a_table_are_told_by_their_numbers(words: str, told: str) -> None:
    assert told in told_at(stage(), words, "attributes")


def test_links_are_announced_where_much_is_said_and_else_not() -> None:
    made = stage()
    assert "ink" not in told_at(made, "Before", "read-sentence")
    assert told_at(made, "see", "read-word-next") == "the"
    made.press("verbosity full")
    assert "Links: the whole report, a map." in told_at(made, "Before", "read-sentence")
    assert told_at(made, "here", "read-paragraph") == "Paragraph 3 of 8: Two, here. Link: here."
    assert told_at(made, "see", "read-word-next").startswith("the, link")
    made.press("read-word-next")
    assert made.said[-1] == "whole", "it is the same link"
    made.press("read-word-next", "read-word-next")
    assert made.said[-1] == "and"


def test_bookmark_and_copy_act_at_the_reading_point_while_there_is_one_and_say_so() -> None:
    made = stage()
    session = made.session
    made.press("start", "read-paragraph-next", "read-paragraph-next", "bookmark")
    assert made.said[-1] == "Bookmark 1 at the reading point. Paragraph 2 of 8."
    made.press("bookmark the second")
    assert made.said[-1].startswith("Bookmark 2 at the reading point. Note: the second.")
    assert [each.place.offset for each in session.bookmarks] == [session.document.text.index("One.")] * 2
    made.press("bookmark")
    assert made.said[-1].startswith("Bookmark dropped at the reading point.")
    made.press("place-here", "bookmark")
    assert "reading point" not in made.said[-1]
