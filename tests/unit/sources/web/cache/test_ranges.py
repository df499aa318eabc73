"""Spans of bytes, against a set of numbers."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.sources.web.cache.ranges import Ranges

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=12)


@given(SPANS, st.integers(0, 45), st.integers(0, 45))
def test_what_was_added_is_there_and_nothing_else(
    spans: list[tuple[int, int]], start: int, stop: int
) -> None:
    ranges = Ranges(spans)
    there = {byte for span in spans for byte in range(*span)}
    assert [byte for span in ranges for byte in range(*span)] == sorted(there)
    assert ranges.count == len(there)
    apart = list(ranges)
    assert all(before[1] < after[0] for before, after in pairwise(apart))
    missing = [byte for byte in range(start, stop) if byte not in there]
    hole = ranges.hole(start, stop)
    if not missing:
        assert hole is None
    else:
        assert hole is not None
        assert hole[0] == missing[0]
        assert not there & set(range(*hole))
        assert hole[1] == stop or hole[1] in there
