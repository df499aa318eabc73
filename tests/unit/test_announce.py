"""What is said: in words, the new fact first, a full stop at the end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import announce, announce_voices
from briefing.model import Light, TransportState, VoiceKind
from briefing.sizes import TextSize
from tests.builders import make_document


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 seconds"),
        (1, "1 second"),
        (72.9, "1 minute 12 seconds"),
        (228, "3 minutes 48 seconds"),
        (3600, "1 hour"),
        (7261, "2 hours 1 minute 1 second"),
        (-5, "0 seconds"),
    ],
)
def test_a_duration_is_said_in_words(seconds: float, words: str) -> None:
    assert announce.duration(seconds) == words


@given(st.integers(0, 7 * 24 * 3600))
def test_the_clock_shows_what_the_words_say(seconds: int) -> None:
    hours, minutes, rest = map(int, announce.clock(seconds).split(":"))
    assert hours * 3600 + minutes * 60 + rest == seconds


def sentences() -> list[str]:
    return [
        *(announce.state(state) for state in TransportState),
        *(announce.size(size) for size in TextSize),
        *(announce.light(light) for light in Light),
        *(announce_voices.voice(kind) for kind in VoiceKind),
        announce.speed(1.25),
        announce.speed(1.0),
        announce.volume(80, is_muted=False),
        announce.volume(80, is_muted=True),
        announce.sleep(None),
        announce.sleep(900),
        announce.sync_offset(-40),
        announce.loop(None, None),
        announce.loop(3, None),
        announce.loop(3, 9),
        announce.follow(is_following=False),
    ]


@pytest.mark.parametrize("sentence", sentences())
def test_a_sentence_ends_with_a_stop_and_its_fact_fits_a_braille_line(sentence: str) -> None:
    assert sentence.endswith(".")
    assert len(sentence.split(".", maxsplit=1)[0]) <= 40
    assert sentence.isascii()


def test_no_two_states_sound_alike() -> None:
    told = {state: announce.state(state) for state in TransportState}
    assert len(set(told.values())) == len(TransportState)
    assert told[TransportState.ENDED] == "End of the briefing."


@pytest.mark.parametrize(
    "title", ["BREAKING: The bridge is open", "Breaking News - The bridge is open", "The bridge is open"]
)
def test_breaking_is_said_once(title: str) -> None:
    told = announce.item(1, 6, title, "Harbour News", None, is_breaking=True)
    assert told == "Item 1 of 6: Breaking news: The bridge is open, Harbour News."
    opened = make_document(title=title, kicker="Breaking News")
    assert announce.opened(opened, None) == "Breaking News: The bridge is open."
