"""Books are read in their order, from one file or from a folder, whatever kind they are of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.errors import SourceError
from briefing.outline import outline_of
from tests.unit.formats.books.books_made import (
    KINDS,
    a_daisy_202,
    audio,
    epub,
    overlay,
    read,
    told,
    unpacked,
    zipped,
)
from tests.unit.sources.opened import opened

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model import Document

TEXT = [("heading", "Rye"), ("paragraph", "Mix it with water.")]


def text(document: Document) -> list[tuple[str, str]]:
    return [part for part in told(document) if part[0] != "title"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_book_in_one_file_is_read_in_its_order_with_its_contents(kind: str, tmp_path: Path) -> None:
    document = read(tmp_path, KINDS[kind]())
    assert text(document) == TEXT
    assert (document.title, document.language) == ("A Book", "en")
    (entry,) = outline_of(document).headings
    assert (entry.title, entry.level, entry.span.of(document.text)) == ("On rye", 1, "Rye")


@pytest.mark.parametrize("kind", KINDS)
def test_a_book_in_a_folder_is_read_when_the_folder_is_named(kind: str, tmp_path: Path) -> None:
    assert text(opened(unpacked(tmp_path / "book", KINDS[kind]())).document) == TEXT


@pytest.mark.parametrize(
    ("kind", "name"), [("EPUB", "EPUB/package.opf"), ("DAISY 3", "book.opf"), ("DAISY 2.02", "ncc.html")]
)
def test_a_book_in_a_folder_is_read_when_its_first_file_is_named(
    kind: str, name: str, tmp_path: Path
) -> None:
    assert text(opened(unpacked(tmp_path, KINDS[kind]()) / name).document) == TEXT


def test_a_talking_book_is_not_given_a_title_that_its_recording_does_not_say(tmp_path: Path) -> None:
    smil = overlay(("c1.xhtml#a", audio("a.mp3", "0s", "1s")))
    files = epub('<p id="a">Rye</p>', title="Bread", overlays={1: smil}, files={"EPUB/a.mp3": b"sound"})
    document = read(tmp_path, files)
    assert (document.title, document.text) == ("Bread", "Rye")


def test_a_book_is_told_by_its_content_whatever_it_is_called(tmp_path: Path) -> None:
    assert text(opened(zipped(tmp_path / "bread.bin", a_daisy_202())).document) == TEXT


def test_a_book_may_lie_in_a_folder_of_its_zip(tmp_path: Path) -> None:
    within = {f"Bread/{name}": data for name, data in a_daisy_202().items()}
    assert text(read(tmp_path, within)) == TEXT


def test_an_archive_without_a_book_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": "Words."})
    with pytest.raises(SourceError, match=r"a\.zip is an archive without a book in it\. Unpack it"):
        opened(path)


def test_of_several_renditions_the_first_is_read(tmp_path: Path) -> None:
    files = epub("<p>Rye</p>", title="")
    container = str(files["META-INF/container.xml"])
    other = '<rootfile full-path="other.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    files["META-INF/container.xml"] = container.replace("</rootfiles>", other)
    files["other.opf"] = "<package/>"
    assert text(read(tmp_path, files)) == [("paragraph", "Rye")]


def test_a_book_without_a_cover_showed_no_picture(tmp_path: Path) -> None:
    body = "<p>Rye</p>" + "".join(
        f'<img src="{name}" alt="A loaf"/>' for name in ("gone.png", "a.svg", "a.png")
    )
    files = epub(body, files={"EPUB/a.svg": "<svg/>", "EPUB/a.png": b"a picture"})
    assert opened(zipped(tmp_path / "book.epub", files)).own_picture == b"a picture"


def test_the_cover_is_the_picture_of_a_book(tmp_path: Path) -> None:
    cover = '<item id="i" href="cover.png" media-type="image/png" properties="cover-image"/>'
    files = epub("<p>Rye</p>", manifest=cover, files={"EPUB/cover.png": b"a picture"})
    assert opened(zipped(tmp_path / "book.epub", files)).own_picture == b"a picture"
