"""Safari's web archives are read as the page that is in them."""

from __future__ import annotations

import plistlib
from typing import TYPE_CHECKING

import pytest

from briefing.errors import SourceError
from briefing.formats.pages.html import webarchive
from briefing.formats.pages.html.packed import Packed
from briefing.formats.pages.html.saved import unpack
from briefing.formats.source import Head
from tests.unit.formats.pages.html.pages_made import SENTENCES, STORY, page
from tests.unit.sources.opened import opened

if TYPE_CHECKING:
    from pathlib import Path

RESOURCE = {
    "WebResourceData": page(STORY),
    "WebResourceMIMEType": "text/html",
    "WebResourceTextEncodingName": "UTF-8",
    "WebResourceURL": "https://news.example/a.html",
}
ARCHIVE = {"WebMainResource": RESOURCE, "WebSubresources": []}
KINDS = pytest.mark.parametrize("kind", [plistlib.FMT_BINARY, plistlib.FMT_XML], ids=["binary", "XML"])


@KINDS
def test_an_archive_is_opened_and_read(kind: plistlib.PlistFormat, tmp_path: Path) -> None:
    (tmp_path / "a.webarchive").write_bytes(plistlib.dumps(ARCHIVE, fmt=kind))
    document = opened(tmp_path / "a.webarchive").document
    assert document.title == "Bridge opens"
    assert SENTENCES[0] in document.text


@KINDS
def test_an_archive_tells_where_it_came_from_and_what_it_is_written_in(kind: plistlib.PlistFormat) -> None:
    found = unpack(plistlib.dumps(ARCHIVE, fmt=kind), "")
    assert found == Packed(page(STORY), "https://news.example/a.html", "UTF-8")


def test_other_property_lists_are_none() -> None:
    data = plistlib.dumps({"Title": "Words"})
    assert webarchive.score(Head(data, data.decode(), ".plist")) == 0
    binary = plistlib.dumps({"Title": "Words"}, fmt=plistlib.FMT_BINARY)
    assert webarchive.score(Head(binary, "", ".plist", is_text=False)) == 0


@pytest.mark.parametrize(
    "data",
    [
        plistlib.dumps({"Title": "Words"}, fmt=plistlib.FMT_BINARY),
        plistlib.dumps({"WebMainResource": {"WebResourceData": "text"}}, fmt=plistlib.FMT_BINARY),
        plistlib.dumps([1, 2], fmt=plistlib.FMT_BINARY),
        b"bplist00 and no more",
        b"bplist00" + b"\xff" * 80,
    ],
    ids=["other keys", "no bytes", "a list", "cut off", "noise"],
)
def test_an_archive_without_a_page_costs_a_sentence(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.webarchive").write_bytes(data)
    with pytest.raises(SourceError, match=r"a\.webarchive (?:holds no story|cannot be read)"):
        opened(tmp_path / "a.webarchive")


@pytest.mark.parametrize(
    "rest",
    [b"<dict>", b"<dict><integer>x</integer></dict></plist>", b"<dict><date>2026</date></dict></plist>"],
    ids=["cut off", "no number", "no date"],
)
def test_a_damaged_archive_is_no_page_rather_than_the_end_of_what_reads_it(rest: bytes) -> None:
    assert (
        webarchive.unpack(b'<?xml version="1.0"?><plist version="1.0"><!--WebMainResource-->' + rest)
        == Packed()
    )
