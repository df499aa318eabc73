"""YouTube's XML and JSON: captions that roll up, word by word."""

from __future__ import annotations

import json

import pytest

from tests.unit.formats.timed.timed_lines import cues, lines_of, starts

EXPECTED = [(1.0, 3.0, "The bridge\nis open."), (4.0, 6.0, "Cars & buses cross it.")]
SRV1 = """<?xml version="1.0"?><transcript><text start="1" dur="2">The bridge\nis open.</text>
<text start="4" dur="2">Cars &amp;amp; buses cross it.</text></transcript>"""
SRV3 = """<?xml version="1.0"?><timedtext format="3"><body><w t="0" id="1"/>
<p t="1000" d="9000" w="1"><s>The</s><s t="400"> bridge</s></p><p t="1800" d="900" w="1" a="1">\n</p>
<p t="3000" d="1000" w="1"><s>is</s><s t="300"> open.</s></p></body></timedtext>"""


@pytest.mark.parametrize("suffix", [".srv1", ".xml"])
def test_captions_of_youtube_are_read_at_their_times(suffix: str) -> None:
    assert cues(SRV1, suffix) == EXPECTED


def test_youtubes_words_have_their_times_and_captions_end_where_the_next_begins() -> None:
    events = [
        {"tStartMs": 1000, "dDurationMs": 9000,
         "segs": [{"utf8": "The"}, {"utf8": " bridge", "tOffsetMs": 400}]},
        {"tStartMs": 1800, "dDurationMs": 900, "aAppend": 1, "segs": [{"utf8": "\n"}]},
        {"tStartMs": 3000, "dDurationMs": 1000,
         "segs": [{"utf8": "is"}, {"utf8": " open.", "tOffsetMs": 300}]},
    ]  # fmt: skip
    for text in (SRV3, json.dumps({"events": events})):
        assert starts(text) == [("The", 1.0), ("bridge", 1.4), ("is", 3.0), ("open.", 3.3)]
        assert [line.stop_s for line in lines_of(text)] == [3.0, 4.0]
