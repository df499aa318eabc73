"""JSON with times that few programs write: letters, marks, tiers, songs, and shapes that nobody told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from briefing.formats.timed import recognised
from tests.unit.formats.timed.timed_lines import likelihood

if TYPE_CHECKING:
    from briefing.formats.timed_text import TimedLine

LRC = "[00:01.00]The bridge is open\n[00:03.00]At last\n"
OPEN = [("The", 1.0), ("bridge", 1.4), ("is", 2.0), ("open", 2.2)]
LINES = [("The bridge is open.", 1.0), ("At last.", 3.0)]


def lines_of(found: Any) -> list[TimedLine]:
    return list(recognised.parse(json.dumps(found)))


def words_of(found: Any) -> list[tuple[str, float]]:
    pieces = (piece for line in lines_of(found) for piece in line.pieces)
    return [(piece.text.strip().rstrip("."), round(piece.start_s, 3)) for piece in pieces]


def starts_of(found: Any) -> list[tuple[str, float]]:
    return [(line.text, line.start_s) for line in lines_of(found)]


def words(text: str, start: str, unit: int = 1) -> list[dict[str, Any]]:
    return [{text: word, start: at_s * unit} for word, at_s in OPEN]


@pytest.mark.parametrize(
    "found",
    [
        {"tiers": {"words": {"entries": [[at_s, at_s + 0.3, word] for word, at_s in OPEN]},
                   "phones": {"entries": [[1.0, 1.1, "DH"], [1.1, 1.4, "AH0"]]}}},
        {"tiers": [{"name": "words", "entries": [[at_s, at_s + 0.3, word] for word, at_s in OPEN]}]},
        {"format": "1.0", "words": [{"name": w, "time": str(at_s), "duration": "0.2"} for w, at_s in OPEN]},
        [{"type": "WordBoundary", **word} for word in words("text", "offset", 10_000_000)],
        {"results": [{"alternatives": [{"transcript": "The bridge is open.",
                                        "words": words("word", "startTime", 1000)}]}]},
        {"response": {"results": {"gs://a/talk.wav": {"transcript": {"results": [
            {"alternatives": [{"words": words("word", "start")}]}]}}}}},
        {"result": {"hypotheses": [{"word-alignment": words("word", "start")},
                                   {"word-alignment": words("word", "start")[:3]}]}},
        {"transcript": {"paragraphs": [{"words": words("value", "time", 1000)}]}},
        {"Transcript": [{"ParticipantId": "AGENT", "Content": "The bridge is open.",
                         "BeginOffsetMillis": 1000, "Items": words("Content", "BeginOffsetMillis", 1000)}]},
        {"speech": {"transcripts": [{"transcript": "The bridge is open.", "start_offset": 16000,
                                     "end_offset": 48000, "alignment": words("word", "start")}]}},
        [{"words": [{"text": word, "start_timestamp": {"relative": at_s}} for word, at_s in OPEN]}],
        [{"ts": 1.0, "te": 2.9, "x": "The bridge is open",
          "l": [{"c": c, "o": round(at_s - 1, 3)} for word, at_s in OPEN for c in (word, " ")]}],
        [{"time": 1000, "type": "sentence", "start": 0, "end": 19, "value": "The bridge is open."},
         *({"type": "word", "start": 3, "end": 9, **mark} for mark in words("value", "time", 1000)),
         {"time": 1100, "type": "viseme", "value": "r"}],
    ],
)  # fmt: skip
def test_words_are_found_at_their_times(found: Any) -> None:
    assert words_of(found) == OPEN


@pytest.mark.parametrize(
    "found",
    [
        {"videos": [{"insights": {"transcript": [
            {"text": text, "confidence": 0.9, "instances": [{"start": f"0:00:0{start_s}"}]}
            for text, start_s in LINES]}}]},
        {"paragraphs": [{"cues": [{"time": start_s * 1000, "text": text}]} for text, start_s in LINES]},
        {"section": [{"startMs": 0, "title": {"title": "Speaker 1"}},
                     *({"startMs": s * 1000, "text": {"sentence": {"text": text}}} for text, s in LINES)]},
        {"actions": [{"list": {"initialSegments": [
            {"segment": {"startMs": str(int(s * 1000)), "snippet": {"runs": [{"text": text}]}}}
            for text, s in LINES]}}]},
        {str(i): {"start": start_s, "text": text} for i, (text, start_s) in enumerate(LINES)},
        {"messages": [{"user": "Ann", "ts": f"00:00:0{start_s}", "text": text} for text, start_s in LINES]},
        {"text": "".join(f'<p><span class="timestamp" data-timestamp="{start_s}">00:01</span>{text}</p>'
                         for text, start_s in LINES)},
        {"id": 1, "trackName": "Bridge", "plainLyrics": "The bridge", "syncedLyrics":
            "[00:01.00] The bridge is open.\n[00:03.00] At last.\n"},
    ],
)  # fmt: skip
def test_lines_are_found_at_their_times(found: Any) -> None:
    assert starts_of(found) == LINES


def test_lyrics_of_several_songs_are_those_of_the_first() -> None:
    other = {"syncedLyrics": "[00:09.00]Another\n[00:10.00]song\n"}
    assert [line.text for line in lines_of([{"syncedLyrics": LRC}, other])] == [
        "The bridge is open",
        "At last",
    ]


@pytest.mark.parametrize("keys", [
    ("characters", "character_start_times_seconds", "character_end_times_seconds", 1),
    ("chars", "charStartTimesMs", "charDurationsMs", 1000),
])  # fmt: skip
def test_letters_with_times_are_words(keys: tuple[str, str, str, int]) -> None:
    letters = [*"Oh no"]
    starts = [i / 10 * keys[3] for i in range(5)]
    ends = [100 if keys[3] > 1 else round(start + 0.1, 3) for start in starts]
    (line,) = lines_of({"alignment": {keys[0]: letters, keys[1]: starts, keys[2]: ends}})
    assert [(p.text.strip(), p.start_s, p.stop_s and round(p.stop_s, 3)) for p in line.pieces] == [
        ("Oh", 0.0, 0.2), ("no", 0.3, 0.5)]  # fmt: skip


def test_speakers_that_are_numbered_have_the_names_that_are_listed() -> None:
    found = {
        "segments": [{"text": "Open.", "start": at_s, "speaker": at_s - 1} for at_s in (1, 2)],
        "speakers": [{"id": 0, "name": "Ann Lee"}, {"id": 1, "display_name": "Bob Ray"}],
    }  # fmt: skip
    assert [line.speaker for line in lines_of(found)] == ["Ann Lee", "Bob Ray"]


def test_each_speakers_tier_is_told() -> None:
    tiers = {
        f"{name} - words": {"entries": [[at_s, at_s + 1.0, "yes"]]}
        for name, at_s in (("bob", 3.0), ("ann", 1.0))
    }
    assert [(line.speaker, line.start_s) for line in lines_of({"tiers": tiers})] == [
        ("ann", 1.0),
        ("bob", 3.0),
    ]


def test_a_word_whose_times_are_zeros_lies_between_its_neighbours() -> None:
    found = [("It", 1.0, 1.2), ("cost", 1.3, 1.6), ("43", 0.0, 0.0), ("euros.", 3.0, 3.2)]
    (line,) = lines_of({"words": [{"word": w, "start": start, "end": end} for w, start, end in found]})
    guess = line.pieces[2]
    assert guess.is_guessed
    assert (guess.start_s, guess.stop_s) == (1.6, 3.0)


def test_objects_in_lines_are_a_transcript_by_their_keys() -> None:
    text = '{"start": 1.0, "end": 2.0, "text": "Open."}\n{"start": 3.0, "end": 4.0, "text": "At last."}\n'
    assert likelihood(text, ".jsonl") > 0.8
    assert [line.text for line in recognised.parse(text)] == ["Open.", "At last."]


def test_data_without_text_and_times_is_no_transcript() -> None:
    assert likelihood('{"name": "harbour", "version": "1.0", "private": true}', "") == 0
    assert not lines_of({"items": [{"id": 1, "duration": 3.0, "title": "Bridge"}]})
