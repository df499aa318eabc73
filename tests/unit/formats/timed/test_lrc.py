"""Lyrics as they are found: each test is named for what went wrong with some."""

from __future__ import annotations

import pytest

from tests.unit.formats.timed.timed_lines import cues, lines_of, starts


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


def test_the_singers_of_a_duet_are_told() -> None:
    text = "[00:01.00]F: Hello you\n[00:02.00]M: Hello there\n[00:03.00]v2: <00:03.00>Again\n"
    assert [(line.speaker, line.text) for line in lines_of(text, ".lrc")] == [
        ("F", "Hello you"), ("M", "Hello there"), ("v2", "Again"),
    ]  # fmt: skip


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
