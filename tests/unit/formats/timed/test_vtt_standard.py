"""WebVTT as its standard has it: what web-platform-tests ask of a browser's parser, in our own words.

Left out is what only a screen has (regions, positions, style sheets). On purpose we read more than a
browser: times with fewer digits, a comma before the fraction, and files without a signature.
"""

from __future__ import annotations

import pytest

from briefing.formats.timed_text import Captions, Piece, TimedLine
from tests.unit.formats.timed.test_timed_round_trips import written
from tests.unit.formats.timed.timed_lines import cues

ONE = "00:00:00.000 --> 00:00:01.000"


def found(*lines: str, head: str = "WEBVTT") -> list[tuple[float, float | None, str]]:
    return cues("\n".join((head, "", *lines, "")), ".vtt")


@pytest.mark.parametrize("head", ["WEBVTT", "\ufeffWEBVTT", "WEBVTT a title", "WEBVTT\tx", "WEBVTT\nkind: x"])
def test_what_stands_in_the_head_is_no_cue(head: str) -> None:
    assert found(ONE, "text", head=head) == [(0.0, 1.0, "text")]


@pytest.mark.parametrize(
    "timing",
    [
        ONE,
        "000:00:00.000 --> 00:00:01.000",
        "0:00:00.000 --> 00:00:01.000",
        "00:00.000 --> 00:00:01.000",
        "00:00:00.000 --> 00:01.000",
        "00:00.000 --> 00:01.000",
        "   00:00:00.000    -->  00:00:01.000 ",
        "\t00:00:00.000\t-->\t00:00:01.000\t",
        "00:00:00.000-->00:00:01.000",
        *(
            f"{ONE} {told}"
            for told in ("line:-1", "line:0%", "align:end", "position:x%", "size:1%,", "a b:c")
        ),
    ],
)
def test_times_may_be_written_in_these_ways(timing: str) -> None:
    assert found(timing, "text") == [(0.0, 1.0, "text")]


@pytest.mark.parametrize(
    "timing",
    [
        "00::00:00.000 --> 00:00:01.000",
        "00:00::00.000 --> 00:00:01.000",
        "00:00:00..000 --> 00:00:01.000",
        "00: --> 00:00:01.000",
        "0 --> 00:00:01.000",
        " --> 00:00:01.000",
        ":00. --> 00:01.000",
        "00:00:00.000 - -> 00:00:01.000",
        "00:00:00.000 -a -->",
        "00:00:00.000 --> ",
        "00:00:00.000\N{REPLACEMENT CHARACTER} --> 00:00:01.000",
        "0\N{REPLACEMENT CHARACTER}:00:00.000 --> 00:00:01.000",
    ],
)
def test_what_is_no_time_makes_no_cue_and_spoils_none(timing: str) -> None:
    assert found(timing, "", ONE, "text") == [(0.0, 1.0, "text")]


@pytest.mark.parametrize("name", [" leading", "trailing ", "-- >", "->", " ", "1", "NOTES", "STYLED"])
def test_a_name_before_the_times_is_no_text(name: str) -> None:
    assert found(name, ONE, "text") == [(0.0, 1.0, "text")]


@pytest.mark.parametrize(
    "block", ["NOTE a\nb", "NOTE", "NOTE\ta", "STYLE\n::cue(b) { color: red }", "REGION\nid:a"]
)
def test_other_blocks_are_no_cues(block: str) -> None:
    assert found(block, "", ONE, "text") == [(0.0, 1.0, "text")]


def test_times_begin_a_cue_wherever_they_stand() -> None:
    assert [text for _, _, text in found(ONE, "text1", ONE, "text2", "", "foo", ONE, "text3")] == [
        "text1",
        "text2",
        "text3",
    ]


def test_a_cue_at_the_end_of_the_file_needs_no_line_feed() -> None:
    assert cues(f"WEBVTT\n\n{ONE}\ntext", ".vtt") == [(0.0, 1.0, "text")]
    assert cues(f"WEBVTT\n\n{ONE}", ".vtt") == []


@pytest.mark.parametrize(
    ("written_as", "text"),
    [
        ("&amp;&lt;&gt;&nbsp;", "&<>"),
        ("<b>a</b> <i.x>b</i> <u>c</u>", "a b c"),
        ("<c.red.big>a</c>", "a"),
        ("<lang en-GB>a</lang>", "a"),
        ("a <b", "a"),
        ("1 &lt; 2 &amp;&amp; 3", "1 < 2 && 3"),
        ("&#39;&#x27;", "''"),
    ],
)
def test_marks_are_no_text_and_references_are(written_as: str, text: str) -> None:
    assert [said.strip() for _, _, said in found(ONE, written_as)] == [text]


def test_what_we_write_keeps_to_the_standard() -> None:
    pieces = (Piece("One ", 1.0), Piece("--> & <two>", 1.5))
    lines = [TimedLine(pieces, 2.5, is_stamped=True, speaker="A & B"), TimedLine((Piece("3", 2.5),), 3.0)]
    text = written(Captions(tuple(lines), language="en", length_s=3.0, stamps_first=True), ".vtt")
    blocks = text.split("\n\n")
    assert blocks[0] == "WEBVTT\nLanguage: en"
    for block in blocks[1:]:
        timing, *payload = block.strip("\n").split("\n")
        assert [len(part) for part in timing.split(" --> ")] == [12, 12]
        assert payload
        assert not any("-->" in line for line in payload)
