"""Faults that are injected quickly cost what they may; `scripts/faults --long` injects the rest."""

from __future__ import annotations

import sys

import pytest

if sys.platform != "linux":
    pytest.skip("the rig looks into /proc", allow_module_level=True)

import subprocess

from injections.catalogue import faults
from injections.rig import MissingError, Rig

QUICK = [each.name for each in faults().values() if not each.is_long]


@pytest.mark.parametrize("name", QUICK)
def test_fault(name: str) -> None:
    try:
        with Rig() as rig:
            measured = faults()[name].inject(rig)
    except MissingError as missing:
        pytest.skip(str(missing))
    assert measured


def test_the_judge_sees_a_process_that_is_left() -> None:
    def leave_a_process() -> None:
        with Rig() as rig:
            subprocess.run(["sh", "-c", "setsid sleep 60 &"], env=rig.environment, check=True)

    with pytest.raises(AssertionError, match=r"processes are left.*sleep 60"):
        leave_a_process()


def run_in_terminal(*command: str) -> None:
    with Rig() as rig, rig.terminal(*command) as terminal:
        terminal.wait_for_end()


def test_the_judge_sees_a_terminal_that_is_not_as_it_was() -> None:
    with pytest.raises(AssertionError, match="not as it was: local modes, mode 1049 is h"):
        run_in_terminal("sh", "-c", r"stty -echo; printf '\033[?1049h'")


def test_the_judge_sees_a_traceback() -> None:
    with pytest.raises(AssertionError, match="tells of its insides"):
        run_in_terminal("echo", "Traceback (most recent call last):")


def test_the_judge_sees_a_database_that_others_may_read() -> None:
    def leave_it_open() -> None:
        with Rig() as rig:
            rig.database.parent.mkdir(parents=True)
            rig.database.touch()
            rig.database.chmod(0o644)

    with pytest.raises(AssertionError, match="others may read"):
        leave_it_open()
