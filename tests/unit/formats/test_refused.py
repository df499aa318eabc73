"""What is recognised and cannot be opened is told for what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.errors import SourceError
from briefing.formats import refused
from briefing.formats.source import Head
from tests.growth import growth
from tests.unit.sources.opened import opened

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0", "a picture"),
        ("a.txt", b"{\\rtf1 Words}", "a word processor's document"),
        ("a.txt", b"SQLite format 3\0", "a database"),
        ("a.sub", b"\0\0\x01\xba" + bytes(20), "a film, or subtitles that are pictures"),
        ("a.ncx", b"<ncx><navMap/></ncx>", "XML"),
    ],
)
def test_it_is_told_for_what_it_is(name: str, content: bytes, what: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SourceError, match=f"{name} is {what}, which cannot be opened yet") as caught:
        opened(tmp_path / name)
    assert caught.value.hint


@pytest.mark.parametrize("text", ["<3 is a heart, and this is a text.", "5 < 6 > 4"])
def test_a_text_with_brackets_is_a_text(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text)
    assert text[:9] in opened(tmp_path / "a.txt").document.text


@pytest.mark.parametrize("part", ["<!DOCTYPE a [ ] >", "<!-- -->", "<!DOCTYPE x []]", "<?x?>"])
def test_declarations_without_an_element_hold_nobody_up(part: str) -> None:
    def score(text: str) -> float:
        return refused.score(Head(text.encode(), text, ""))

    assert growth(score, lambda size: part * size, 100) < 8
