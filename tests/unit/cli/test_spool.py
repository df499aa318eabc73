"""The folder for sound is gone afterwards, also after a program that was killed; one in use is left alone."""

from __future__ import annotations

import errno
import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING

import pytest

from briefing.cli.spool import room_in, spool
from briefing.errors import UsageError
from tests.readme import TOP

if TYPE_CHECKING:
    from pathlib import Path

KILLED = """
import os, signal
from briefing.cli.spool import spool
with spool() as folder:
    (folder / "sound").write_bytes(bytes(1000))
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_it_is_there_until_it_is_left(place: Path) -> None:
    with spool() as folder:
        (folder / "sound").write_bytes(b"1")
        assert folder.parent == place
    assert list(place.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="locks of POSIX")
def test_what_a_killed_program_left_is_removed_by_the_next_one(place: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED], cwd=TOP, env={"TMPDIR": str(place)}, check=False)
    assert len(list(place.glob("*/sound"))) == 1
    with spool() as folder:
        assert list(place.iterdir()) == [folder]


def test_one_that_is_in_use_and_what_is_not_ours_are_left_alone(place: Path) -> None:
    (place / "briefing-export-mine").mkdir()
    with spool() as one, spool() as other:
        assert {one, other} < set(place.iterdir())
        assert (place / "briefing-export-mine").is_dir()


def test_a_full_disk_is_told_with_where_it_is(place: Path) -> None:
    with spool() as folder, pytest.raises(UsageError) as told, room_in(folder):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert told.value.message == f"The sound does not fit into {place}: No space left on device."


def test_any_other_error_stays_what_it_is() -> None:
    with spool() as folder, pytest.raises(FileNotFoundError), room_in(folder):
        raise OSError(errno.ENOENT, "No such file")
