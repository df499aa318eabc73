"""The picture of a page is fetched from the page's own site, and nothing else of it is."""

from __future__ import annotations

import pytest

from briefing.errors import SourceError
from briefing.model import Figure
from briefing.sources.lead_picture import MOST_BYTES, is_same_site, picture_of
from briefing.sources.remote import open_address
from tests.builders import make_document
from tests.fakes_network import Served, TableFetcher
from tests.unit.sources.opened import TableReader

PAGE = "https://www.example.org/news/bridge"
PICTURE = "https://img.example.org/bridge.jpg"


@pytest.mark.parametrize(
    ("page", "address", "is_same"),
    [
        ("https://www.rferl.org/a/1.html", "https://gdb.rferl.org/1.jpg", True),
        ("https://rferl.org/a", "https://www.RFERL.org/1.jpg", True),
        ("https://www.bbc.co.uk/news", "https://ichef.bbc.co.uk/1.jpg", True),
        ("https://www.bbc.co.uk/news", "https://other.co.uk/1.jpg", False),
        ("https://www.rfi.fr/a", "https://s.rfi.fr/1.jpg", True),
        ("https://example.org/a", "https://example.com/1.jpg", False),
        ("https://example.org/a", "https://notexample.org/1.jpg", False),
        ("https://example.org/a", "http://example.org/1.jpg", False),
        ("http://example.org/a", "https://example.org/1.jpg", True),
        ("http://127.0.0.1:8000/a", "http://127.0.0.1:8000/1.jpg", True),
        ("http://127.0.0.1/a", "http://10.1.0.1/1.jpg", False),
        ("http://[::1]/a", "http://[::1]/1.jpg", True),
        ("https://example.org/a", "https://[::1/1.jpg", False),
        ("https://example.org/a", "file:///etc/passwd", False),
        ("https://example.org/a", "data:image/png;base64,AA", False),
        ("story.html", "https://example.org/1.jpg", False),
    ],
)
def test_a_site_is_what_one_owner_has(page: str, address: str, is_same: bool) -> None:
    assert is_same_site(page, address) is is_same


def fetched(served: Served | None, src: str = PICTURE) -> tuple[bytes | None, list[tuple[str, str]]]:
    """Return what was fetched for a page with a picture, and what was asked for."""
    network = TableFetcher({PICTURE: served} if served else {})
    document = make_document("A story.")._replace(figures=(Figure("A bridge.", None, src),))
    fetch = picture_of(document, PAGE, network)
    return (fetch() if fetch else None), network.asked


def test_the_first_picture_is_fetched_in_the_name_of_its_page() -> None:
    assert fetched(Served(b"picture", "image/jpeg")) == (b"picture", [(PICTURE, PAGE)])


def test_what_is_no_picture_is_none() -> None:
    assert fetched(Served(b"<p>Please log in.", "text/html"))[0] is None


def test_a_picture_on_another_site_is_not_asked_for() -> None:
    assert fetched(None, "https://tracker.example.com/1.gif") == (None, [])


def test_a_picture_may_not_be_as_long_as_it_likes() -> None:
    with pytest.raises(SourceError):
        fetched(Served(bytes(MOST_BYTES + 1), "image/jpeg"))


def test_of_a_page_only_what_was_asked_for_is_fetched_until_somebody_looks() -> None:
    html = f"""<html><head><title>The bridge</title><link rel="stylesheet" href="/style.css">
    <script src="/script.js"></script><link rel="icon" href="/icon.png">
    <meta property="og:image" content="{PICTURE}"></head><body><article><h1>The bridge</h1>
    <figure><img src="{PICTURE}" alt="A bridge"></figure>
    <p>It opened again on Monday, after eleven days, and buses crossed it.</p>
    <img src="https://tracker.example.com/pixel.gif"><img src="/second.jpg">
    <iframe src="https://video.example.com/"></iframe><p>Nobody was hurt, the mayor said.</p>
    </article></body></html>"""
    network = TableFetcher(
        {PAGE: Served(html.encode(), "text/html"), PICTURE: Served(b"picture", "image/jpeg")}
    )
    item = open_address(PAGE, reader=TableReader(), fetcher=network).whole()
    assert network.asked == [(PAGE, "")]
    assert item.picture is not None
    assert item.picture() == b"picture"
    assert network.asked == [(PAGE, ""), (PICTURE, PAGE)]
