"""A bounded share of what `scripts/fuzz` does: some mutants of every format are read or refused, no more."""

from __future__ import annotations

import sys

import pytest

if sys.platform != "linux":
    pytest.skip("the watch takes signals", allow_module_level=True)

from briefing.formats.registry import FORMATS
from briefing.formats.rows import FormatRow
from fuzzing.rounds import run
from fuzzing.trial import fault_of

ROWS = {row.module: row for row in FORMATS}


@pytest.mark.parametrize("name", ROWS)
def test_mutants_of_a_format_are_read_or_refused(name: str) -> None:
    assert run(ROWS[name], 20, seed=20260102).findings == []


def test_the_watch_sees_an_error_that_is_not_documented() -> None:
    class Broken(FormatRow):
        def read(self, source: object) -> None:  # type: ignore[override]
            raise IndexError(f"of {source}")

    assert "IndexError" in str(fault_of(Broken("plain", ROWS["plain"].about), b"The bridge opens."))
