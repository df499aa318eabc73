"""The page for paper."""

from __future__ import annotations

import re
from io import BytesIO

from lxml import etree

from briefing.export.page.printed import write
from briefing.formats.publication import Publication, PublishedPicture
from briefing.model import Figure, LinkPart, Span
from tests.builders import make_document

NAME = "{http://www.w3.org/XML/1998/namespace}lang"


def page(publication: Publication) -> str:
    file = BytesIO()
    write(publication, file, lambda _share: None)
    return file.getvalue().decode()


def linked(text: str, *links: tuple[str, str]) -> Publication:
    document = make_document(text, title="T & t")
    at = document.text.index(text)
    parts = (
        LinkPart(Span(at + text.index(words), at + text.index(words) + len(words)), target)
        for words, target in links
    )
    return Publication(document._replace(links=tuple(parts)))


def test_there_is_no_script_no_sound_and_nothing_is_asked_of_anybody() -> None:
    found = page(Publication(make_document("Text <b>.", title="T & t")))
    assert "<title>T &amp; t</title>" in found
    assert not re.findall(r"<(?:script|audio|link)\b|url\(|src=", found)


def test_what_paper_cannot_follow_stands_written_out_once_at_the_end() -> None:
    found = page(
        linked(
            "See the bridge, the river, and again.",
            ("the bridge", "https://example.org/a?b&c"),
            ("the river", "https://example.org/river"),
            ("again", "https://example.org/a?b&c"),
        )
    )
    marks = re.findall(r">([^<]+)</a>\xa0\[(\d)\]", found)
    assert marks == [("the bridge", "1"), ("the river", "2"), ("again", "1")]
    end = found.partition('class="addresses"')[2]
    assert re.findall(r"<li><a[^>]*>([^<]*)</a>", end) == [
        "https://example.org/a?b&amp;c",
        "https://example.org/river",
    ]


def test_an_address_that_is_the_text_already_is_not_written_again() -> None:
    found = page(
        linked(
            "At example.org/news or https://example.org/b.",
            ("example.org/news", "https://example.org/news"),
            ("https://example.org/b", "https://example.org/b"),
        )
    )
    assert "[1]" not in found
    assert 'class="addresses"' not in found


def test_a_picture_has_its_description_below_it_for_the_eye_alone() -> None:
    document = make_document("Text.", title="News", caption="Calm.")
    figure = Figure('A "bridge"', "Calm.", "a.png", document.text.index("Calm."))
    picture = PublishedPicture(b"png", "image/png", 4, 3)
    root = etree.fromstring(
        page(Publication(document._replace(figures=(figure,)), pictures={0: picture}))
        .partition("<main>")[2]
        .partition("</main>")[0]
        .join(("<main>", "</main>"))
        .encode()
    )
    (image,) = root.iter("img")
    told = image.getnext()
    assert told is not None
    assert (image.get("alt"), told.text, told.get("aria-hidden")) == ('A "bridge"', 'A "bridge"', "true")


def test_a_text_without_a_title_has_one_on_paper() -> None:
    assert "<h1>Called</h1>" in page(Publication(make_document("Text.")._replace(title="Called")))
