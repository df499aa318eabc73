"""What cannot be opened is told in a sentence."""

from __future__ import annotations

import os
import socket
from typing import TYPE_CHECKING

import pytest

from briefing.errors import BriefingError, SourceError, UsageError
from briefing.ports.media import MediaInfo
from tests.unit.sources.opened import TableReader, opened, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.txt", b"", "empty.txt is empty."),
        ("blank.txt", b" \n\n\t\n", "blank.txt has no text in it."),
        ("book.epub", b"PK\x03\x04" + b"mimetypeapplication/epub+zip", "book.epub is no zip"),
        ("page.html", b"<!DOCTYPE html><html>", "page.html holds no story that can be read."),
        ("feed", b'<?xml version="1.0"?><rss version="2.0">', "feed is a feed without items."),
        ("a.xml", b"<?xml version='1.0'?><x/>", "a.xml is XML,"),
        ("doc.pdf", b"%PDF-1.7\n", "doc.pdf is "),
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
        ("ftp://example.com/x", "ftp://example.com/x is no address that can be opened."),
        ("ftp://ann:s3cret@example.com/x", "ftp://example.com/x is no address that can be opened."),
        ("file:///etc/passwd", "file:///etc/passwd is no address that can be opened."),
        ("a\x00b", "a␀b is no name that a file can have."),
        ("x" * 5000, "xxx"),
        (
            "gone/gone.txt",
            "There is no file gone/gone.txt. Look whether its name is written right.",
        ),
        (
            "example.org/bridge",
            (
                "There is no file example.org/bridge. "
                "Look whether its name is written right, or write https://example.org/bridge for the address."
            ),
        ),
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
