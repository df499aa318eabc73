"""A text, its recording and its times put together: what is looked into for it, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.sources.assemble import open_source
from tests.beside import Sound, lay, opened

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("duration", "length_s", "asked"), [("duration: 20\n", 20.0, []), ("", 10.0, ["talk.mp3"])]
)
def test_a_recording_is_asked_for_its_length_only_where_nothing_tells_it(
    tmp_path: Path, duration: str, length_s: float, asked: list[str]
) -> None:
    lay(tmp_path, "talk.mp3", "talk.vtt")
    (tmp_path / "talk.md").write_text(f"---\ntitle: Talk\naudio: talk.mp3\n{duration}---\n\nOne two.\n")
    sound = Sound()
    item = open_source(str(tmp_path / "talk.md"), reader=sound)
    assert item.words is not None
    assert item.words.duration_s == length_s
    assert sound.asked == asked


# Several languages


def test_it_is_told_whether_a_title_is_the_texts_own(tmp_path: Path) -> None:
    lay(tmp_path, "talk.mp3", "talk.vtt")
    assert not opened(tmp_path / "talk.mp3").is_named
    lay(tmp_path, **{"talk.md": "# The bridge\n\nOne two.\n"})
    assert opened(tmp_path / "talk.md").is_named
