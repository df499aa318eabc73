"""Two players of one database, and a player that is killed."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from briefing.model import KeptPlace, Place
from briefing.store import Store, database
from briefing.store.places import PLACES

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE_S = 60.0
PLACE = KeptPlace("d1", 120, 12.5)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "briefing.sqlite3"


def test_two_players_see_what_the_other_keeps(path: Path) -> None:
    with closing(Store(path)) as one, closing(Store(path)) as two:
        one.add_bookmark(Place("d1", 1))
        two.add_bookmark(Place("d1", 2))
        one.keep_place(PLACE)
        assert one.bookmarks_of("d1") == two.bookmarks_of("d1")
        assert two.place_of("d1") == PLACE


def test_a_file_that_another_player_is_just_making_is_waited_for(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        release = threading.Timer(0.2, other.execute, ("COMMIT",))
        release.start()
        with closing(database.open_file(path, PLACES, PATIENCE_S)) as made:
            assert made.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] > 0
        release.join()


def test_two_players_may_be_first_at_once(path: Path) -> None:
    start = threading.Barrier(4)
    notices = []

    def play(number: int) -> None:
        start.wait()
        with closing(Store(path)) as store:
            store.add_bookmark(Place("d1", number))
        notices.append(store.take_notice())

    threads = [threading.Thread(target=play, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not [each for each in notices if "could not be written" in each]
    with closing(Store(path)) as store:
        assert [each.place.offset for each in store.bookmarks_of("d1")] == [0, 1, 2, 3]


WRITER = """
import sys
from pathlib import Path
from briefing.model import KeptPlace, Place
from briefing.store import Store
store = Store(Path(sys.argv[1]))
for number in range(100_000):
    store.keep_place(KeptPlace("d1", number))
    if number % 10 == 0:
        store.add_bookmark(Place("d1", number))
    print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills with a signal")
@pytest.mark.parametrize("lines", [1, 17, 60])
def test_a_kill_loses_nothing_that_was_told(path: Path, lines: int) -> None:
    with subprocess.Popen([sys.executable, "-c", WRITER, path], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        told = [int(writer.stdout.readline()) for _ in range(lines)][-1]
        os.kill(writer.pid, signal.SIGKILL)
    with closing(Store(path)) as store:
        place = store.place_of("d1")
        assert place is not None
        assert place.offset >= told
        assert len(store.bookmarks_of("d1")) >= told // 10 + 1
        assert store.take_notice() == ""
        assert database._is_whole(store._opened()._db, PLACES)
