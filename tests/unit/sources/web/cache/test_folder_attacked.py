"""What others put into the folder of the copies: links, pipes, names elsewhere, tales of what is there."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, Final

import pytest

from briefing.sources.web.cache.copies import Cache
from tests.answers import in_turn, resource, stalled
from tests.unit.sources.web.fetching import ROOM_BYTES, fetcher_in, wait_for

if os.name == "nt":
    pytest.skip("links and pipes need rights there", allow_module_level=True)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.web import Web

DATA: Final = bytes(range(256)) * 400
MOST: Final = 1 << 20


def link(path: Path, secret: Path) -> None:
    path.symlink_to(secret)


def second_name(path: Path, secret: Path) -> None:
    path.hardlink_to(secret)


def pipe(path: Path, _secret: Path) -> None:
    os.mkfifo(path)


def folder(path: Path, _secret: Path) -> None:
    path.mkdir()
    (path / "full").write_bytes(b"")


IN_PLACE: Final = [link, second_name, pipe, folder]


@pytest.mark.parametrize("put", IN_PLACE, ids=lambda put: put.__name__)
@pytest.mark.parametrize("suffix", [".json", ".data"])
def test_a_page_is_read_whatever_is_in_place_of_its_copy(
    suffix: str, put: Callable[[Path, Path], None], web: Web, tmp_path: Path
) -> None:
    """A pipe in place of a card was waited for, for ever."""
    secret, place = tmp_path / "secret", tmp_path / "web"
    secret.write_bytes(b"mine")
    web["/a"] = resource(DATA)
    fetcher = fetcher_in(place)
    fetcher.open(web.address("/a")).data(MOST)
    file = next(place.glob(f"*{suffix}"))
    file.unlink()
    put(file, secret)
    for _ in range(2):
        assert fetcher.open(web.address("/a")).data(MOST) == DATA
    assert secret.read_bytes() == b"mine"
    fetcher.close()


@pytest.mark.parametrize("put", IN_PLACE, ids=lambda put: put.__name__)
@pytest.mark.parametrize("suffix", [".part", ".map"])
def test_a_recording_comes_whatever_is_in_place_of_what_came(
    suffix: str, put: Callable[[Path, Path], None], web: Web, tmp_path: Path
) -> None:
    """What had a second name elsewhere was written into; a link had it refused for good."""
    secret, place = tmp_path / "secret", tmp_path / "web"
    secret.write_bytes(b"mine")
    begun = resource(DATA, "audio/mpeg", etag='"1"', flow=stalled(80_000))
    web["/talk"] = in_turn(begun, resource(DATA, "audio/mpeg", etag='"1"'))
    fetcher = fetcher_in(place)
    recording = fetcher.open(web.address("/talk")).recording()
    wait_for(recording, 80_000)
    recording.close()
    file = next(place.glob(f"*{suffix}"))
    file.unlink()
    put(file, secret)
    recording = fetcher.open(web.address("/talk")).recording()
    recording.wait()
    assert recording.path.read_bytes() == DATA
    recording.close()
    assert secret.read_bytes() == b"mine"
    fetcher.close()


CARDS: Final[dict[str, dict[str, Any]]] = {
    "a name outside": {"file": "../../../etc/passwd"},
    "another's name": {"file": "x" * 64 + ".json"},
    "no name": {"file": None},
    "an address of a file": {"address": "file:///etc/passwd"},
    "no address": {"address": 7},
    "a type that is none": {"media_type": ["text/html"]},
    "a charset that is none": {"charset": None},
    "a part of a byte": {"size_bytes": 102_400.5},
    "a size below nothing": {"size_bytes": -1},
    "a size beyond all": {"size_bytes": 10**40},
    "a version that is none": {"version": [1, 2, float("inf")]},
    "a version that no header can hold": {"version": ['"\u00e9\r\nX: y"', "\0", None]},
    "a time that is none": {"fetched_s": []},
    "no number for a time": {"fetched_s": float("nan")},
    "a time beyond all": {"fetched_s": 1e300},
    "a time before all": {"fetched_s": -1e300},
    "more than there is": {"more": 1},
}


@pytest.mark.parametrize("name", CARDS)
def test_a_card_that_tells_tales_does_no_harm(name: str, web: Web, tmp_path: Path) -> None:
    web["/a"] = resource(DATA, etag='"1"')
    fetcher = fetcher_in(tmp_path)
    fetcher.open(web.address("/a")).data(MOST)
    card = next(tmp_path.glob("*.json"))
    card.write_text(json.dumps(json.loads(card.read_bytes()) | CARDS[name]))
    assert fetcher.open(web.address("/a")).data(MOST) == DATA
    web.down()
    fetched = fetcher.open(web.address("/a"))
    assert fetched.notice.startswith("Offline: this is the copy of ")
    assert fetched.data(MOST) == DATA
    fetcher.close()


@pytest.mark.parametrize(
    "told",
    [
        {"version": ['"1"', "", -5]},
        {"version": ['"1"', "", 1e999]},
        {"have": [[0, 1e999]]},
        {"have": [[-(10**40), 10**40]]},
        {"have": {"0": 1}},
        {"found": [1]},
        {"found": 7},
    ],
    ids=["size below nothing", "size beyond all", "endless", "huge", "no spans", "too little", "number"],
)
def test_a_map_that_tells_tales_does_no_harm(told: dict[str, Any], web: Web, tmp_path: Path) -> None:
    """A length below nothing was taken for a recording of which all is there."""
    begun = resource(DATA, "audio/mpeg", etag='"1"', flow=stalled(80_000))
    web["/talk"] = in_turn(begun, resource(DATA, "audio/mpeg", etag='"1"'))
    fetcher = fetcher_in(tmp_path)
    recording = fetcher.open(web.address("/talk")).recording()
    wait_for(recording, 80_000)
    recording.close()
    path = next(tmp_path.glob("*.map"))
    path.write_text(json.dumps(json.loads(path.read_bytes()) | told))
    recording = fetcher.open(web.address("/talk")).recording()
    recording.wait()
    assert recording.path.read_bytes()[80_000:] == DATA[80_000:]
    recording.close()
    fetcher.close()


def test_what_there_is_no_room_for_takes_nothing_away(web: Web, tmp_path: Path) -> None:
    """All copies went for one that went itself in the end."""
    web["/a"], web["/b"] = resource(DATA), resource(DATA * 3)
    web["/talk"] = resource(DATA * 4, "audio/mpeg", etag='"1"')
    fetcher = fetcher_in(tmp_path, room_bytes=2 * len(DATA))
    for path in ("/a", "/b"):
        fetcher.open(web.address(path)).data(MOST)
    recording = fetcher.open(web.address("/talk")).recording()
    recording.wait()
    recording.close()
    assert [path.read_bytes() == DATA for path in tmp_path.glob("*.data")] == [True]
    assert list(tmp_path.glob("*.map")) == []
    fetcher.close()


def test_where_the_room_was_made_smaller_it_is_so_at_the_next_opening(web: Web, tmp_path: Path) -> None:
    """What was as it had been was confirmed, and nothing else looked at."""
    web["/a"], web["/b"] = resource(DATA, etag='"1"'), resource(DATA[1:])
    fetcher = fetcher_in(tmp_path)
    for path in ("/b", "/a"):
        fetcher.open(web.address(path)).data(MOST)
    fetcher.close()
    fetcher = fetcher_in(tmp_path, room_bytes=len(DATA) + 10_000)
    fetcher.open(web.address("/a")).data(MOST)
    assert [path.read_bytes() for path in tmp_path.glob("*.data")] == [DATA]
    fetcher.close()


def test_a_clock_that_was_set_back_keeps_nothing_for_ever(tmp_path: Path) -> None:
    now_s = 1_000_000.0
    left = [tmp_path / f"{'0' * 64}{suffix}" for suffix in (".data", ".part", ".new", ".json")]
    for path in left:
        path.write_bytes(b"left")
        os.utime(path, (2 * now_s, 2 * now_s))
    Cache(tmp_path, ROOM_BYTES, lambda: now_s).trim()
    assert list(tmp_path.iterdir()) == []
