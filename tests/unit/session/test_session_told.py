"""What is said of places: a hit and its number, a bookmark's note, what was undone, the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.session.queue import Queue, QueuedItem
from tests.builders import make_document
from tests.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable

STORY = make_document("One bridge. Two bridges.", "No road.", "Bridge three.", title="News of bridges")
QUEUE = Queue((QueuedItem("1", "News of bridges", "Harbour News"), QueuedItem("2", "More")))


def said(*commands: str, on: Stage | None = None) -> list[str]:
    stage = on or Stage(STORY).open()
    before = len(stage.said)
    return stage.press(*commands).said[before:]


def test_a_hit_says_which_it_is_of_how_many_and_where() -> None:
    assert said("search bridge", "search-next", "search-next", "search-next", "search-back") == [
        "Match 1 of 4, title: News of bridges",
        "Match 2 of 4, paragraph 1: One bridge.",
        "Match 3 of 4, paragraph 1: Two bridges.",
        "Match 4 of 4, paragraph 3: Bridge three.",
        "Match 3 of 4, paragraph 1: Two bridges.",
    ]
    stage = Stage(STORY).open().press("search three")
    assert said("search-next", on=stage) == ["Wrapped. Match 1 of 1, paragraph 3: Bridge three."]


def test_the_note_of_a_bookmark_is_read_back() -> None:
    assert said("bookmark the vote", "go p2", "bookmark") == [
        "Bookmark 1. Note: the vote. Title.",
        "No road.",
        "Bookmark 2. Paragraph 2 of 3.",
    ]


def test_undoing_says_what_was_undone() -> None:
    stage = Stage(STORY).open()
    assert said("bookmark the vote", "undo", on=stage)[-1] == "Undone. The bookmark is dropped."
    assert said("bookmark the vote", "bookmark", "undo", on=stage)[-1] == (
        "Undone. The bookmark is back, the vote. Title."
    )
    assert said("search road", "undo", on=stage)[-1] == "Undone: Search. Title."
    assert said("go p3", "undo", on=stage)[-1] == "Undone: Go to a time or place. Title."


def test_the_sleep_timer_says_the_time_that_was_asked_for() -> None:
    stage = Stage(STORY).open()
    stage.session.sleep.set(900.0)
    stage.clock.advance(0.2)
    assert said("sleep", on=stage) == ["Pause in 30 minutes."]
    assert said("sleep 15", on=stage) == ["Pause in 15 minutes."]


def test_the_title_is_told_with_where_it_is_from_by_whom_and_of_which_day() -> None:
    page = STORY._replace(
        source="https://user@news.example.org/bridge?key=1",
        authors=("Ann Lee", "Bob Ray"),
        published="2026-11-23T08:00:00+01:00",
    )
    assert said("title", on=Stage(page).open()) == [
        "News of bridges. From news.example.org. By Ann Lee and Bob Ray. 23 November 2026."
    ]
    item = page._replace(authors=("Ann Lee",), published="last week")
    assert said("title", on=Stage(item, queue=QUEUE).open()) == [
        "News of bridges. From Harbour News. By Ann Lee. last week."
    ]
    assert said("title", on=Stage(STORY._replace(source="/home/ann/bridge.md")).open()) == [
        "News of bridges. From bridge.md."
    ]
    assert said("title") == ["News of bridges."]


def test_what_was_said_last_is_said_again() -> None:
    assert said("go p2", "repeat-message", "repeat-message") == ["No road."] * 3


def test_where_am_i_tells_where_the_reading_point_is() -> None:
    assert "Reading point: Paragraph 2 of 3." in said("read-paragraph-next 2", "where")[-1]
    assert "Reading point" not in said("where")[-1]


def test_timing_before_the_recording_is_there_is_answered_with_that() -> None:
    later: list[Callable[[], None]] = []
    stage = Stage(STORY, background=later.append)
    stage.session.open()
    stage.press("align")
    assert stage.said[-1].startswith("The recording still loads.")
