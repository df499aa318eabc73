"""Teasers of other stories are told by their links, and thousands of them take no time."""

from __future__ import annotations

import time

from briefing.formats.pages.html.pieces import read_pieces
from briefing.formats.pages.html.teasers import teasers
from briefing.formats.pages.html.tree import parse
from tests.unit.formats.pages.html.pages_made import STORY, page

CARD = '<div><h3><a href="/fire">Fire in the north</a></h3><p>It began at night, the brigade said.</p></div>'


def _found(body: str) -> tuple[int, int]:
    tree = parse(page(body))
    assert tree is not None
    pieces = [piece for piece in read_pieces(tree) if piece.text]
    return len(teasers(pieces)), len(pieces)


def test_a_heading_that_leads_elsewhere_and_what_is_below_it_are_a_teaser() -> None:
    assert _found(f"<main>{STORY}{CARD}{CARD}</main>") == (4, 8)


def test_a_heading_that_leads_to_a_place_of_its_own_page_is_none() -> None:
    assert _found(f'<main><h2><a href="#cost">What it cost</a></h2>{STORY}</main>')[0] == 0


def test_a_heading_that_leads_elsewhere_takes_no_story_along() -> None:
    assert _found(f'<main><h2><a href="/fire">Fire in the north</a></h2>{STORY}{STORY}</main>')[0] == 1


def test_a_page_of_nothing_but_teasers_takes_as_long_as_they_are_many() -> None:
    spent = []
    for count in (500, 4000):
        start = time.process_time()
        assert _found(f"<div>{CARD * count}</div>") == (2 * count, 2 * count)
        spent.append(time.process_time() - start)
    assert spent[1] < 40 * spent[0]  # eight times as many; all against all would be 64 times as long


SUMMARY = '<div><div><p>It began at night, the brigade said.</p></div><a href="/fire">Read more</a></div>'


def test_summaries_that_end_with_a_link_to_read_more_are_teasers() -> None:
    assert _found(f"<main>{STORY}{SUMMARY}{SUMMARY}</main>") == (4, 8)


def test_a_story_that_goes_on_below_a_link_to_read_more_is_no_teaser() -> None:
    assert _found(f"<main>{SUMMARY}{STORY}</main>")[0] == 0


def test_a_teaser_may_have_its_section_above_its_heading() -> None:
    card = CARD.replace("<h3>", '<h4><a href="/news">News</a></h4><h3>')
    assert _found(f"<main>{STORY}{card}</main>") == (3, 7)
