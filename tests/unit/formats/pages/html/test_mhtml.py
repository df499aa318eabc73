"""A page in one file with what it shows is read as the page: which part it is, in what it is written."""

from __future__ import annotations

import base64
import quopri
from typing import TYPE_CHECKING

import pytest

from briefing.formats.pages.html import mhtml
from briefing.formats.pages.html.packed import Packed
from briefing.formats.pages.html.saved import unpack
from briefing.formats.source import Head
from tests.unit.formats.pages.html.pages_made import SENTENCES, STORY, page
from tests.unit.sources.opened import opened

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "https://news.example/2026/bridge.html"
CHROMIUM = f"""From: <Saved by Blink>
Snapshot-Content-Location: {ADDRESS}
Subject: Bridge opens
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----Boundary--1"

"""
EXPLORER = """MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; start="<main@host>"; boundary="----Boundary--1"

This is a multi-part message in MIME format.

"""


def part(data: bytes, kind: str = "text/html", encoding: str = "quoted-printable", more: str = "") -> bytes:
    body = quopri.encodestring(data) if encoding == "quoted-printable" else base64.encodebytes(data)
    head = f"------Boundary--1\nContent-Type: {kind}\nContent-Transfer-Encoding: {encoding}\n{more}\n"
    return head.encode() + body + b"\n"


def message(*parts: bytes, head: str = CHROMIUM) -> bytes:
    return (head.encode() + b"".join(parts) + b"------Boundary--1--\n").replace(b"\n", b"\r\n")


def bare(found: Packed) -> Packed:
    return found._replace(data=found.data.strip().replace(b"\r\n", b"\n"))


def test_it_is_told_by_its_head_whatever_it_is_called(tmp_path: Path) -> None:
    data = message(part(page(STORY)))
    assert mhtml.score(Head(data, data.decode(), ".txt")) > 0.9
    assert mhtml.score(Head(b"Content-Type: text/plain\n\nWords.", "", ".mht")) == 0
    assert mhtml.score(Head(b"Words on multipart/related.", "", "")) == 0
    (tmp_path / "kept.eml").write_bytes(data)
    document = opened(tmp_path / "kept.eml").document
    assert document.title == "Bridge opens"
    assert SENTENCES[2] in document.text


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_a_page_is_the_first_part_that_is_one_and_has_the_address_it_came_from(encoding: str) -> None:
    style = part(b"p {}", "text/css")
    found = unpack(message(style, part(page(STORY), encoding=encoding), part(page("<p>An advert."))), "")
    assert bare(found) == Packed(page(STORY), ADDRESS)


def test_a_page_is_the_part_that_is_named_as_the_start() -> None:
    advert = part(page("<p>An advert."), more="Content-ID: <other@host>\n")
    main = part(
        page(STORY), more="Content-ID: <main@host>\nContent-Location: https://news.example/\n 2026/b.html\n"
    )
    found = unpack(message(advert, main, head=EXPLORER), "")
    assert bare(found) == Packed(page(STORY), "https://news.example/2026/b.html")


def test_of_a_page_of_frames_the_longest_is_read() -> None:
    frames = part(b"<html><frameset><frame src='cid:1'><frame src='cid:2'></frameset></html>")
    found = unpack(message(frames, part(page("<p>Menu.")), part(page(STORY))), "")
    assert bare(found).data == page(STORY)


def test_letters_are_those_of_the_set_that_the_part_tells() -> None:
    source = page("<p>Старый мост в гавани снова открыт.").replace(b'<meta charset="utf-8">', b"").decode()
    found = unpack(message(part(source.encode("cp1251"), 'text/html; charset="windows-1251"')), "")
    assert found.charset == "windows-1251"
    assert found.data.strip().decode(found.charset) == source


@pytest.mark.parametrize(
    "data",
    [
        message(),
        message(part(b"GIF89a", "image/gif", "base64")),
        CHROMIUM.encode(),
        message(part(b"\xff=Z=", encoding="quoted-printable"), head=CHROMIUM.replace("Boundary--1", "")),
    ],
    ids=["no part", "a picture alone", "no body", "another boundary"],
)
def test_without_a_page_it_is_said_that_there_is_none(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "empty.mht").write_bytes(data)
    with pytest.raises(Exception, match=r"empty\.mht (?:holds no story that can be read|cannot be read)"):
        opened(tmp_path / "empty.mht")


def test_pictures_in_it_do_not_count_for_its_length(tmp_path: Path) -> None:
    picture = part(bytes(9 << 20), "image/png", "base64", "Content-Location: https://news.example/a.png\n")
    (tmp_path / "large.mhtml").write_bytes(message(part(page(STORY)), picture))
    assert SENTENCES[0] in opened(tmp_path / "large.mhtml").document.text
