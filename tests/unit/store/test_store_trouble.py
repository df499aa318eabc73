"""A lock that another program holds, a disk that is full for a while, files that change under a player."""

from __future__ import annotations

import errno
import os
import sqlite3
import time
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest

from briefing.model import KeptPlace, Place
from briefing.store import Store
from tests.fakes import FakeClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLACE = KeptPlace("d1", 120, 12.5)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "briefing.sqlite3"


@contextmanager
def locked(path: Path, *, entirely: bool) -> Iterator[sqlite3.Connection]:
    """Another program that holds the lock: for writing, or so that nobody even reads."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        if entirely:
            other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE items SET title = title")
        yield other


def filled(path: Path) -> None:
    with closing(Store(path)) as store:
        store.keep_place(PLACE)
        store.add_bookmark(Place("d1", 3), "kept")


def second_of_patience(path: Path) -> float:
    """Return how long a program waits, in seconds, that waits a second for the lock."""
    began_s = time.monotonic()
    with (
        closing(sqlite3.connect(path, timeout=1.0, isolation_level=None)) as patient,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        patient.execute("BEGIN IMMEDIATE")
    return time.monotonic() - began_s


def free_room(store: Store, *, is_free: bool) -> None:
    """Fill the disk, as far as the database can see, or make room on it again."""
    pages = store._opened()._db.execute("PRAGMA page_count").fetchone()[0]
    store._opened()._db.execute(f"PRAGMA max_page_count = {10_000 if is_free else pages}")


def test_a_lock_at_the_start_holds_nothing_up_and_the_file_is_used_when_it_goes(path: Path) -> None:
    filled(path)
    clock = FakeClock()
    with locked(path, entirely=True) as other:
        start_s = time.monotonic()
        store = Store(path, clock=clock)
        store.note_opened("d1", "T", "/a.md")
        added = store.add_bookmark(Place("d1", 9), "while it is locked")
        assert time.monotonic() - start_s < second_of_patience(path)
        assert store.take_notice() == (
            "Another program holds places and bookmarks, so what is new waits until it lets go."
        )
        assert store.place_of("d1") == PLACE  # read past the lock
        assert [each.note for each in store.bookmarks_of("d1")] == ["kept", "while it is locked"]
        assert added.id < 0
        clock.advance(5)
        assert not store.keep_place(KeptPlace("d1", 200))
        assert store.take_notice() == ""
        other.execute("ROLLBACK")
    clock.advance(5)
    assert store.keep_place(KeptPlace("d1", 201))
    assert store.take_notice() == "Places and bookmarks are written again."
    assert store.take_notice() == ""
    assert store.is_kept
    store.close()
    with closing(Store(path)) as again:
        assert again.place_of("d1") == KeptPlace("d1", 201)
        assert [each.note for each in again.bookmarks_of("d1")] == ["kept", "while it is locked"]


def test_a_lock_in_mid_play_holds_no_key_up_and_is_told_when_it_lasts(path: Path) -> None:
    filled(path)
    clock = FakeClock()
    with closing(Store(path, clock=clock)) as store, locked(path, entirely=False) as other:
        start_s = time.monotonic()
        waiting = store.add_bookmark(Place("d1", 9))
        assert time.monotonic() - start_s < second_of_patience(path) / 2
        assert waiting.id < 0
        assert store.take_notice() == ""  # another player that writes for a moment is not worth a word
        clock.advance(4)
        store.keep_place(PLACE)
        assert "waits until it lets go" in store.take_notice()
        other.execute("ROLLBACK")
        store.keep_place(PLACE)
        assert store.take_notice() == "Places and bookmarks are written again."
        assert [each.id > 0 for each in store.bookmarks_of("d1")] == [True, True]


def test_a_bookmark_that_waits_can_be_dropped(path: Path) -> None:
    filled(path)
    with closing(Store(path)) as store:
        kept = store.bookmarks_of("d1")
        with locked(path, entirely=False) as other:
            waiting = store.add_bookmark(Place("d1", 9))
            store.remove_bookmark(waiting.id)
            assert store.bookmarks_of("d1") == kept
            store.remove_bookmark(kept[0].id)
            assert store.bookmarks_of("d1") == ()
            other.execute("ROLLBACK")
        store.keep_place(PLACE)
        assert store.bookmarks_of("d1") == ()


def test_what_was_opened_under_a_lock_is_the_last_that_was_open(path: Path) -> None:
    with closing(Store(path)) as store:
        store.note_opened("d1", "One", "/1.md")
        store.note_opened("d2", "Two", "/2.md")
        store.flush()
        with locked(path, entirely=False) as other:
            store.note_opened("d1", "One", "/1.md")
            assert [each.document_id for each in store.recent()] == ["d1", "d2"]
            assert store.last_source() == "/1.md"
            other.execute("ROLLBACK")
        store.keep_place(PLACE)
        assert [each.document_id for each in store.recent()] == ["d1", "d2"]


def test_bookmarks_that_a_lock_outlasted_are_told_of_when_leaving(path: Path) -> None:
    filled(path)
    store = Store(path)
    with locked(path, entirely=False):
        store.add_bookmark(Place("d1", 9))
        store.close()
    assert store.take_notice() == "Bookmarks that could not be written: 1."


def test_room_that_comes_back_on_a_full_disk_is_used(path: Path) -> None:
    filled(path)
    with closing(Store(path)) as store:
        free_room(store, is_free=False)
        for number in range(3):
            store.add_bookmark(Place("d1", 10 + number), "long " * 10_000)
        assert store.take_notice().startswith("The disk is full")
        assert store.take_notice() == ""  # once
        assert not store.is_kept
        assert len(store.bookmarks_of("d1")) == 4
        free_room(store, is_free=True)
        assert store.keep_place(PLACE)
        assert store.take_notice() == "Places and bookmarks are written again."
        assert store.is_kept
    with closing(Store(path)) as again:
        assert len(again.bookmarks_of("d1")) == 4


def test_a_disk_without_room_for_the_folder_is_told_as_full(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(type(path), "mkdir", refuse)
    with closing(Store(path)) as store:
        assert store.take_notice().startswith("The disk is full")


def test_a_folder_that_can_be_made_later_is_used_then(tmp_path: Path) -> None:
    way = tmp_path / "file"
    way.write_text("in the way")
    clock = FakeClock()
    with closing(Store(way / "briefing.sqlite3", clock=clock)) as store:
        store.keep_place(PLACE)
        way.unlink()
        clock.advance(5)
        assert store.keep_place(PLACE)
        assert store.is_kept
    with closing(Store(way / "briefing.sqlite3")) as again:
        assert again.place_of("d1") == PLACE


def test_a_file_that_was_moved_away_is_made_anew_and_what_is_kept_comes_to_it(path: Path) -> None:
    filled(path)
    with closing(Store(path)) as store:
        path.rename(path.with_name("elsewhere"))
        assert store.keep_place(KeptPlace("d1", 400))
    with closing(Store(path)) as again:
        assert again.place_of("d1") == KeptPlace("d1", 400)


def test_a_store_that_is_closed_does_nothing_to_the_file(path: Path) -> None:
    filled(path)
    store = Store(path)
    store.close()
    before = path.read_bytes()
    assert not store.keep_place(KeptPlace("d1", 1))
    assert store.bookmarks_of("d1") == ()
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_the_mode_of_a_folder_behind_a_link_is_left_alone(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    elsewhere.chmod(0o755)
    (tmp_path / "data").symlink_to(elsewhere)
    with closing(Store(tmp_path / "data" / "briefing.sqlite3")) as store:
        assert store.is_kept
        assert store.keep_place(PLACE)
    assert elsewhere.stat().st_mode & 0o777 == 0o755
    assert (elsewhere / "briefing.sqlite3").stat().st_mode & 0o777 == 0o600
