"""Pictures of copied pages: what is below them is their caption, and whose they are is parted off."""

import pytest

from briefing.formats.pages.page import read_page
from briefing.formats.pages.parts import Page
from briefing.model import BlockKind

PROSE = (
    "The harbour bridge was opened again on Monday morning after eleven days of repair.",
    "The first bus crossed it at six o'clock with the mayor on board, and nobody was late.",
    "The chief engineer slept in the site office all week long, and now wants nothing but sleep.",
)
BOTTOM = (
    "Related stories\nOld bridge to be sold\nPrivacy policy\n© 2024 Harbour Radio. All rights reserved.\n"
)


def page_of(above: str, within: str = "") -> Page:
    head = "Skip to main content\nHome\nNews\nSign in\n\nThe Harbour Bridge Opens Again\n"
    return read_page(f"{head}{above}\n{PROSE[0]}\n\n{PROSE[1]}\n\n{within}\n\n{PROSE[2]}\n\n{BOTTOM}")


def of_kind(page: Page, kind: BlockKind) -> list[str]:
    return [part.text for part in page.parts if part.kind is kind]


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("The bridge's tower in the rain. Ada Holm", "The bridge's tower in the rain.", "Ada Holm"),
        (
            "The mayor on the bridge. (Ben Ruiz/Getty Images)",
            "The mayor on the bridge.",
            "Ben Ruiz/Getty Images",
        ),
        ("Workers on the bridge. © AFP", "Workers on the bridge.", "© AFP"),
        (
            "橋を渡る市長と技師、港の子どもたち（Ｃ）共同通信社",
            "橋を渡る市長と技師、港の子どもたち",
            "（Ｃ）共同通信社",
        ),
    ],
    ids=["name", "brackets", "sign", "Japanese"],
)
def test_whose_a_picture_is_is_parted_from_its_caption(line: str, caption: str, credit: str) -> None:
    page = page_of("March 5, 2024\n", line)
    assert of_kind(page, BlockKind.CAPTION) == [caption]
    assert of_kind(page, BlockKind.CREDIT) == [credit]


@pytest.mark.parametrize("heading", ["The Mayor Has Won. Now What", "Nobody was late. The engineer says why"])
def test_a_heading_of_two_sentences_is_no_caption(heading: str) -> None:
    assert of_kind(page_of("March 5, 2024\n", heading), BlockKind.CAPTION) == []


def test_a_caption_that_stands_again_without_its_credit_is_told_once() -> None:
    caption = "The bridge's northern tower in the rain."
    page = page_of("March 5, 2024\n", f"{caption} Ada Holm\n{caption}")
    assert [part.text for part in page.parts].count(caption) == 1


def test_a_sentence_between_the_byline_and_the_buttons_is_the_first_picture_s_caption() -> None:
    caption = "A bus crosses the harbour bridge on Monday morning."
    page = page_of(f"March 5, 2024\nBy Ada Holm\n{caption}\nShare\nPrint\n")
    assert of_kind(page, BlockKind.CAPTION) == [caption]


def test_a_summary_below_the_title_is_no_caption() -> None:
    summary = "Repairs took eleven days and cost the city less than was planned."
    page = page_of(f"\n{summary}\n\nMarch 5, 2024\nBy Ada Holm\nShare\nPrint\n")
    assert of_kind(page, BlockKind.SUMMARY) == [summary]
