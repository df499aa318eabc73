"""Reading without a sound in lines: what is written for each key."""

from __future__ import annotations

from tests.ui.test_linear import Reader


def test_golden_bytes_of_reading_without_a_sound() -> None:
    reader = Reader().start()
    reader.press("D", "D", "D", "A", "W", "W", "U", "D", "y")
    assert reader.lines[1:] == [
        "of",
        "numbers",
        "A. Caption.",
        "numbers. Title.",
        "numbers",
        "n, u, m, b, e, r, s.",
        "Sentence: News of numbers",
        "A picture.",
        "Caption. Under the heading News of numbers. English, en.",
    ]
