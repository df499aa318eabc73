"""What went wrong with pages as text browsers write them: words torn, pictures and links taken for story."""

import textwrap
from pathlib import Path

import pytest

from briefing.formats.pages.page import read_page
from briefing.formats.wrapped import width_of
from briefing.model import BlockKind
from briefing.sources.assemble import open_source
from tests.unit.formats.pages.page_words import HEADLINE, MENU
from tests.unit.sources.opened import TableReader

TOP = f"""{MENU}{HEADLINE}
The harbour bridge was opened again on Monday morning after eleven days of
repair, and the first bus crossed it at six o'clock with the mayor on board.

"We looked at every bolt," said the chief engineer, who had slept in the site
office all week long, and who now wants nothing but sleep.
"""
STORY = (
    "The harbour bridge was opened again on Monday morning after eleven days of repair, and the first bus "
    "crossed it at six o'clock with the mayor on board."
)
KOREAN = "항구다리가 다시 열렸다고 시청에서 월요일 아침에 발표하였으며 첫 버스가 여섯시 정각에 다리를 건넜고"
HINDI = "हिन्दी में लिखी हुई एक लम्बी ख़बर जिस की पंक्तियाँ एक पाठ ब्राउज़र ने बीच में ही तोड़ दी हैं"
KOREAN_WORDS = KOREAN.split()
KOREAN_STORY = " ".join([KOREAN] * 12) + " 끝났다."
BOTTOM = """
Privacy policy
Terms of use
Copyright © 2024 Harbour Radio. All rights reserved.
"""


def texts(text: str) -> list[str]:
    return [part.text for part in read_page(text).parts]


def broken_anywhere(text: str, width: int) -> str:
    """Return Korean text broken after as many characters as fit, as Chinese is, spaces at ends left out."""
    lines = [""]
    for char in text:
        if width_of(lines[-1] + char) > width:
            lines.append("")
        lines[-1] = (lines[-1] + char).lstrip()
    return "\n".join(line.rstrip() for line in lines)


@pytest.mark.parametrize("width", [76, 77, 78, 79])
def test_korean_words_that_a_browser_broke_are_put_together(width: int) -> None:
    page = TOP + "\n" + broken_anywhere(KOREAN_STORY, width) + "\n" + BOTTOM
    read = next(text for text in texts(page) if KOREAN_WORDS[0] in text).split()
    assert sum(word in KOREAN_WORDS for word in read) >= 0.97 * len(KOREAN_STORY.split())


def test_korean_lines_broken_between_words_keep_their_spaces() -> None:
    assert KOREAN_STORY in texts(TOP + "\n" + textwrap.fill(KOREAN_STORY, 38) + "\n" + BOTTOM)


def test_other_stories_told_by_a_picture_s_text_and_a_link_are_not_read_as_the_story_s_end() -> None:
    teaser = "Ferry to the islands runs every hour from May"
    other = "Council wants more trees along the river front"
    below = f"\n  • {teaser} {teaser}\n\n    {teaser}\n\n  • {other} {other}\n\n    {other}\n"
    read = texts(TOP + below + BOTTOM)
    assert STORY in read
    assert not any(teaser in text or other in text for text in read)


def test_a_picture_s_text_and_the_same_caption_are_one_caption() -> None:
    caption = "Workers paint the bridge's northern tower in the rain"
    page = TOP + f"\n{caption} {caption}\n\n" + TOP[TOP.index("The harbour bridge was") :] + BOTTOM
    assert [part.text for part in read_page(page).parts if caption in part.text] == [caption]


def test_a_sentence_below_a_player_is_kept_where_the_player_s_title_stands_twice() -> None:
    last = "Buses run every ten minutes from now on, and every five minutes when the ferries land."
    player = "\nThe bridge, filmed\n\nPlease wait\nEmbed share\n\nThe bridge, filmed\n\nEmbed share\n"
    assert last in texts(TOP + player + "\n" + textwrap.fill(last, 78) + "\n" + BOTTOM)


def test_what_stands_for_a_picture_without_a_text_is_not_read() -> None:
    page = TOP.replace("Share", "Share\n[03370000-0]\n[icon_2]Enlarge") + BOTTOM
    read = texts(page)
    assert STORY in read
    assert not any("0337" in text or "icon" in text for text in read)


def test_links_below_each_other_are_not_joined_into_a_paragraph() -> None:
    links = [
        "Ferry to the outer islands runs every hour from the first of May onwards",
        "Council wants to plant more trees along the river front next autumn again",
        "School in the old town gets its clock tower back after a hundred years now",
    ]
    page = "\n".join(
        [*TOP.splitlines(), "", *(f"   [{i}]{link}" for i, link in enumerate(links, 1)), *BOTTOM.splitlines()]
    )
    read = read_page(page)
    assert STORY in [part.text for part in read.parts]
    assert not any(links[0] in part.text for part in read.parts if part.kind is BlockKind.PARAGRAPH)


def test_the_addresses_below_a_page_of_lynx_are_left_out_where_nothing_else_tells_it(tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(
        "   [1]News | [2]Sport\n\n                 The bridge opens again\n\n   By Ann Writer\n\n"
        "   The bridge opened again on Monday morning after eleven days of repair, and\n"
        "   the [3]first bus crossed it at six. Two hundred people had come to see it.\n\n"
        "   [4]Contact\n\nReferences\n\n   1. https://example.org/news\n   2. https://example.org/sport\n"
        "   3. https://example.org/bus\n   4. https://example.org/contact\n"
    )
    item = open_source(str(path), reader=TableReader())
    assert item.document.title == "The bridge opens again"
    assert "example.org" not in item.document.text
    assert "the first bus crossed" in item.document.text


def test_the_sign_before_raised_letters_is_left_out_and_that_before_numbers_kept() -> None:
    page = (
        TOP
        + "\nThe 1^er of May was the day on which M^me Sand bought 40 m^2 of land by the harbour bridge.\n"
        + BOTTOM
    )
    wanted = "The 1er of May was the day on which Mme Sand bought 40 m^2 of land by the harbour bridge."
    assert wanted in texts(page)


def test_lines_in_which_marks_were_taken_for_letters_are_joined() -> None:
    words = HINDI.split()
    lines = [""]
    for word in words * 6:
        lines[-1] = f"{lines[-1]} {word}".strip()
        if len(lines[-1]) > 64:
            lines.append("")
    text = TOP + "\n" + "\n".join(lines).strip() + "।\n" + BOTTOM
    assert " ".join(words * 6) + "।" in texts(text)


def test_what_a_story_says_of_its_words_is_told_word_by_word() -> None:
    meanings = [
        "bolt – n. a metal pin that holds parts together",
        "repair – v. to make something whole again",
    ]
    text = f"{TOP}     {'_' * 60}\n\nWords in This Story\n\n   {meanings[0]}\n   {meanings[1]}\n{BOTTOM}"
    assert texts(text)[-3:] == ["Words in This Story", *meanings]
