"""Pages as text browsers write them: whole paragraphs, none of the browser's marks."""

import pytest

from briefing.formats.pages import copied
from briefing.formats.pages.page import read_page
from briefing.model import BlockKind
from tests.unit.formats.pages.page_words import HEADLINE, MENU

LYNX = """   #[1]alternate
   IFRAME: [2]https://tags.example.org/x
   [3]Skip to main content
   (BUTTON) Menu
     * [4]Home
     * [5]Sign in
     * [6]Search

The Harbour Bridge Opens Again

   March 5, 2024
     * By [7]Ann Writer
   Search ____________________ (Submit) Search
   (BUTTON) Share
   No media source currently available
   0:00 0:03:48 0:00

   The harbour bridge was opened again on Monday morning after eleven
   days of repair, and the [8]first bus crossed it at six o'clock with
   the mayor on board.

   "We looked at every bolt," said the chief engineer, who had slept in
   the site office all week long, and who now wants nothing but sleep.

   Related
     * [9]Old bridge to be sold
   [10]Privacy policy

References

   1. https://www.example.org/feed
   2. https://tags.example.org/x
   3. https://www.example.org/#content
"""
W3M = f"""{MENU}[                    ]

{HEADLINE}No media source currently available
0:003:48

The harbour bridge was opened again on Monday morning after eleven days of repair, and the
first bus crossed it at six o'clock with the mayor on board.

"We looked at every bolt," said the chief engineer, who had slept in the site office all
week long, and who now wants nothing but sleep.

Related

  • Old bridge to be sold

Privacy policy
"""
ELINKS = """   Link: [1]canonical
   [2]Skip to main content

     • [3]Home
     • [4]Sign in
     • [5]Search

                         The Harbour Bridge Opens Again

   March 5, 2024
   [6]Share
   No media source currently available
   0:003:48

   The harbour bridge was opened again on Monday morning after eleven days of
   repair, and the [7]first bus crossed it at six o'clock with the mayor on
   board.

   "We looked at every bolt," said the chief engineer, who had slept in the
   site office all week long, and who now wants nothing but sleep.

   ══════════════════════════════════════════════════════════════════════════

   Related

     • [8]Old bridge to be sold

   [9]Privacy policy

References

   Visible links
   1. https://www.example.org/
   2. https://www.example.org/#content
   9. https://www.example.org/privacy
"""
PARAGRAPHS = [
    (
        "The harbour bridge was opened again on Monday morning after eleven days of repair, and the first "
        "bus crossed it at six o'clock with the mayor on board."
    ),
    (
        '"We looked at every bolt," said the chief engineer, who had slept in the site office all week long, '
        "and who now wants nothing but sleep."
    ),
]


@pytest.mark.parametrize("text", [LYNX, W3M, ELINKS], ids=["lynx", "w3m", "elinks"])
def test_wrapped_lines_are_joined_and_the_browser_s_marks_left_out(text: str) -> None:
    assert copied.likelihood(text) > 0
    page = read_page(text)
    assert [part.text for part in page.parts if part.kind is BlockKind.TITLE] == [
        "The Harbour Bridge Opens Again"
    ]
    assert [part.text for part in page.parts if part.kind is BlockKind.PARAGRAPH] == PARAGRAPHS
    assert page.published == "2024-03-05"
    assert page.duration_s == 228.0
    said = "\n".join(part.text for part in page.parts)
    for mark in ("[", "References", "http", "BUTTON", "____", "Related", "Old bridge", "Privacy", "•", "═"):
        assert mark not in said


def test_a_number_in_brackets_that_is_no_link_stays() -> None:
    text = "The bridge [sic] was opened in year [1] of the plan, and nobody said a word about it."
    assert not copied.likelihood(text)
