"""Media keys, as terminals send them and as a session hears of them."""

from __future__ import annotations

import pytest

from briefing.ui.keys.decode import KeyDecoder
from briefing.ui.keys.media import COMMANDS, WISHES, press_media_key
from briefing.ui.keys.names import FULL_KEYBOARD, MEDIA, UNKNOWN
from tests.stage import Stage


def test_each_media_key_is_told_by_its_number() -> None:
    sent = "".join(f"\x1b[{number}u" for number in range(57428, 57441)).encode()
    assert KeyDecoder().feed(sent) == list(MEDIA)
    assert KeyDecoder().feed(b"\x1b[57430;1u\x1b[57441u") == ["media_play_pause", UNKNOWN]


def test_the_keypad_by_its_numbers_is_the_keypad() -> None:
    assert KeyDecoder().feed(b"\x1b[57399u\x1b[57414u\x1b[57419u\x1b[57413u") == ["0", "enter", "up", "+"]


def test_the_answer_of_a_terminal_is_no_key_that_anybody_pressed() -> None:
    assert KeyDecoder().feed(b"\x1b[?0u") == [FULL_KEYBOARD]
    assert KeyDecoder().feed(b"\x1b[?99999u") == [UNKNOWN]


def test_every_media_key_but_two_does_something() -> None:
    assert set(MEDIA) - {*WISHES, *COMMANDS} == {"media_reverse", "media_record"}


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("media_play_pause", "Playing."),
        ("media_play", "Playing."),
        ("media_stop", "Stopped, at the start."),
        ("mute_volume", "Muted."),
    ],
)
def test_a_media_key_is_answered_as_any_key_is(key: str, said: str) -> None:
    stage = Stage().open()
    assert press_media_key(stage.session, key)
    assert stage.said[-1].startswith(said[:4])


def test_what_is_no_media_key_is_left_to_others() -> None:
    stage = Stage().open()
    before = len(stage.said)
    assert not press_media_key(stage.session, "media_record")
    assert len(stage.said) == before
