"""What is handed to a voice: lines that are short and clean, and lead back to the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Span
from briefing.speech.script import LINE_LIMIT, lines, speakable
from briefing.text.words import split_words


def said(text: str, language: str = "en-US") -> str:
    return " / ".join(line.text for line in lines(text, Span(0, len(text)), language))


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Plain words, and no more.", "Plain words, and no more."),
        ("The U.S. Secretary", "The U.S Secretary"),
        ("John F. Kennedy left the U.S.", "John F Kennedy left the U.S."),
        ("the ROK and the DPRK’s WMD", "the R.O.K and the D.P.R.K's W.M.D"),
        ("the IAEA, said", "the I.A.E.A, said"),
        ("a $4.2 billion deal", "a four point two billion dollar deal"),
        ("They won 3-1.", "They won three to one."),
        ("in the 1990s", "in the nineteen nineties"),
        ("Gen. Park spoke", "general Park spoke"),
        ("World War II.", "World War two."),
        ("10,000 people, 21st", "ten thousand people, twenty first"),
        ("He was there vs.", "He was there vs."),
    ],
)
def test_english_is_said_as_a_newsreader_says_it(text: str, spoken: str) -> None:
    assert said(text) == spoken


def test_a_language_without_tables_is_left_to_its_voice() -> None:
    assert said("Den 3. oktober kom 4,2 mia. $.", "da") == "Den 3. oktober kom 4,2 mia. $."


@given(st.text(max_size=2500), st.sampled_from(["en", "de", "fr", "zh"]), st.sampled_from([LINE_LIMIT, 80]))
def test_lines_are_short_clean_and_lead_back(text: str, language: str, limit: int) -> None:
    for line in lines(text, Span(0, len(text)), language, limit):
        assert 0 < len(line.text) <= limit
        assert line.text == speakable(line.text)
        origins = [line.origin(i) for i in range(len(line.text))]
        assert all(0 <= origin <= len(text) for origin in origins)
        assert [line.origin(i) for i in line.starts] == sorted(line.origin(i) for i in line.starts)


@given(st.text(alphabet="ab ,.漢", max_size=1500))
def test_no_word_is_lost_between_lines(text: str) -> None:
    spoken = "".join(line.text for line in lines(text, Span(0, len(text)), "de"))
    assert spoken.replace(" ", "") == text.replace(" ", "")


def test_a_full_line_is_cut_after_a_clause() -> None:
    text = "one two three, " * 60
    found = lines(text, Span(0, len(text)), "en")
    assert len(found) > 1
    assert all(line.text.endswith(",") for line in found)


@given(st.text(max_size=300))
def test_what_is_cleaned_keeps_its_offsets(text: str) -> None:
    clean = speakable(text)
    assert len(clean) == len(text)
    assert not any(ord(char) < 32 for char in clean)


def test_words_of_a_line_are_those_of_the_transcript() -> None:
    text = "The U.S. won, 3-1, on “Oct. 25”."
    (line,) = lines(text, Span(0, len(text)), "en")
    reached = {line.origin(start) for start, _ in split_words(line.text, 0, len(line.text))}
    words = list(split_words(text, 0, len(text)))
    assert all(any(a <= origin + 1 and origin < b for origin in reached) for a, b in words)
