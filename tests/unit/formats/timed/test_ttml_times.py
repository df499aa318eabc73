"""Times of TTML: of every kind, and counted from what holds them."""

from __future__ import annotations

import pytest

from tests.unit.formats.timed.timed_lines import cues, read, starts


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


def test_a_ttml_sequence_goes_on_where_the_one_before_ended() -> None:
    text = (
        '<tt xmlns="http://www.w3.org/ns/ttml"><body timeContainer="seq"><div timeContainer="seq">'
        '<p dur="2s">One.</p><p begin="1s" dur="3s">Two.</p></div>'
        '<div begin="1s"><p begin="1s" end="2s">Three.</p></div></body></tt>'
    )  # fmt: skip
    assert cues(text, ".ttml") == [(0.0, 2.0, "One."), (3.0, 6.0, "Two."), (8.0, 9.0, "Three.")]
