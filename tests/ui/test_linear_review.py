"""Reading without a sound in lines: what is written for each key."""

from __future__ import annotations

from tests.ui.test_linear import Reader


def test_golden_bytes_of_reading_without_a_sound() -> None:
    reader = Reader().start()
    reader.press("D", "D", "D", "A", "W", "W", "U", "D", "y")
    assert "".join(reader.written[4:]) == (
        "\r\nof\r"
        "\r\nnumbers\r"
        "\r\nA. Caption.\r"
        "\r\nnumbers. Title.\r"
        "\r\nnumbers\r"
        "\r\nn, u, m, b, e, r, s.\r"
        "\r\nSentence: News of numbers\r"
        "\r\nA picture.\r"
        "\r\nCaption. Under the heading News of numbers. English, en.\r"
    )
