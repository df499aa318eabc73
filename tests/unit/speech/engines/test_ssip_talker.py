"""Saying lines by Speech Dispatcher: one at a time, cut off at once, said again, and given up in time."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("Speech Dispatcher is a part of free systems", allow_module_level=True)

from briefing.ports.speech import SpeechVoice, TalkLine
from briefing.speech.engines import ssip_connection, ssip_talker
from briefing.speech.engines.ssip_talker import SsipTalker, rate_of
from tests.ssip_server import SsipServer, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VOICES = {
    each.id: each for each in (SpeechVoice("tell/one", "one", "en"), SpeechVoice("tell/two", "two", "de"))
}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SsipServer]:
    with SsipServer(tmp_path / "s") as server:
        yield server


@pytest.fixture
def talker(server: SsipServer) -> Iterator[SsipTalker]:
    talker = SsipTalker(server.path, VOICES)
    yield talker
    talker.close()


def line(
    text: str, voice: str = "tell/one", wpm: float = 175, pitch: int = 50, percent: float = 100
) -> TalkLine:
    return TalkLine(text, voice, wpm, pitch, percent)


def test_lines_are_said_one_after_another_and_the_end_wakes(server: SsipServer, talker: SsipTalker) -> None:
    woken = threading.Event()
    talker.wake_by(woken.set)
    talker.say([line("One."), line("Zwei.", "tell/two"), line(" ")])
    assert talker.is_saying
    until(lambda: server.said == ["One."])
    server.finish()
    until(lambda: server.said == ["One.", "Zwei."])
    assert talker.is_saying
    assert not woken.is_set()
    server.finish()
    assert woken.wait(20)
    assert not talker.is_saying
    assert talker.fault is None


def test_voice_language_rate_pitch_and_volume_are_set_before_a_line(
    server: SsipServer, talker: SsipTalker
) -> None:
    server.ends_by_itself = True
    talker.say([line("One.", wpm=390, pitch=0, percent=50), line("Zwei.", "tell/two", 80, 100, 0)])
    until(lambda: len(server.said) == 2)
    first, second = ({name: each[name] for name in each if name != "CLIENT_NAME"} for each in server.manners)
    common = {"NOTIFICATION": "ALL ON", "PRIORITY": "MESSAGE", "SSML_MODE": "off", "OUTPUT_MODULE": "tell"}
    assert first == common | {
        "LANGUAGE": "en", "SYNTHESIS_VOICE": "one", "RATE": "100", "PITCH": "-100", "VOLUME": "0",
    }  # fmt: skip
    assert second == common | {
        "LANGUAGE": "de", "SYNTHESIS_VOICE": "two", "RATE": "-100", "PITCH": "100", "VOLUME": "-100",
    }  # fmt: skip


def test_silence_is_at_once_and_nothing_of_the_rest_is_said(server: SsipServer, talker: SsipTalker) -> None:
    talker.say([line("One."), line("Two.")])
    until(lambda: server.said == ["One."])
    talker.hush()
    assert not talker.is_saying
    until(lambda: server.cancelled == ["One."])
    talker.say([line("Three.")])
    until(lambda: server.said[1:] == ["Three."])


def test_what_is_said_instead_cuts_off_what_is_said(server: SsipServer, talker: SsipTalker) -> None:
    talker.say([line("One.")])
    until(lambda: server.said == ["One."])
    talker.say([line("Two.")])
    until(lambda: server.said == ["One.", "Two."])
    assert server.cancelled == ["One."]
    assert talker.is_saying


def test_a_line_that_somebody_else_cuts_off_is_said_again_but_not_for_ever(
    server: SsipServer, talker: SsipTalker
) -> None:
    talker.say([line("One.")])
    for count in (1, 2, 3):
        until(lambda count=count: server.said == ["One."] * count)  # type: ignore[misc]
        server.interrupt()
    until(lambda: not talker.is_saying)
    assert server.said == ["One."] * 3


def test_a_server_that_stalls_is_a_fault_soon_and_wakes(
    server: SsipServer, talker: SsipTalker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ssip_connection, "ANSWER_S", 0.05)
    woken = threading.Event()
    talker.wake_by(woken.set)
    server.is_stalled = True
    talker.say([line("One.")])
    assert woken.wait(20)
    assert talker.fault is not None
    assert not talker.is_saying
    talker.say([line("Two.")])
    talker.hush()
    assert not talker.is_saying


def test_a_line_that_never_ends_is_a_fault(
    server: SsipServer, talker: SsipTalker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ssip_talker, "SAID_S", 0.02)
    monkeypatch.setattr(ssip_talker, "SLOWEST_LETTER_S", 0.0)
    talker.say([line("One.")])
    until(lambda: talker.fault is not None)
    assert server.said == ["One."]


def test_a_server_that_dies_is_a_fault(server: SsipServer, talker: SsipTalker) -> None:
    talker.say([line("One.")])
    until(lambda: server.said == ["One."])
    server.die()
    until(lambda: talker.fault is not None)


def test_closing_is_silence_and_leaves_no_thread_and_no_client(
    server: SsipServer, talker: SsipTalker
) -> None:
    talker.say([line("One.")])
    until(lambda: server.said == ["One."])
    talker.close()
    talker.close()
    until(lambda: server.cancelled == ["One."] and server.left == 1)
    assert "ssip" not in [each.name for each in threading.enumerate()]
    talker.say([line("Two.")])
    assert server.said == ["One."]


@pytest.mark.parametrize(
    ("wpm", "rate"), [(20, -100), (80, -100), (175, 0), (282.5, 50), (390, 100), (2000, 100)]
)
def test_words_a_minute_are_a_rate(wpm: float, rate: int) -> None:
    assert rate_of(wpm) == rate
