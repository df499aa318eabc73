"""What is said, by whom, and which sound belongs to which word: the pure parts of speech."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import SpeechError
from briefing.model import Span
from briefing.ports import SpeechVoice
from briefing.speech.marks import place_words
from briefing.speech.pacing import FASTEST_WPM, SLOWEST_WPM, fit, fitting_wpm
from briefing.speech.script import LINE_LIMIT, lines, speakable
from briefing.speech.voices import pick_voice, tidy_tag
from briefing.text.transcript import split_words


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
    assert all(line.text.endswith(",") for line in lines(text, Span(0, len(text)), "en"))


@given(st.text(max_size=300))
def test_what_is_cleaned_keeps_its_offsets(text: str) -> None:
    clean = speakable(text)
    assert len(clean) == len(text)
    assert not any(ord(char) < 32 for char in clean)


def test_the_first_event_of_a_word_counts() -> None:
    # "2025" fires twice, "the" never.
    words = [(0, 2), (3, 7), (8, 11), (12, 15)]
    assert place_words(words, [(0, 0), (3, 100), (5, 150), (12, 300)], 400) == [0, 100, 211, 300]


def test_what_runs_backwards_is_dropped() -> None:
    words = [(0, 1), (2, 3), (4, 5)]
    assert place_words(words, [(0, 0), (4, 200), (2, 250)], 300) == [0, 100, 200]


def test_without_events_words_share_the_sound_by_length() -> None:
    assert place_words([(0, 1), (2, 5)], [], 600) == [0, 200]


@given(
    st.lists(st.integers(1, 9), max_size=30),
    st.lists(st.tuples(st.integers(-3, 400), st.integers(-50, 5000)), max_size=60),
    st.integers(0, 4000),
)
def test_words_never_run_backwards(
    lengths: list[int], events: list[tuple[int, int]], length_frames: int
) -> None:
    words, at = [], 0
    for length in lengths:
        words.append((at, at + length))
        at += length + 1
    frames = place_words(words, [(c, f) for c, f in events if f >= 0], length_frames)
    assert len(frames) == len(words)
    assert frames == sorted(frames)
    assert all(0 <= frame <= length_frames for frame in frames)


VOICES = [
    SpeechVoice("de", "German", "de"),
    SpeechVoice("gb", "English (Great Britain)", "en-GB"),
    SpeechVoice("nyc", "English (New York)", "en-US-nyc"),
    SpeechVoice("us", "English (America)", "en-US"),
    SpeechVoice("pinyin", "Mandarin", "cmn-Latn-pinyin"),
    SpeechVoice("cmn", "Mandarin", "cmn"),
    SpeechVoice("pt", "Portuguese", "pt"),
    SpeechVoice("br", "Portuguese (Brazil)", "pt-BR"),
]


@pytest.mark.parametrize(
    ("language", "preferred", "expected"),
    [
        ("en-US", None, "us"),
        ("en-GB", None, "gb"),
        ("en_gb", None, "gb"),
        ("en", None, "us"),
        (None, None, "us"),
        ("en-AU", None, "us"),
        ("de-AT", None, "de"),
        ("zh-CN", None, "cmn"),
        ("pt-BR", None, "br"),
        ("pt-PT", None, "pt"),
        ("xx", None, "us"),
        ("de", "GB", "gb"),
        ("de", "english (america)", "us"),
        ("de", "nobody", "de"),
        ("", None, "us"),
    ],
)
def test_the_voice_fits_the_language(language: str | None, preferred: str | None, expected: str) -> None:
    assert pick_voice(VOICES, language, preferred).id == expected


def test_no_voice_at_all_is_told() -> None:
    with pytest.raises(SpeechError):
        pick_voice([], "en")


@pytest.mark.parametrize(
    ("tag", "tidy"), [("en_US", "en-US"), ("zh-hant", "zh-Hant"), ("en-gb-x-rp", "en-GB-x-rp"), ("", "")]
)
def test_tags_are_tidied(tag: str, tidy: str) -> None:
    assert tidy_tag(tag) == tidy


times = st.floats(0.5, 5000)


@given(times, times, st.floats(1, 20000))
def test_a_pace_fills_its_time_exactly(speech_s: float, pause_s: float, duration_s: float) -> None:
    pace = fit(speech_s, pause_s, 175, duration_s)
    assert pace.pause_scale >= 0
    assert pace.tempo > 0
    assert speech_s / pace.tempo + pause_s * pace.pause_scale == pytest.approx(duration_s)


@given(times, times, st.floats(0, 20000))
def test_the_rate_stays_within_what_a_voice_can_do(
    speech_s: float, pause_s: float, duration_s: float
) -> None:
    assert SLOWEST_WPM <= fitting_wpm(speech_s, pause_s, 175, duration_s) <= FASTEST_WPM


def test_the_rate_comes_before_the_pauses_and_they_before_stretching() -> None:
    assert fitting_wpm(100, 20, 175, 60) == 350
    assert fit(100, 20, 175, 130).tempo == 1
    assert fit(100, 20, 175, 110).tempo == 1
    assert fit(100, 20, 900, 60).tempo > 1
    assert fit(100, 20, 80, 300).tempo < 1


def test_words_of_a_line_are_those_of_the_transcript() -> None:
    text = "The U.S. won, 3-1, on “Oct. 25”."
    (line,) = lines(text, Span(0, len(text)), "en")
    reached = {line.origin(start) for start, _ in split_words(line.text, 0, len(line.text))}
    words = list(split_words(text, 0, len(text)))
    assert all(any(a <= origin + 1 and origin < b for origin in reached) for a, b in words)
