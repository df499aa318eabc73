"""An address is opened: its name is there at once, and what is at it when it is asked for."""

from __future__ import annotations

import pytest

from briefing.blocks import BlockKind
from briefing.errors import SourceError
from briefing.sources.remote import open_address
from tests.fakes_network import Served, TableFetcher
from tests.unit.sources.opened import TableReader

STORY = "# The bridge\n\nIt opened again on Monday.\n"
ADDRESS = "https://example.org/news/bridge"


def fetcher(data: str, media_type: str, address: str = ADDRESS) -> TableFetcher:
    return TableFetcher({address: Served(data.encode(), media_type)})


def test_its_name_stands_for_it_until_it_has_come() -> None:
    network = fetcher(STORY, "text/markdown")
    item = open_address(ADDRESS, reader=TableReader(), fetcher=network)
    assert item.is_stand_in
    assert item.document.title == "bridge, example.org"
    assert network.asked == []


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (STORY, "text/markdown"),
        ("<html><body><h1>The bridge</h1><p>It opened again on Monday.</p></body></html>", "text/html"),
        ("WEBVTT\n\n00:01.000 --> 00:03.000\nIt opened again on Monday.\n", "text/plain"),
    ],
    ids=["Markdown", "HTML", "VTT"],
)
def test_what_is_at_it_is_read_as_a_file_would_be(data: str, media_type: str) -> None:
    network = fetcher(data, media_type)
    document = open_address(ADDRESS, reader=TableReader(), fetcher=network).whole().document
    assert "It opened again on Monday." in document.text
    assert document.source == ADDRESS
    assert network.asked == [(ADDRESS, "")]


def test_a_picture_or_recording_that_a_page_names_is_no_file_of_ours() -> None:
    text = "---\naudio: /etc/passwd\n---\n\n# The bridge\n\nIt opened.\n\n![A bridge](/etc/hostname)\n"
    item = open_address(ADDRESS, reader=TableReader(), fetcher=fetcher(text, "text/markdown")).whole()
    assert item.media_path is None
    assert [figure.src for figure in item.document.figures] == [None]


def test_a_name_and_a_password_go_to_the_server_and_nowhere_else() -> None:
    private = "https://ann:s3cret@example.org/news/bridge"
    network = fetcher(STORY, "text/markdown", private)
    item = open_address(private, reader=TableReader(), fetcher=network)
    assert network.asked == []
    whole = item.whole()
    assert network.asked == [(private, "")]
    assert "s3cret" not in repr((item.document, whole.document, whole.notice))


def test_what_is_not_there_is_told() -> None:
    with pytest.raises(SourceError, match="There is nothing at"):
        open_address(ADDRESS, reader=TableReader(), fetcher=TableFetcher({})).whole()


def test_the_title_of_what_is_read_is_its_own() -> None:
    document = (
        open_address(ADDRESS, reader=TableReader(), fetcher=fetcher(STORY, "text/markdown")).whole().document
    )
    assert document.first(BlockKind.TITLE) == "The bridge"


def test_how_it_comes_is_told_and_nobody_is_waited_for_when_it_has_come() -> None:
    item = open_address(ADDRESS, reader=TableReader(), fetcher=fetcher(STORY, "text/markdown"))
    assert item.loading is not None
    assert (item.loading.host, item.loading.done_bytes, item.loading.is_over) == ("example.org", 0, False)
    item.whole()
    assert (item.loading.done_bytes, item.loading.is_over) == (len(STORY), True)


def test_what_the_user_has_left_is_fetched_no_further() -> None:
    item = open_address(ADDRESS, reader=TableReader(), fetcher=fetcher(STORY, "text/markdown"))
    assert item.loading is not None
    item.loading.leave()
    with pytest.raises(SourceError, match="Nobody waits"):
        item.whole()
    assert item.loading.is_over


def test_how_it_was_got_is_told_with_it() -> None:
    network = TableFetcher({ADDRESS: Served(STORY.encode(), "text/markdown", "This is an older copy.")})
    assert (
        open_address(ADDRESS, reader=TableReader(), fetcher=network).whole().notice
        == "This is an older copy."
    )


@pytest.mark.parametrize(
    ("charset", "encoding", "said"),
    [
        ("windows-1251", "windows-1251", "Мост снова открыли в понедельник."),
        ("iso-8859-1", "utf-8", "Мост снова открыли в понедельник."),
        ("utf-8", "windows-1252", "Die Brücke wurde am Montag wieder eröffnet."),
        ("nonsense", "utf-8", "Die Brücke wurde am Montag wieder eröffnet."),
        ("rot13", "utf-8", "The bridge opened again on Monday."),
    ],
    ids=["true", "UTF-8 all the same", "not UTF-8 at all", "no charset", "no character set"],
)
@pytest.mark.parametrize("media_type", ["text/html", "text/plain"])
def test_a_server_is_believed_about_characters_where_it_can_be_true(
    charset: str, encoding: str, said: str, media_type: str
) -> None:
    text = f"<html><body><h1>{said}</h1><p>{said}</p></body></html>" if media_type == "text/html" else said
    network = TableFetcher({ADDRESS: Served(text.encode(encoding), media_type, charset=charset)})
    document = open_address(ADDRESS, reader=TableReader(), fetcher=network).whole().document
    assert said in document.text


def test_what_is_no_address_is_refused_at_once() -> None:
    with pytest.raises(SourceError, match="no host that can be understood"):
        open_address("https:///news", reader=TableReader(), fetcher=TableFetcher({}))
