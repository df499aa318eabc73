"""HTML from the clipboard is read, as each system has it there."""

from __future__ import annotations

import pytest

from briefing.formats.pages.html.packed import Packed
from briefing.formats.pages.html.saved import unpack
from tests.unit.formats.pages.html.pages_made import SENTENCES, STORY
from tests.unit.sources.opened import opened

FRAGMENT = f"<h2>Bridge opens</h2>{STORY}"
CF_HTML = (
    "Version:0.9\r\nStartHTML:00000171\r\nEndHTML:00001010\r\nStartFragment:00000207\r\nEndFragment:00000974\r\n"
    "SourceURL:https://news.example/a.html?b=1\r\n<html>\r\n<body>\r\n<!--StartFragment-->"
    f"{FRAGMENT}<!--EndFragment-->\r\n</body>\r\n</html>"
)


@pytest.mark.parametrize(
    "copied",
    [
        FRAGMENT.encode(),
        b'<input type="checkbox" style="orphans: 2"><nav><a href="/">Home</a></nav>' + FRAGMENT.encode(),
        b'<meta http-equiv="content-type" content="text/html; charset=utf-8">' + FRAGMENT.encode(),
        b"<meta charset='utf-8'><span>" + FRAGMENT.encode() + b"</span>",
        ("\ufeff" + FRAGMENT).encode("utf-16-le"),
        FRAGMENT.encode("utf-16-le"),
        CF_HTML.encode(),
        CF_HTML.encode("utf-16"),
        f'<span style="color: black">{FRAGMENT}</span>\0'.encode(),
    ],
    ids=[
        "Firefox",
        "field first",
        "Chromium",
        "span",
        "UTF-16",
        "UTF-16 without a mark",
        "Windows",
        "Windows UTF-16",
        "NUL",
    ],
)
def test_a_selection_of_a_page_is_read(copied: bytes) -> None:
    document = opened("-", stdin=copied).document
    assert [text for text in SENTENCES if text not in document.text] == []
    assert "Version" not in document.text
    assert "StartHTML" not in document.text


def test_a_selection_tells_the_address_of_its_page() -> None:
    found = unpack(CF_HTML.encode(), "")
    assert found.address == "https://news.example/a.html?b=1"
    assert found.data.startswith(b"<html>")


def test_lines_of_numbers_alone_are_no_page() -> None:
    assert unpack(b"Version:0.9\r\nStartHTML:12\r\n", "") == Packed()


def test_a_sentence_or_two_that_were_selected_are_all_read() -> None:
    document = opened(
        "-", stdin=f"<meta charset='utf-8'><p>{SENTENCES[0]} <b>Soon</b>.</p>".encode()
    ).document
    assert document.text.endswith(f"{SENTENCES[0]} Soon.")
