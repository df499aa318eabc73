"""Copies are safe, bounded and shared; where they cannot be kept, that is one sentence."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from briefing.errors import SourceError
from briefing.sources.web.cache.copies import Cache
from briefing.sources.web.client import Client
from tests.answers import Gate, gated, in_turn, resource, stalled
from tests.unit.sources.web.fetching import ROOM_BYTES, fetcher_in, wait_for

if TYPE_CHECKING:
    from tests.web import Web

DATA: Final = bytes(range(256)) * 400
MOST: Final = 1 << 20
needs_rights = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this account may do everything"
)
needs_links = pytest.mark.skipif(os.name == "nt", reason="links need rights there")


def kept(folder: Path) -> set[str]:
    return {path.suffix for path in folder.iterdir()}


def keep(cache: Cache, web: Web, path: str, data: bytes) -> None:
    """Have something fetched and kept."""
    web[path] = resource(data)
    client = Client()
    with client.get(web.address(path)) as answer:
        cache.keep(web.address(path), answer, b"".join(answer.pieces()))
    client.close()


@pytest.mark.skipif(os.name == "nt", reason="modes are of Unix")
def test_folder_and_files_are_the_users_alone(web: Web, tmp_path: Path) -> None:
    folder = tmp_path / "briefing" / "web"
    keep(Cache(folder, ROOM_BYTES), web, "/a", DATA)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    folder.chmod(0o755)
    Cache(folder, ROOM_BYTES)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_names_are_hashes_and_alike_copies_are_one(web: Web, tmp_path: Path) -> None:
    cache = Cache(tmp_path, ROOM_BYTES)
    for path in ("/a", "/b", "/..%2F..%2Fescape.txt"):
        keep(cache, web, path, DATA)
    names = [path.name for path in tmp_path.iterdir()]
    assert all(len(name.partition(".")[0]) == 64 for name in names)
    assert sum(name.endswith(".data") for name in names) == 1


@needs_links
def test_a_folder_that_is_a_link_is_not_used(web: Web, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "web").symlink_to(tmp_path / "elsewhere")
    cache = Cache(tmp_path / "web", ROOM_BYTES)
    keep(cache, web, "/a", DATA)
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert cache.take_notice().startswith("What is fetched cannot be kept for later: ")
    assert cache.take_notice() == ""


@needs_links
def test_a_copy_that_is_a_link_is_not_followed(web: Web, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(DATA)
    folder = tmp_path / "web"
    cache = Cache(folder, ROOM_BYTES)
    keep(cache, web, "/a", DATA)
    copy = cache.find(web.address("/a"))
    assert copy is not None
    (folder / copy.file).unlink()
    (folder / copy.file).symlink_to(secret)
    assert cache.find(web.address("/a")) is None
    assert cache.data(copy) is None
    with pytest.raises(SourceError, match="is gone"):
        cache.held(copy)


@pytest.mark.parametrize(
    "damage",
    [b"", b"{}", b"[]", b"not JSON", b'{"version": 3}', b"[" * 5000, b'{"file": "../../etc/passwd"}'],
    ids=["empty", "no fields", "a list", "no JSON", "no version", "deep", "a way out"],
)
def test_a_damaged_card_is_no_copy(damage: bytes, web: Web, tmp_path: Path) -> None:
    cache = Cache(tmp_path, ROOM_BYTES)
    keep(cache, web, "/a", DATA)
    card = next(tmp_path.glob("*.json"))
    card.write_bytes(damage)
    assert cache.find(web.address("/a")) is None
    keep(cache, web, "/a", DATA)
    assert cache.find(web.address("/a")) is not None


def test_a_damaged_copy_is_told_and_fetched_again(web: Web, tmp_path: Path) -> None:
    web["/a"] = resource(DATA, etag='"1"')
    fetcher = fetcher_in(tmp_path)
    fetcher.open(web.address("/a")).data(MOST)
    next(tmp_path.glob("*.data")).write_bytes(DATA[::-1])
    with pytest.raises(SourceError, match="The copy of a is damaged"):
        fetcher.open(web.address("/a")).data(MOST)
    assert fetcher.open(web.address("/a")).data(MOST) == DATA
    fetcher.close()


def test_what_was_used_longest_ago_goes_first(web: Web, tmp_path: Path) -> None:
    cache = Cache(tmp_path, 3 * 120_000)
    for age, path in enumerate(("/a", "/b", "/c")):
        keep(cache, web, path, DATA + path.encode())
        for file in tmp_path.iterdir():  # made some time ago, one after the other
            about = file.stat()
            os.utime(file, (about.st_atime, about.st_mtime - 100 + age))
    assert cache.find(web.address("/a")) is not None  # used now
    keep(cache, web, "/d", DATA + b"/d")
    assert [cache.find(web.address(path)) is not None for path in ("/a", "/b", "/c", "/d")] == [
        True,
        False,
        True,
        True,
    ]
    assert sum(path.stat().st_size for path in tmp_path.glob("*.data")) <= 3 * 120_000


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps what is open")
def test_what_plays_is_not_taken_away(web: Web, tmp_path: Path) -> None:
    cache, other_player = Cache(tmp_path, 120_000), Cache(tmp_path, 120_000)
    keep(cache, web, "/a", DATA)
    copy = cache.find(web.address("/a"))
    assert copy is not None
    playing = cache.held(copy)
    keep(other_player, web, "/b", DATA + b"/b")
    assert playing.path.read_bytes() == DATA
    playing.close()
    keep(other_player, web, "/c", DATA + b"/c")
    assert not playing.path.exists()


def test_two_players_fetch_one_recording_and_do_no_harm(web: Web, tmp_path: Path) -> None:
    gates = Gate(80_000), Gate(80_000)
    web["/talk"] = in_turn(*(resource(DATA, "audio/mpeg", etag='"1"', flow=gated(gate)) for gate in gates))
    first, second = fetcher_in(tmp_path), fetcher_in(tmp_path)
    mine = first.open(web.address("/talk")).recording()
    theirs = second.open(web.address("/talk")).recording()
    assert mine.path != theirs.path
    for gate, recording in zip(gates, (mine, theirs), strict=True):
        gate.allow(len(DATA))
        recording.wait()
        assert recording.path.read_bytes() == DATA
        recording.close()
    assert kept(tmp_path) == {".json", ".data"}
    first.close()
    second.close()


def test_what_one_player_goes_on_with_another_fetches_for_itself(web: Web, tmp_path: Path) -> None:
    begun = resource(DATA, "audio/mpeg", etag='"1"', flow=stalled(80_000))
    web["/talk"] = in_turn(begun, resource(DATA, "audio/mpeg", etag='"1"'))
    first, second = fetcher_in(tmp_path), fetcher_in(tmp_path)
    recording = first.open(web.address("/talk")).recording()
    wait_for(recording, 80_000)
    recording.close()
    mine, theirs = (each.open(web.address("/talk")).recording() for each in (first, second))
    for recording in (theirs, mine):
        recording.wait()
        assert recording.path.read_bytes() == DATA
        recording.close()
    assert [asked.headers["Range"] for asked in web.asked] == [None, "bytes=80000-", None]
    first.close()
    second.close()


@pytest.mark.parametrize("way", ["nothing is to be kept", "a file is in its way"])
def test_where_nothing_can_be_kept_reading_and_playing_go_on(
    way: str, web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a player that was killed a folder was left, with what it had played."""
    passing = tmp_path / "passing"
    passing.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(passing))
    folder = tmp_path / "web"
    if way == "a file is in its way":
        folder.write_bytes(b"")
    room = 0 if way == "nothing is to be kept" else ROOM_BYTES
    web["/a"] = resource(DATA)
    fetcher = fetcher_in(folder, room_bytes=room)
    fetched = fetcher.open(web.address("/a"))
    assert fetched.data(MOST) == DATA
    assert fetched.notice.startswith("What is fetched cannot be kept for later: ") == bool(room)
    recording = fetcher.open(web.address("/a")).recording()
    recording.wait()
    assert recording.path.read_bytes() == DATA
    assert sys.platform != "linux" or list(passing.iterdir()) == []
    recording.close()
    assert list(passing.iterdir()) == []
    fetcher.close()


@needs_rights
def test_a_folder_that_cannot_be_written_costs_a_sentence(web: Web, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    web["/a"] = resource(DATA)
    fetcher = fetcher_in(tmp_path / "web")
    fetched = fetcher.open(web.address("/a"))
    assert fetched.data(MOST) == DATA
    assert fetched.notice.startswith("What is fetched cannot be kept for later: ")
    fetcher.close()
    tmp_path.chmod(0o700)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk here")
def test_a_full_disk_costs_a_sentence(web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefing.sources.web.cache import folder

    usual = folder.opened

    def full(path: Path, flags: int) -> int:
        return os.open("/dev/full", os.O_WRONLY) if flags & os.O_EXCL else usual(path, flags)

    web["/a"] = resource(DATA)
    fetcher = fetcher_in(tmp_path)
    monkeypatch.setattr(folder, "opened", full)
    fetched = fetcher.open(web.address("/a"))
    assert fetched.data(MOST) == DATA
    assert fetched.notice == "What is fetched cannot be kept for later: No space left on device."
    fetcher.close()


def test_what_a_killed_player_left_goes_in_a_day(tmp_path: Path) -> None:
    now_s = [1_000_000.0]
    cache = Cache(tmp_path, ROOM_BYTES, lambda: now_s[0])
    left = [tmp_path / f"{'0' * 64}{suffix}" for suffix in (".data", ".part", ".new")]
    for path in left:
        path.write_bytes(b"left")
        os.utime(path, (now_s[0], now_s[0]))
    cache.trim()
    assert all(path.exists() for path in left)
    now_s[0] += 2 * 24 * 3600
    cache.trim()
    assert not any(path.exists() for path in left)
