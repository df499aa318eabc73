"""Lists in screen reader mode: a mode of their own, walked row by row, chosen by number, and left."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import BlockKind
from tests.builders import make_document
from tests.stage import Stage
from tests.ui.test_linear import ALL_KEYS, Reader

FOOTNOTES = [(BlockKind.NOTE, f"Footnote {number}.") for number in range(1, 13)]


def with_notes() -> Reader:
    return Reader(Stage(make_document("A story.", blocks=FOOTNOTES))).start()


@pytest.mark.parametrize("number", range(1, 13))
def test_twelve_of_twelve_are_reached_by_their_numbers_and_enter(number: int) -> None:
    reader = with_notes()
    reader.press("e")
    assert reader.heard(*str(number))[-1] == f"{number} of 12: Footnote {number}."
    assert reader.heard("enter") == [f"Note {number} of 12: Footnote {number}."]


def test_a_list_says_what_it_is_and_where_one_is_in_one_line_and_how_to_go_on_once() -> None:
    reader = with_notes()
    assert reader.heard("e") == ["Notes. 1 of 12: Footnote 1. J or down goes on, enter chooses, Q closes."]
    reader.press("q")
    assert reader.heard("e") == ["Notes. 1 of 12: Footnote 1."]


def test_a_list_is_walked_row_by_row_to_its_ends() -> None:
    reader = with_notes()
    reader.press("e")
    assert reader.heard("j", "down", "k", "end", "j", "^", "up") == [
        "2 of 12: Footnote 2.",
        "3 of 12: Footnote 3.",
        "2 of 12: Footnote 2.",
        "12 of 12: Footnote 12.",
        "There is no other below.",
        "1 of 12: Footnote 1.",
        "There is none before.",
    ]
    assert reader.heard("j", "enter")[-1] == "Note 2 of 12: Footnote 2."
    assert reader.heard("j")[-1] != "3 of 12: Footnote 3.", "keys are commands again"


@pytest.mark.parametrize("key", ["escape", "q", "e"])
def test_a_list_is_left_by_escape_by_q_and_by_its_own_key_and_says_so(key: str) -> None:
    reader = with_notes()
    reader.press("e")
    assert reader.heard(key) == ["Notes closed."]
    assert not reader.face.is_done
    assert reader.heard("m") == ["Muted."]


def test_a_page_of_rows_is_read_in_one_line() -> None:
    reader = with_notes()
    reader.press("e")
    page = " ".join(reader.heard("pagedown"))
    assert page.startswith("2 of 12: Footnote 2. 3 of 12:")
    assert page.endswith("11 of 12: Footnote 11.")
    assert reader.heard("pagedown", "pagedown") == ["12 of 12: Footnote 12.", "There is no other below."]


def test_a_letter_goes_to_the_next_row_that_begins_with_it() -> None:
    headings = [(BlockKind.HEADING, title) for title in ("Alpha", "Beta", "Bravo")]
    reader = Reader(Stage(make_document("A story.", title="News", blocks=headings))).start()
    reader.press("o")
    assert reader.heard("b", "b", "b", "n", "x") == [
        "3 of 4: Beta, level 2.",
        "4 of 4: Bravo, level 2.",
        "3 of 4: Beta, level 2.",
        "1 of 4: News.",
        "None begins with X.",
    ]


def test_keys_that_are_no_letters_play_and_set_the_sound_as_ever_and_others_are_answered() -> None:
    reader = with_notes()
    reader.press("e")
    assert reader.heard("(", "space") == ["Volume 95 percent.", "Playing."]
    assert reader.heard("/") == ["Slash does nothing in a list. Question mark tells the keys."]
    assert reader.heard("9", "9")[-1] == "9 of 12: Footnote 9.", "none begins with 99"
    (keys,) = reader.heard("?")
    assert keys.startswith("Enter: Choose it. J, down: Next.")
    assert reader.heard("j") == ["10 of 12: Footnote 10."]


STAYING = [key for key in ALL_KEYS if key not in ("enter", "escape", "q", "e", ":")]


@given(st.lists(st.sampled_from(STAYING), max_size=25))
@settings(max_examples=100, deadline=None)
def test_every_key_is_answered_once_in_a_list(keys: list[str]) -> None:
    reader = with_notes()
    reader.press("e")
    for key in keys:
        assert len(reader.press(key)) == 1, key
    assert reader.heard("q") == ["Notes closed."]


def test_walking_the_list_of_voices_tries_each_and_leaving_it_takes_that_back() -> None:
    reader = Reader().start()
    session = reader.stage.session
    assert reader.heard("V")[0].startswith("Voices. 1 of 2: Ann, en.")
    assert reader.heard("j") == ["2 of 2: Bernd, de."]
    assert session.settings.speech_voice == "Bernd"
    assert session.playback.is_playing
    assert reader.heard("q") == ["Voices closed."]
    assert (session.settings.speech_voice, session.playback.is_playing) == ("", False)
    reader.press("V", "j", "enter")
    assert reader.stage.keeper.kept == {"speech_voice": "Bernd"}
