"""The shelf where it cannot be written: locked, full, read only, of a later version, a link, or shared."""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest

from briefing.errors import StoreError
from briefing.store.library import LibraryShelf, schema
from tests.fakes import FakeClock
from tests.feeds import ADDRESS, answer, story

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class ImpatientClock(FakeClock):
    """A clock on which all waiting is soon over."""

    def __call__(self) -> float:
        self.advance(1.0)
        return super().__call__()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library of three items."""
    path = tmp_path / "data" / "library.sqlite3"
    with closing(LibraryShelf(path)) as shelf:
        shelf.take(shelf.subscribe(ADDRESS).number, answer(story(3), story(2), story(1)))
    return path


@contextmanager
def locked(path: Path) -> Iterator[sqlite3.Connection]:
    """Another program that writes."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE items SET title = title")
        yield other


def free_room(shelf: LibraryShelf, *, is_free: bool) -> None:
    """Fill the disk, as far as the database can see, or make room on it again."""
    pages = shelf._db._db.execute("PRAGMA page_count").fetchone()[0]
    shelf._db._db.execute(f"PRAGMA max_page_count = {100_000 if is_free else pages}")


def heard(path: Path) -> list[int]:
    with closing(LibraryShelf(path)) as shelf:
        return sorted(item.number for item in shelf.items() if item.is_heard)


def test_what_is_heard_under_a_lock_counts_at_once_is_told_and_written_when_it_goes(path: Path) -> None:
    clock = FakeClock()
    with closing(LibraryShelf(path, clock=clock)) as shelf, locked(path) as other:
        shelf.keep_heard(1, 1.0, is_heard=True)
        shelf.keep_heard(2, 0.5, length_s=60)
        assert [item.number for item in shelf.items(unheard=True, limit=2)] == [3, 2]
        waiting = shelf.item(2)
        assert waiting is not None
        assert (waiting.heard, waiting.length_s) == (0.5, 60)
        assert [item.number for item in shelf.stories("2026")] == [3, 2]
        clock.advance(4)
        shelf.keep_heard(2, 0.6)
        assert shelf.take_notice() == (
            "Another program holds the library, so what is new waits until it lets go."
        )
        other.execute("ROLLBACK")
        shelf.keep_heard(2, 0.7)
        assert shelf.take_notice() == "The library is written again."
    assert heard(path) == [1]


def test_a_library_that_another_program_has_for_itself_alone_is_read_past_its_lock(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE items SET title = title")
        with closing(LibraryShelf(path)) as shelf:
            assert len(shelf.items()) == 3
            assert len(shelf.search("story")) == 3
            assert "Another program holds the library" in shelf.take_notice()


def test_what_cannot_be_marked_before_leaving_is_told(path: Path) -> None:
    shelf = LibraryShelf(path)
    with locked(path):
        shelf.keep_heard(1, 1.0, is_heard=True)
        shelf.close()
    assert shelf.take_notice() == "Items that were heard and could not be marked so: 1."


def test_a_feed_that_comes_while_another_program_writes_waits_for_it(path: Path) -> None:
    looks: list[float] = []

    def clock() -> float:
        looks.append(len(looks) / 10)
        if len(looks) == 12:
            other.execute("ROLLBACK")
        return looks[-1]

    with locked(path) as other, closing(LibraryShelf(path, clock=clock)) as shelf:
        assert shelf.take(1, answer(story(4))) == 1
        assert len(looks) >= 12
        assert {item.title for item in shelf.items()} >= {"Story 4"}


def test_a_feed_that_another_program_keeps_waiting_is_an_error_and_nothing_of_it_is_kept(path: Path) -> None:
    with closing(LibraryShelf(path, clock=ImpatientClock())) as shelf, locked(path):
        with pytest.raises(StoreError, match="Another program holds the library"):
            shelf.take(1, answer(story(4), etag="new"))
        assert len(shelf.items()) == 3
        assert shelf.subscriptions()[0].etag == ""


def test_two_programs_that_take_the_same_feed_at_once_have_each_item_once(path: Path) -> None:
    def refresh(chance: int) -> None:
        with closing(LibraryShelf(path)) as shelf:
            for number in range(chance, 40 + chance):
                shelf.take(1, answer(*(story(each) for each in range(number, number + 3))))
                shelf.keep_heard(1, number / 100)

    threads = [threading.Thread(target=refresh, args=(chance,)) for chance in (10, 12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with closing(LibraryShelf(path)) as shelf:
        titles = [item.title for item in shelf.items()]
        assert len(titles) == len(set(titles))
        assert set(titles) >= {f"Story {each}" for each in range(10, 53)}
        assert shelf.take_notice() == ""


def test_on_a_full_disk_nothing_is_half_kept_and_what_is_heard_waits_for_room(path: Path) -> None:
    with closing(LibraryShelf(path)) as shelf:
        free_room(shelf, is_free=False)
        with pytest.raises(StoreError, match="The disk is full, so what was heard is known until you leave"):
            shelf.take(1, answer(*(story(each, text=os.urandom(3000).hex()) for each in range(10, 60))))
        assert len(shelf.items()) == 3
        shelf.keep_heard(1, 1.0, is_heard=True)
        free_room(shelf, is_free=True)
        assert shelf.take(1, answer(story(4))) == 1
    assert heard(path) == [1]


def test_a_home_that_cannot_be_written_is_read_where_it_lies(path: Path) -> None:
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        if os.geteuid() == 0:  # to whom no mode says no
            path.parent.chmod(0o700)
            path.unlink()
            path.parent.rmdir()
            path.parent.write_text("in the way")
        with closing(LibraryShelf(path)) as shelf:
            assert "so what was heard is known until you leave" in shelf.take_notice()
            with pytest.raises(StoreError):
                shelf.subscribe("https://another.example/feed")
            shelf.keep_heard(1, 1.0, is_heard=True)
            assert shelf.take_notice() == ""
    finally:
        if path.parent.is_dir():
            path.parent.chmod(0o700)


def test_a_library_of_a_later_version_is_read_and_never_written(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("ALTER TABLE items ADD COLUMN mood TEXT")
        db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
        db.commit()
    before = path.read_bytes()
    with closing(LibraryShelf(path)) as shelf:
        assert shelf.take_notice() == (
            "The library was written by a later version of briefing,"
            " so what was heard is known until you leave, no longer."
        )
        assert len(shelf.items()) == 3
        assert len(shelf.search("story")) == 3
        told = shelf.told_of(1)
        assert told is not None
        assert told.title == "Story 1"
        shelf.keep_heard(1, 1.0, is_heard=True)
        assert len(shelf.items(unheard=True)) == 2
        with pytest.raises(StoreError):
            shelf.take(1, answer(story(9)))
    assert path.read_bytes() == before


def test_a_link_is_not_followed(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to(path.with_name("elsewhere"))
    with closing(LibraryShelf(path)) as shelf:
        assert "is not a plain file" in shelf.take_notice()
        assert shelf.items() == ()


def test_without_a_home_all_is_kept_until_the_program_ends() -> None:
    with closing(LibraryShelf(None)) as shelf:
        shelf.take(shelf.subscribe(ADDRESS).number, answer(story(1)))
        assert len(shelf.items()) == 1
        assert "There is no home folder" in shelf.take_notice()


def test_a_file_that_is_not_a_database_is_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    path.write_text("These are my notes, and no database at all.\n" * 500)
    with closing(LibraryShelf(path)) as shelf:
        shelf.subscribe(ADDRESS)
        assert shelf.take_notice().startswith(
            "The library was damaged. None of its feeds and heard items could be saved; the damaged file is "
        )
    assert path.with_name("library.damaged-1.sqlite3").read_text().startswith("These are my notes")
    with closing(LibraryShelf(path)) as shelf:
        assert len(shelf.subscriptions()) == 1
