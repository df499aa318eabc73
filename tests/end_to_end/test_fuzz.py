"""A bounded share of what `scripts/fuzz` does: some mutants of every format are read or refused, no more."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

if sys.platform != "linux":
    pytest.skip("the watch takes signals, and looks into /proc", allow_module_level=True)

from briefing.errors import SourceError
from briefing.formats.registry import FORMATS
from fuzzing.rounds import mutant
from fuzzing.targets import TARGETS, Target
from fuzzing.trial import MOST_GROWTH_KIB, tried
from fuzzing.watch import Report, Watch

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = [target.name for target in TARGETS]
ROUNDS = 40


@pytest.fixture(scope="module")
def watch() -> Iterator[Watch]:
    """One process for all of them, as for a long run."""
    with Watch() as watch:
        yield watch


@pytest.mark.parametrize("name", NAMES)
def test_mutants_of_a_format_are_read_or_refused(name: str, watch: Watch) -> None:
    report = watch.run(name, ROUNDS, seed=20260102)
    assert (report.rounds, report.findings) == (ROUNDS, [])


def test_every_format_has_mutants() -> None:
    assert {row.module for row in FORMATS} <= set(NAMES)


def test_a_round_can_be_done_again() -> None:
    assert mutant("plain", 1, 2) == mutant("plain", 1, 2) != mutant("plain", 1, 3)


def test_an_error_that_is_not_documented_is_a_finding_and_one_that_is_is_none() -> None:
    def fail(data: bytes) -> NoReturn:
        raise IndexError(str(data))

    def refuse(_: bytes) -> NoReturn:
        raise SourceError("It holds nothing.")

    assert str(tried(Target("broken", fail), b"x").fault).startswith("IndexError")
    assert tried(Target("refusing", refuse), b"x").fault is None


def test_a_file_that_takes_more_memory_than_it_may_is_a_finding() -> None:
    greedy = Target("greedy", lambda _: bytearray(2 * MOST_GROWTH_KIB << 10).count(1))
    assert str(tried(greedy, b"x").fault).startswith("took ")


def odd(kind: str, quiet_s: float = 60.0) -> Report:
    with Watch("tests.end_to_end.odd_fuzz_worker", quiet_s=quiet_s) as watch:
        return watch.run(kind, 4, seed=0)


def test_a_hang_in_c_is_cut_off_and_told_and_the_rounds_go_on_behind_it() -> None:
    report = odd("hangs")
    assert [found.number for found in report.findings] == [2]
    assert "of the processor's time" in report.findings[0].fault
    assert report.took_s == 1.0  # of the last round alone: the process before that did not live to tell


def test_a_reading_that_waits_without_end_is_cut_off() -> None:
    (found,) = odd("waits", quiet_s=2.0).findings
    assert (found.number, found.fault) == (2, "did not go on for 2 s")


def test_a_process_that_crashes_is_a_finding() -> None:
    (found,) = odd("crashes").findings
    assert (found.number, found.fault) == (2, "ended by SIGSEGV")


def test_a_process_that_grows_is_a_finding() -> None:
    (found,) = odd("grows").findings
    assert "KiB in a thousand rounds" in found.fault


def test_the_script_names_the_module_that_watches() -> None:
    script = Path(__file__).resolve().parents[2] / "scripts" / "fuzz"
    assert "--target" in script.read_text(encoding="utf-8")
