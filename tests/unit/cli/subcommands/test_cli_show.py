# mypy: disable-error-code="no-untyped-call"
"""What `show` tells of a source, its recording included."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mutagen.id3 import CHAP, ID3, TIT2, Encoding

from briefing.cli.main import main
from tests.recordings import make

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

TIMES = "WEBVTT\n\n00:00.500 --> 00:01.400\nThe bridge opens.\n\n00:01.600 --> 00:02.500\nThe river falls.\n"


def shown(source: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert main(["show", "--json", str(source)]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_chapters_of_a_recording_stand_where_their_first_words_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = make(tmp_path, "mp3", 3.0)
    tags = ID3()
    for name, start in (("Bridge", 0), ("River", 1500)):
        title = TIT2(encoding=Encoding.UTF8, text=name)
        tags.add(CHAP(element_id=name, start_time=start, end_time=start + 1500, sub_frames=[title]))
    tags.save(path)
    path.with_suffix(".vtt").write_text(TIMES, encoding="utf-8")
    told = shown(path, capsys)
    assert [(each["title"], each["start_s"]) for each in told["chapters"]] == [
        ("Bridge", 0.0),
        ("River", 1.5),
    ]
    firsts = [told["text"][each["start"] :].split()[1] for each in told["chapters"]]
    assert firsts == ["bridge", "river"]


def test_a_recording_that_is_none_costs_the_chapters_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "talk.mp3").write_bytes(b"ID3\x04\x00\x00" + bytes(99))
    (tmp_path / "talk.md").write_text(
        "# The bridge\n\nIt opens.\n\n## The river\n\nIt falls.\n", encoding="utf-8"
    )
    told = shown(tmp_path / "talk.md", capsys)
    assert told["chapters"] == []
    assert [(each["title"], each["level"]) for each in told["outline"]] == [
        ("The bridge", 1),
        ("The river", 2),
    ]


def test_what_declares_a_language_is_handed_to_a_voice_of_it_and_tells_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "page.md").write_text(
        '---\nlanguage: en\n---\n\nHe said <span lang="fr">c\'est la vie</span> and left.\n\n'
        '<span lang="de">Na gut.</span>\n',
        encoding="utf-8",
    )
    assert [block["language"] for block in shown(tmp_path / "page.md", capsys)["blocks"]] == ["en", "de"]
    assert main(["show", "--spoken", str(tmp_path / "page.md")]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "en\tHe said",
        "fr\tc'est la vie",
        "en\tand left.",
        "de\tNa gut.",
    ]


def test_of_a_link_what_follows_its_place_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "story.md"
    path.write_text("# The bridge\n\nIt opens. It shuts.\n\nIt falls.\n", encoding="utf-8")
    assert main(["show", f"{path}#p1.s2"]) == 0
    assert capsys.readouterr().out == "It shuts.\n\nIt falls.\n"
    assert main(["show", f"{path}#1:12"]) == 2
    assert "does not tell when its words are heard" in capsys.readouterr().err
    assert main(["show", "--json", f"{path}#p1.s2"]) == 2
    assert main(["show", f"{path}#p9.s1"]) == 2
    assert "There is no paragraph 9." in capsys.readouterr().err
