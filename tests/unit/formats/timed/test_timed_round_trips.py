"""What is written in one format and read back, or written on in another, says what it said before."""

from __future__ import annotations

import json
from itertools import pairwise, permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.formats.about import Holds, encoded
from briefing.formats.registry import ONLY_WRITTEN, TIMED, TIMES_WRITTEN, TIMING_SUFFIXES, writer_of
from briefing.formats.timed import recognised
from briefing.formats.timed.transcript import timed_words
from briefing.formats.timed_text import EXACT, SPREAD, Captions, Piece, TimedFile, TimedLine
from tests.unit.formats.timed.timed_lines import read

if TYPE_CHECKING:
    from briefing.formats.rows import TimedRow

KEPT = {row.about.written.lower(): row.about.kept for row in TIMED if row.about.written}
"""Suffix -> what the format says is written."""
CUES = [suffix for suffix, kept in KEPT.items() if Holds.CUE_TIMES in kept]
STAMPED = [suffix for suffix, kept in KEPT.items() if Holds.WORD_TIMES in kept and suffix in CUES]
FREE = [suffix for suffix in CUES if suffix not in (".lrc", ".textgrid")]
"""Formats whose cues may overlap, and lie on any millisecond."""
ONE_LINE = (".txt",)
"""Formats that join the lines of a cue."""
EACH_A_CUE = (".txt", ".textgrid")
"""Formats in which a word with a time is a cue of its own."""
WORDS = (
    "Hello", "5<6", "a&b", "&amp;", "&lt;b&gt;", "<b>", "</i>", "<v", "Ann>", "{\\an8}", "{b}", "(x)", "42",
    "->", "-->", "it's", '"q"', "日本", "NOTE", "STYLE", "Ann:", "WEBVTT", "–", "12:03", "1.5", "<00:01.000>",
)  # fmt: skip
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5)


def flat(text: str) -> str:
    return " ".join(text.split())


def captions_of(lines: list[TimedLine]) -> Captions:
    return Captions(tuple(sorted(lines, key=lambda line: line.start_s)), length_s=100_000.0)


def passed(lines: list[TimedLine], suffix: str) -> list[TimedLine]:
    found = file_of(captions_of(lines), suffix)
    return sorted(found.lines, key=lambda line: line.start_s)


def file_of(captions: Captions, suffix: str) -> TimedFile:
    """Return what is read of captions that were written by a suffix."""
    return read(written(captions, suffix), suffix)


def written(captions: Captions, suffix: str) -> str:
    """Return captions in the format of a suffix, whether that is text or bytes."""
    return encoded(writer_of(f"out{suffix}", TIMES_WRITTEN).write_captions(captions)).decode()


def told(lines: list[TimedLine]) -> list[tuple[int, int, str]]:
    return [(round(line.start_s * 1000), round((line.stop_s or 0) * 1000), flat(line.text)) for line in lines]


@st.composite
def apart(draw: st.DrawFn) -> list[TimedLine]:
    """Return cues one after the other, on hundredths of a second, as every format can hold them."""
    edges = sorted(draw(st.sets(st.integers(1, 500_000), min_size=2, max_size=8)))
    spans = list(pairwise(edges))[:: draw(st.sampled_from((1, 2)))]
    return [TimedLine((Piece(" ".join(draw(words)), start / 100),), stop / 100) for start, stop in spans]


@st.composite
def anyhow(draw: st.DrawFn) -> list[TimedLine]:
    """Return cues that may overlap, be nested and have several lines, each starting by itself."""
    starts = sorted(draw(st.sets(st.integers(0, 5_000_000), min_size=1, max_size=6)))
    return [
        TimedLine(
            (Piece(draw(st.sampled_from((" ", "\n"))).join(draw(words)), start / 1000),),
            (start + draw(st.integers(1, 5_000_000))) / 1000,
        )
        for start in starts
    ]


@pytest.mark.parametrize("suffix", FREE)
@given(lines=anyhow())
def test_cues_come_back_as_they_were_even_those_that_overlap(suffix: str, lines: list[TimedLine]) -> None:
    assert told(passed(lines, suffix)) == told(lines)


@pytest.mark.parametrize("suffix", [suffix for suffix in FREE if suffix not in ONE_LINE])
@given(lines=anyhow())
def test_lines_within_a_cue_stay_lines(suffix: str, lines: list[TimedLine]) -> None:
    assert [line.text for line in passed(lines, suffix)] == [line.text for line in lines]


@pytest.mark.parametrize(("one", "other"), list(permutations(CUES, 2)))
@settings(max_examples=5)
@given(lines=apart())
def test_from_any_format_to_any_other(one: str, other: str, lines: list[TimedLine]) -> None:
    assert told(passed(passed(lines, one), other)) == told(lines)


@pytest.mark.parametrize("suffix", [suffix for suffix in CUES if suffix not in EACH_A_CUE])
@given(lines=apart())
def test_a_guess_never_comes_back_as_known(suffix: str, lines: list[TimedLine]) -> None:
    assert {word.confidence for word in timed_words(passed(lines, suffix))} <= {SPREAD}


@pytest.mark.parametrize("suffix", [suffix for suffix in STAMPED if suffix not in EACH_A_CUE])
def test_words_with_times_of_their_own_keep_them(suffix: str) -> None:
    line = TimedLine((Piece("One ", 1.0), Piece("two", 1.5)), 2.5, is_stamped=True)
    found = timed_words(passed([line], suffix))
    assert [(word.text, word.start_s, word.stop_s, word.confidence) for word in found] == [
        ("One", 1.0, 1.5, EXACT),
        ("two", 1.5, 2.5, EXACT),
    ]


@pytest.mark.parametrize("suffix", CUES)
def test_syllables_with_stamps_of_their_own_are_one_word(suffix: str) -> None:
    syllables = (Piece("Hár", 1.0), Piece("bour ", 1.5), Piece("do", 2.0), Piece("n't!", 2.25))
    found = timed_words(passed([TimedLine(syllables, 3.0, is_stamped=True)], suffix))
    assert [word.text for word in found] == ["Hárbour", "don't"]
    if found[0].confidence == EXACT:
        assert [(word.start_s, word.stop_s) for word in found] == [(1.0, 2.0), (2.0, 3.0)]


@pytest.mark.parametrize("suffix", STAMPED)
def test_a_time_that_was_left_by_the_neighbours_is_not_written_as_a_stamp(suffix: str) -> None:
    words = [
        {"word": "cost", "start": 1.0, "end": 1.4},
        {"word": "$43"},
        {"word": "in", "start": 2.8, "end": 3.0},
        {"word": "2016."},
    ]
    lines = list(recognised.parse(json.dumps(words)))
    assert [piece.has_stamp for piece in lines[0].pieces] == [True, False, True, False]
    found = timed_words(passed(lines, suffix))
    assert [word.text for word in found] == ["cost", "$43", "in", "2016"]
    assert [word.confidence for word in found][1::2] == [SPREAD] * 2
    assert found[2].start_s == 2.8


@pytest.mark.parametrize("suffix", [suffix for suffix, kept in KEPT.items() if Holds.SPEAKERS in kept])
def test_who_speaks_is_kept(suffix: str) -> None:
    lines = [
        TimedLine((Piece("Hi.", 1.0),), 2.0, speaker="Ann Lee"),
        TimedLine((Piece("Bye.", 2.0),), 3.0, speaker="Bob"),
    ]
    assert [line.speaker for line in passed(lines, suffix)] == ["Ann Lee", "Bob"]


OVERLAPPING = [
    TimedLine((Piece("[Hi] there", 1.234),), 2.345, speaker="Ann"),
    TimedLine((Piece("Over it", 2.0),), 3.0, speaker="Bob"),
]


@pytest.mark.parametrize(
    ("suffix", "held"),
    [
        (".lrc", ["[00:01.23]Ann: [Hi] there", "[00:02.00]Bob: Over it", "[00:03.00]"]),
        (".srt", ["Ann: [Hi] there", "Bob: Over it"]),
        (".txt", ["1.234000\t2.345000\t[Hi] there", "2.000000\t3.000000\tOver it"]),
    ],
)
def test_what_a_format_cannot_hold_is_written_as_text_or_left_out(suffix: str, held: list[str]) -> None:
    lines = written(captions_of(OVERLAPPING), suffix).splitlines()
    assert [line for line in lines if "there" in line or "Over it" in line or line == held[-1]] == held


def test_a_textgrid_holds_neither_overlaps_nor_speakers() -> None:
    first, second = passed(OVERLAPPING, ".textgrid")
    assert (first.text, first.stop_s, second.start_s) == ("[Hi] there", 2.0, 2.0)
    assert (first.speaker, second.speaker) == ("", "")


SPOKEN = [
    TimedLine(
        (Piece("Good ", 1.0, stop_s=1.25), Piece("morning.", 1.5)), 2.5, is_stamped=True, speaker="Ann Lee"
    ),
    TimedLine((Piece("Good night", 3.0),), 4.0, speaker="Bob"),
    TimedLine((Piece("to you all.", 4.0),), 5.0, speaker="Bob"),
]


def held(file: TimedFile) -> Holds:
    """Return what is left in a file of `SPOKEN`, in German."""
    lines = list(file.lines)
    words = [(word.text, word.start_s) for word in timed_words(lines) if word.confidence == EXACT]
    has_all = {
        Holds.WORD_TIMES: words[:2] == [("Good", 1.0), ("morning", 1.5)],
        Holds.CUE_TIMES: [at[:2] for at in told(lines)[-2:]] == [(3000, 4000), (4000, 5000)],
        Holds.SPEAKERS: [line.speaker for line in lines] == ["Ann Lee", "Bob", "Bob"],
        Holds.LANGUAGE: file.language == "de",
    }
    return Holds(sum(one.value for one, is_held in has_all.items() if is_held))


@pytest.mark.parametrize("suffix", KEPT)
def test_a_format_keeps_what_it_says_it_does_and_nothing_else(suffix: str) -> None:
    assert held(file_of(Captions(tuple(SPOKEN), language="de", length_s=10.0), suffix)) == KEPT[suffix]


@pytest.mark.parametrize("row", ONLY_WRITTEN, ids=lambda row: row.about.written)
def test_what_is_written_under_another_name_is_read_as_what_it_is(row: TimedRow) -> None:
    captions = Captions(tuple(SPOKEN), language="de", length_s=10.0)
    text = encoded(row.write_captions(captions)).decode()
    assert held(read(text, f".{row.about.written.rsplit('.', 1)[-1]}")) == row.about.kept


def test_what_is_read_is_also_looked_for_beside_a_recording() -> None:
    assert {suffix for row in TIMED for suffix in row.suffixes} == set(TIMING_SUFFIXES)
