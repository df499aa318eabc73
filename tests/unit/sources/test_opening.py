"""Sources opened as a user opens them: from a name to an item, or to one plain sentence."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from briefing.errors import SourceError
from briefing.model import BlockKind
from briefing.ports.media import MediaInfo, TimedText
from briefing.sources.assemble import open_source
from tests.unit.sources.opened import TableReader, opened, write

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.sources.item import Item

MP3 = b"ID3\x04" + bytes(200)
VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\n<00:01.000>One <00:01.500>two.\n"
FRONT = "---\ntitle: T\naudio: {}\n---\nOne two.\n"


def cues(item: Item) -> list[tuple[str, int]]:
    return [(cue.span.of(item.document.text), cue.start_frame) for cue in item.words or ()]


# Where sources come from


def test_standard_input() -> None:
    item = opened("-", stdin=b"---\ntitle: Piped\naudio: /etc/passwd\n---\nText.")
    assert item.document.title == "Piped"
    assert item.media_path is None


def test_a_closed_standard_input_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(SourceError, match="The standard input is empty"):
        open_source("-", reader=TableReader())


def test_the_sample_is_whole() -> None:
    item = opened("sample")
    assert item.document.first(BlockKind.KICKER) == "Breaking News"
    assert len([b for b in item.document.blocks if b.kind is BlockKind.PARAGRAPH]) == 8
    assert item.document.media.available
    assert item.document.media.duration_s == 228.0
    assert item.words is not None
    assert len(item.words) > 500
    assert item.notice is None


def test_the_sample_opens_without_asking_its_recording() -> None:
    reader = TableReader()
    opened("sample", reader)
    assert reader.asked == []


def test_a_folder_with_one_briefing(tmp_path: Path) -> None:
    write(tmp_path, story_md=FRONT.format("story.mp3"), story_mp3=MP3, story_vtt=VTT, README_md="About.")
    item = opened(tmp_path, TableReader({"story.mp3": MediaInfo(10.0)}))
    assert item.document.title == "T"
    assert cues(item) == [("One", 1000), ("two", 1500)]


# Recordings, from either side


@pytest.mark.parametrize("name", ["story.txt", "story.mp3"])
def test_text_and_recording_of_one_stem(tmp_path: Path, name: str) -> None:
    write(tmp_path, story_txt="One two.", story_mp3=MP3, story_vtt=VTT)
    item = opened(tmp_path / name, TableReader({"story.mp3": MediaInfo(10.0)}))
    assert item.document.text == "One two."
    assert item.media_path == tmp_path / "story.mp3"
    assert item.document.media.duration_s == 10.0
    assert cues(item) == [("One", 1000), ("two", 1500)]
    assert item.words is not None
    assert item.words.length_frames == 10_000


def test_timings_in_the_recording_itself(tmp_path: Path) -> None:
    write(tmp_path, story_txt="One two.", story_mp3=MP3)
    stamped = MediaInfo(10.0, words=(TimedText("One ", 1.0), TimedText("two.", 2.0)))
    assert cues(opened(tmp_path / "story.txt", TableReader({"story.mp3": stamped}))) == [
        ("One", 1000),
        ("two", 2000),
    ]


def test_a_recording_beside_timed_text_alone(tmp_path: Path) -> None:
    write(tmp_path, story_mp3=MP3, story_vtt=VTT)
    reader = TableReader({"story.mp3": MediaInfo(10.0, title="Named")})
    item = opened(tmp_path / "story.vtt", reader)
    assert item.media_path == tmp_path / "story.mp3"
    assert cues(item) == [("One", 1000), ("two", 1500)]


def test_a_declared_recording_that_is_damaged_is_told(tmp_path: Path) -> None:
    write(tmp_path, story_md=FRONT.format("story.mp3"), story_mp3=MP3)
    item = opened(tmp_path / "story.md")
    assert item.media_path is None
    assert not item.document.media.available
    assert item.notice == "story.mp3 is no recording. Open another."


@pytest.mark.parametrize(
    "named", ["../out.mp3", "/etc/hosts", "link.mp3", "below/link.mp3", "pipe.mp3", "C:\\x.mp3", "gone.mp3"]
)
def test_a_text_names_no_file_elsewhere(tmp_path: Path, named: str) -> None:
    inside = tmp_path / "inside"
    (inside / "below").mkdir(parents=True)
    write(tmp_path, out_mp3=MP3)
    write(inside, story_md=FRONT.format(named))
    (inside / "link.mp3").symlink_to(tmp_path / "out.mp3")
    (inside / "below" / "link.mp3").symlink_to(tmp_path / "out.mp3")
    os.mkfifo(inside / "pipe.mp3")
    reader = TableReader({"out.mp3": MediaInfo(1.0), "link.mp3": MediaInfo(1.0)})
    item = opened(inside / "story.md", reader)
    assert item.media_path is None
    assert item.document.media.src is None
    assert item.notice == f"The recording {named} is not a file in this briefing's folder."
    assert reader.asked == []


def test_a_recording_below_the_text_is_opened(tmp_path: Path) -> None:
    (tmp_path / "sound").mkdir()
    write(tmp_path / "sound", a_mp3=MP3)
    write(tmp_path, story_md=FRONT.format("sound/a.mp3"))
    item = opened(tmp_path / "story.md", TableReader({"a.mp3": MediaInfo(3.0)}))
    assert item.media_path == tmp_path / "sound" / "a.mp3"


def test_a_recording_on_the_network_is_only_named(tmp_path: Path) -> None:
    write(tmp_path, story_md=FRONT.format("https://example.com/a.mp3"))
    item = opened(tmp_path / "story.md")
    assert item.document.media.src == "https://example.com/a.mp3"
    assert item.document.media.available
    assert item.media_path is None
    assert item.notice is None


def test_a_picture_elsewhere_is_not_shown(tmp_path: Path) -> None:
    write(
        tmp_path,
        a_png=b"\x89PNG",
        story_md="T\n\n![in](a.png)\n\n![out](../b.png)\n\n![net](http://x.y/c.png)\n",
    )
    figures = opened(tmp_path / "story.md").document.figures
    assert [figure.src for figure in figures] == [str(tmp_path / "a.png"), None, "http://x.y/c.png"]


@pytest.mark.parametrize("named", ["file:///etc/hostname", "//host/a.png", "ftp://x.y/a.png"])
def test_only_the_web_is_an_address(tmp_path: Path, named: str) -> None:
    write(tmp_path, story_md=f"---\ntitle: T\nimage: {named}\naudio: {named}\n---\nText.\n")
    document = opened(tmp_path / "story.md").document
    assert [figure.src for figure in document.figures] == [None]
    assert document.media.src is None


# A recording alone


def test_a_recording_without_text(tmp_path: Path) -> None:
    write(tmp_path, my_talk_mp3=MP3)
    item = opened(tmp_path / "my_talk.mp3", TableReader({"my_talk.mp3": MediaInfo(60.0)}))
    assert item.document.title == item.document.text == "my talk"
    assert item.notice == "This recording has no text."
    assert item.media_path == tmp_path / "my_talk.mp3"


def test_a_recording_with_everything(tmp_path: Path) -> None:
    write(tmp_path, talk_mp3=MP3)
    info = MediaInfo(
        60.0,
        title="The Talk\x1b[2J",
        language="deu",
        lyrics="Guten Tag, Welt.\n\nBis bald.",
        words=(
            TimedText("Gu", 0.5),
            TimedText("ten ", 0.7),
            TimedText("Tag, ", 1.0),
            TimedText("Welt.\n", 1.5),
            TimedText("Bis ", 3.0),
            TimedText("bald.", 4.0),
        ),
        chapters=(TimedText("Start", 0.0, 3.0), TimedText("End", 3.0, 60.0)),
    )
    item = opened(tmp_path / "talk.mp3", TableReader({"talk.mp3": info}))
    assert item.document.title == "The Talk␛[2J"
    assert item.document.language == "de"
    assert [b.span.of(item.document.text) for b in item.document.blocks][1:] == [
        "Guten Tag, Welt.",
        "Bis bald.",
    ]
    assert cues(item) == [("Guten", 500), ("Tag", 1000), ("Welt", 1500), ("Bis", 3000), ("bald", 4000)]
    assert [chapter.text for chapter in item.chapters] == ["Start", "End"]


def test_chapters_alone_are_headings_that_light_as_paragraphs(tmp_path: Path) -> None:
    write(tmp_path, talk_mp3=MP3)
    info = MediaInfo(60.0, chapters=(TimedText("The start", 0.0), TimedText("The end", 30.0)))
    item = opened(tmp_path / "talk.mp3", TableReader({"talk.mp3": info}))
    assert [b.kind.value for b in item.document.blocks] == ["title", "heading", "heading"]
    assert item.words is not None
    assert max(cue.confidence for cue in item.words) < 0.3
    assert cues(item)[2] == ("The", 30_000)


def test_a_long_last_line_of_stamps_keeps_its_times(tmp_path: Path) -> None:
    write(tmp_path, talk_mp3=MP3)
    stamped = tuple(TimedText(f" word{i}", float(i)) for i in range(20))
    item = opened(tmp_path / "talk.mp3", TableReader({"talk.mp3": MediaInfo(30.0, words=stamped)}))
    assert [frame for _, frame in cues(item)] == [i * 1000 for i in range(20)]


def test_lrc_in_a_tag(tmp_path: Path) -> None:
    write(tmp_path, song_mp3=MP3)
    info = MediaInfo(60.0, lyrics="[00:01.00]One two\n[00:03.00]three\n")
    assert cues(opened(tmp_path / "song.mp3", TableReader({"song.mp3": info})))[0] == ("One", 1000)
