"""Timed formats that old players and other programs write: MicroDVD, SAMI, tables, YouTube's XML."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from briefing.formats import timed

if TYPE_CHECKING:
    from briefing.formats.timed_text import TimedFile

EXPECTED = [(1.0, 3.0, "The bridge\nis open."), (4.0, 6.0, "Cars & buses cross it.")]
SAMI = """<SAMI><HEAD><TITLE>Harbour</TITLE><STYLE TYPE="text/css"><!--
.ENCC {Name: English; lang: en-GB;} .FRCC {Name: French; lang: fr-FR;} --></STYLE></HEAD><BODY>
<SYNC Start=1000><P Class=ENCC>The bridge<br>is open.<P Class=FRCC>Le pont est ouvert.
<SYNC Start=3000><P Class=ENCC>&nbsp;<P Class=FRCC>&nbsp;
<SYNC Start="4000ms"><P Class=encc>Cars &amp; buses cross it.</P></SYNC>
<SYNC Start=6000><P Class=ENCC>&nbsp;</BODY></SAMI>"""
SRV1 = """<?xml version="1.0"?><transcript><text start="1" dur="2">The bridge\nis open.</text>
<text start="4" dur="2">Cars &amp;amp; buses cross it.</text></transcript>"""
SRV3 = """<?xml version="1.0"?><timedtext format="3"><body><w t="0" id="1"/>
<p t="1000" d="9000" w="1"><s>The</s><s t="400"> bridge</s></p><p t="1800" d="900" w="1" a="1">\n</p>
<p t="3000" d="1000" w="1"><s>is</s><s t="300"> open.</s></p></body></timedtext>"""


def read(text: str, suffix: str = "") -> TimedFile:
    assert timed.likelihood(text, suffix) > 0.5
    return timed.read(text, suffix, lambda _name: None)[0]


def cues(text: str, suffix: str = "") -> list[tuple[float, float | None, str]]:
    return [(line.start_s, line.stop_s, line.text) for line in read(text, suffix).lines]


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("{1}{1}25.000\n{25}{75}The bridge|is open.\n{100}{150}{y:i}Cars & buses cross it.\n", ".sub"),
        (SAMI, ".smi"),
        (SAMI, ""),
        (SRV1, ".srv1"),
        (SRV1, ".xml"),
    ],
)
def test_captions_are_read_at_their_times(text: str, suffix: str) -> None:
    assert cues(text, suffix) == EXPECTED


@pytest.mark.parametrize(
    "text",
    [
        "start\tend\ttext\n1000\t3000\tIt is open.\n4000\t6000\tAt last.\n",
        "Start\tEnd\tText\n1.0\t3.0\tIt is open.\n4.0\t6.0\tAt last.\n",
        "Speaker\tStart\tEnd\tText\nAnn\t00:00:01,000\t00:00:03,000\tIt is open.\nBob\t0:4\t0:6\tAt last.\n",
    ],
)
@pytest.mark.parametrize("suffix", [".tsv", ".txt"])
def test_a_table_with_named_columns_is_read(text: str, suffix: str) -> None:
    assert cues(text, suffix) == [(1.0, 3.0, "It is open."), (4.0, 6.0, "At last.")]
    assert [line.speaker for line in read(text).lines] == (["Ann", "Bob"] if "Ann" in text else ["", ""])


@pytest.mark.parametrize("text", ["name\tage\nAnn\t3\n", "start\tend\ttext\nof\tthe\tmatch\n"])
def test_other_tables_are_no_timed_text(text: str) -> None:
    assert not timed.likelihood(text, ".tsv")


def test_frames_without_a_rate_are_those_of_films() -> None:
    ((start_s, stop_s, _),) = cues("{24}{72}It is open.\n", ".sub")
    assert (round(start_s, 3), stop_s and round(stop_s, 3)) == (1.001, 3.003)


def test_sami_tells_its_title_and_language() -> None:
    found = read(SAMI)
    assert (found.title, found.language) == ("Harbour", "en-GB")


def test_youtubes_words_have_their_times_and_captions_end_where_the_next_begins() -> None:
    events = [
        {"tStartMs": 1000, "dDurationMs": 9000,
         "segs": [{"utf8": "The"}, {"utf8": " bridge", "tOffsetMs": 400}]},
        {"tStartMs": 1800, "dDurationMs": 900, "aAppend": 1, "segs": [{"utf8": "\n"}]},
        {"tStartMs": 3000, "dDurationMs": 1000,
         "segs": [{"utf8": "is"}, {"utf8": " open.", "tOffsetMs": 300}]},
    ]  # fmt: skip
    for text in (SRV3, json.dumps({"events": events})):
        lines = list(read(text).lines)
        pieces = [(piece.text.strip(), piece.start_s) for line in lines for piece in line.pieces]
        assert pieces == [("The", 1.0), ("bridge", 1.4), ("is", 3.0), ("open.", 3.3)]
        assert [line.stop_s for line in lines] == [3.0, 4.0]


def test_a_ttml_sequence_goes_on_where_the_one_before_ended() -> None:
    text = (
        '<tt xmlns="http://www.w3.org/ns/ttml"><body timeContainer="seq"><div timeContainer="seq">'
        '<p dur="2s">One.</p><p begin="1s" dur="3s">Two.</p></div>'
        '<div begin="1s"><p begin="1s" end="2s">Three.</p></div></body></tt>'
    )  # fmt: skip
    assert cues(text, ".ttml") == [(0.0, 2.0, "One."), (3.0, 6.0, "Two."), (8.0, 9.0, "Three.")]
