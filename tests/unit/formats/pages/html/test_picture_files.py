"""Of all the files that a picture's element names, the best is taken, and never a blank."""

from __future__ import annotations

import pytest
from lxml import html

from briefing.formats.pages.html.picture_files import picture_file


def best(source: str) -> str:
    (picture,) = html.fragment_fromstring(f"<div>{source}</div>").iter("img")
    return picture_file(picture, "https://x.org/a/")


@pytest.mark.parametrize(
    "source",
    [
        '<img src="/b.jpg">',
        '<img src="//x.org/b.jpg">',
        '<img src="data:image/gif;base64,R0lG" data-src="/b.jpg">',
        '<img src="/blank.gif" data-original="/b.jpg">',
        '<img src="/small.jpg" srcset="/small.jpg 320w, /b.jpg 1200w, /huge.jpg 6000w">',
        '<img src="/small.jpg" srcset="/small.jpg 1x,/b.jpg 2x">',
        '<img src="/preload.gif" data-srcset="/small.jpg 320w,/b.jpg 1200w">',
        '<picture><source srcset="/b.webp 1200w"><source srcset="/b.jpg 1200w"><img src="/s.jpg"></picture>',
        '<picture><source type="image/avif" srcset="/b.avif 1200w"><img src="/b.jpg"></picture>',
        '<picture><source srcset="/b.jpg"><img src="data:,"></picture>',
    ],
)
def test_the_best_file_is_taken(source: str) -> None:
    assert best(source) == "https://x.org/b.jpg"


def test_a_host_is_enough_where_the_page_does_not_tell_its_own() -> None:
    (picture,) = html.fragment_fromstring("<div><img src='//x.org/b.jpg'></div>").iter("img")
    assert picture_file(picture, "") == "https://x.org/b.jpg"


def test_a_comma_within_an_address_parts_nothing() -> None:
    assert (
        best('<img srcset="/w_320,c_fill/b.jpg 320w, /w_900,c_fill/b.jpg 900w">')
        == "https://x.org/w_900,c_fill/b.jpg"
    )


@pytest.mark.parametrize(
    "source", ["<img>", '<img src="">', '<img src="data:,">', '<img src="#">', '<img src="https://[x/b.jpg">']
)
def test_what_cannot_be_had_is_none(source: str) -> None:
    assert best(source) == ""


@pytest.mark.parametrize("said", ["a," * 100_000, " " * 100_000, "a " * 100_000, "a" * 100_000])
def test_a_set_without_end_is_read_soon(said: str) -> None:
    assert isinstance(best(f'<img srcset="{said}">'), str)
