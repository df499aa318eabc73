"""Pages that were fetched as text in other languages, without numbered links, or as Markdown."""

import re
import textwrap

import pytest

from briefing.formats.pages import copied
from briefing.formats.pages.page import read_page
from briefing.formats.wrapped import wrap_width
from briefing.model import BlockKind

GERMAN_STORY = [
    "Nach elf Tagen Arbeit ist die Hafenbrücke seit Montag wieder für den Verkehr freigegeben.",
    (
        "Die Bürgermeisterin dankte den Arbeitern der Werft, die auch nachts und am Wochenende im Einsatz "
        "waren, und versprach den Anwohnern am Ufer weniger Lärm im kommenden Frühjahr."
    ),
    "Die Maut von zwei Euro bleibe bis zum Ende des Jahres, hieß es aus dem Rathaus der Stadt am Abend.",
]
FRENCH_STORY = [
    "Après onze jours de travaux, le pont du port a été rouvert lundi matin avec la maire à son bord.",
    "Le péage de deux euros restera jusqu'à la fin de l'année, selon la mairie, qui décidera ensuite.",
]


def _page(menu: list[str], title: str, below: list[str], story: list[str], end: list[str]) -> str:
    """Write a page as lynx does without numbers."""
    items = "\n".join(f"     * {label}" for label in menu)
    paragraphs = ["\n".join(f"   {line}" for line in textwrap.wrap(text, 72)) for text in story]
    return (
        "\n\n".join([items, f"   {title}", *(f"   {line}" for line in (*below,)), *paragraphs, *end]) + "\n"
    )


GERMAN = "   Zum Inhalt springen\n\n" + _page(
    ["Startseite", "Politik", "Wirtschaft", "Sport"],
    "Brücke über den Hafen ist wieder offen",
    ["Stand: 12.03.2031 10:21 Uhr", "Von Karl Schreiber"],
    GERMAN_STORY,
    ["   Artikel teilen", "Mehr zum Thema", "     * Alte Brücke wird verkauft", "   Impressum Datenschutz"],
)
FRENCH = _page(
    ["Accueil", "Politique", "Monde", "Sport"],
    "Le pont du port est rouvert à la circulation",
    ["Publié le 12 mars 2031 à 10h21", "Par Anne Plume"],
    FRENCH_STORY,
    ["   Partager", "À lire aussi", "     * La mairie veut un tramway", "   Mentions légales"],
)
MARKDOWN = """Skip to main content

  * [Home](/)
  * [World](/world)
  * [Sport](/sport)

# The ferry sails again

By [Jane Reporter](/authors/jane)

Published 12 March 2031

Share [Save](/save)

![The ferry at the quay](ferry.jpg)

The ferry to the [North Shore](/north) sailed again on Tuesday after a winter
in which islanders had to take the long road, the [operator
said](/operator "Who they are") in a statement.

**Boats leave at seven, at noon and at five. The last one carries _no cars_, and
there will be none on Sundays until May.**

### More on this story

  * [What the ferry costs](/costs)

[Privacy policy](/p) | [Cookies](/c) | [Terms of use](/t)

© 2031 Coast Times. All rights reserved.
"""


def told(text: str, kind: BlockKind) -> list[str]:
    return [part.text for part in read_page(text).parts if part.kind in (kind, BlockKind.SUMMARY)]


@pytest.mark.parametrize(
    ("page", "story"), [(GERMAN, GERMAN_STORY), (FRENCH, FRENCH_STORY)], ids=["de", "fr"]
)
def test_a_page_in_another_language_without_numbered_links_is_read_without_its_furniture(
    page: str, story: list[str]
) -> None:
    assert copied.likelihood(page) > 0
    assert told(page, BlockKind.PARAGRAPH) == story


def test_lines_that_all_break_where_no_word_would_fit_are_joined_though_nouns_are_capitalised() -> None:
    text = "\n\n".join("\n".join(textwrap.wrap(paragraph, 56)) for paragraph in GERMAN_STORY)
    assert wrap_width(text.split("\n")) > 0


def _with_links_below(page: str) -> str:
    """Write the addresses of a page's links below it, by numbers."""
    addresses: list[str] = []

    def number(link: re.Match[str]) -> str:
        addresses.append(link[2])
        return f"[{link[1]}][{len(addresses)}]"

    page = re.sub(r"(?<!!)\[([^]]+)\]\(([^\s)]+)[^)]*\)", number, page)
    return page + "\n" + "".join(f"   [{i}]: {address}\n" for i, address in enumerate(addresses, 1))


@pytest.mark.parametrize("links", ["within", "below"])
def test_a_page_that_was_fetched_as_markdown_is_read_without_its_marks(links: str) -> None:
    page = MARKDOWN if links == "within" else _with_links_below(MARKDOWN)
    assert copied.likelihood(page) > 0
    assert [part.text for part in read_page(page).parts] == [
        "The ferry sails again",
        "By Jane Reporter",
        (
            "The ferry to the North Shore sailed again on Tuesday after a winter in which islanders had to "
            "take the long road, the operator said in a statement."
        ),
        (
            "Boats leave at seven, at noon and at five. The last one carries no cars, and there will be none "
            "on Sundays until May."
        ),
    ]


@pytest.mark.parametrize("gap", ["", " "], ids=["joined", "parted"])
def test_a_picture_s_text_before_its_caption_is_not_said_twice_nor_taken_for_a_summary(gap: str) -> None:
    shown = f"   The ferry at the quay{gap}The ferry at the quay on Monday. Photo: Coast Times"
    page = GERMAN.replace("   Von Karl Schreiber", "   Von Karl Schreiber\n\n" + shown)
    captions = [part.text for part in read_page(page).parts if part.kind is BlockKind.CAPTION]
    assert captions == ["The ferry at the quay on Monday."]
    assert told(page, BlockKind.PARAGRAPH) == GERMAN_STORY
