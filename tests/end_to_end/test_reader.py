"""The linear face as a screen reader's user hears it: in yasr, which reads what a program draws."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.end_to_end.heard import heard, needs_reader, wait_until_ready

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hearing.listener import Listener

pytestmark = needs_reader("yasr")


@pytest.fixture
def listener(tmp_path: Path) -> Iterator[Listener]:
    with heard("yasr", tmp_path, "sample", "--linear", "--sink", "null") as there:
        there.wait_for("question mark for help.")
        wait_until_ready(there)
        yield there


def test_the_opening_is_heard_in_order(listener: Listener) -> None:
    text = " ".join(listener.heard)
    order = ["Breaking News:", "3 minutes 48 seconds.", "question mark for help."]
    assert [text.index(each) for each in order] == sorted(text.index(each) for each in order)
    assert "Recording." in text


def test_each_key_is_answered_in_words(listener: Listener) -> None:
    for keys, expected in (
        ("i", "0 seconds of 3 minutes 48 seconds."),
        ("\x1b[17~", "Paragraph 1 of 8"),
        ("]", "Paragraph 2 of 8"),
        ("+", "Text size MD, large print, for the screen."),
        (">", "Speed 1.1."),
        ("m", "Muted."),
        ("\x1b[20~", "No command on f9."),
        ("b", "Bookmark 1."),
        ("?", "Help. Press a key to hear what it does."),
        ("b", "Bookmark. Keep this place;"),
        ("q", "Help closed."),
        ("/", "Search:"),
        ("nuclear\r", "The DPRK builds nuclear weapons"),
        ("q", "Goodbye."),
    ):
        said = listener.press(keys, expected)
        # Of typed letters yasr may speak some echo first; a key's answer comes before all else.
        if not keys.endswith("\r"):
            assert expected in said[0], "what is said is the answer"
    drawn = re.compile("[\u2500-\u259f\u2800-\u28ff]")
    assert not any(drawn.search(line) for line in listener.heard)


def test_nothing_is_said_unasked_while_it_plays(listener: Listener) -> None:
    listener.press("\x1b[17~", "Paragraph 1 of 8")
    listener.press(" ", "Playing.")
    before = len(listener.heard)
    answered = 0
    is_later = False
    while not is_later:
        answer = listener.press("i", "Playing. Recording.")
        answered += len(answer)
        is_later = re.match(r"([3-9]|\d\d) seconds", answer[0]) is not None
    assert len(listener.heard) == before + answered
