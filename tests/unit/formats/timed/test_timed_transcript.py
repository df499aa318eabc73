"""Subtitles, lyrics and JSON transcripts: their words and times."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import SourceError
from briefing.formats.draft import LONGEST_S, Draft
from briefing.formats.timed import lrc as lyrics
from briefing.formats.timed import recognised, srt, vtt
from briefing.formats.timed.transcript import LINES_LIMIT, WORDS_LIMIT, read_lines
from briefing.formats.timed.turns import turns
from briefing.formats.timed_text import EXACT, SPREAD, Piece, TimedLine
from briefing.model import BlockKind


def words(draft: Draft) -> list[tuple[str, float, float | None, float]]:
    return [(w.text, round(w.start_s, 3), round(w.stop_s or 0, 3), w.confidence) for w in draft.words]


def subtitles(text: str) -> Draft:
    return read_lines(*(vtt if text.startswith("WEBVTT") else srt).read(text))


def paragraphs(draft: Draft) -> list[str]:
    return [text for block, text in draft.parts() if block.kind is BlockKind.PARAGRAPH]


def test_webvtt_with_word_stamps() -> None:
    draft = subtitles(
        "WEBVTT - A title\nLanguage: de\n\nNOTE a comment\n\nid\n"
        "00:01.000 --> 00:03.000 align:start\n<v Ann>Guten <00:01.500><c.x>Tag,</c> <00:02.250>Welt.\n"
    )
    assert words(draft) == [("Guten", 1, 1.5, EXACT), ("Tag", 1.5, 2.25, EXACT), ("Welt", 2.25, 3, EXACT)]
    assert paragraphs(draft) == ["Guten Tag, Welt."]
    assert (draft.title, draft.language) == ("A title", "de")


def test_lines_without_stamps_are_spread_by_length_with_little_confidence() -> None:
    draft = subtitles("1\n00:00:01,000 --> 00:00:02,000\na bbb <i>c</i>\n")
    assert words(draft) == [("a", 1, 1.25, SPREAD), ("bbb", 1.25, 1.75, SPREAD), ("c", 1.75, 2, SPREAD)]


def test_words_that_share_a_stamp_are_spread() -> None:
    draft = subtitles("WEBVTT\n\n00:00.000 --> 00:04.000\n<00:00.000>one two <00:02.000>three\n")
    assert words(draft) == [("one", 0, 1, SPREAD), ("two", 1, 2, SPREAD), ("three", 2, 4, EXACT)]


@pytest.mark.parametrize(
    "text",
    [
        "WEBVTT\r\r00:01.000 --> 00:02.000\rHello\r".replace("\r", "\n"),
        "00:01.000 --> 00:02.000\nHello",
        "WEBVTT\n\n00:01 --> 00:02\nHello\n",
        "99999999\n00:00:01,000 --> 00:00:02,000\nHello\n2\n00:00:02,000 --> 00:00:02,500\n\n",
    ],
)
def test_what_is_unusual_and_clear(text: str) -> None:
    assert words(subtitles(text)) == [("Hello", 1, 2, SPREAD)]


def test_broken_times() -> None:
    draft = subtitles(
        "WEBVTT\n\n00:05.000 --> 00:01.000\nbackwards\n\nnan --> inf\nnothing\n\n"
        "00:06.000 --> 00:07.000\na <00:99.000>b <00:01.000>c\n\n9999:00:00.000 --> 9999:00:01.000\nfar\n"
    )
    assert words(draft) == [
        ("backwards", 5, 6, SPREAD),
        ("a", 6, 6.333, SPREAD),
        ("b", 6.333, 6.667, SPREAD),
        ("c", 6.667, 7, SPREAD),
        ("far", LONGEST_S, LONGEST_S, SPREAD),
    ]


def test_paragraphs_by_speaker_and_silence() -> None:
    draft = subtitles(
        "WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ann>One\n\n00:01.000 --> 00:02.000\n<v Ann>two.\n\n"
        "00:02.000 --> 00:03.000\n<v Bob>Three.\n\n00:06.000 --> 00:07.000\n<v Bob>Four.\n"
    )
    assert paragraphs(draft) == ["One two.", "Three.", "Four."]


@pytest.mark.parametrize(
    ("said", "speakers"),
    [
        (["[SPEAKER_00]: Hello.", "[SPEAKER_01]: Good day.", "[SPEAKER_00]: Bye."], ["0", "1", "0"]),
        (["记者\uff1a早上好。", "市长\uff1a谢谢大家。", "记者\uff1a桥呢?"], ["记者", "市长", "记者"]),
        ([">> Ann Lee: Hello.", ">> Good day.", ">> Ann Lee: Bye."], ["Ann Lee", "", "Ann Lee"]),
    ],
)
def test_who_speaks_is_told_in_brackets_by_wide_colons_and_by_arrows(
    said: list[str], speakers: list[str]
) -> None:
    cues = "\n\n".join(f"00:0{at}.000 --> 00:0{at + 1}.500\n{text}" for at, text in enumerate(said, 1))
    found = [block.speaker.removeprefix("SPEAKER_0") for block, _ in subtitles(f"WEBVTT\n\n{cues}\n").parts()]
    assert found == speakers


def test_lrc() -> None:
    draft = read_lines(
        *lyrics.read(
            "[ti:Song]\n[offset:500]\n[00:01.50]F: <00:01.50>one <00:02.00>two\n\n[00:05.00][00:09.00]again\n"
        )
    )
    assert draft.title == "Song"
    assert words(draft) == [
        ("one", 1.0, 1.5, EXACT),
        ("two", 1.5, 4.5, EXACT),
        ("again", 4.5, 8.5, SPREAD),
        ("again", 8.5, 13.5, SPREAD),
    ]
    assert paragraphs(draft) == ["one two", "again", "again"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"segments": [{"startTime": 1, "endTime": 2.5, "body": "one"}]}', [("one", 1, 2.5, SPREAD)]),
        ('{"segments": [{"startTime": "1", "endTime": null, "body": "one"}]}', [("one", 1, 6, SPREAD)]),
        (
            '[{"word": "a", "start": 1.0, "end": 2.0}, {"word": "b", "start": null, "end": null}]',
            [("a", 1, 2, EXACT)],
        ),
        ('{"segments": [{"startTime": NaN, "endTime": Infinity, "body": "x"}]}', [("x", 0, 5, SPREAD)]),
        ('{"segments": [{"startTime": -5, "endTime": -1, "body": "x"}, 7]}', [("x", 0, 5, SPREAD)]),
        ("42", []),
        ("{", []),
        ("[" * 100_000, []),
        ('[{"word": "one", "start": 1, "end": 2, "confidence": 0.25}]', [("one", 1, 2, 0.25)]),
        ('[{"word": "one", "start": 1, "end": 2, "confidence": -7}]', [("one", 1, 2, 0)]),
        ('{"segments": 1' + "0" * 6000 + "}", []),
    ],
)
def test_json(text: str, expected: list[tuple[str, float, float | None, float]]) -> None:
    assert words(read_lines(recognised.parse(text))) == expected


timestamps = st.floats(0, 1e6).map(lambda s: f"{int(s // 60)}:{s % 60:06.3f}")
cue_text = st.text(st.sampled_from("ab <>/.:0123456789\n-"), max_size=30)


@given(st.lists(st.tuples(timestamps, timestamps, cue_text), max_size=8))
def test_words_are_ordered_and_finite_whatever_the_file(cues: list[tuple[str, str, str]]) -> None:
    text = "WEBVTT\n\n" + "\n\n".join(f"{start} --> {stop}\n{body}" for start, stop, body in cues)
    lines: list[TimedLine] = list(vtt.parse(text))
    draft = read_lines(lines)
    for word in draft.words:
        assert word.stop_s is not None
        assert 0 <= word.start_s <= word.stop_s <= LONGEST_S


def test_a_transcript_without_a_sentence_end_is_cut_into_paragraphs_all_the_same() -> None:
    lines = [TimedLine((Piece("on and on", n),), n + 1.0) for n in range(2000)]
    draft = read_lines(lines)
    found = paragraphs(draft)
    assert len(found) > 3
    assert max(map(len, found)) < 5100
    assert " ".join(found).count("on and on") == 2000


@pytest.mark.parametrize(("count", "text"), [(LINES_LIMIT + 1, "a"), (1, "a " * (WORDS_LIMIT + 1))])
def test_more_timed_lines_or_words_than_a_recording_has_are_refused(count: int, text: str) -> None:
    with pytest.raises(SourceError, match="more than"):
        read_lines(TimedLine((Piece(text, n),), n + 1.0) for n in range(count))


def test_twice_the_lines_of_a_transcript_do_not_take_four_times_as_long() -> None:
    def took(count: int) -> float:
        lines = [TimedLine((Piece("word", float(n)),), n + 0.5) for n in range(count)]
        start = time.process_time()
        assert {turn.speaker for _, turn in turns(lines, 2.0)} == {""}
        return time.process_time() - start

    assert took(32_000) < 32 * took(4000)  # eight times the lines; sixty-four times as long before
