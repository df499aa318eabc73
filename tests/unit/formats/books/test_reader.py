"""Whatever a book holds, it is read within limits, or refused with a sentence."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from briefing.errors import BriefingError, SourceError, UnsafeError
from briefing.outline import outline_of
from tests.unit.formats.books.books_made import audio, epub, overlay, page, read, told, zipped
from tests.unit.sources.opened import opened

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.formats.books.books_made import Files

RYE = [("paragraph", "Rye")]
LAUGHS = '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
EXTERNAL = '<!DOCTYPE x [<!ENTITY c SYSTEM "file:///etc/hostname">]>'


def with_page(text: str) -> Files:
    return epub("", title="", files={"EPUB/c1.xhtml": text})


@pytest.mark.parametrize("kind", [LAUGHS, EXTERNAL], ids=["growing", "external"])
def test_what_a_type_declares_beyond_short_texts_is_not_put_in(kind: str, tmp_path: Path) -> None:
    found = told(read(tmp_path, with_page(kind + page("<p>&c; Rye</p>"))))
    assert found == [("paragraph", "&c; Rye")]


def test_a_short_text_that_a_type_declares_is_put_in(tmp_path: Path) -> None:
    kind = '<!DOCTYPE html [<!ENTITY bread "Rye">]>'
    assert told(read(tmp_path, with_page(kind + page("<p>&bread;</p>")))) == RYE


@pytest.mark.parametrize("tag", ["div", "span", "b"])
def test_what_is_nested_without_end_is_read(tag: str, tmp_path: Path) -> None:
    body = f"<{tag}>" * 3000 + "Rye" + f"</{tag}>" * 3000
    assert told(read(tmp_path, epub(body, title=""))) == RYE


def test_contents_that_are_nested_without_end_are_read_as_far_as_levels_go(tmp_path: Path) -> None:
    nav = '<nav epub:type="toc">' + '<ol><li><a href="c1.xhtml">x</a>' * 60 + "</li></ol>" * 60 + "</nav>"
    outline = outline_of(read(tmp_path, epub("<p>Rye</p>", title="", nav=nav)))
    assert [heading.level for heading in outline.headings] == [1, 2, 3, 4, 5, *[6] * 55]


def test_an_order_that_names_one_text_again_and_again_reads_it_once(tmp_path: Path) -> None:
    assert (
        told(
            read(tmp_path, epub("<p>Rye</p>", title="", spine=[f'idref="c1" id="x{i}"' for i in range(5000)]))
        )
        == RYE
    )


def test_a_text_that_is_named_in_two_cases_is_read_once(tmp_path: Path) -> None:
    manifest = '<item id="d" href="C1.XHTML" media-type="application/xhtml+xml"/>'
    spine = ['idref="c1"', 'idref="d"']
    assert told(read(tmp_path, epub("<p>Rye</p>", title="", manifest=manifest, spine=spine))) == RYE


def test_what_stands_for_one_another_in_a_circle_is_left_out(tmp_path: Path) -> None:
    pdf = '<item id="{}" href="{}.pdf" media-type="application/pdf" fallback="{}"/>'
    manifest = pdf.format("a", "a", "b") + pdf.format("b", "b", "a")
    assert (
        told(
            read(tmp_path, epub("<p>Rye</p>", title="", manifest=manifest, spine=['idref="a"', 'idref="c1"']))
        )
        == RYE
    )


def test_pars_within_pars_are_read_each_once(tmp_path: Path) -> None:
    texts = '<par><text src="c1.xhtml#a"/>' * 200 + audio("a.mp3", "0s", "1s") + "</par>" * 200
    smil = f"<smil><body>{texts}</body></smil>"
    files = epub('<p id="a">Rye</p>', title="", overlays={1: smil}, files={"EPUB/a.mp3": b"sound"})
    assert told(read(tmp_path, files)) == RYE


@pytest.mark.parametrize(
    "href",
    ["../../../etc/hostname", "/etc/hostname", "file:///etc/hostname", "https://a.example/c.xhtml", "a%00"],
)
def test_a_text_elsewhere_is_not_read(href: str, tmp_path: Path) -> None:
    manifest = f'<item id="x" href="{href}" media-type="application/xhtml+xml"/>'
    assert (
        told(
            read(tmp_path, epub("<p>Rye</p>", title="", manifest=manifest, spine=['idref="x"', 'idref="c1"']))
        )
        == RYE
    )


def test_what_is_missing_costs_a_sentence(tmp_path: Path) -> None:
    files = epub("<p>Rye</p>", "<p>Oats</p>", title="")
    del files["EPUB/c2.xhtml"]
    item = opened(zipped(tmp_path / "book.epub", files))
    assert item.document.text == "Rye"
    assert item.notice == "One part is missing or damaged, and left out: EPUB/c2.xhtml is missing."


def test_a_text_that_is_too_long_is_refused(tmp_path: Path) -> None:
    files = epub("<p>Rye</p>")
    del files["EPUB/c1.xhtml"]
    path = zipped(tmp_path / "book.epub", files)
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_STORED) as book,
        book.open(zipfile.ZipInfo("EPUB/c1.xhtml"), "w") as file,
    ):
        for _ in range(65):
            file.write(bytes(1 << 20))
    with pytest.raises(UnsafeError, match="is larger than 64 megabytes"):
        opened(path)


@pytest.mark.parametrize("lost", ["META-INF/container.xml", "EPUB/package.opf", "EPUB/c1.xhtml"])
def test_a_book_that_lacks_what_it_cannot_do_without_is_refused(lost: str, tmp_path: Path) -> None:
    files = epub("<p>Rye</p>")
    del files[lost]
    with pytest.raises(SourceError, match=r"EPUB|missing"):
        read(tmp_path, files)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_book_that_was_cut_off_is_refused(share: float, tmp_path: Path) -> None:
    path = zipped(tmp_path / "book.epub", epub("<p>Rye</p>"))
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    with pytest.raises(BriefingError, match=r"book\.epub is no zip that can be read"):
        opened(path)


def test_a_locked_book_is_named(tmp_path: Path) -> None:
    path = zipped(tmp_path / "book.epub", epub("<p>Rye</p>"))
    data, at = bytearray(path.read_bytes()), -1
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        data[at + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(SourceError, match="is locked"):
        opened(path)


def test_the_overlay_of_a_short_book_is_read(tmp_path: Path) -> None:
    smil = overlay(("c1.xhtml#a", audio("a.mp3", "0s", "1s")))
    assert told(read(tmp_path, epub('<p id="a">Rye</p>', title="", overlays={1: smil}))) == RYE
