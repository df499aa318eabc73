"""JSON of the programs and services that recognise speech: every word, at its own time, by its speaker."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from briefing.formats.source import Head
from briefing.formats.timed import recognised

if TYPE_CHECKING:
    from briefing.formats.timed_text import TimedLine

HELLO = [("Hello", 0.5), ("world.", 1.0)]
"""What all of the services below heard."""


def lines_of(found: Any) -> list[TimedLine]:
    return list(recognised.parse(found if isinstance(found, str) else json.dumps(found)))


def starts(found: Any) -> list[tuple[str, float]]:
    return [
        (piece.text.strip(), round(piece.start_s, 3)) for line in lines_of(found) for piece in line.pieces
    ]


def test_words_without_a_time_as_numbers_are_stay_in_the_text_between_their_neighbours() -> None:
    words = [
        {"word": "cost", "start": 1.0, "end": 1.4},
        {"word": "$43,000"},
        {"word": "in", "start": 2.8, "end": 3.0},
        {"word": "2016."},
    ]
    segment = {"start": 1.0, "end": 4.0, "text": "cost $43,000 in 2016.", "words": words}
    assert starts({"segments": [segment]}) == [
        ("cost", 1.0), ("$43,000", 1.4), ("in", 2.8), ("2016.", 3.0),
    ]  # fmt: skip
    assert [line.text for line in lines_of(words)] == ["cost $43,000 in 2016."]
    guessed = [piece.confidence for piece in lines_of({"words": words})[0].pieces]
    assert guessed[1] < 0.5 < guessed[0]


def test_a_segment_has_the_times_of_its_own_words_and_not_their_share_of_it() -> None:
    words = [{"word": " Hello", "start": 0.5, "end": 0.9}, {"word": " world.", "start": 1.0, "end": 1.4}]
    segment = {"start": 0.0, "end": 9.0, "text": " Hello world.", "words": words}
    assert starts({"text": " Hello world.", "segments": [segment], "language": "en"}) == HELLO
    assert recognised.read(json.dumps({"segments": [segment], "language": "en"})).language == "en"


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(
            {"text": "Hello world.", "words": [
                {"word": "Hello", "start": 0.5, "end": 0.9}, {"word": "world.", "start": 1.0, "end": 1.4},
            ]},
            id="OpenAI",
        ),
        pytest.param(
            {"text": " Hello world.", "chunks": [
                {"text": " Hello", "timestamp": [0.5, 0.9]}, {"text": " world.", "timestamp": [1.0, None]},
            ]},
            id="Hugging Face",
        ),
        pytest.param(
            {"results": {"channels": [{"alternatives": [{"transcript": "Hello world.", "words": [
                {"word": "hello", "start": 0.5, "end": 0.9, "confidence": 0.9, "punctuated_word": "Hello"},
                {"word": "world", "start": 1.0, "end": 1.4, "confidence": 0.9, "punctuated_word": "world."},
            ]}]}]}},
            id="Deepgram",
        ),
        pytest.param(
            {"audio_url": "x", "audio_duration": 2, "text": "Hello world.", "utterances": None, "words": [
                {"text": "Hello", "start": 500, "end": 900, "confidence": 0.9, "speaker": None},
                {"text": "world.", "start": 1000, "end": 1400, "confidence": 0.9, "speaker": None},
            ]},
            id="AssemblyAI",
        ),
        pytest.param(
            {"results": [{"alternatives": [{"transcript": "Hello world.", "words": [
                {"startTime": "0.500s", "endTime": "0.900s", "word": "Hello"},
                {"startTime": "1s", "endTime": "1.400s", "word": "world."},
            ]}], "resultEndTime": "2s", "languageCode": "en-us"}]},
            id="Google v1",
        ),
        pytest.param(
            {"results": [{"alternatives": [{"transcript": "Hello world.", "words": [
                {"startOffset": {"seconds": 0, "nanos": 500000000}, "endOffset": {"nanos": 900000000},
                 "word": "Hello"},
                {"startOffset": {"seconds": "1"}, "endOffset": {"seconds": "1"}, "word": "world."},
            ]}]}]},
            id="Google v2",
        ),
        pytest.param(
            {"jobName": "a", "results": {"transcripts": [{"transcript": "Hello world."}], "items": [
                {"type": "pronunciation", "start_time": "0.5", "end_time": "0.9",
                 "alternatives": [{"confidence": "0.99", "content": "Hello"}]},
                {"type": "pronunciation", "start_time": "1.0", "end_time": "1.4",
                 "alternatives": [{"confidence": "0.99", "content": "world"}]},
                {"type": "punctuation", "alternatives": [{"confidence": "0.0", "content": "."}]},
            ]}},
            id="AWS",
        ),
        pytest.param(
            {"combinedRecognizedPhrases": [{"display": "Hello world."}], "recognizedPhrases": [
                {"offset": "PT0.5S", "duration": "PT1S", "offsetInTicks": 5000000.0,
                 "durationInTicks": 10000000.0, "nBest": [{"confidence": 0.9, "lexical": "hello world",
                 "display": "Hello world.", "words": [
                     {"word": "hello", "offset": "PT0.5S", "duration": "PT0.4S", "confidence": 0.9},
                     {"word": "world", "offset": "PT1S", "duration": "PT0.4S", "confidence": 0.9}]}]},
            ]},
            id="Azure batch",
        ),
        pytest.param(
            {"RecognizedPhrases": [{"Offset": "PT0.5S", "Duration": "PT1S", "NBest": [
                {"Lexical": "hello world", "Display": "Hello world.", "Words": [
                    {"Word": "hello", "Offset": "PT0.5S", "Duration": "PT0.4S", "OffsetInTicks": 5000000},
                    {"Word": "world", "Offset": "PT1S", "Duration": "PT0.4S", "OffsetInTicks": 10000000}]}]},
            ]},
            id="Azure in capitals",
        ),
        pytest.param(
            {"RecognitionStatus": "Success", "Offset": 5000000, "Duration": 10000000, "NBest": [
                {"Lexical": "hello world", "Display": "Hello world.", "Words": [
                    {"Word": "hello", "Offset": 5000000, "Duration": 4000000},
                    {"Word": "world", "Offset": 10000000, "Duration": 4000000}]}]},
            id="Azure SDK",
        ),
        pytest.param(
            {"durationMilliseconds": 2000, "combinedPhrases": [{"text": "Hello world."}], "phrases": [
                {"offsetMilliseconds": 500, "durationMilliseconds": 1000, "text": "Hello world.", "words": [
                    {"text": "Hello", "offsetMilliseconds": 500, "durationMilliseconds": 400},
                    {"text": "world.", "offsetMilliseconds": 1000, "durationMilliseconds": 400}]}]},
            id="Azure fast",
        ),
        pytest.param(
            {"monologues": [{"speaker": 0, "elements": [
                {"type": "text", "value": "Hello", "ts": 0.5, "end_ts": 0.9, "confidence": 1},
                {"type": "punct", "value": " "},
                {"type": "text", "value": "world", "ts": 1.0, "end_ts": 1.4, "confidence": 0.8},
                {"type": "punct", "value": "."}]}]},
            id="Rev",
        ),
        pytest.param(
            {"format": "2.9", "results": [
                {"type": "word", "start_time": 0.5, "end_time": 0.9,
                 "alternatives": [{"content": "Hello", "confidence": 1.0, "speaker": "UU"}]},
                {"type": "word", "start_time": 1.0, "end_time": 1.4,
                 "alternatives": [{"content": "world", "confidence": 1.0, "speaker": "UU"}]},
                {"type": "punctuation", "start_time": 1.4, "end_time": 1.4, "is_eos": True,
                 "attaches_to": "previous", "alternatives": [{"content": ".", "confidence": 1.0}]}]},
            id="Speechmatics",
        ),
        pytest.param(
            {"result_index": 0, "results": [{"final": True, "alternatives": [{"transcript": "Hello world. ",
             "confidence": 0.96, "timestamps": [["Hello", 0.5, 0.9], ["world.", 1.0, 1.4]]}]}]},
            id="IBM",
        ),
        pytest.param(
            {"result": [{"conf": 1.0, "start": 0.5, "end": 0.9, "word": "Hello"},
                        {"conf": 1.0, "start": 1.0, "end": 1.4, "word": "world."}], "text": "Hello world."},
            id="Vosk",
        ),
    ],
)  # fmt: skip
def test_what_programs_and_services_write_keeps_each_word_and_its_time(found: Any) -> None:
    assert starts(found) == HELLO
    assert " ".join(line.text for line in lines_of(found)) == "Hello world."
    assert recognised.score(Head(b"", json.dumps(found), ".txt")) > 0.5, "by its keys, whatever it is called"


def test_whisper_cpp_has_segments_with_offsets_in_milliseconds() -> None:
    found = {
        "result": {"language": "de"},
        "transcription": [
            {"timestamps": {"from": "00:00:00,500"}, "offsets": {"from": 500, "to": 2000}, "text": " Hallo."},
            {"offsets": {"from": 2000, "to": 3000}, "text": " Welt."},
        ],
    }
    assert starts(found) == [("Hallo.", 0.5), ("Welt.", 2.0)]
    assert recognised.read(json.dumps(found)).language == "de"


def test_vosk_prints_one_object_after_the_other_and_none_is_lost() -> None:
    first = {"result": [{"conf": 1.0, "start": 0.5, "end": 0.9, "word": "one"}], "text": "one"}
    second = {"result": [{"conf": 0.5, "start": 4.5, "end": 4.9, "word": "two"}], "text": "two"}
    text = json.dumps(first, indent=2) + "\n" + json.dumps({"text": ""}) + "\n" + json.dumps(second)
    assert starts(text) == [("one", 0.5), ("two", 4.5)]
    assert lines_of(text)[1].pieces[0].confidence == 0.5


def test_google_leaves_out_a_start_of_zero() -> None:
    words = [
        {"endOffset": "0.400s", "word": "Hello"},
        {"startOffset": "1s", "endOffset": "1.4s", "word": "you"},
    ]
    assert starts({"results": [{"alternatives": [{"transcript": "Hello you", "words": words}]}]}) == [
        ("Hello", 0.0),
        ("you", 1.0),
    ]


def test_googles_last_result_that_repeats_all_words_with_speakers_is_not_read_twice() -> None:
    words = [
        {"word": "Hello", "startTime": "0.5s", "endTime": "0.9s"},
        {"word": "world.", "startTime": "1s", "endTime": "1.4s"},
    ]
    told = [{**words[0], "speakerTag": 1}, {**words[1], "speakerTag": 2}]
    found = {
        "results": [
            {"alternatives": [{"transcript": "Hello world.", "words": words}]},
            {"alternatives": [{"words": told}]},
        ]
    }
    assert [(line.speaker, line.text) for line in lines_of(found)] == [
        ("Speaker 1", "Hello"),
        ("Speaker 2", "world."),
    ]


def test_a_result_without_times_of_its_words_keeps_its_text_and_its_end() -> None:
    found = {
        "results": [
            {"alternatives": [{"transcript": "Hello."}], "resultEndTime": "2s"},
            {"alternatives": [{"transcript": " World."}], "resultEndTime": "3.5s"},
        ]
    }
    assert [(line.text, line.start_s, line.stop_s) for line in lines_of(found)] == [
        ("Hello.", 0.0, 2.0),
        ("World.", 2.0, 3.5),
    ]


def test_azure_words_that_are_not_those_on_show_do_not_take_their_place() -> None:
    words = [{"word": word, "offset": "PT1S", "duration": "PT1S"} for word in ("twenty", "one", "men")]
    best = {"display": "21 men.", "lexical": "twenty one men", "words": words}
    found = {"recognizedPhrases": [{"offset": "PT1M1S", "duration": "PT2S", "speaker": 2, "nBest": [best]}]}
    (line,) = lines_of(found)
    assert (line.text, line.start_s, line.stop_s, line.speaker) == ("21 men.", 61.0, 63.0, "Speaker 2")
    assert not line.is_stamped


def test_opening_signs_belong_to_the_next_word_and_hyphens_part_no_word() -> None:
    speechmatics = [
        {"type": "punctuation", "attaches_to": "next", "alternatives": [{"content": "«"}], "start_time": 0},
        {"type": "word", "start_time": 0.5, "end_time": 0.9, "alternatives": [{"content": "oui"}]},
    ]
    assert starts({"results": speechmatics}) == [("«oui", 0.5)]
    rev = [
        {"type": "text", "value": "twenty", "ts": 0.5, "end_ts": 0.9},
        {"type": "punct", "value": "-"},
        {"type": "text", "value": "one", "ts": 1.0, "end_ts": 1.2},
        {"type": "punct", "value": ", "},
        {"type": "text", "value": "or", "ts": 1.5, "end_ts": 1.6},
        {"type": "punct", "value": " "},
        {"type": "text", "value": "two", "ts": 1.7, "end_ts": 1.9},
        {"type": "punct", "value": "."},
    ]
    assert [line.text for line in lines_of({"monologues": [{"elements": rev}]})] == ["twenty-one, or two."]


def test_speakers_are_told_by_amazon_in_a_list_of_their_own() -> None:
    item = {
        "type": "pronunciation",
        "start_time": "1.0",
        "end_time": "1.2",
        "alternatives": [{"content": "Hi"}],
    }
    labels = {"segments": [{"items": [{"start_time": "1.0", "end_time": "1.2", "speaker_label": "spk_0"}]}]}
    assert lines_of({"results": {"items": [item], "speaker_labels": labels}})[0].speaker == "spk_0"
