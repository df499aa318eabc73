"""The first start of all: a file is made, and the database in it when something is first kept."""

from __future__ import annotations

import stat
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from briefing.model import KeptPlace, Place
from briefing.store import Store

if TYPE_CHECKING:
    from pathlib import Path

PLACE = KeptPlace("d1", 120, 12.5)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "briefing.sqlite3"


def test_a_first_start_makes_a_private_file_and_no_database_before_something_is_kept(path: Path) -> None:
    with closing(Store(path)) as store:
        store.note_opened("d1", "A title", "/news/a.md")
        assert store.place_of("d1") is None
        assert store.bookmarks_of("d1") == ()
        assert not store.has_timings("d1", "any")
        assert store.last_source() == "/news/a.md"
        assert store.take_notice() == ""
        found = path.stat()
        assert (found.st_size, stat.S_IMODE(found.st_mode)) == (0, 0o600)
        store.flush()
        assert path.stat().st_size > 0
        with closing(Store(path)) as other:
            assert other.last_source() == "/news/a.md"


def test_what_was_opened_is_kept_though_the_program_ends_before_it_was_written(path: Path) -> None:
    with closing(Store(path)) as store:
        store.note_opened("d1", "A title", "/news/a.md")
    with closing(Store(path)) as store:
        assert store.last_source() == "/news/a.md"


def test_of_two_players_that_start_first_each_sees_what_the_other_keeps(path: Path) -> None:
    with closing(Store(path)) as one, closing(Store(path)) as other:
        one.keep_place(PLACE)
        assert other.place_of("d1") == PLACE
        other.add_bookmark(Place("d1", 3))
        assert [each.place.offset for each in one.bookmarks_of("d1")] == [3]
