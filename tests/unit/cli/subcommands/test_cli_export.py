"""`briefing export`: the whole text, in a format that opens again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from briefing.cli.main import main
from tests.recordings import make

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

STORY = """---
title: "The bridge *opens*"
kicker: Breaking News
language: en-GB
authors: [Ann Lee, 'Bob Ray']
image: bridge.png
alt: A bridge
caption: On a calm day.
audio: talk.mp3
published: 2023-10-30
---

Cars cross it - 1 * 2 * 3 - again.

## What next

> We looked at every bolt.

- one
- two
"""


def shown(source: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert main(["show", "--json", str(source)]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def a_story(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    make(folder, "mp3", 1.0).rename(folder / "talk.mp3")
    (folder / "bridge.png").write_bytes(b"\x89PNG")
    source = folder / "story.md"
    source.write_text(STORY, encoding="utf-8")
    return source


def test_markdown_beside_the_recording_opens_as_the_same_briefing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = a_story(tmp_path), tmp_path / "out.md"
    assert main(["export", str(source), str(out)]) == 0
    assert shown(out, capsys) == shown(source, capsys)
    assert shown(out, capsys)["authors"] == ["Ann Lee", "Bob Ray"]


def test_markdown_elsewhere_names_no_file_that_it_may_not_open(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = a_story(tmp_path / "in"), tmp_path / "out" / "story.md"
    out.parent.mkdir()
    assert main(["export", str(source), str(out)]) == 0
    told = shown(out, capsys)
    assert told["text"] == shown(source, capsys)["text"]
    assert (told["media"]["src"], told["figures"][0]["src"]) == (None, None)


def test_a_format_of_times_alone_needs_a_source_that_has_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "story.md"
    source.write_text("# Title\n\nIt rained.\n", encoding="utf-8")
    assert main(["export", str(source), str(tmp_path / "out.vtt")]) == 3
    assert "does not tell when its words are spoken" in capsys.readouterr().err
    assert main(["export", str(source), str(tmp_path / "out.md")]) == 0


def test_what_cannot_be_written_is_refused_with_what_can(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "sample", str(tmp_path / "out.doc")]) == 2
    said = capsys.readouterr().err
    assert "A briefing cannot be written as out.doc." in said
    assert ".md" in said
