"""Chapters in a file of their own are read, and nothing else is taken for them."""

from __future__ import annotations

import pytest

from briefing.formats.named_chapters import of_json
from briefing.ports.media import TimedText


def test_they_are_told_by_their_starts_and_made_safe() -> None:
    text = """{"version": "1.2.0", "chapters": [
        {"startTime": 60.5, "title": "The\\u001b[2J mayor", "endTime": 90},
        {"startTime": 0, "title": "The bridge"},
        {"startTime": 30, "title": "An advertisement", "toc": false},
        {"startTime": "soon", "title": "Nothing"}, {"startTime": true}, 7]}"""
    first, second = of_json(text)
    assert first == TimedText("The bridge", 0.0, None)
    assert (second.start_s, second.stop_s) == (60.5, 90.0)
    assert "\x1b" not in second.text


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"chapters": 3}', '{"chapters": []}', "[" * 100_000])
def test_what_holds_none_has_none(text: str) -> None:
    assert of_json(text) == ()
