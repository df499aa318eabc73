"""What has come so far is taken up again if it is of the same version, as far as it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.sources.web.answer import Version
from briefing.sources.web.cache.folder import Folder
from briefing.sources.web.cache.partial import MAP, PartialFile

if TYPE_CHECKING:
    from pathlib import Path

FIRST = Version('"1"', "Thu, 26 Nov 2026 14:00:00 GMT", 300)


def begun(folder: Path, version: Version = FIRST) -> PartialFile:
    return PartialFile(Folder(folder), "talk", lambda _whole: None, version)


def test_what_came_is_there_another_time_with_its_holes(tmp_path: Path) -> None:
    partial = begun(tmp_path)
    partial.write(0, b"a" * 100)
    partial.write(200, b"c" * 50)
    partial.close()
    again = begun(tmp_path)
    assert list(again.have) == [(0, 100), (200, 250)]
    assert again.hole(0, 300) == (100, 200)
    assert again.hole(210, 300) == (250, 300)
    assert again.read(200, 250) == b"c" * 50
    assert not again.is_whole
    again.write(100, b"b" * 100)
    again.write(250, b"d" * 50)
    assert again.is_whole
    again.close()


@pytest.mark.parametrize(
    "version",
    [
        FIRST._replace(etag='"2"'),
        FIRST._replace(modified="Fri, 27 Nov 2026 14:00:00 GMT"),
        FIRST._replace(size_bytes=400),
        Version('W/"1"', "", 300),
        Version(),
    ],
    ids=["etag", "date", "length", "a weak etag", "none"],
)
def test_of_another_version_nothing_is_taken(version: Version, tmp_path: Path) -> None:
    partial = begun(tmp_path)
    partial.write(0, b"a" * 100)
    partial.close()
    other = begun(tmp_path, version)
    assert list(other.have) == []
    assert other.path.read_bytes() == b""
    other.close()


@pytest.mark.parametrize(
    "damage",
    [b"", b"null", b'{"version": ["", "", null], "have": [[0, 100]]}', b'{"version": 1}', b"[" * 5000],
    ids=["empty", "nothing", "of no version", "no version", "deep"],
)
def test_a_damaged_map_is_of_nothing(damage: bytes, tmp_path: Path) -> None:
    partial = begun(tmp_path)
    partial.write(0, b"a" * 100)
    partial.close()
    (tmp_path / f"talk{MAP}").write_bytes(damage)
    again = begun(tmp_path)
    assert list(again.have) == []
    again.close()


def test_a_map_is_not_believed_beyond_its_file(tmp_path: Path) -> None:
    partial = begun(tmp_path)
    partial.write(0, b"a" * 100)
    partial.close()
    with partial.path.open("r+b") as file:
        file.truncate(40)
    again = begun(tmp_path)
    assert list(again.have) == [(0, 40)]
    again.close()


def test_closing_twice_is_harmless_and_nothing_is_written_after(tmp_path: Path) -> None:
    partial = begun(tmp_path)
    partial.close()
    partial.close()
    with pytest.raises(OSError, match="closed"):
        partial.write(0, b"late")


def test_nobody_else_has_it_meanwhile(tmp_path: Path) -> None:
    partial = begun(tmp_path)
    with pytest.raises(BlockingIOError):
        begun(tmp_path)
    partial.close()
    begun(tmp_path).close()
