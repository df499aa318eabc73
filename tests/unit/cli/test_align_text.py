"""The text that is aligned: every token of the file, made safe, in its paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.cli import align_text
from briefing.errors import SourceError

if TYPE_CHECKING:
    from pathlib import Path


def test_paragraphs_are_blocks_and_tokens_are_counted_as_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("\ufeffOne  —\ntwo\x1b[31m,\n\n \nthree \x07 <b>four</b>\n")
    document = align_text.read_text(str(path), None)
    paragraphs = [block.span.of(document.text) for block in document.blocks]
    assert [len(paragraph.split()) for paragraph in paragraphs] == [3, 3]
    assert not set("\x1b\x07\ufeff") & set(document.text)
    assert paragraphs[1].split()[2] == "<b>four</b>"


@pytest.mark.parametrize("name", ["a.md", "a.vtt"])
def test_any_other_source_is_what_show_gives(name: str, tmp_path: Path) -> None:
    content = {"a.md": "# Title\n\nOne *two*.\n", "a.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\nOne two.\n"}
    (tmp_path / name).write_text(content[name])
    assert align_text.read_text(str(tmp_path / name), None).text.endswith("One two.")


def test_what_cannot_be_read_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"gone\.txt cannot be read: No such file"):
        align_text.read_text(str(tmp_path / "gone.txt"), None)
    (tmp_path / "sound.txt").write_bytes(bytes(range(256)) * 40)
    with pytest.raises(SourceError, match=r"sound\.txt is no text"):
        align_text.read_text(str(tmp_path / "sound.txt"), None)


def test_a_text_at_an_address_is_not_fetched_where_the_user_is_offline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("BRIEFING_OFFLINE", "on")
    with pytest.raises(SourceError, match="There is no copy of bridge, and nothing is fetched"):
        align_text.read_text("http://127.0.0.1:9/bridge", None)
