"""MicroDVD: captions from frame to frame."""

from __future__ import annotations

import pytest

from briefing.formats.timed import microdvd
from tests.unit.formats.timed.timed_lines import cues

EXPECTED = [(1.0, 3.0, "The bridge\nis open."), (4.0, 6.0, "Cars & buses cross it.")]


def test_captions_of_microdvd_are_read_at_their_times() -> None:
    text = "{1}{1}25.000\n{25}{75}The bridge|is open.\n{100}{150}{y:i}Cars & buses cross it.\n"
    assert cues(text, ".sub") == EXPECTED


def test_frames_without_a_rate_are_those_of_films() -> None:
    ((start_s, stop_s, _),) = cues("{24}{72}It is open.\n", ".sub")
    assert (round(start_s, 3), stop_s and round(stop_s, 3)) == (1.001, 3.003)


def test_a_rate_of_no_frames_a_second_is_passed_over() -> None:
    (line,) = microdvd.parse("{1}{1}000\n{24}{48}The bridge")
    assert line.start_s == pytest.approx(1.001)
