"""What is there of a book's sound files."""

from __future__ import annotations

import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from briefing.audio.media.survey import survey
from briefing.errors import SourceError, UnsafeError
from tests.tones import pack, write_book

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TONES = {"a.mp3": [300.0, 500], "audio/b.ogg.m4a": [1100.0, 1300, 1500]}
PLACES: dict[str, Callable[[Path], Path]] = {"zip": pack, "folder": lambda folder: folder}


@pytest.mark.parametrize("place", PLACES)
def test_sizes_are_told_and_lengths_where_they_have_to_be_known(place: str, tmp_path: Path) -> None:
    book = PLACES[place](write_book(tmp_path / "book", TONES))
    (tmp_path / "secret.mp3").write_bytes((tmp_path / "book/a.mp3").read_bytes())
    ends = {"A.mp3": 1.0, "audio/b.ogg.m4a": None, "gone.mp3": 2.0, "../secret.mp3": 2.0}
    found = survey(book, ends)
    assert list(found) == ["A.mp3", "audio/b.ogg.m4a"]
    assert found["A.mp3"].length_s is None
    assert found["A.mp3"].size_bytes == (tmp_path / "book/a.mp3").stat().st_size
    assert found["audio/b.ogg.m4a"].length_s == pytest.approx(3.0, abs=0.05)
    assert len({file.mark for file in found.values()}) == 2
    assert survey(book, {"a.mp3": 1e6})["a.mp3"].length_s == pytest.approx(2.0, abs=0.05)


def test_what_is_no_sound_where_it_has_to_be_measured_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "a.mp3").write_text("No sound. " * 1000)
    (tmp_path / "b.mp3").touch()
    assert list(survey(tmp_path, {"a.mp3": None, "b.mp3": 1.0})) == []


def test_a_zip_that_could_harm_and_one_that_is_none_are_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("a.mp3", bytes(8 << 20))
    with pytest.raises(UnsafeError, match=r"bomb\.zip has a file in it that unpacks"):
        survey(tmp_path / "bomb.zip", {"a.mp3": 1.0})
    (tmp_path / "none.zip").write_bytes(b"PK")
    with pytest.raises(SourceError, match=r"none\.zip is no zip"):
        survey(tmp_path / "none.zip", {"a.mp3": 1.0})


@pytest.mark.parametrize("answer", ["", "[]", '{"a": 1}', '{"a": [1, "", -1.0]}', '{"a": [1, "", "x"]}'])
def test_an_answer_that_is_none_is_told(answer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = f"import sys; sys.stdout.write({answer!r})"
    monkeypatch.setattr("briefing.audio.media.starting.surveying", lambda: [sys.executable, "-c", program])
    with pytest.raises(SourceError, match="is damaged"):
        survey(tmp_path, {"a.mp3": 1.0})
