"""Timed texts as they are found: each test is named for what went wrong with one."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from briefing.formats import timed
from briefing.formats.timed import srt, vtt
from briefing.formats.timed_text import EXACT, SPREAD, Captions, Piece, TimedLine
from briefing.sources.timed import timed_words

if TYPE_CHECKING:
    from briefing.formats.timed_text import TimedFile


def read(text: str, suffix: str = "") -> TimedFile:
    return timed.read(text, suffix, lambda _name: None)[0]


def lines_of(text: str, suffix: str = "") -> list[TimedLine]:
    return list(read(text, suffix).lines)


def cues(text: str, suffix: str = "") -> list[tuple[float, float | None, str]]:
    return [
        (round(line.start_s, 3), None if line.stop_s is None else round(line.stop_s, 3), line.text)
        for line in lines_of(text, suffix)
    ]


def starts(text: str, suffix: str = "") -> list[tuple[str, float]]:
    return [(piece.text.strip(), piece.start_s) for line in lines_of(text, suffix) for piece in line.pieces]


@pytest.mark.parametrize("blank", [" ", ""])
def test_rolling_captions_count_each_line_once_at_its_own_word_stamps(blank: str) -> None:
    text = (
        f"WEBVTT\n\n00:00.200 --> 00:02.000\n{blank}\nthe<00:00.480> bridge<00:00.960> reopened\n\n"
        "00:02.000 --> 00:02.010\nthe bridge reopened\n \n\n"
        "00:02.010 --> 00:04.000\nthe bridge reopened\nafter<00:02.500> eleven days\n\n"
        "00:04.000 --> 00:04.010\nafter eleven days\n \n"
    )
    assert starts(text) == [
        ("the", 0.2), ("bridge", 0.48), ("reopened", 0.96), ("after", 2.01), ("eleven days", 2.5),
    ]  # fmt: skip


def test_a_first_line_of_one_space_is_not_written_on() -> None:
    (line,) = vtt.parse("WEBVTT\n\n00:00.200 --> 00:02.000\n \nthe<00:00.480> bridge\n")
    assert [piece.text for piece in line.pieces] == ["the", " bridge"]


def test_a_song_that_repeats_its_lines_keeps_them() -> None:
    text = "WEBVTT\n\n" + "".join(f"00:0{n}.000 --> 00:0{n + 1}.000\nla la\n\n" for n in range(4))
    assert [said for _, _, said in cues(text)] == ["la la"] * 4


def test_an_empty_line_within_a_subrip_caption_ends_nothing() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nOne,\n\nand two.\n\n2\n00:00:03,000 --> 00:00:04,000\nThree.\n"
    assert cues(text, ".srt") == [(1, 2, "One,\n\nand two."), (3, 4, "Three.")]


@pytest.mark.parametrize("arrow", ["-->", "--->", "->", "- ->", "—>", "–>", "−−>", "==>", "→"])
def test_a_subrip_caption_is_found_by_any_arrow(arrow: str) -> None:
    assert cues(f"1\n00:00:01,000 {arrow} 00:00:02,500\nHello\n", ".srt") == [(1, 2.5, "Hello")]


@pytest.mark.parametrize(
    ("clock", "at_s"),
    [
        ("00: 00: 01, 500", 1.5),
        ("00:00:01.500", 1.5),
        ("00:00:01:500", 1.5),
        ("0:1,5", 1.5),
        ("00:01", 1.0),
        ("-00:00:01,500", 0.0),
    ],
)
def test_a_subrip_clock_is_read_in_any_spelling(clock: str, at_s: float) -> None:
    (line,) = lines_of(f"1\n{clock} --> 00:00:02,500\nHello\n", ".srt")
    assert max(0.0, line.start_s) == at_s
    assert line.text == "Hello"


def test_doubled_line_ends_part_no_caption_from_its_text() -> None:
    text = (
        "1\n\n00:00:01,000 --> 00:00:02,000\n\nHello\n\nworld\n\n\n\n"
        "2\n\n00:00:03,000 --> 00:00:04,000\n\nBye\n\n"
    )
    assert cues(text, ".srt") == [(1, 2, "Hello\nworld"), (3, 4, "Bye")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[01:02:03.50]a\n[01:02:05.50]b\n", [("a", 3723.5), ("b", 3725.5)]),
        ("[00:58:10]a\n[01:02:03]b\n", [("a", 3490.0), ("b", 3723.0)]),
        ("[59:58.00]a\n[01:00:03.50]b\n", [("a", 3598.0), ("b", 3603.5)]),
        ("[00:01:75]a\n[00:02:80]b\n", [("a", 1.75), ("b", 2.8)]),
    ],
)
def test_lrc_past_an_hour(text: str, expected: list[tuple[str, float]]) -> None:
    assert starts(text, ".lrc") == expected


@pytest.mark.parametrize(("left", "right"), [("<", ">"), ("[", "]")])
def test_lrc_word_stamps_in_either_brackets_are_times_and_no_text(left: str, right: str) -> None:
    text = f"[00:01.00]The {left}00:01.40{right}bridge {left}00:02.60{right}\n[00:04.00]again\n"
    (first, _) = lines_of(text, ".lrc")
    assert [(piece.text.strip(), piece.start_s) for piece in first.pieces] == [("The", 1.0), ("bridge", 1.4)]
    assert first.stop_s == 2.6


def test_lrc_offset_in_capitals_moves_all_lines() -> None:
    assert starts("[OFFSET:+500]\n[00:01.50]a\n[00:02.50]b\n", ".lrc") == [("a", 1.0), ("b", 2.0)]


def test_lrc_lines_of_the_same_stamp_end_where_a_later_one_starts() -> None:
    text = "[00:01.00]here\n[00:01.00]ici\n[00:03.00]there\n[00:05.00]\n"
    assert cues(text, ".lrc") == [(1, 3, "here"), (1, 3, "ici"), (3, 5, "there")]


@pytest.mark.parametrize(
    "text",
    [
        "[12:03] ann: hello\n[12:04] bob: hi there\n[12:09] ann: bye\n",
        "[00:05] ANN: hello\nand more\n\n[00:09] BOB: hi there\n\n[00:12] bye\n",
        "Ann (00:05)\nhello and more\n\nBob (00:09)\nhi there\n\nAnn (00:12)\nbye\n",
        "00:05\nhello and more\n\n00:09\nhi there\n\n00:12\nbye\n",
    ],
)
def test_a_transcript_with_times_is_no_lrc_and_keeps_lines_and_all_text(text: str) -> None:
    found = lines_of(text, ".txt")
    assert len(found) == 3
    assert all(line.starts_paragraph for line in found)
    said = " ".join(line.text for line in found)
    assert [word for word in ("hello", "hi there", "bye") if word not in said] == []
    assert "and more" in said or "and more" not in text


def test_sbv_labels_textgrid_and_ttml_are_told_by_their_content() -> None:
    sbv = "0:00:01.000,0:00:02.500\n>> ANN: Hello\nworld\n\n0:00:03.000,0:00:04.000\nBye\n"
    assert cues(sbv) == [(1, 2.5, "Hello\nworld"), (3, 4, "Bye")]
    assert lines_of(sbv)[0].speaker == "ANN"
    assert cues("1.000000\t2.500000\tHello\n\\\t100\t200\n3,0\t4,0\tBye\n") == [
        (1, 2.5, "Hello"),
        (3, 4, "Bye"),
    ]
    grid = '"ooTextFile"\n"TextGrid"\n0 3 <exists> 1\n"IntervalTier" "words" 0 3 2\n0 1 "" 1 2.5 "Hello"'
    assert cues(grid) == [(1, 2.5, "Hello")]


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ('begin="1s" end="2.5s"', (1, 2.5)),
        ('begin="00:00:01.000" dur="1.5s"', (1, 2.5)),
        ('begin="00:00:01:00" end="00:00:02:15"', (1, 2.5)),
        ('begin="1000ms" end="2500ms"', (1, 2.5)),
        ('begin="30f" end="75f"', (1, 2.5)),
        ('begin="10t" end="25t"', (1, 2.5)),
    ],
)
def test_ttml_times_of_all_kinds(times: str, expected: tuple[float, float]) -> None:
    text = (
        '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" '
        f'ttp:frameRate="30" ttp:tickRate="10" xml:lang="en"><body><div>'
        f"<p {times}>Hello<br/>you</p></div></body></tt>"
    )
    assert cues(text) == [(*expected, "Hello\nyou")]
    assert read(text).language == "en"


def test_ttml_times_count_from_what_holds_them_and_spans_time_their_words() -> None:
    text = (
        '<tt:tt xmlns:tt="http://www.w3.org/ns/ttml"><tt:body begin="10s"><tt:p begin="1s" end="4s">'
        '<tt:span begin="0s">One </tt:span><tt:span begin="1s">two</tt:span></tt:p></tt:body></tt:tt>'
    )
    assert starts(text) == [("One", 11), ("two", 12)]


def test_cues_that_overlap_or_are_nested_delay_nothing() -> None:
    text = (
        "WEBVTT\n\n00:00.000 --> 01:50.000\nAll along\n\n00:01.000 --> 00:03.000\nouter words\n\n"
        "00:02.000 --> 00:02.500\ninner\n\n00:04.000 --> 00:05.000\nlast\n"
    )
    found = {word.text: (word.start_s, word.stop_s) for word in timed_words(lines_of(text))}
    assert (found["inner"], found["last"]) == ((2, 2.5), (4, 5))
    assert found["outer"][0] == 1
    assert found["All"][0] == 0


def test_cues_of_the_same_time_share_it_so_that_each_has_a_length() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:03.000\nhere\n\n00:01.000 --> 00:03.000\nhere\n"
    words = timed_words(lines_of(text))
    assert [(word.start_s, word.stop_s) for word in words] == [(1, 2), (2, 3)]


@pytest.mark.parametrize("stamp", ["00:00.500", "00:09.000"])
def test_a_stamp_outside_its_cue_moves_no_word(stamp: str) -> None:
    (line,) = vtt.parse(f"WEBVTT\n\n00:01.000 --> 00:03.000\nOne <{stamp}>two <00:02.000>three\n")
    assert [(piece.text.strip(), piece.start_s) for piece in line.pieces] == [
        ("One two", 1.0),
        ("three", 2.0),
    ]


def test_two_voices_of_one_cue_are_two_lines() -> None:
    found = lines_of("WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ann>Hi.</v>\n<v.loud Bob Lee>Hello.</v>\n")
    assert [(line.speaker, line.text) for line in found] == [("Ann", "Hi."), ("Bob Lee", "Hello.")]


def test_a_number_that_is_said_is_no_caption_of_its_own() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nHow many?\n42\n\n2\n00:00:03,000 --> 00:00:04,000\nYes\n"
    assert [line.text for line in srt.parse(text)] == ["How many?\n42", "Yes"]


def test_the_singers_of_a_duet_are_told() -> None:
    text = "[00:01.00]F: Hello you\n[00:02.00]M: Hello there\n[00:03.00]v2: <00:03.00>Again\n"
    assert [(line.speaker, line.text) for line in lines_of(text, ".lrc")] == [
        ("F", "Hello you"), ("M", "Hello there"), ("v2", "Again"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("1\n00:00:01,000 --> 00:00:02,000\n", "<a"),
        ("1\n00:00:01,000 --> 00:00:02,000\n", "{\\"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n", "{\\"),
        ("[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,", "{"),
    ],
)
def test_markup_that_never_closes_is_looked_through_once(head: str, unit: str) -> None:
    def took(count: int) -> float:
        start = time.process_time()
        assert lines_of(head + unit * count)
        return time.process_time() - start

    assert took(80_000) < 10 * took(20_000)  # four times the text; sixteen times as long before


@pytest.mark.parametrize(
    ("stamps", "first_s"),
    [(("00:09:50", "00:12:30", "00:15:40"), 9.5), (("00:00:09", "00:00:12", "00:00:15"), 9.0),
     (("00:09:50", "00:58:30", "01:15:40"), 590.0)],
)  # fmt: skip
def test_hundredths_after_a_colon_are_told_from_seconds_by_how_fast_anyone_speaks(
    stamps: tuple[str, ...], first_s: float
) -> None:
    text = "".join(f"[{stamp}]The bridge is open.\n" for stamp in stamps)
    assert cues(text, ".lrc")[0][0] == first_s


@pytest.mark.parametrize("is_timed", [True, False])
def test_a_first_word_whose_time_is_a_guess_is_one_when_it_is_read_back(is_timed: bool) -> None:
    pieces = (
        Piece("2016 ", 1.0, SPREAD, is_timed=is_timed, is_guessed=True),
        Piece("was ", 1.5), Piece("wet.", 2.0),
    )  # fmt: skip
    known = TimedLine((Piece("It ", 3.0), Piece("rained.", 3.4)), 4.0, is_stamped=True)
    lines = (TimedLine(pieces, 2.5, is_stamped=True), known)
    once = vtt.write(Captions(lines))
    (guess, *told), again = (line.pieces for line in vtt.parse(once))
    assert guess.is_guessed
    assert guess.confidence == SPREAD
    assert all(piece.has_stamp and piece.confidence == EXACT for piece in (*told, *again))
    assert vtt.write(Captions(tuple(vtt.parse(once)))) == once


def test_a_line_that_opens_with_a_quotation_mark_is_not_written_as_a_guess() -> None:
    opened = TimedLine(
        (Piece("“", 1.0, is_timed=False), Piece("We ", 1.2), Piece("won.”", 1.5)), 2.0, is_stamped=True
    )
    assert "NOTE" not in vtt.write(Captions((opened,)))
