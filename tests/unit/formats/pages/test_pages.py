"""Copied pages of many languages and manners: the story is found, its furniture left out."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from briefing.formats.pages import copied
from briefing.formats.pages.page import read_page
from briefing.formats.pages.parts import Page
from briefing.model import BlockKind
from tests.unit.formats.pages.page_words import DATES, MENUS, PROSE


class Manner(NamedTuple):
    """A way in which a page is copied."""

    name: str
    copy: Callable[[str], str]


def without_blank_lines(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if line)


def with_trailing_spaces(text: str) -> str:
    return text.replace("\n", "  \n")


def with_tabs(text: str) -> str:
    return "\n".join(f"\t{line}" if line else "\t" for line in text.split("\n"))


MANNERS = (
    Manner("as it is", str),
    Manner("without blank lines", without_blank_lines),
    Manner("with trailing spaces", with_trailing_spaces),
    Manner("with tabs", with_tabs),
)


def page_in(language: str) -> str:
    title, *paragraphs = PROSE[language]
    menu, share, related, footer = (row.replace("|", "\n") for row in MENUS[language])
    return "\n".join(
        [
            menu,
            "",
            title,
            "",
            DATES[language],
            share,
            "",
            "\n\n".join(paragraphs),
            "",
            related,
            title[::-1],
            footer,
        ]
    )


def of_kind(page: Page, kind: BlockKind) -> list[str]:
    return [part.text for part in page.parts if part.kind is kind]


def story(page: Page) -> list[str]:
    return [part.text for part in page.parts if part.kind in (BlockKind.SUMMARY, BlockKind.PARAGRAPH)]


@pytest.mark.parametrize("manner", MANNERS, ids=lambda manner: manner.name)
@pytest.mark.parametrize("language", PROSE)
def test_the_furniture_of_a_page_is_not_read_aloud(language: str, manner: Manner) -> None:
    text = manner.copy(page_in(language))
    assert copied.likelihood(text) > 0
    page = read_page(text)
    title, *paragraphs = PROSE[language]
    assert of_kind(page, BlockKind.TITLE) == [title]
    assert story(page) == paragraphs
    assert page.published == "2023-10-30"
    furniture = {word for row in MENUS[language] for word in row.split("|")}
    assert not furniture & {part.text for part in page.parts}
