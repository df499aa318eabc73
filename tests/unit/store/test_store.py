"""The store on real SQLite: what is kept, and what happens when it cannot be."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Bookmark, KeptPlace, Place, VoiceKind
from briefing.sizes import TextSize
from briefing.store import Store
from tests.builders import memory_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLACE = KeptPlace("d1", 120, 12.5, 1.25, TextSize.LG, VoiceKind.SPEECH, -40)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "briefing.sqlite3"


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(memory_store()) as memory:
        yield memory


def filled(path: Path, bookmarks: int = 3) -> None:
    with closing(Store(path)) as store:
        store.keep_place(PLACE)
        store.note_opened("d1", "A title", "/news/a.md")
        for number in range(bookmarks):
            store.add_bookmark(Place("d1", number), f"note {number}")


# What is kept


def test_a_place_comes_back_with_all_that_goes_with_it(path: Path) -> None:
    filled(path)
    with closing(Store(path)) as store:
        assert store.place_of("d1") == PLACE
        assert store.place_of("another") is None
        assert store.is_kept
        assert store.take_notice() == ""


def test_the_last_place_wins(store: Store) -> None:
    for offset in (5, 9, 7):
        assert store.keep_place(KeptPlace("d1", offset))
    assert store.place_of("d1") == KeptPlace("d1", 7)


def test_opening_does_not_touch_the_place_nor_keeping_it_the_list(store: Store) -> None:
    store.note_opened("d1", "First", "/a.md")
    store.keep_place(PLACE)
    store.note_opened("d2", "Second", "/b.md")
    store.note_opened("d1", "First again", "/a.md")
    store.note_opened("d3", "Read from a pipe", "")
    assert store.place_of("d1") == PLACE
    assert [(each.document_id, each.title) for each in store.recent()] == [
        ("d1", "First again"),
        ("d2", "Second"),
    ]
    assert store.last_source() == "/a.md"


def test_nothing_was_open_at_first(store: Store) -> None:
    assert store.last_source() is None


def test_a_password_in_an_address_is_not_kept(path: Path) -> None:
    with closing(Store(path)) as store:
        store.note_opened("d1", "T", "https://ann:s3cret@example.org:8080/feed?page=2")
        assert store.last_source() == "https://example.org:8080/feed?page=2"
    assert not any(b"s3cret" in each.read_bytes() for each in path.parent.iterdir())


@pytest.mark.parametrize("text", ["\udcff.md", "a\0b", "\u202eabc", "日本語"])
def test_any_name_and_title_can_be_kept(store: Store, text: str) -> None:
    store.note_opened("d1", text, f"/news/{text}")
    store.add_bookmark(Place("d1", 1), text)
    assert store.last_source() == f"/news/{text}"
    assert len(store.bookmarks_of("d1")) == 1


def test_bookmarks_are_listed_by_place_and_can_be_dropped(path: Path) -> None:
    with closing(Store(path, now=lambda: "2026-11-23T10:00:00+00:00")) as store:
        later = store.add_bookmark(Place("d1", 90), "the vote")
        sooner = store.add_bookmark(Place("d1", 10))
        store.add_bookmark(Place("d2", 5))
    assert later == Bookmark(Place("d1", 90), "the vote", "2026-11-23T10:00:00+00:00", later.id)
    with closing(Store(path)) as store:
        assert store.bookmarks_of("d1") == (sooner, later)
        store.remove_bookmark(sooner.id)
        store.remove_bookmark(sooner.id)
        assert store.bookmarks_of("d1") == (later,)


def test_the_number_of_a_dropped_bookmark_is_not_given_again(store: Store) -> None:
    first = store.add_bookmark(Place("d1", 1))
    store.remove_bookmark(first.id)
    assert store.add_bookmark(Place("d1", 2)).id != first.id


# Privacy


def test_file_and_folder_are_private(path: Path) -> None:
    filled(path)
    with closing(Store(path)) as store:
        store.keep_place(PLACE)
        modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}
    assert modes.pop(path.name) == 0o600
    assert set(modes.values()) <= {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("name", ["briefing.sqlite3", "briefing.sqlite3-wal"])
def test_links_are_not_followed(path: Path, tmp_path: Path, name: str) -> None:
    victim = tmp_path / "victim"
    victim.write_text("untouched")
    path.parent.mkdir()
    (path.parent / name).symlink_to(victim)
    with closing(Store(path)) as store:
        assert not store.is_kept
        assert "not a plain file" in store.take_notice()
        assert not store.keep_place(PLACE)
        assert store.place_of("d1") == PLACE
    assert victim.read_text() == "untouched"


# Trouble


def test_a_notice_is_told_once() -> None:
    with closing(Store(None)) as store:
        assert "no home folder" in store.take_notice()
        assert store.take_notice() == ""
        store.add_bookmark(Place("d1", 3))
        assert len(store.bookmarks_of("d1")) == 1


def test_a_folder_that_cannot_be_made_leaves_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with closing(Store(tmp_path / "file" / "data" / "briefing.sqlite3")) as store:
        assert not store.is_kept
        assert store.take_notice().endswith("are kept until you leave, no longer.")
        assert not store.keep_place(PLACE)
        assert store.place_of("d1") == PLACE


def test_a_later_version_is_read_and_never_written(path: Path) -> None:
    filled(path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE readers (name TEXT)")
        db.execute("PRAGMA user_version = 99")
        db.commit()
    before = path.read_bytes()
    with closing(Store(path)) as store:
        assert "later version" in store.take_notice()
        assert store.place_of("d1") == PLACE
        assert len(store.bookmarks_of("d1")) == 3
        store.add_bookmark(Place("d1", 50))
        assert len(store.bookmarks_of("d1")) == 4
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_moved_aside(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"not a database at all" * 100)
    with closing(Store(path)) as store:
        assert store.is_kept
        assert "damaged" in store.take_notice()
        store.keep_place(PLACE)
    assert (path.parent / "briefing.damaged-1.sqlite3").read_bytes().startswith(b"not a database")
    with closing(Store(path)) as store:
        assert store.place_of("d1") == PLACE


def test_readable_rows_of_a_damaged_database_are_kept(path: Path) -> None:
    filled(path, bookmarks=2000)
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = b"\xa5" * 4096
    path.write_bytes(content)
    with closing(Store(path)) as store:
        assert "damaged" in store.take_notice()
        assert store.is_kept
        assert store.place_of("d1") == PLACE
        assert len(store.bookmarks_of("d1")) > 1500
    assert (path.parent / "briefing.damaged-1.sqlite3").read_bytes() == bytes(content)


@given(damage=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=64)), max_size=8))
def test_no_damage_stops_the_store(
    tmp_path_factory: pytest.TempPathFactory, damage: list[tuple[float, bytes]]
) -> None:
    path = tmp_path_factory.mktemp("damage") / "briefing.sqlite3"
    filled(path, bookmarks=50)
    content = bytearray(path.read_bytes())
    for share, junk in damage:
        at = int(share * (len(content) - 1))
        content[at : at + len(junk)] = junk
    path.write_bytes(content)
    with closing(Store(path)) as store:
        store.place_of("d1")
        store.bookmarks_of("d1")
        store.recent()
        assert store.keep_place(KeptPlace("d1", 77))
        assert store.add_bookmark(Place("d9", 1)) in store.bookmarks_of("d9")
        assert store.place_of("d1") == KeptPlace("d1", 77)


def test_damage_that_shows_itself_in_mid_play_loses_nothing_new(path: Path) -> None:
    with closing(Store(path)) as store:
        store.keep_place(PLACE)
        store._opened()._db.execute("DROP TABLE bookmarks")
        store.add_bookmark(Place("d1", 4), "after the damage")
        assert store.is_kept
        assert store.place_of("d1") == PLACE
        assert [each.note for each in store.bookmarks_of("d1")] == ["after the damage"]
        assert "damaged" in store.take_notice()


def test_a_full_disk_leaves_memory_with_what_was_there(path: Path) -> None:
    filled(path)
    with closing(Store(path)) as store:
        pages = store._opened()._db.execute("PRAGMA page_count").fetchone()[0]
        store._opened()._db.execute(f"PRAGMA max_page_count = {pages}")
        store.add_bookmark(Place("d1", 9), "long " * 10_000)
        assert store.take_notice().startswith("The disk is full")
        assert not store.is_kept
        assert len(store.bookmarks_of("d1")) == 4
        assert store.place_of("d1") == PLACE


def test_a_locked_database_keeps_the_place_for_the_next_write(path: Path) -> None:
    filled(path)
    with closing(Store(path)) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert not store.keep_place(KeptPlace("d1", 500))
        assert store.place_of("d1") == KeptPlace("d1", 500)
        waiting = store.add_bookmark(Place("d1", 1), "while it is locked")
        assert waiting.id < 0
        assert waiting in store.bookmarks_of("d1")
        other.execute("ROLLBACK")
        assert store.waits
        assert store.keep_place(KeptPlace("d2", 1))
        assert not store.waits
        assert store.take_notice() == ""
        assert len(store.bookmarks_of("d1")) == 4
        store.remove_bookmark(waiting.id)  # as it was numbered when it was set
        assert len(store.bookmarks_of("d1")) == 3
    with closing(Store(path)) as store:
        assert store.place_of("d1") == KeptPlace("d1", 500)


def test_a_place_that_waits_is_written_at_the_end(path: Path) -> None:
    filled(path)
    store = Store(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert not store.keep_place(KeptPlace("d1", 500))
    store.close()
    store.close()
    with closing(Store(path)) as again:
        assert again.place_of("d1") == KeptPlace("d1", 500)
