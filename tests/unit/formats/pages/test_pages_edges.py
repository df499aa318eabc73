"""What stands around a copied page's story: comments, names without a label, what is above a title."""

import pytest

from briefing.formats.pages.page import read_page
from briefing.formats.pages.parts import Page
from briefing.model import BlockKind
from tests.unit.formats.pages.page_words import MENUS, PROSE

SAID = (
    "I stood on the bridge when it opened and the whole town was there with flags and drums.",
    "My mother crossed it in her first car sixty years ago, and she was not happy about the wind.",
    "They said eleven days at the start and nobody believed them, so well done to the crew.",
    "Next time they should tell the people of the island before they close the road at night.",
    "The bus was full on Monday and I had to wait for the second one with all my shopping.",
    "Nobody has said a word about the cost of it, which I find very strange for our council.",
)
THREADS = {
    "a heading and dates": ("3 Comments", ["Ada Holm", "2 May 2024 at 10:15"], ["Reply"]),
    "a title's thoughts": (
        "2 thoughts on “Harbour bridge opens”",
        ["Ada says:", "May 2, 2024 at 10:15 am"],
        ["Reply"],
    ),
    "who wrote when": ("Réactions", ["Soumis par Ada Holm, le jeudi 2 mai 2024 à 10h15"], []),
    "buttons to answer": ("Kommentare (3)", ["Ada Holm"], ["Antworten"]),
    "in Russian": ("3 комментария", ["Ада Холм", "2 мая 2024, 10:15"], ["Ответить"]),
}


def page_of(*below: str, date: tuple[str, ...] = ("30 October 2023",)) -> str:
    title, *paragraphs = PROSE["en"]
    menu, share, _, footer = (row.replace("|", "\n") for row in MENUS["en"])
    return "\n".join([menu, "", title, "", *date, share, "", "\n\n".join(paragraphs), "", *below, "", footer])


def texts(page: Page) -> list[str]:
    return [part.text for part in page.parts]


@pytest.mark.parametrize(("heading", "above", "below"), THREADS.values(), ids=THREADS)
def test_comments_below_a_story_are_not_read_as_its_end(
    heading: str, above: list[str], below: list[str]
) -> None:
    thread = [heading]
    for i in range(0, len(SAID), 2):
        thread += [*above, SAID[i], SAID[i + 1], *below]
    read = texts(read_page(page_of(*thread)))
    assert all(paragraph in read for paragraph in PROSE["en"])
    assert not set(thread) & set(read)


def test_a_story_that_goes_on_below_a_button_for_comments_is_kept() -> None:
    rest = [
        "The old ferry sails for one more week, and then it goes back to the yard on the other side.",
        "Its captain has worked there for thirty years, and will now drive one of the buses.",
        "On Sunday the town holds a feast on the quay, with music from noon until the lamps are lit.",
    ]
    read = texts(read_page(page_of("Comments", "", "\n\n".join(rest))))
    assert all(paragraph in read for paragraph in [*PROSE["en"], *rest])


def test_another_story_below_the_comments_button_of_the_first_is_kept() -> None:
    told = [
        f"Boat number {n} of the regatta came in late, and its crew was soaked to the skin."
        for n in range(14)
    ]
    between = ["Comments (5 posted)", "", "Regatta in the rain", "May 2, 2024", "Posted by Ada Holm at 10:15"]
    read = texts(read_page(page_of(*between, "\n\n".join(told))))
    assert all(paragraph in read for paragraph in told)


@pytest.mark.parametrize("name", ["Ada Holm", "Ada Holm and Ben van der Ruiz", "ADA HOLM", "Ада Холм"])
def test_a_byline_without_a_label_is_kept(name: str) -> None:
    page = read_page(page_of(date=(name, "30 October 2023")))
    assert (BlockKind.CREDIT, name) in [(part.kind, part.text) for part in page.parts]
    assert next(part.text for part in page.parts if part.kind is BlockKind.TITLE) == PROSE["en"][0]


def test_a_sentence_above_what_is_taken_for_the_title_is_kept() -> None:
    menu, _, _, footer = (row.replace("|", "\n") for row in MENUS["en"])
    first = "Every spring the harbour town asks one of its engineers about her work on the big bridge."
    second = "This year it is Ada Holm, who has looked at every bolt of the bridge twice since March."
    asked = "What is the hardest part of the work on the harbour bridge?"
    answer = "The wind is, for on the bridge it blows from below, and no rope hangs straight in it for long."
    text = "\n\n".join(
        [menu, "Talks", "30 October 2023", first, second, asked, answer, answer[::-1] + ".", footer]
    )
    read = texts(read_page(text))
    assert {first, second, asked, answer} <= set(read)


def test_a_date_in_a_long_row_of_source_changes_and_authors_is_found() -> None:
    row = (
        "Hafenblatt | 04.05.2015 à 13h36 • Mis à jour le 05.05.2015 à 20h13 | "
        "Par Ada Holm (avec Ben Ruiz, envoyé spécial sur le pont du port)"
    )
    assert read_page(page_of(date=(row,))).published == "2015-05-04"


def test_a_list_that_a_line_below_the_story_introduces_is_kept() -> None:
    listed = ["Does the ferry stop at the old pier?", "Who pays for the buses at night?"]
    below = [
        "What to ask before you go",
        "These questions help to find out whether a trip is worth it:",
        *listed,
    ]
    assert set(listed) <= set(texts(read_page(page_of(*below))))
