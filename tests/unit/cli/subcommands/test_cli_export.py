"""`briefing export`: the whole text, in a format that opens again."""

from __future__ import annotations

import json
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from briefing.audio.media.probe import Probe
from briefing.cli.main import main
from briefing.cli.wiring import account, sources
from briefing.cli.wiring.timings import StoredTimer
from briefing.model import Cue, Span
from briefing.timeline import Timeline
from tests.recordings import make

if TYPE_CHECKING:
    from pathlib import Path

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


# Sound, and what stands in its tags

TIMES = """WEBVTT

00:00.500 --> 00:01.000
<00:00.500>The <00:00.600>bridge <00:00.700>opens

00:01.000 --> 00:02.500
<00:01.000>Cars <00:01.200>cross <00:01.500>it <00:01.600>- <00:01.700>1
"""


def a_timed_story(folder: Path) -> Path:
    source = a_story(folder)
    make(folder, "mp3", 3.0).rename(folder / "talk.mp3")
    (folder / "talk.vtt").write_text(TIMES, encoding="utf-8")
    return source


@pytest.mark.parametrize("suffix", ["mp3", "m4a", "opus"])
def test_sound_has_the_text_its_times_and_chapters_in_its_tags(
    suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = a_timed_story(tmp_path), tmp_path / f"out.{suffix}"
    assert main(["export", str(source), str(out)]) == 0
    info = Probe().probe(out)
    assert (info.title, info.artist, info.published) == (
        "The bridge *opens*",
        "Ann Lee, Bob Ray",
        "2023-10-30",
    )
    assert "bridge" in (info.lyrics or "")
    assert [each.text for each in info.chapters] == [
        "The bridge *opens*",
        "Cars cross it - 1 * 2 * 3 - again.",
    ]
    assert "out." in capsys.readouterr().err


def test_a_recording_that_the_file_can_hold_is_not_coded_anew(tmp_path: Path) -> None:
    source, out = a_timed_story(tmp_path), tmp_path / "out.mp3"
    assert main(["export", str(source), str(out)]) == 0
    assert out.read_bytes()[-3000:] == (tmp_path / "talk.mp3").read_bytes()[-3000:]


def test_wav_has_its_times_beside_it(tmp_path: Path) -> None:
    source, out = a_timed_story(tmp_path), tmp_path / "out.wav"
    assert main(["export", str(source), str(out)]) == 0
    assert out.read_bytes()[:4] == b"RIFF"
    assert "<00:00:00.600>bridge" in (tmp_path / "out.vtt").read_text(encoding="utf-8")


def test_what_is_there_is_only_replaced_when_that_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = a_story(tmp_path), tmp_path / "out.txt"
    out.write_text("mine", encoding="utf-8")
    assert main(["export", str(source), str(out)]) == 2
    assert "out.txt is there already." in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == "mine"
    assert main(["export", str(source), str(out), "--force"]) == 0
    assert "Cars cross it" in out.read_text(encoding="utf-8")


def test_what_a_file_cannot_hold_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, out = a_timed_story(tmp_path), tmp_path / "out.srt"
    assert main(["export", str(source), str(out)]) == 0
    assert capsys.readouterr().err == (
        "out.srt does not hold: word times, language, headings, pictures, sound.\n"
        "out.srt leaves out 4 sentences that have no times.\n"
    )


def test_the_format_is_the_one_that_is_asked_for(tmp_path: Path) -> None:
    source, out = a_timed_story(tmp_path), tmp_path / "out.data"
    assert main(["export", str(source), str(out), "--format", "vtt"]) == 0
    assert out.read_text(encoding="utf-8").startswith("WEBVTT")


def test_times_that_were_worked_out_before_go_out(tmp_path: Path) -> None:
    source, out = a_story(tmp_path), tmp_path / "out.vtt"
    item = sources.open_item(str(source))
    with closing(account.open_store()) as store:
        cues = [Cue(Span(start, start + 4), 4800, 9600) for start in (item.document.text.index("Cars"),)]
        timer = StoredTimer(store, lambda _sentence: None, is_on=False)
        timer.prefer(item.document, tmp_path / "talk.mp3", Timeline(48000, 48000, cues))
    assert main(["export", str(source), str(out)]) == 0
    assert "00:00:00.099 --> 00:00:00.200" in out.read_text(encoding="utf-8")


# What is not as it should be


def test_a_recording_that_is_none_is_told_and_the_text_is_read_aloud(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file was read aloud without a word of why."""
    source, out = a_story(tmp_path), tmp_path / "out.mp3"
    (tmp_path / "talk.mp3").write_bytes(b"")
    assert main(["export", str(source), str(out)]) == 0
    said = capsys.readouterr().err
    assert "talk.mp3 is not a file in this briefing's folder. It is read aloud instead." in said
    assert "out.mp3 is without 1 picture that cannot be had." in said
    assert main(["export", str(source), str(tmp_path / "out.vtt")]) == 3
    assert "talk.mp3 is not a file" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
@pytest.mark.parametrize("suffix", ["wav", "epub", "mp3"])
def test_sound_for_which_there_is_no_room_is_told_in_a_sentence(
    suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A full disk was told as a fault of briefing itself."""
    import resource

    source, out = a_story(tmp_path), tmp_path / f"out.{suffix}"
    make(tmp_path, "mp3", 8.0).rename(tmp_path / "talk.mp3")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, before[1]))
    try:
        code = main(["export", str(source), str(out), "--level"])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert code == 2
    assert "The sound does not fit into" in capsys.readouterr().err
    assert not out.exists()


def test_a_text_of_one_short_word_has_its_time(tmp_path: Path) -> None:
    """One word that is short told no place, so the text had no times."""
    source, out = tmp_path / "rain.md", tmp_path / "out.vtt"
    source.write_text("---\ntitle: News\naudio: talk.mp3\n---\n\nRain\n", encoding="utf-8")
    make(tmp_path, "mp3", 1.0).rename(tmp_path / "talk.mp3")
    cue = "WEBVTT\n\n00:00.500 --> 00:00.900\n<00:00.500>Rain\n"
    (tmp_path / "talk.vtt").write_text(cue, encoding="utf-8")
    assert main(["export", str(source), str(out)]) == 0
    assert "<00:00:00.500>Rain" in out.read_text(encoding="utf-8")


def test_the_standard_output_is_not_taken_for_a_file_of_that_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file was made that was called "-"."""
    monkeypatch.chdir(tmp_path)
    assert main(["export", "sample", "-", "--format", "vtt"]) == 2
    assert "An export goes into a file" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_place_in_a_briefing_is_not_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, out = a_story(tmp_path), tmp_path / "out.md"
    assert main(["export", f"{source}#p1.s1", str(out)]) == 2
    assert "Leave out #p1.s1." in capsys.readouterr().err
    assert not out.exists()
