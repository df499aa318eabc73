"""The lead picture of a page that was saved in one file comes out of that file, and out of nothing else."""

from __future__ import annotations

import base64
import plistlib
from typing import TYPE_CHECKING

import pytest

from briefing.formats.pages.html.inside import MOST_PICTURE_BYTES, kept
from briefing.formats.pages.html.reader import read
from tests.unit.formats.pages.html.pages_made import SENTENCES, page
from tests.unit.formats.pages.html.test_mhtml import message, part
from tests.unit.sources.opened import opened

if TYPE_CHECKING:
    from pathlib import Path

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20
"""Nobody looks here whether it is one."""
DATA = "data:image/png;base64," + base64.b64encode(PICTURE).decode()
ADDRESS = "https://news.example/pictures/bridge-640x360.jpg"


def story(source: str) -> bytes:
    text = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    figure = f'<figure><img src="{source}" alt="The bridge"><figcaption>Cars on it.</figcaption></figure>'
    return page(f"<article><h1>Bridge opens</h1>{figure}{text}</article>")


def test_a_picture_in_an_address_is_kept_and_the_address_is_not() -> None:
    found = read(story(DATA), "")
    assert found.picture == PICTURE
    assert [(part.alt, part.text) for part in found.parts if part.alt] == [("The bridge", "Cars on it.")]
    assert not any("base64" in part.src for part in found.parts)


@pytest.mark.parametrize(
    "source",
    [
        "data:image/png;base64," + "A" * 5001,
        "data:image/png;base64," + "A" * (MOST_PICTURE_BYTES * 4 // 3 + 400),
        "data:image/svg+xml;base64," + "A" * 5000,
        "data:text/html;base64," + "A" * 5000,
        "data:image/gif;base64,R0lGODlhAQABAAAAACw=",
        "file:///etc/passwd",
        ADDRESS,
    ],
    ids=["damaged", "large", "drawing", "page", "blank", "file", "address"],
)
def test_there_is_no_picture_where_none_that_can_be_drawn_is_inside(source: str) -> None:
    found = read(story(source), "")
    assert not found.picture
    assert any(part.text == SENTENCES[0] for part in found.parts)


@pytest.mark.parametrize(
    ("source", "more"),
    [
        (ADDRESS, f"Content-Location: {ADDRESS}\n"),
        (ADDRESS.replace("640x360", "1280x720"), f"Content-Location: {ADDRESS}\n"),
        ("cid:frame-1@mhtml", "Content-ID: <frame-1@mhtml>\n"),
    ],
    ids=["address", "other size", "number"],
)
def test_the_picture_in_a_part_of_a_message_is_shown_as_the_pages_own(
    source: str, more: str, tmp_path: Path
) -> None:
    other = part(b"no picture", "text/css", more="Content-Location: https://news.example/a.css\n")
    (tmp_path / "a.mhtml").write_bytes(
        message(part(story(source)), other, part(PICTURE, "image/png", "base64", more))
    )
    assert opened(tmp_path / "a.mhtml").own_picture == PICTURE


def test_a_part_that_names_a_local_file_brings_nothing_of_it(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(PICTURE)
    local = f"file://{tmp_path}/secret.png"
    (tmp_path / "a.mhtml").write_bytes(
        message(part(story(local)), part(b"", "image/png", "base64", f"Content-Location: {local}\n"))
    )
    item = opened(tmp_path / "a.mhtml")
    assert not item.own_picture
    assert [figure.src for figure in item.document.figures] == [None]


def test_the_picture_in_a_web_archive_is_shown_as_the_pages_own(tmp_path: Path) -> None:
    shown = {"WebResourceURL": ADDRESS, "WebResourceMIMEType": "image/jpeg", "WebResourceData": PICTURE}
    main = {"WebResourceURL": "https://news.example/a.html", "WebResourceData": story(ADDRESS)}
    archive = {
        "WebMainResource": main,
        "WebSubresources": [shown, "no resource", {"WebResourceData": "text"}],
    }
    (tmp_path / "a.webarchive").write_bytes(plistlib.dumps(archive))
    assert opened(tmp_path / "a.webarchive").own_picture == PICTURE


def test_what_is_too_large_or_no_picture_is_not_kept() -> None:
    large = bytes(MOST_PICTURE_BYTES + 1)
    assert kept([("a", "image/png", large), ("b", "text/css", b"p {}"), ("", "image/png", b"1")]) == {}


def test_messages_of_ten_thousand_parts_and_parts_within_parts_are_read(tmp_path: Path) -> None:
    many = [part(PICTURE[:60], "image/png", "base64", f"Content-ID: <{i}@a>\n") for i in range(10_000)]
    nested = b"".join(
        f"------Boundary--1\nContent-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n".encode()
        for i in range(300)
    )
    (tmp_path / "a.mhtml").write_bytes(message(part(story("cid:7@a")), *many, nested))
    item = opened(tmp_path / "a.mhtml")
    assert item.own_picture == PICTURE[:60]
    assert SENTENCES[0] in item.document.text
