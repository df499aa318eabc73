"""A folder with a recording and what lies beside it, and what is opened of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from briefing.playlist import SoundFile
from briefing.ports.media import MediaInfo
from briefing.sources.assemble import open_source
from briefing.sources.companions import Wanted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from briefing.sources.item import Item

MP3 = b"ID3\x04" + bytes(200)
VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\n<00:01.000>One <00:01.500>two.\n"
SRT = "1\n00:00:01,000 --> 00:00:02,000\n{}\n"
LRC = "[00:01.00]One two.\n[00:03.00]Three four.\n"
WORDS = json.dumps([{"word": "One", "start": 1.0, "end": 1.4}, {"word": "two.", "start": 1.5, "end": 2.0}])


class Sound:
    """A media reader for which every file is ten seconds of sound; it counts what it was asked."""

    def __init__(self, info: MediaInfo | None = None) -> None:
        self.info = info or MediaInfo(10.0)
        self.asked: list[str] = []

    def probe(self, path: Path) -> MediaInfo:
        self.asked.append(path.name)
        return self.info

    tags = probe

    def survey(self, path: Path, ends: Mapping[str, float | None]) -> dict[str, SoundFile]:
        self.asked.append(path.name)
        return {name: SoundFile(1_000_000, name, 10.0) for name in ends}


def lay(folder: Path, *names: str, **contents: str | bytes) -> None:
    """Write files: recordings and VTTs by their names, others as given."""
    for name in names:
        suffix = name.rpartition(".")[2].lower()
        if suffix in ("mp3", "wav", "flac", "ogg"):
            data = MP3
        elif suffix in ("md", "txt"):
            data = b"One two."
        else:
            text = {"srt": SRT.format("One two."), "lrc": LRC, "json": WORDS}.get(suffix, VTT)
            data = text.encode()
        (folder / name).write_bytes(data)
    for name, content in contents.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def opened(path: Path, language: str = "", *spoken: str) -> Item:
    return open_source(str(path), reader=Sound(), wanted=Wanted(language, spoken))


def source_of(item: Item) -> str:
    return item.document.source.rpartition("/")[2]


# One recording, one text
