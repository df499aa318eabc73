"""Lists of pairs: what each names, and what would lose work."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli.pairs import Pair, align_all, read_list
from briefing.errors import UsageError


def test_list_names_outputs_or_takes_the_recordings_name() -> None:
    lines = ["# a comment\n", "\n", "a.mp3\ta.txt\n", "b.mp3\tb.txt\tout/b.json\n"]

    assert read_list(lines, "list") == [
        Pair(Path("a.mp3"), Path("a.txt"), Path("a.vtt")),
        Pair(Path("b.mp3"), Path("b.txt"), Path("out/b.json")),
    ]


@pytest.mark.parametrize(
    "lines",
    [["a.mp3"], ["a\tb\tc\td"], ["a\t"], ["a.mp3\ta.vtt"], ["a.mp3\ta.txt\tx.vtt", "b.mp3\tb.txt\tx.vtt"]],
)
def test_list_that_would_lose_work_is_refused(lines: list[str]) -> None:
    with pytest.raises(UsageError):
        read_list(lines, "list")


def test_no_pairs_are_no_failure() -> None:
    assert align_all([], 4, [], lambda _count, _failure: None) == []
