"""A talking book that goes out: its text as it is written, and where lines are heard, as it is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.cli.main import main
from tests.recordings import make
from tests.unit.formats.books.books_made import audio, epub, overlay, zipped

if TYPE_CHECKING:
    from pathlib import Path

BODY = """<p id="a">The lamp was lit. <i lang="fr">Bonsoir.</i> <a href="http://there.test/">More</a></p>
<div epub:type="pagebreak" id="p2" title="2">2</div>
<p id="b">It burned.</p>"""
TEXT = "The lamp was lit. Bonsoir. More"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book whose recording says the number of a page between two paragraphs."""
    sound = make(tmp_path, "mp3", 3.0)
    pars = (("a", 0, 1), ("p2", 1, 2), ("b", 2, 3))
    overlays = {
        1: overlay(*((f"c1.xhtml#{name}", audio("a.mp3", f"{at}s", f"{end}s")) for name, at, end in pars))
    }
    return zipped(
        tmp_path / "book.epub", epub(BODY, overlays=overlays, files={"EPUB/a.mp3": sound.read_bytes()})
    )


def shown(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(["show", str(path)]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("kind", ["md", "txt", "epub"])
def test_a_number_of_a_page_that_is_heard_is_no_paragraph_of_the_text(
    kind: str, book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / f"out.{kind}"
    assert main(["export", str(book), str(out)]) == 0
    lines = [line.strip() for line in shown(out, capsys).splitlines()]
    assert TEXT in " ".join(lines)
    assert "2" not in lines


def test_links_and_languages_of_a_talking_book_are_kept(book: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    assert main(["export", str(book), str(out)]) == 0
    written = out.read_text(encoding="utf-8")
    assert "http://there.test/" in written
    assert ">Bonsoir.<" in written


def test_what_is_heard_between_is_a_line_of_captions(book: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.srt"
    assert main(["export", str(book), str(out)]) == 0
    assert "00:00:01,000 --> 00:00:02,000\n2\n" in out.read_text(encoding="utf-8")
