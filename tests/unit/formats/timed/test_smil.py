"""SMIL overlays that ask for what they may not have, or for far more than they are."""

from __future__ import annotations

import os
import tracemalloc
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest

from briefing.errors import SourceError
from briefing.formats.timed import smil
from briefing.formats.timed_text import Captions, Piece, TimedLine
from tests.beside import opened

if TYPE_CHECKING:
    from pathlib import Path

SMIL = '<smil xmlns="http://www.w3.org/ns/SMIL"><body>{}</body></smil>'


def par(source: str) -> str:
    return f'<par><text src="{source}"/><audio src="a.mp3" clipBegin="1s" clipEnd="2s"/></par>'


def overlay(folder: Path, *sources: str) -> Path:
    path = folder / "talk.smil"
    path.write_text(SMIL.format("".join(map(par, sources))))
    return path


def test_an_overlay_shows_the_text_beside_it_and_below_it(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "page.xhtml").write_text('<p id="a">One</p>')
    (tmp_path / "text" / "ch1.xhtml").write_text('<p id="b">two.</p>')
    assert opened(overlay(tmp_path, "page.xhtml#a", "text/ch1.xhtml#b")).document.text == "One two."


@pytest.mark.parametrize(
    "source", ["../text/secret.xhtml#a", "{}/text/secret.xhtml#a", "link.xhtml#a", "fifo#a"]
)
def test_text_outside_its_folder_behind_a_link_or_a_pipe_is_not_read_and_that_is_said(
    source: str, tmp_path: Path
) -> None:
    (tmp_path / "smil").mkdir()
    (tmp_path / "text").mkdir()
    secret = tmp_path / "text" / "secret.xhtml"
    secret.write_text('<p id="a">Secret</p>')
    (tmp_path / "smil" / "link.xhtml").symlink_to(secret)
    os.mkfifo(tmp_path / "smil" / "fifo")
    with pytest.raises(SourceError, match="no text in its own folder, and none elsewhere is read"):
        opened(overlay(tmp_path / "smil", source.format(tmp_path)))


def test_a_page_of_nested_elements_takes_no_multiple_of_its_size() -> None:
    count = 10_000
    page = "".join(f'<i id="n{i}">word ' for i in range(count))
    text = SMIL.format("".join(par(f"page.xhtml#n{i}") for i in range(0, count, 10)))
    tracemalloc.start()
    with pytest.raises(SourceError, match="more text than a book"):
        for _ in smil.parse(text, lambda _name: page):
            pass
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak_bytes < 100 * len(page)


SPOKEN = Captions(
    (
        TimedLine((Piece('A <b> & "c" 100% #1?', 1.0),), 2.0),
        TimedLine((Piece("שלום\nעולם", 2.5),), 3.25),
        TimedLine((Piece("Over it.", 3.0),), 4.0),
    ),
    title='News & "views"',
    language="he",
    length_s=5.0,
    sound="talk & song #1.mp3",
)


def of(text: str, name: str) -> list[ET.Element]:
    root = ET.fromstring(text)  # noqa: S314 (our own)
    return list(root.iter(f"{{http://www.w3.org/ns/SMIL}}{name}"))


def clips(text: str) -> list[tuple[str, str, str]]:
    return [
        (each.get("src", ""), each.get("clipBegin", ""), each.get("clipEnd", ""))
        for each in of(text, "audio")
    ]


def test_a_file_by_itself_holds_its_text_title_and_language_and_comes_back() -> None:
    found = smil.read(smil.write(SPOKEN))
    assert [(each.text, each.start_s, each.stop_s) for each in found.lines] == [
        (each.text, each.start_s, each.stop_s) for each in SPOKEN.lines
    ]
    assert (found.title, found.language) == ('News & "views"', "he")


def test_a_player_of_it_plays_all_of_the_recording_pauses_and_end_included() -> None:
    source = "talk%20%26%20song%20%231.mp3"
    told = [("0.000s", "1.000s"), ("1.000s", "2.000s"), ("2.000s", "2.500s"), ("2.500s", "3.250s")]
    told += [("3.000s", "4.000s"), ("4.000s", "5.000s")]
    assert clips(smil.write(SPOKEN)) == [(source, *each) for each in told]


def test_without_a_recording_each_text_is_told_how_long_it_is_shown() -> None:
    written = smil.write(SPOKEN._replace(sound=""))
    lasting = [each.get("dur") for each in of(written, "par")]
    assert lasting == ["1.000s", "0.750s", "1.000s"]
    assert len(clips(written)) == 3


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("data:,A%20day", "A day"),
        ("data:text/plain;charset=iso-8859-1,caf%E9", "café"),
        ("data:text/plain;charset=odd,caf%C3%A9", "café"),
        ("data:;base64,QSBkYXk=", "A day"),
        ("data:text/plain,Hello there", "Hello there"),
    ],
)
def test_a_text_in_its_own_address_is_read_however_it_is_coded(address: str, text: str) -> None:
    (line,) = smil.read(SMIL.format(par(address))).lines
    assert (line.text, line.start_s, line.stop_s) == (text, 1.0, 2.0)


def test_a_text_whose_coding_is_broken_is_none() -> None:
    assert list(smil.read(SMIL.format(par("data:;base64,A"))).lines) == []
