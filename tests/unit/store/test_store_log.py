"""A write-ahead log that is damaged, cut, or of another: what it still holds is read."""

from __future__ import annotations

import random
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from briefing.model import KeptPlace
from briefing.store import Store
from tests.damage import PAGE_BYTES, fill, leave_log, saved_from

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "briefing.sqlite3"


@pytest.mark.parametrize("frame", [0, 1, 4, 9])
def test_a_bad_frame_of_the_log_voids_no_other(path: Path, frame: int) -> None:
    before = leave_log(path)
    log = path.with_name(path.name + "-wal")
    content = bytearray(log.read_bytes())
    content[32 + frame * (24 + PAGE_BYTES) + 24 + 3000] ^= 0x55
    log.write_bytes(content)
    kept, notice, is_kept = saved_from(path)
    assert len(kept.bookmarks & before.bookmarks) >= len(before.bookmarks) - 1
    assert kept.bookmarks <= before.bookmarks
    assert "damaged" in notice
    assert is_kept


def test_a_log_whose_header_is_junk_is_read_nevertheless(path: Path) -> None:
    before = leave_log(path)
    log = path.with_name(path.name + "-wal")
    log.write_bytes(b"\xa5" * 32 + log.read_bytes()[32:])
    kept, notice, _ = saved_from(path)
    assert kept == before
    assert "70 of them could be saved" in notice


@pytest.mark.parametrize("at", range(32))
def test_a_log_with_a_flipped_byte_in_its_header_is_read_nevertheless(path: Path, at: int) -> None:
    before = leave_log(path)
    log = path.with_name(path.name + "-wal")
    content = bytearray(log.read_bytes())
    content[at] ^= 0x11
    log.write_bytes(content)
    kept, _, _ = saved_from(path)
    assert kept == before


def test_a_log_of_junk_costs_only_what_was_in_it(path: Path) -> None:
    before = fill(path)
    path.with_name(path.name + "-wal").write_bytes(random.Random(3).randbytes(30_000))
    kept, _, is_kept = saved_from(path)
    assert kept == before
    assert is_kept


def test_a_log_left_by_a_kill_is_no_damage(path: Path) -> None:
    before = leave_log(path)
    log = path.with_name(path.name + "-wal")
    log.write_bytes(log.read_bytes()[:-1500])  # the last frame was being written
    kept, notice, _ = saved_from(path)
    assert notice == ""
    assert len(kept.bookmarks) >= len(before.bookmarks) - 1


def test_a_log_that_another_player_writes_is_no_damage(path: Path) -> None:
    fill(path)
    with closing(Store(path)) as one:
        for number in range(200):
            one.keep_place(KeptPlace("d", number))
            if number % 20 == 0:
                with closing(Store(path)) as two:
                    assert two.take_notice() == ""
                    assert two.place_of("d") == KeptPlace("d", number)
