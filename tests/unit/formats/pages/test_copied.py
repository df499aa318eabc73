"""The text of a news page: the story is kept, the furniture understood."""

from pathlib import Path

import pytest

from briefing.formats import markdown, plain
from briefing.formats.pages import copied
from briefing.formats.source import Head
from briefing.model import BlockKind, Document, Media

PAGE = (Path(__file__).parents[3] / "data" / "page.txt").read_text("utf-8")
TITLE = "Harbour Bridge Reopens After Storm"
LONG = "Cars crossed the bridge on Monday for the first time in eleven days, said the mayor, who drove one."


def read(text: str) -> Document:
    return copied.read_text(text).build("page.txt", "page", Media())


def texts(document: Document, kind: BlockKind) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks if block.kind is kind]


def test_a_whole_page() -> None:
    document = read(PAGE)
    assert [block.kind for block in document.blocks] == [
        BlockKind.KICKER,
        BlockKind.TITLE,
        BlockKind.CAPTION,
        BlockKind.SUMMARY,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
    ]
    assert document.first(BlockKind.KICKER) == "Breaking News"
    assert document.title == TITLE
    assert document.text.count(TITLE) == 1
    assert document.text.count("(FILE)") == 1
    assert document.figures[0].alt is None
    assert document.figures[0].caption == "(FILE) The harbour bridge on a calm day."
    assert document.first(BlockKind.SUMMARY) == (
        "The bridge carries cars again, eleven days after a storm had closed it."
    )
    assert document.language == "en"
    for furniture in ("Accessibility", "please wait", "No media", "0:00", "XS", "LG"):
        assert furniture not in document.text


def test_the_player_tells_the_length() -> None:
    draft = copied.read_text(PAGE)
    assert draft.declares_media
    assert draft.duration_s == 228.0


@pytest.mark.parametrize(
    "missing",
    [
        "Accessibility links",
        "Breaking News",
        "please wait",
        "No media source currently available",
        "0:00 0:03:48 0:00",
        "XS\nSM\nMD\nLG",
        "(FILE) The harbour bridge on a calm day.\n",
        "The bridge carries cars again, eleven days after a storm had closed it.",
    ],
)
def test_what_is_missing_costs_nothing_else(missing: str) -> None:
    head = Head(b"", PAGE.replace(missing, "", 1), ".txt")
    assert copied.score(head) > max(plain.score(head), markdown.score(head))
    document = read(PAGE.replace(missing, "", 1))
    assert document.title == TITLE
    assert document.text.count(TITLE) == 1
    assert len(texts(document, BlockKind.PARAGRAPH)) == 3
    assert len(texts(document, BlockKind.CAPTION)) == 1
    assert ("Breaking News" in texts(document, BlockKind.KICKER)) is (missing != "Breaking News")


def test_a_page_without_a_player() -> None:
    player = f"{TITLE}\nplease wait\n\nNo media source currently available\n\n0:00 0:03:48 0:00\n"
    assert player in PAGE
    text = PAGE.replace(player, "")
    document = read(text)
    assert document.title == TITLE
    assert document.first(BlockKind.KICKER) == "Breaking News"
    assert len(texts(document, BlockKind.PARAGRAPH)) == 3
    assert copied.read_text(text).duration_s is None


def test_more_furniture_of_such_pages() -> None:
    document = read(
        f"""Accessibility links
Skip to main content
Skip to Search

Economy

Prices Fall Again

October 30, 2023
By Ann Example

Share
Share on Facebook
The code has been copied to your clipboard.
Print

Coins on a table
(FILE) A shop in the old town. (AP)

Prices Fall Again
please wait
Embed
share
No media source currently available
0:00 0:02:05 0:00
Auto
240p 360p 480p
Direct link
64 kbps | MP3
Pop-out player

{LONG}

What comes next

{LONG}

A map of the harbour.
A map of the harbour.

XS SM MD LG
"""
    )
    assert document.first(BlockKind.KICKER) == "Economy"
    assert document.title == "Prices Fall Again"
    assert document.published == "2023-10-30"
    assert texts(document, BlockKind.CREDIT) == ["By Ann Example"]
    assert texts(document, BlockKind.PARAGRAPH) == [LONG, LONG]
    assert texts(document, BlockKind.HEADING) == ["What comes next"]
    assert texts(document, BlockKind.CAPTION) == [
        "(FILE) A shop in the old town. (AP)",
        "A map of the harbour.",
    ]
    assert [figure.alt for figure in document.figures] == ["Coins on a table", None]


def test_unknown_links_above_are_no_banner() -> None:
    document = read("Liens d’accessibilité\n\nMonde\n\n" + PAGE.split("Breaking News\n\n")[1])
    assert texts(document, BlockKind.KICKER) == ["Monde"]
    assert document.title == TITLE


@pytest.mark.parametrize(
    ("clock", "seconds"),
    [("0:00 0:03:48 0:00", 228.0), ("0:00 / 3:48", 228.0), ("-1:02:03", 3723.0), ("0:00 0:00:00", None)],
)
def test_clocks(clock: str, seconds: float | None) -> None:
    assert copied.read_text(f"A Title\nplease wait\n\n{clock}\n\n{LONG}").duration_s == seconds


@pytest.mark.parametrize(
    "text",
    [
        f"A story\n\n{LONG}\n\nHe was told: please wait.\n",
        f"MD\n\n{LONG}",
        f"Next\n\n{LONG}\n\nShare\n\n{LONG}",
        f"# A heading\n\n{LONG}",
    ],
)
def test_ordinary_text_is_no_page(text: str) -> None:
    assert copied.score(Head(b"", text, ".txt")) == 0.0


def test_a_page_of_nothing_but_furniture_is_empty() -> None:
    assert copied.read_text("Accessibility links\n\nplease wait\n\n0:00 0:03:48\n\nXS\n").is_empty
