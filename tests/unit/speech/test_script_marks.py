"""Marks of notes, soft hyphens and raised numbers: not heard, and they part no word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Span
from briefing.speech.script import lines

SENTENCES = [
    (
        "He ate² it.¹ The wall³ stood. It is 5 km² big‡ and old†.",
        "He ate it. The wall stood. It is five square kilometers big and old.",
    ),
    (
        "It rose in 2019.[4] The next fell.",
        "It rose in twenty nineteen. The next fell.",
    ),
    (
        "It covers 20 km² of land.",
        "It covers twenty square kilometers of land.",
    ),
    (
        "It holds 3 m³ of air.",
        "It holds three cubic meters of air.",
    ),
    (
        "It reopened.[1]",
        "It reopened.",
    ),
    (
        "It was shut[2][3] for years[citation needed] then.",
        "It was shut for years then.",
    ),
    (
        "A word[a] stands here.",
        "A word stands here.",
    ),
    (
        "It fell.[note 2]",
        "It fell.",
    ),
    (
        "It said so [4], too.",
        "It said so, too.",
    ),
    (
        "It was so,¹ they said.²",
        "It was so, they said.",
    ),
    (
        "The re\u00adopened in\u00adfra\u00adstruc\u00adture.",
        "The reopened infrastructure.",
    ),
    (
        "Zero\u200bwidth signs part no word.",
        "Zerowidth signs part no word.",
    ),
]


@pytest.mark.parametrize(("written", "spoken"), SENTENCES)
def test_a_mark_is_silent(written: str, spoken: str) -> None:
    assert " ".join(line.text for line in lines(written, Span(0, len(written)), "en-US")) == spoken


@pytest.mark.parametrize(
    ("language", "written", "spoken"),
    [
        ("de-CH", "Es kostet 1'234'567 Franken.", "Es kostet 1234567 Franken."),
        ("de", "Die Brü\u00adcke[1] ist offen.[2]", "Die Brücke ist offen."),
        ("fr", "Il coûte 1.234,50 €.", "Il coûte 1.234 euros 50."),
    ],
)
def test_other_languages_lose_marks_alone(language: str, written: str, spoken: str) -> None:
    assert [line.text for line in lines(written, Span(0, len(written)), language)] == [spoken]


def test_what_is_said_leads_back_to_its_word_past_a_silent_mark() -> None:
    written = "It re\u00adopened[1] at once."
    (line,) = lines(written, Span(0, len(written)), "en")
    assert written[line.origin(line.text.index("at once")) :] == "at once."


ODD = ["word—word", "end.Next", "7-6(5)", "give[s]", "$4m", "U.S.", "a\u00adb", "x[2]", "MiG-31K", "IT", "12"]


@given(
    st.lists(st.sampled_from(ODD) | st.text(max_size=12), max_size=8),
    st.sampled_from(["en", "en-GB", "de", "fr", "es", "it"]),
)
def test_what_stands_as_written_stands_where_it_leads_back_to(parts: list[str], language: str) -> None:
    written = " ".join(parts)
    for line in lines(written, Span(0, len(written)), language):
        for start, origin, is_literal in zip(line.starts, line.origins, line.is_literal, strict=True):
            assert 0 <= origin < len(written)
            assert not is_literal or written[origin] == line.text[start]
