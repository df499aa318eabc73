"""SMIL overlays that ask for what they may not have, or for far more than they are."""

from __future__ import annotations

import os
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from briefing.errors import SourceError
from briefing.formats.timed import smil
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
