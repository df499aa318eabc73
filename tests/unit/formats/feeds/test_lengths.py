"""Lengths and times are read as feeds write them."""

from __future__ import annotations

import pytest

from briefing.formats.feeds.lengths import read_length, time_in

LENGTHS = {
    "3:48": 228,
    "00:03:48": 228,
    " 00:03:48.500 ": 228.5,
    "228": 228,
    "228.7": 228.7,
    "01:02:03": 3723,
    "1:2:3": 3723,
    "62:03": 3723,
    "PT3M48S": 228,
    "3 min 48 s": 228,
    "1h 2m": 3720,
    "40000": 40_000,
    "228000": 228,
    "0": None,
    "00:00:00": None,
    "": None,
    "about 4 minutes": None,
    "-3:48": None,
    "nan": None,
    "inf": None,
    "9999:00:00": None,
    "1:2:3:4": None,
    "9" * 400: None,
}
TIMES = {
    "0": 0,
    "00:00:00": 0,
    "1:03.5": 63.5,
    "00:02:00.250": 120.25,
    "63.5": 63.5,
    "x": None,
    "": None,
    "-1": None,
}


@pytest.mark.parametrize("said", LENGTHS, ids=lambda said: said[:20] or "nothing")
def test_a_length_is_read(said: str) -> None:
    assert read_length(said) == LENGTHS[said]


@pytest.mark.parametrize("said", TIMES, ids=lambda said: said or "nothing")
def test_a_time_is_read(said: str) -> None:
    assert time_in(said) == TIMES[said]
