"""The listing of a folder is no story: it is told what it is, and what to open instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.formats.pages.html.reader import read

if TYPE_CHECKING:
    from briefing.formats.pages.html.answer import PageFound

ADDRESS = "https://example.org/talks/"
TOLD = "This is a list of files: give the address of one of them"
ROW = "<tr><td><a href='{0}'>{0}</a></td><td>2024-01-01 10:00</td><td>1.2M</td></tr>"
APACHE = "<a href='?C=N;O=D'>Name</a><table><tr><td><a href='/'>Parent Directory</a></td></tr>{}</table>"
NGINX = (
    '<hr><pre><a href="../">../</a>\n<a href="old/">old/</a>\n<a href="talk%201.mp3">talk 1.mp3</a> 9</pre>'
)


def found(title: str, body: str) -> PageFound:
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>"
    return read(page.encode(), ADDRESS)


@pytest.mark.parametrize(
    ("title", "body", "such"),
    [
        ("Index of /talks", APACHE.format(ROW.format("talk.mp3")), "/talks/talk.mp3"),
        ("Index of /talks/", NGINX, "/talks/talk%201.mp3"),
        ("Directory listing for /talks/", "<ul><li><a href='a.html'>a.html</a></ul>", "/talks/a.html"),
    ],
    ids=["Apache", "nginx", "Python"],
)
def test_a_listing_is_told_with_one_of_its_files(title: str, body: str, such: str) -> None:
    listed = found(title, body)
    assert listed.parts == ()
    assert listed.notices == (f"{TOLD}, such as https://example.org{such}.",)


def test_a_listing_of_folders_alone_names_none() -> None:
    assert found("Index of /talks/", "<pre><a href='old/'>old/</a></pre>").notices == (f"{TOLD}.",)


@pytest.mark.parametrize("title", ["Index of leading indicators rises", "Directory of harbours", "/talks/"])
def test_a_story_that_is_called_alike_is_read(title: str) -> None:
    story = found(title, f"<p>{'The harbour opened again on Monday, and ships came. ' * 8}</p>")
    assert story.parts
    assert story.notices == ()
