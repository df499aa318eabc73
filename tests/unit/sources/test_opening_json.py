"""JSON in a text file: a transcript where somebody said it, and else the text that it is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.beside import opened

if TYPE_CHECKING:
    from pathlib import Path

NO_TRANSCRIPTS: dict[str, Any] = {
    "appointments by date": [
        {"start": "2031-04-02T10:00:00", "end": "2031-04-02T11:00:00", "text": "Dentist"},
        {"start": "2031-04-02T12:00:00", "end": "2031-04-02T13:00:00", "text": "Lunch"},
    ],
    "appointments by hour": {
        "events": [
            {"start": "09:00", "end": "10:00", "text": "Breakfast"},
            {"start": "10:00", "end": "12:00", "text": "Walk"},
        ]
    },
    "a chat": [
        {"time": 1900000000, "user": "ann", "text": "Are you there?"},
        {"time": 1900000060, "user": "bob", "text": "I am."},
    ],
    "names found in a text": [
        {"entity": "PER", "word": "Ann", "start": 0, "end": 3, "score": 0.9},
        {"entity": "PER", "word": "Robert", "start": 8, "end": 14, "score": 0.9},
    ],
    "a parser's tokens": {
        "text": "Ann met Bob.",
        "tokens": [{"start": 0, "end": 3, "text": "Ann"}, {"start": 4, "end": 7, "text": "met"}],
    },
    "a recipe": {"steps": [{"text": "Boil the water", "time": 9}, {"text": "Add salt", "time": 1}]},
    "a letter": {"title": "To Ann", "duration": 30, "text": "The bridge is open."},
    "words on a picture": {"words": [{"text": "Harbour", "box": [1, 2, 30, 40]}]},
    "a command's result": {"result": {"ok": True, "text": "done"}, "time": 0.5},
    "times that nobody knows": [{"text": "Good morning.", "start": None, "end": None}],
    "no segments": {"segments": [], "text": ""},
}


@pytest.mark.parametrize("what", NO_TRANSCRIPTS)
def test_json_that_is_no_transcript_stays_a_text(tmp_path: Path, what: str) -> None:
    content = json.dumps(NO_TRANSCRIPTS[what])
    (tmp_path / "note.txt").write_text(content)
    item = opened(tmp_path / "note.txt")
    assert "".join(item.document.text.split()) == "".join(content.split())
    assert not item.words


def test_json_that_breaks_off_stays_a_text(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text('[{"start": 1.0, "end": 2.0, "text": "Good mor')
    assert opened(tmp_path / "note.txt").document.text.endswith("Good mor")


@pytest.mark.parametrize("key", ["segments", "chunks", "anything"])
def test_a_transcript_in_a_text_file_is_read_as_one(tmp_path: Path, key: str) -> None:
    segments = [
        {"start": 0.5, "end": 2.0, "text": "The bridge is open."},
        {"start": 90.0, "end": 92.5, "text": "Cars cross it again."},
    ]
    (tmp_path / "talk.txt").write_text(json.dumps({key: segments}))
    said = " ".join(opened(tmp_path / "talk.txt").document.text.split())
    assert said == "The bridge is open. Cars cross it again."


def test_times_of_a_clock_in_json_are_never_thousandths(tmp_path: Path) -> None:
    segments = [
        {"start": "00:00:05", "end": "00:01:00", "text": "Good morning."},
        {"start": "00:01:00", "end": "00:02:30", "text": "Goodbye."},
    ]
    (tmp_path / "talk.json").write_text(json.dumps(segments))
    words = opened(tmp_path / "talk.json").words
    assert words is not None
    assert words[2].start_frame / words.rate_hz == 60.0


def test_a_feed_that_is_called_json_was_no_transcript(tmp_path: Path) -> None:
    (tmp_path / "feed.json").write_text(
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Radio</title><item><title>One</title>'
        "<description>Words of one.</description></item></channel></rss>"
    )
    assert opened(tmp_path / "feed.json").document.text.endswith("Words of one.")
