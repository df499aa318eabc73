"""What is saved of a damaged database, on real files, for every kind of damage and from a fixed seed."""

from __future__ import annotations

import random
import re
import sqlite3
import threading
from contextlib import closing
from statistics import median
from typing import TYPE_CHECKING

import pytest

from briefing.store import Store, database, pages, salvage
from briefing.store.places import PLACES
from briefing.store.trouble import DamagedError
from tests.damage import BOOKMARKS, DOCUMENTS, KINDS, Kept, fill, kept_in, saved_from, spoil_index

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.store.layout import Layout

SEEDS = 12
LEAST_SAVED = {"cut anywhere": BOOKMARKS // 3}
"""A third of the file is gone: what lay in it twice is gone twice."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "briefing.sqlite3"


@pytest.mark.parametrize("kind", KINDS)
def test_nearly_all_of_sixty_bookmarks_come_out_of_a_damaged_file(path: Path, kind: str) -> None:
    before = fill(path)
    whole = path.read_bytes()
    saved = []
    for seed in range(SEEDS):
        content = bytearray(whole)
        KINDS[kind](content, random.Random(seed))
        path.write_bytes(content)
        kept, notice, is_kept = saved_from(path)
        assert kept.bookmarks <= before.bookmarks, "a wrong bookmark is no bookmark"
        assert kept.places <= before.places, "a wrong place is no place"
        assert is_kept
        count = len(kept.bookmarks) + len(kept.places)
        if told := re.match(
            r"Places and bookmarks were damaged\. (\d+|None) of them could be saved;", notice
        ):
            assert int(told[1].replace("None", "0")) == count
        else:
            assert (notice, count) == ("", BOOKMARKS + len(DOCUMENTS)), "what is lost is said"
        saved.append(len(kept.bookmarks))
    assert median(saved) >= LEAST_SAVED.get(kind, BOOKMARKS - 1)


def test_a_damaged_file_is_kept_beside_the_new_one_as_it_was(path: Path) -> None:
    fill(path)
    content = bytearray(path.read_bytes())
    content[:100] = b"\xa5" * 100
    path.write_bytes(content)
    _, notice, _ = saved_from(path)
    aside = path.parent / "briefing.damaged-1.sqlite3"
    assert notice.endswith(f"the damaged file is {aside}.")
    assert aside.read_bytes() == bytes(content)
    assert sorted(each.name for each in path.parent.iterdir()) == [aside.name, path.name]


def test_a_damaged_index_is_noticed_and_made_anew_without_a_loss(path: Path) -> None:
    before = fill(path)
    whole = path.read_bytes()
    told = set()
    for seed in range(SEEDS):
        path.write_bytes(whole)
        spoil_index(path, random.Random(seed))
        kept, notice, _ = saved_from(path)
        assert kept == before, seed
        assert notice == "" or "65 of them could be saved" in notice
        told.add(bool(notice))
        with closing(sqlite3.connect(path)) as db:
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert True in told


def test_a_note_with_a_flipped_letter_is_restored_from_its_second_copy(path: Path) -> None:
    before = fill(path)
    content = path.read_bytes()
    assert content.count(b"note 17") == 2
    path.write_bytes(content.replace(b"note 17", b"nose 17", 1))
    kept, _, _ = saved_from(path)
    assert kept == before


def test_a_dropped_bookmark_does_not_come_back_out_of_a_damaged_file(path: Path) -> None:
    fill(path)
    with closing(Store(path)) as store:
        for bookmark in store.bookmarks_of(DOCUMENTS[0]):
            store.remove_bookmark(bookmark.id)
    content = bytearray(path.read_bytes())
    content[:100] = bytes(100)
    path.write_bytes(content)
    kept, notice, _ = saved_from(path)
    assert "48 " not in notice  # four fifths of the bookmarks, and the places
    assert len(kept.bookmarks) == BOOKMARKS * 4 // 5
    assert not any(each.place.document_id == DOCUMENTS[0] for each in kept.bookmarks)


# What lies in its place


def test_an_empty_file_becomes_a_database(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    kept, notice, is_kept = saved_from(path)
    assert (kept, notice, is_kept) == (Kept(frozenset(), frozenset()), "", True)


def test_a_text_in_its_place_is_moved_aside_and_nothing_is_claimed(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("notes of mine\n" * 1000)
    _, notice, is_kept = saved_from(path)
    assert notice.startswith("Places and bookmarks were damaged. None of them could be saved;")
    assert is_kept
    assert (path.parent / "briefing.damaged-1.sqlite3").read_text().startswith("notes of mine")


def test_a_folder_in_its_place_is_left_alone(path: Path) -> None:
    path.mkdir(parents=True)
    (path / "inside").write_text("untouched")
    _, notice, is_kept = saved_from(path)
    assert "is not a plain file" in notice
    assert not is_kept
    assert (path / "inside").read_text() == "untouched"


@pytest.mark.parametrize("version", [-5, 3, 18, 1000, 70_000, 0x40000002])
def test_a_version_that_is_not_that_of_the_schema_is_damage(path: Path, version: int) -> None:
    before = fill(path)
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {version}")
        db.commit()
    kept, notice, is_kept = saved_from(path)
    assert kept == before
    assert "65 of them could be saved" in notice
    assert is_kept


def test_two_players_that_find_the_damage_at_once_mend_it_once(path: Path) -> None:
    before = fill(path)
    path.write_bytes(bytes(100) + path.read_bytes()[100:])
    start = threading.Barrier(4)
    found = []

    def play() -> None:
        start.wait()
        with closing(Store(path)) as store:
            found.append((kept_in(store), store.is_kept))

    threads = [threading.Thread(target=play) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [(before, True)] * 4
    assert [each.name for each in path.parent.glob("*damaged*")] == ["briefing.damaged-1.sqlite3"]


def test_no_bytes_at_all_stop_the_reading_of_pages() -> None:
    chance = random.Random(5)
    for size in (0, 1, 99, 4096, 20_000):
        for _ in range(20):
            junk = chance.randbytes(size)
            for found in (
                pages.records(junk, junk, frozenset((5, 6))),
                pages.records(pages.MAGIC + junk, junk[:40], frozenset((5, 6))),
            ):
                assert all(len(record.values) in (5, 6) for record in found)


def test_a_file_that_is_gone_has_no_rows(tmp_path: Path) -> None:
    assert salvage.rows_of(tmp_path / "nothing", PLACES) == []


def test_what_another_player_mends_in_the_same_moment_is_not_mended_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was taken for the damaged file, and what the other had not yet written in it could be lost."""
    before = fill(path)
    path.write_bytes(bytes(100) + path.read_bytes()[100:])
    open_file = database.open_file

    def opened_first_and_mended_last(path: Path, layout: Layout, busy_s: float) -> sqlite3.Connection:
        monkeypatch.setattr(database, "open_file", open_file)
        with pytest.raises(DamagedError) as damaged:
            open_file(path, layout, busy_s)
        with closing(Store(path)) as other:
            assert other.is_kept
        raise damaged.value

    monkeypatch.setattr(database, "open_file", opened_first_and_mended_last)
    kept, notice, is_kept = saved_from(path)
    assert (kept, notice, is_kept) == (before, "", True)
