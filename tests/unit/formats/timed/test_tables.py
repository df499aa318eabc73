"""Tables with named columns, and other tables."""

from __future__ import annotations

import pytest

from tests.unit.formats.timed.timed_lines import cues, likelihood, lines_of


@pytest.mark.parametrize(
    "text",
    [
        "start\tend\ttext\n1000\t3000\tIt is open.\n4000\t6000\tAt last.\n",
        "Start\tEnd\tText\n1.0\t3.0\tIt is open.\n4.0\t6.0\tAt last.\n",
        "Speaker\tStart\tEnd\tText\nAnn\t00:00:01,000\t00:00:03,000\tIt is open.\nBob\t0:4\t0:6\tAt last.\n",
    ],
)
@pytest.mark.parametrize("suffix", [".tsv", ".txt"])
def test_a_table_with_named_columns_is_read(text: str, suffix: str) -> None:
    assert cues(text, suffix) == [(1.0, 3.0, "It is open."), (4.0, 6.0, "At last.")]
    assert [line.speaker for line in lines_of(text)] == (["Ann", "Bob"] if "Ann" in text else ["", ""])


@pytest.mark.parametrize("text", ["name\tage\nAnn\t3\n", "start\tend\ttext\nof\tthe\tmatch\n"])
def test_other_tables_are_no_timed_text(text: str) -> None:
    assert not likelihood(text, ".tsv")
