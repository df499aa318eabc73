"""Sources opened as a user opens them: from a name to an item, or to one plain sentence."""

from __future__ import annotations

import io
import os
import socket
from typing import TYPE_CHECKING

import pytest

from briefing.errors import BriefingError, SourceError, UsageError
from briefing.model import BlockKind
from briefing.ports import MediaInfo, TimedText
from briefing.sources import Item, open_source

if TYPE_CHECKING:
    from pathlib import Path

MP3 = b"ID3\x04" + bytes(200)
VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\n<00:01.000>One <00:01.500>two.\n"
FRONT = "---\ntitle: T\naudio: {}\n---\nOne two.\n"


class TableReader:
    """A media reader that answers from a table; it has no answer for anything else."""

    def __init__(self, answers: dict[str, MediaInfo] | None = None) -> None:
        self.answers = answers or {}
        self.asked: list[str] = []

    def probe(self, path: Path) -> MediaInfo:
        self.asked.append(path.name)
        if path.name not in self.answers:
            raise SourceError(f"{path.name} is no recording.", "Open another.")
        return self.answers[path.name]


def write(folder: Path, **files: str | bytes) -> None:
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        stem, _, suffix = name.rpartition("_")
        (folder / f"{stem}.{suffix}").write_bytes(data)


def opened(path: Path | str, reader: TableReader | None = None, stdin: bytes = b"") -> Item:
    return open_source(str(path), reader=reader or TableReader(), stdin=io.BytesIO(stdin)).whole()


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
    assert not item.document.media.available
    assert item.notice == "The recording is at https://example.com/a.mp3, which cannot be opened yet."


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


# What cannot be opened


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.txt", b"", "empty.txt is empty."),
        ("blank.txt", b" \n\n\t\n", "blank.txt has no text in it."),
        ("book.epub", b"PK\x03\x04" + b"mimetypeapplication/epub+zip", "book.epub is an EPUB book,"),
        ("page.html", b"<!DOCTYPE html><html>", "page.html is a web page's source,"),
        ("page.txt", b"<!-- x -->\n<html><body>Hi</body>", "page.txt is a web page's source,"),
        ("feed", b'<?xml version="1.0"?><rss version="2.0">', "feed is a feed,"),
        ("a.xml", b"<?xml version='1.0'?><x/>", "a.xml is XML,"),
        ("doc.pdf", b"%PDF-1.7\n", "doc.pdf is a PDF,"),
        ("x.png", b"\x89PNG\r\n\x1a\n", "x.png is a picture,"),
        ("x.bin", bytes(500), "x.bin holds neither text nor a recording"),
        ("noise", bytes(range(256)) * 20, "noise holds neither text nor a recording"),
        ("x.mp3", b"not sound at all", "x.mp3 is named like a recording, but holds text."),
        ("zeros.mp3", bytes(500), "zeros.mp3 is no recording."),
        ("x.json", b"42", "x.json is no transcript."),
        ("x.vtt", b"WEBVTT\n\n", "x.vtt has no subtitle"),
        ("\x1b[2J.txt", b"", "␛[2J.txt is empty."),
    ],
)  # fmt: skip
def test_bad_files(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SourceError) as caught:
        opened(tmp_path / name)
    assert str(caught.value).startswith(told)
    assert caught.value.exit_code == 3
    assert caught.value.hint.endswith(".")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("gone.txt", "There is no file gone.txt."),
        ("/dev/zero", "/dev/zero is a device or a pipe, not a file."),
        ("http://example.com/x", "Addresses such as http://example.com/x cannot be opened yet."),
        ("ftp://example.com/x", "Addresses such as ftp://example.com/x cannot be opened yet."),
        ("a\x00b", "a␀b is no name that a file can have."),
        ("x" * 5000, "xxx"),
        ("gone/gone.txt", "There is no file gone/gone.txt."),
    ],
)
def test_bad_names(name: str, told: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SourceError) as caught:
        opened(name)
    assert str(caught.value).startswith(told)


@pytest.mark.parametrize("start", ["MAC", "ID3", "caff", "fLaC", "TTA1", "OggS", "DSD "])
def test_a_text_that_begins_with_a_word_that_recordings_begin_with_is_a_text(
    tmp_path: Path, start: str
) -> None:
    write(tmp_path, story_txt=f"{start} users rejoice\n\nThe bridge opened again on Monday.\n")
    assert "The bridge opened" in opened(tmp_path / "story.txt").document.text


def test_a_recording_whose_tag_is_long_and_all_text_is_a_recording(tmp_path: Path) -> None:
    lyrics = b"The bridge opened again on Monday. " * 3000
    write(tmp_path, talk_mp3=b"ID3\x04\x00\x00\x00\x06\x40\x00USLT" + lyrics + bytes(100))
    item = opened(tmp_path / "talk.mp3", TableReader({"talk.mp3": MediaInfo(60.0, title="The talk")}))
    assert item.document.title == "The talk"


def test_no_name_is_a_mistake_of_usage() -> None:
    with pytest.raises(UsageError):
        opened("")


def test_pipes_and_sockets_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        for name in ("pipe", "socket"):
            with pytest.raises(SourceError, match="is a device or a pipe"):
                opened(tmp_path / name)


def test_folders_that_hold_none_or_many(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is a folder without a briefing"):
        opened(tmp_path)
    write(tmp_path, a_txt="One.", b_md="Two.")
    with pytest.raises(SourceError, match=r"is a folder with 2 briefings: a.txt, b.md\. Name one of them"):
        opened(tmp_path)


def test_a_text_past_the_limit(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.write(b"words " * 20_000)
        file.truncate(21 * 1024**2)
    with pytest.raises(SourceError, match="larger than 20 megabytes"):
        opened(tmp_path / "big.txt")


def test_empty_standard_input() -> None:
    with pytest.raises(SourceError, match="The standard input is empty"):
        opened("-", stdin=b" \n")


@pytest.mark.parametrize(
    "name", ["a.txt", "a.md", "a.vtt", "a.srt", "a.lrc", "a.json", "a", "a.mp3", "a.html"]
)
@pytest.mark.parametrize(
    "content", [b"\xff", b"\x00", b"---\n", b"WEBVTT", b"[", b"{}", b"ID3", b"<", b"\xef\xbb\xbf", b"[00:01]"]
)
def test_stubs_never_crash(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    try:
        item = opened(tmp_path / name)
    except BriefingError as error:
        assert error.message.endswith(".")  # noqa: PT017
    else:
        assert item.document.text
