"""Where a page's story ends: below all its sentences, where a row of labels starts."""

from __future__ import annotations

from briefing.formats.pages.lines import lines_of
from briefing.formats.pages.story import footer_at

STORY = (
    "The harbour bridge was opened again on Monday morning, and the first bus crossed it at six.",
    "The mayor drove it herself, and thanked all who had worked on the bridge for eleven days.",
)
LABELS = ("Terms of use", "Privacy policy", "Contact", "About us", "Jobs")


def footer_of(*paragraphs: str) -> int:
    return footer_at(lines_of("\n\n".join(paragraphs)), 2)


def test_the_footer_starts_with_the_first_label_of_its_row() -> None:
    assert footer_of(*STORY, *LABELS) == 2


def test_a_label_or_three_below_the_story_are_no_footer() -> None:
    assert footer_of(*STORY, *LABELS[:3]) == 5


def test_labels_above_the_last_sentence_are_no_footer() -> None:
    assert footer_of(STORY[0], *LABELS, STORY[1]) == 7


def test_a_sentence_in_the_row_starts_it_anew() -> None:
    assert footer_of(*STORY, *LABELS[:2], "It was late.", *LABELS) == 5
