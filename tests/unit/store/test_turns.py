"""Programs take turns, whoever dies meanwhile, and know what others were at."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from briefing.store.turns import FileTurns

if TYPE_CHECKING:
    from pathlib import Path

BEGAN = datetime(2026, 11, 27, 6, 0, tzinfo=UTC)


def always() -> bool:
    return True


def turns_in(folder: Path, now: datetime = BEGAN) -> FileTurns:
    return FileTurns(folder / "turns", lambda: now)


def test_a_turn_that_nobody_else_wants_is_had_at_once(tmp_path: Path) -> None:
    with turns_in(tmp_path).taken(always) as since:
        assert since == ""
    assert stat.S_IMODE((tmp_path / "turns").stat().st_mode) == 0o600


def test_who_waits_knows_since_when_the_others_were_at_it(tmp_path: Path) -> None:
    waiting = threading.Event()
    since: list[str] = []

    def second() -> None:
        with FileTurns(tmp_path / "turns").taken(always, waiting.set) as told:
            since.append(told)

    with turns_in(tmp_path).taken(always):
        thread = threading.Thread(target=second)
        thread.start()
        assert waiting.wait(60)
        assert not since
    thread.join()
    assert since == [BEGAN.isoformat()]


def test_who_is_not_wanted_any_more_waits_no_longer(tmp_path: Path) -> None:
    with turns_in(tmp_path).taken(always), turns_in(tmp_path).taken(lambda: False):
        pass


def test_what_an_earlier_one_left_in_the_file_is_not_taken_for_now(tmp_path: Path) -> None:
    (tmp_path / "turns").write_text("2020-01-01T00:00:00+00:00")
    with turns_in(tmp_path).taken(always) as since:
        assert since == ""


HOLDER = """
import sys
from pathlib import Path
from briefing.store.turns import FileTurns
with FileTurns(Path(sys.argv[1])).taken(lambda: True):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_whoever_is_killed_holds_nobody_up(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path / "turns")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    os.kill(holder.pid, signal.SIGKILL)
    holder.communicate()
    with turns_in(tmp_path).taken(always) as since:
        assert since == ""


@pytest.mark.skipif(sys.platform == "win32", reason="links are no file's there")
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    (tmp_path / "turns").symlink_to(tmp_path / "mine")
    with turns_in(tmp_path).taken(always) as since:
        assert since == ""
    assert (tmp_path / "mine").read_text() == "mine"


def test_an_account_without_a_folder_takes_turns_with_nobody() -> None:
    with FileTurns(None).taken(always) as since:
        assert since == ""
