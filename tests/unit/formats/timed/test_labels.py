"""Audacity's labels: told by their content."""

from __future__ import annotations

from tests.unit.formats.timed.timed_lines import cues


def test_labels_are_told_by_their_content_and_frequencies_are_passed_over() -> None:
    text = "1.000000\t2.500000\tHello\n\\\t100\t200\n3,0\t4,0\tBye\n"
    assert cues(text) == [(1, 2.5, "Hello"), (3, 4, "Bye")]
