"""What a book marks to be skipped: numbers of pages, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.sources.assemble import open_source
from briefing.sources.companions import Wanted
from tests.unit.formats.books.books_made import audio, epub, zipped
from tests.unit.sources.opened import TableReader

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("skips", "length_s"), [(False, 5.0), (True, 3.0)])
def test_what_a_book_marks_is_heard_or_passed_over_as_the_user_likes(
    skips: bool, length_s: float, tmp_path: Path
) -> None:
    body = (
        '<p id="a">The lamp was lit.</p><span id="b" epub:type="pagebreak">2</span><p id="c">It burned.</p>'
    )
    pars = "".join(
        f'<par epub:type="{kind}"><text src="c1.xhtml#{name}"/>{audio("1.mp3", f"{at}s", f"{stop}s")}</par>'
        for kind, name, at, stop in (("x", "a", 0, 2), ("pagebreak", "b", 2, 4), ("x", "c", 4, 5))
    )
    smil = (
        '<smil xmlns="http://www.w3.org/ns/SMIL" xmlns:epub="http://www.idpf.org/2007/ops" version="3.0">'
        f"<body>{pars}</body></smil>"
    )
    path = zipped(tmp_path / "book.epub", epub(body, overlays={1: smil}, files={"EPUB/1.mp3": b"sound"}))
    item = open_source(str(path), reader=TableReader(), wanted=Wanted(skips_marked=skips))
    assert item.by_marks is not None
    other = item.by_marks(not skips)
    assert other.playlist is not None
    assert other.playlist().length_s == 8.0 - length_s
    assert item.playlist is not None
    playlist = item.playlist()
    assert playlist.length_s == length_s
    text = item.document.text
    assert [text[part.start : part.stop] for part in playlist.heard] == ["The lamp was lit.", "It burned."]
    assert playlist.heard[-1].stop_s == length_s
