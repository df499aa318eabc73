"""The library as it is heard in yasr: walked, searched, marked, and an item played into the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.end_to_end.heard import heard, needs_reader
from tests.filled_library import fill

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hearing.listener import Listener

pytestmark = needs_reader("yasr")


@pytest.fixture
def listener(tmp_path: Path) -> Iterator[Listener]:
    fill(tmp_path / "data")
    arguments = ("sample", "--linear", "--sink", "null", "--voice", "none", "--speed", "4")
    with heard("yasr", tmp_path, *arguments) as there:
        there.wait_for("the text moves in silence.")
        yield there


def test_the_library_is_walked_searched_and_marked(listener: Listener) -> None:
    said = listener.press("L", "4. Breaking: The bridge is open.")
    assert said[0].startswith("Library: 4 items, 4 new. 4. Breaking: The bridge is open.")
    for key, expected in (
        ("j", "3. New: Boats lie in the harbour."),
        ("1", "1. New: A mountain of snow."),
        ("H", "Marked as heard: A mountain of snow."),
        ("u", "Undone. Marked as not heard again"),
        ("p", "P does nothing in the library."),
        ("/", "Search the library:"),
        ("sheep\r", "2. New: Sheep come down."),
        ("\x1b", "4. Breaking: The bridge is open."),
        ("F", "1. River News. 4 items, 4 new."),
        ("F", "4. Breaking: The bridge is open."),
        ("L", "Library closed."),
    ):
        assert listener.press(key, expected), key


def test_an_item_is_played_into_the_next_and_nothing_is_heard_twice(listener: Listener) -> None:
    listener.press("L", "4. Breaking: The bridge is open.")
    said = listener.press(" ", "End of the briefing.")
    told = [line for line in said if line.startswith("Item ")]
    assert told == [
        "Item 1 of 4: Breaking news: The bridge is open, River News.",
        "Item 2 of 4: Boats lie in the harbour, River News.",
        "Item 3 of 4: Sheep come down, River News.",
        "Item 4 of 4: A mountain of snow, River News.",
    ]
    said = listener.press("L", "4. Heard: The bridge is open.")
    assert said[0].startswith("Library: 4 items, 0 new. Everything was heard.")
