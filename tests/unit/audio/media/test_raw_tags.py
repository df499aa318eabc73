# mypy: disable-error-code="no-untyped-call"
"""Tags of every family whose bytes are in no encoding that the family allows."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest
from mutagen.flac import FLAC
from mutagen.id3 import ID3, TIT2, USLT, Encoding
from mutagen.mp4 import MP4
from mutagen.oggopus import OggOpus

from briefing.audio.media.probe import Probe
from briefing.formats.mistagged import retold
from tests.recordings import make

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "Мост снова открыт"
CASES = [(TITLE, "cp1251"), ("港口大桥重新开放", "gb18030"), ("朝のニュース", "shift_jis")]


def told(path: Path) -> str | None:
    return retold(Probe().probe(path)).title


@pytest.mark.parametrize(("title", "encoding"), CASES)
def test_id3(tmp_path: Path, title: str, encoding: str) -> None:
    path = make(tmp_path, "mp3", 1.0)
    tags = ID3()
    wrong = title.encode(encoding).decode("latin-1")
    tags.add(TIT2(encoding=Encoding.LATIN1, text=wrong))
    tags.add(USLT(encoding=Encoding.LATIN1, lang="eng", text=wrong))
    tags.save(path)
    assert told(path) == title


def swap(path: Path, title: str, encoding: str) -> None:
    """Put bytes of an old encoding where as many letters stand."""
    data = path.read_bytes()
    raw = title.encode(encoding)
    assert data.count(b"x" * len(raw)) == 1
    path.write_bytes(data.replace(b"x" * len(raw), raw))


@pytest.mark.parametrize(("title", "encoding"), CASES)
def test_flac(tmp_path: Path, title: str, encoding: str) -> None:
    path = make(tmp_path, "flac", 1.0)
    file = FLAC(path)
    file["title"] = "x" * len(title.encode(encoding))
    file["artist"] = "Ann Lee"
    file.save()
    swap(path, title, encoding)
    assert told(path) == title
    assert Probe().probe(path).artist == "Ann Lee"


@pytest.mark.parametrize(("title", "encoding"), CASES)
def test_mp4(tmp_path: Path, title: str, encoding: str) -> None:
    path = make(tmp_path, "m4a", 1.0)
    file = MP4(path)
    file["\xa9nam"] = "x" * len(title.encode(encoding))
    file.save()
    swap(path, title, encoding)
    assert told(path) == title


@pytest.mark.parametrize(("title", "encoding"), CASES)
def test_vorbis_comments_that_were_converted_wrongly(tmp_path: Path, title: str, encoding: str) -> None:
    path = make(tmp_path, "opus", 1.0)
    file = OggOpus(path)
    file["title"] = title.encode(encoding).decode("latin-1")
    file.save()
    assert told(path) == title


@pytest.mark.parametrize(("title", "encoding"), CASES)
def test_riff(tmp_path: Path, title: str, encoding: str) -> None:
    path = make(tmp_path, "wav", 1.0)
    raw = title.encode(encoding) + b"\0"
    raw += b"\0" * (len(raw) % 2)
    info = b"INFOINAM" + struct.pack("<I", len(raw)) + raw
    data = path.read_bytes() + b"LIST" + struct.pack("<I", len(info)) + info
    path.write_bytes(data[:4] + struct.pack("<I", len(data) - 8) + data[8:])
    assert told(path) == title


@pytest.mark.parametrize(("title", "encoding"), CASES)
def test_ape(tmp_path: Path, title: str, encoding: str) -> None:
    path = make(tmp_path, "mp3", 1.0)
    raw = title.encode(encoding)
    item = struct.pack("<II", len(raw), 0) + b"Title\0" + raw
    footer = b"APETAGEX" + struct.pack("<IIII", 2000, len(item) + 32, 1, 0) + bytes(8)
    path.write_bytes(path.read_bytes() + item + footer)
    assert told(path) == title


@pytest.mark.parametrize("damage", [b"APETAGEX" + b"\xff" * 24, b"APETAGEX", b"LIST\xff\xff\xff\xffINFOINAM"])
def test_damaged_tags_are_no_tags(tmp_path: Path, damage: bytes) -> None:
    path = make(tmp_path, "wav", 1.0)
    path.write_bytes(path.read_bytes() + damage)
    assert Probe().probe(path).title is None
