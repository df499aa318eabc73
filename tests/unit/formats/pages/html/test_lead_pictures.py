"""The picture that a page names as its story's comes first, as the page shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.formats.pages.html.lead_pictures import picture_key
from briefing.model import BlockKind
from tests.unit.formats.pages.html.heads_made import TITLE, found, linked, meta
from tests.unit.formats.pages.html.pages_made import SENTENCES, STORY

if TYPE_CHECKING:
    from briefing.formats.pages.html.answer import PageFound, PagePart

BASE = "https://x.org/"


def pictures(page: PageFound) -> list[PagePart]:
    return [part for part in page.parts if part.kind is BlockKind.CAPTION]


def test_the_lead_picture_stands_before_the_text_with_the_pages_own_words() -> None:
    figures = (
        '<figure><img src="/other-800x600.jpg" alt="A ferry"></figure>',
        '<figure><img src="/bridge-800x600.jpg" alt="A bridge"><figcaption>The bridge.</figcaption></figure>',
    )
    body = f"<h1>{TITLE}</h1><p>{SENTENCES[0]}</p>{''.join(figures)}{STORY}"
    lead, other = pictures(found(meta(og__image="https://cdn.x.org/bridge-1200x630.jpg"), body, at=BASE))
    assert (lead.src, lead.alt, lead.text) == ("https://x.org/bridge-800x600.jpg", "A bridge", "The bridge.")
    assert other.alt == "A ferry"


def test_a_picture_that_the_page_does_not_show_is_its_metadatas() -> None:
    image = {"@type": "ImageObject", "url": "/bridge.jpg", "caption": "The bridge."}
    (lead,) = pictures(found(linked(image=image) + meta(og__image__alt="A bridge"), at=BASE))
    assert (lead.src, lead.alt, lead.text) == ("https://x.org/bridge.jpg", "A bridge", "The bridge.")


@pytest.mark.parametrize(
    "src", ["/logo.png", "/img/default-share.jpg", "/placeholder.gif", "/og-image.png", "https://x.org"]
)
def test_a_mark_of_the_site_is_no_picture(src: str) -> None:
    assert pictures(found(meta(og__image=src), at=BASE)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.org/x/bridge-1024x768.jpg", "https://b.org/bridge.webp?w=3"),
        ("https://g.org/6dba7cca-56a4_w250_r1_s.jpg", "https://g.org/6dba7cca-56a4_w1200_r1.jpg"),
        ("https://a.org/harbour_600w.jpg", "https://a.org/harbour-scaled.jpg"),
    ],
)
def test_sizes_of_one_picture_have_one_key(one: str, other: str) -> None:
    assert picture_key(one) == picture_key(other)


def test_two_pictures_have_two_keys() -> None:
    assert picture_key("/2026/bridge-one.jpg") != picture_key("/2026/bridge-two.jpg")
