"""JSON transcripts that no program of ours has seen: what their keys, units and wrappings say of times."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from briefing.formats.timed import recognised
from briefing.formats.timed.transcript import timed_words
from briefing.formats.timed_text import EXACT

if TYPE_CHECKING:
    from briefing.formats.timed_text import TimedLine


def lines_of(found: Any) -> list[TimedLine]:
    return list(recognised.parse(json.dumps(found)))


def starts(found: Any) -> list[tuple[str, float]]:
    return [
        (piece.text.strip(), round(piece.start_s, 3)) for line in lines_of(found) for piece in line.pieces
    ]


SPAN = {"text": "Hello there.", "start": 1.0, "end": 2.5}


@pytest.mark.parametrize(
    "found",
    [
        {"text": "Hello there.", "startMs": 1000, "endMs": 2500},
        {"content": "Hello there.", "startTimeMs": "1000", "endTimeMs": "2500"},
        {"utf8": "Hello there.", "tStartMs": 1000, "dDurationMs": 1500},
        {"transcription": "Hello there.", "time_begin": 1.0, "time_end": 2.5},
        {"lines": ["Hello there."], "begin": "1.000", "end": "2.500"},
        {"segment": "Hello there.", "start_offset": 12, "end_offset": 30, "start": 1.0, "end": 2.5},
        {"text": "Hello there.", "data_start": 1.0, "data_end": 2.5},
        {"text": "Hello there.", "start_ms": 1000, "end_ms": 2500, "start": "00:00:01", "end": "00:00:02.5"},
        {"text": "Hello there.", "time": 1.0, "duration": 1.5},
        {"sentence": "Hello there.", "startSeconds": 1.0, "endSeconds": 2.5},
        {"text": "Hello there.", "offsetInTicks": 10_000_000, "durationInTicks": 15_000_000},
    ],
)  # fmt: skip
def test_times_are_told_by_the_words_and_units_of_their_keys(found: dict[str, Any]) -> None:
    (line,) = lines_of([found])
    assert (line.start_s, line.stop_s, line.text) == (1.0, 2.5, "Hello there.")


@pytest.mark.parametrize(
    "found",
    [
        {"result": {"metadata": {"audio_duration": 3}, "transcription": {"utterances": [SPAN]}}},
        {"retval": {"status": True, "segments": [SPAN]}},
        {"timestamp": {"segment": [SPAN], "char": [{"char": "H", "start": 1.0, "end": 1.1}]}},
        {"transcripts": [SPAN]},
        {"fragments": [SPAN]},
        {"data": {"lyrics": {"lines": [SPAN]}}},
    ],
)
def test_a_transcript_is_found_in_whatever_it_is_wrapped(found: Any) -> None:
    (line,) = lines_of(found)
    assert (line.start_s, line.stop_s, line.text) == (1.0, 2.5, "Hello there.")


@pytest.mark.parametrize(
    "found", [[{"text": "Milk"}, {"text": "Eggs"}], {"body": [{"text": "Milk", "id": 7}]}, {"words": ["a"]}]
)
def test_texts_without_any_time_are_no_transcript(found: Any) -> None:
    assert lines_of(found) == []


def test_words_beside_segments_time_the_segments_words() -> None:
    found = {
        "words": [
            {"word": "Hello", "start": 1.0, "end": 1.25},
            {"word": "there", "start": 1.5, "end": 2.0},
            {"word": "Bye", "start": 3.0, "end": 3.5},
        ],
        "segments": [
            {"text": " Hello, there.", "start": 0.0, "end": 3.0},
            {"text": " So long!", "start": 3.0, "end": 4.0},
        ],
    }
    first, second = lines_of(found)
    assert [(piece.text.strip(), piece.start_s) for piece in first.pieces] == [
        ("Hello,", 1.0),
        ("there.", 1.5),
    ]
    assert (second.text, second.start_s, second.is_stamped) == ("So long!", 3.0, False)


def test_youtubes_events_time_each_word_from_their_own_starts() -> None:
    events = [
        {"tStartMs": 0, "dDurationMs": 9000, "id": 1},
        {
            "tStartMs": 1000,
            "dDurationMs": 3000,
            "segs": [{"utf8": "the"}, {"utf8": " bridge", "tOffsetMs": 400}],
        },
        {"tStartMs": 2990, "dDurationMs": 1010, "aAppend": 1, "segs": [{"utf8": "\n"}]},
        {
            "tStartMs": 3000,
            "dDurationMs": 2000,
            "segs": [{"utf8": "is"}, {"utf8": " open", "tOffsetMs": 500}],
        },
    ]
    assert starts({"events": events}) == [("the", 1.0), ("bridge", 1.4), ("is", 3.0), ("open", 3.5)]


def test_a_word_that_an_aligner_did_not_hear_is_not_put_at_its_place_in_the_text() -> None:
    found = {
        "words": [
            {"word": "Hello", "case": "success", "start": 0.5, "end": 0.8, "startOffset": 0},
            {"word": "big", "case": "not-found-in-audio", "startOffset": 6, "endOffset": 9},
            {"word": "world", "case": "success", "start": 1.2, "end": 1.6, "startOffset": 10},
        ]
    }
    assert starts(found) == [("Hello", 0.5), ("big", 0.8), ("world", 1.2)]
    (line,) = lines_of(found)
    assert [piece.confidence < EXACT for piece in line.pieces] == [False, True, False]


def test_parts_of_words_are_joined_to_words() -> None:
    tokens = [
        {"text": text, "start_ms": start, "end_ms": start + 100, "speaker_id": "S1"}
        for text, start in (("Har", 500), ("bour", 600), (" ne", 900), ("ws", 1000))
    ]
    (line,) = lines_of({"tokens": tokens})
    assert [(word.text, word.start_s, word.stop_s) for word in timed_words([line])] == [
        ("Harbour", 0.5, 0.7),
        ("news", 0.9, 1.1),
    ]
    assert line.speaker == "S1"


def test_entries_of_a_word_each_are_lines_of_words() -> None:
    entries = [
        {"text": f" {word}", "startMs": n * 500, "endMs": n * 500 + 400}
        for n, word in enumerate(("One", "two", "three."))
    ]
    (line,) = lines_of(entries)
    assert (line.text, line.is_stamped) == ("One two three.", True)
