"""A saved page tells where it came from, and shows what lies in the folder beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import html

from briefing.formats.pages.html.origin import base_of, beside, named_by, own_address
from tests.unit.formats.pages.html.pages_made import STORY, page
from tests.unit.sources.opened import opened

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "https://news.example/2026/bridge.html"
FIGURE = '<figure><img src="{}" alt="A bridge"><figcaption>The bridge at dawn</figcaption></figure>'


@pytest.mark.parametrize(
    ("head", "address"),
    [
        (f"<!-- saved from url=(0037){ADDRESS} -->", ADDRESS),
        (f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: Fri -->", ADDRESS),
        (
            "<!-- Mirrored from news.example/a.html by HTTrack Website Copier/3.x -->",
            "http://news.example/a.html",
        ),
        (f'<link rel="canonical" href="{ADDRESS}">', ADDRESS),
        (f'<meta property="og:url" content=" {ADDRESS}">', ADDRESS),
        ('<base href="https://news.example/">', "https://news.example/"),
        ('<base href="."><link rel="canonical" href="/a">', ""),
        ('<link rel="canonical" href="file:///etc/passwd">', ""),
        ('<link rel="canonical" href="https://[">', ""),
        ("", ""),
    ],
)
def test_a_saved_page_tells_its_address(head: str, address: str) -> None:
    source = page(STORY, head)
    assert own_address(source, html.document_fromstring(source)) == address


def test_what_is_relative_is_so_to_the_base_of_a_page() -> None:
    tree = html.document_fromstring(page(STORY, '<base href="/files/">'))
    assert base_of(tree, ADDRESS) == "https://news.example/files/"
    assert base_of(html.document_fromstring(page(STORY, '<base href=".">')), ADDRESS).startswith(
        "https://news.example/"
    )
    assert base_of(html.document_fromstring(page(STORY)), ADDRESS) == ADDRESS


def test_files_are_named_as_they_are_called_and_by_their_names_alone() -> None:
    source = page('<img src="./Bridge%20opens_files/a%20b.jpg?w=1"><img src="/c.jpg"><img src="//x/d.jpg">')
    names = named_by(html.document_fromstring(source), ADDRESS)
    local = "./Bridge opens_files/a b.jpg"
    at_home = "https://news.example/2026/Bridge%20opens_files/a%20b.jpg?w=1"
    assert names == {at_home: local}
    elsewhere = "https://img.example/1200/a%20b.jpg"
    assert beside([at_home, elsewhere, "https://img.example/c.jpg", ""], names) == {
        at_home: local,
        elsewhere: local,
    }


@pytest.mark.parametrize("saved_from", ["", f"<!-- saved from url=(0037){ADDRESS} -->"], ids=["", "told"])
@pytest.mark.parametrize("name", ["./Bridge_files/lead.jpg", "Bridge%5Ffiles/lead.jpg?w=9"])
def test_a_picture_in_the_folder_beside_a_saved_page_is_shown(
    tmp_path: Path, name: str, saved_from: str
) -> None:
    (tmp_path / "Bridge_files").mkdir()
    lead = tmp_path / "Bridge_files" / "lead.jpg"
    lead.write_bytes(b"\xff\xd8\xff")
    (tmp_path / "Bridge.html").write_bytes(
        page(FIGURE.format(name) + STORY, f"{saved_from}<title>Bridge</title>")
    )
    (figure,) = opened(tmp_path / "Bridge.html").document.figures
    assert (figure.src, figure.alt, figure.caption) == (str(lead), "A bridge", "The bridge at dawn")


@pytest.mark.parametrize("name", ["../lead.jpg", "/etc/hostname", "Bridge_files/link.jpg", "file:///a.jpg"])
def test_a_saved_page_shows_no_file_outside_its_folder(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "saved"
    (folder / "Bridge_files").mkdir(parents=True)
    (tmp_path / "lead.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "Bridge_files" / "link.jpg").symlink_to(tmp_path / "lead.jpg")
    (folder / "Bridge.html").write_bytes(page(FIGURE.format(name) + STORY))
    assert [figure.src for figure in opened(folder / "Bridge.html").document.figures if figure.src] == []


def test_a_picture_that_is_not_beside_a_page_saved_alone_is_at_its_address(tmp_path: Path) -> None:
    head = f'<title>Bridge</title><link rel="canonical" href="{ADDRESS}">'
    (tmp_path / "Bridge.html").write_bytes(page(FIGURE.format("img/lead.jpg") + STORY, head))
    (figure,) = opened(tmp_path / "Bridge.html").document.figures
    assert figure.src == "https://news.example/2026/img/lead.jpg"
