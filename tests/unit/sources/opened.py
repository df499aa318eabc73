"""Sources opened as a user opens them, with a media reader that answers from a table."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from briefing.errors import SourceError
from briefing.playlist import SoundFile
from briefing.sources.assemble import open_source

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from briefing.ports.media import MediaInfo
    from briefing.sources.item import Item


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

    tags = probe

    def survey(self, path: Path, ends: Mapping[str, float | None]) -> dict[str, SoundFile]:
        """Every file of a book is there but one that is called so, and 60 seconds long."""
        self.asked.append(path.name)
        there = (name for name in ends if "gone" not in name)
        return {name: SoundFile(1_000_000, name, 60.0 if ends[name] is None else None) for name in there}


def write(folder: Path, **files: str | bytes) -> None:
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        stem, _, suffix = name.rpartition("_")
        (folder / f"{stem}.{suffix}").write_bytes(data)


def opened(path: Path | str, reader: TableReader | None = None, stdin: bytes = b"") -> Item:
    return open_source(str(path), reader=reader or TableReader(), stdin=io.BytesIO(stdin)).whole()
