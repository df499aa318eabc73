"""What is kept ready of the voice says the same as what it was made of, and a damaged copy is no copy."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

import pytest

from briefing.speech.engines.natural.copies import GOLD, Copies

FOUND = find_spec("hibari")
pytestmark = pytest.mark.skipif(FOUND is None, reason="hibari is not installed")


@pytest.fixture
def assets() -> Path:
    assert FOUND is not None
    return Path(next(iter(FOUND.submodule_search_locations or ()))) / "assets"


def test_the_second_time_its_tables_lie_ready_and_say_the_same(assets: Path, tmp_path: Path) -> None:
    first = Copies(assets, "one", tmp_path / "voice")
    packed, tagger = first.words(GOLD), first.tagger()
    first.write()
    ready = Copies(assets, "one", tmp_path / "voice")
    again = ready.tagger()
    for word in ("ferry", "Zurich", "used", "zzzz"):
        assert ready.words(GOLD).get(word) == packed.get(word)
        assert again["tagdict"].get(word) == tagger["tagdict"].get(word)
        assert (word in again["vocab"]) == (word in tagger["vocab"])
    assert again["weights"].get("b") == tagger["weights"].get("b")
    assert set(again["tags"]) == set(tagger["tags"])


def test_a_copy_of_another_version_is_not_used(assets: Path, tmp_path: Path) -> None:
    first = Copies(assets, "one", tmp_path)
    assert first.network(lambda: b"network of one") is None
    first.write()
    assert Copies(assets, "one", tmp_path).network(bytes) == b"network of one"
    assert Copies(assets, "two", tmp_path).network(bytes) is None


def test_where_nothing_can_be_written_nothing_is_left_and_nobody_is_told(
    assets: Path, tmp_path: Path
) -> None:
    (tmp_path / "voice").write_text("a file where the folder should be")
    copies = Copies(assets, "one", tmp_path / "voice")
    assert copies.network(lambda: b"network") is None
    copies.write()
    assert [each.name for each in tmp_path.iterdir()] == ["voice"]
    assert Copies(assets, "one", None).network(bytes) is None


def test_copies_of_other_versions_go_when_they_are_old(assets: Path, tmp_path: Path) -> None:
    for stamp in ("old", "recent"):
        copies = Copies(assets, stamp, tmp_path)
        copies.network(lambda: b"network")
        copies.write()
        if stamp == "old":
            (old,) = tmp_path.iterdir()
    os.utime(old, (0, 0))
    newest = Copies(assets, "newest", tmp_path)
    newest.network(lambda: b"network")
    newest.write()
    assert old not in list(tmp_path.iterdir())
    assert len(list(tmp_path.iterdir())) == 2


def test_an_empty_copy_is_none(assets: Path, tmp_path: Path) -> None:
    first = Copies(assets, "one", tmp_path)
    first.network(lambda: b"x")
    first.write()
    for each in tmp_path.iterdir():
        each.write_bytes(b"")
    assert Copies(assets, "one", tmp_path).network(bytes) is None
