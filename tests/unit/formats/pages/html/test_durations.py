"""How long a recording is, as pages write it."""

from __future__ import annotations

import pytest

from briefing.formats.pages.html.durations import noted_duration, read_duration, shown_duration


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("PT3M48S", 228),
        ("pt3m48s", 228),
        ("PT228S", 228),
        ("PT1H", 3600),
        ("PT3M48.5S", 228.5),
        ("P0Y0M0DT0H2M33S", 153),
        ("P0DT00H03M48S", 228),
        ("3:48", 228),
        ("03:48", 228),
        ("0:03:48", 228),
        ("1:02:03", 3723),
        ("-3:48", 228),
        ("228", 228),
        ("228.0", 228),
        ("228000", 228),
        ("228000 ms", 228),
        ("228 sec", 228),
        ("4 min", 240),
        ("3 min 48 s", 228),
        ("3m48s", 228),
        ("1 hr 2 min", 3720),
    ],
)
def test_a_length_is_read_in_every_form(said: str, seconds: float) -> None:
    assert read_duration(said) == seconds


@pytest.mark.parametrize(
    "said", ["", "0", "PT0S", "0:00", "soon", "P", "PT", "9" * 100, "1:2", "NaN", "Infinity"]
)
def test_what_is_no_length_is_none(said: str) -> None:
    assert read_duration(said) is None


@pytest.mark.parametrize(
    "line",
    ["3:48", "Länge: 3:48 Min.", "Dauer: 3 Min 48 Sek", "Listen (3:48)", "Audio length 3:48", "時間：3:48"],
)
def test_a_length_is_read_with_its_label_and_its_unit(line: str) -> None:
    assert shown_duration(line) == 228


@pytest.mark.parametrize(
    "line", ["10:30 Uhr", "Today at 10:30 am", "4 min read", "John 3:16 says so", "3", ""]
)
def test_other_lines_have_no_length(line: str) -> None:
    assert shown_duration(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Download the audio (3:48, 2.1 MB)",
        "Listen | 3:48",
        "The bridge – 3:48",
        "Evening briefing, 3:48",
        "MP3 [0:03:48]",
    ],
)
def test_a_length_is_read_where_a_link_notes_it(line: str) -> None:
    assert noted_duration(line) == 228


@pytest.mark.parametrize(
    "line", ["The 18:30 news", "(1:10) and (2:20)", "News at 6:00", "Part 3", "x" * 400 + " (3:48)"]
)
def test_other_links_note_none(line: str) -> None:
    assert noted_duration(line) is None
