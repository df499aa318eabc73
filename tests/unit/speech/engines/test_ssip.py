"""Speech Dispatcher as an engine: whether it is there, its voices, and that it gives no sound."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("Speech Dispatcher is a part of free systems", allow_module_level=True)

from briefing.errors import SpeechError
from briefing.speech.engines import registry, ssip
from tests.ssip_server import SsipServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SsipServer]:
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{tmp_path / 's'}")
    with SsipServer(tmp_path / "s") as server:
        yield server


def test_where_nobody_answers_it_says_where_it_looked_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SPEECHD_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    fault = ssip.check()
    assert fault is not None
    assert fault.message == (
        f"Speech Dispatcher does not run: nobody answers at {tmp_path}/speech-dispatcher/speechd.sock."
    )
    assert "speech-dispatcher --spawn" in (fault.hint or "")


def test_a_socket_that_was_left_behind_is_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{tmp_path / 's'}")
    (tmp_path / "s").touch()
    assert ssip.check() is not None


def test_an_address_of_another_kind_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEECHD_ADDRESS", "inet_socket:127.0.0.1:6560")
    fault = ssip.check()
    assert fault is not None
    assert "SPEECHD_ADDRESS names another address" in fault.message


def test_its_voices_are_those_of_every_module_without_those_of_another_timbre(server: SsipServer) -> None:
    assert ssip.check() is None
    engine = ssip.SYNTHESISER.open()
    assert [(each.id, each.name, each.language) for each in engine.voices()] == [
        ("tell/one", "one", "en"),
        ("tell/two", "two", "de"),
        ("harp/one", "one", "en-GB"),
    ]
    engine.close()
    assert not server.said


def test_it_gives_no_sound_and_says_so(server: SsipServer) -> None:
    engine = ssip.SYNTHESISER.open()
    with pytest.raises(SpeechError, match="plays its sound itself and gives none"):
        engine.synthesise("Hello.", engine.voices()[0].id, 175, 50)
    assert not server.said


def test_auto_never_takes_it(server: SsipServer) -> None:
    assert server.path.exists()
    assert "ssip" not in [each.name for each in registry.in_order()]
    assert "ssip" not in [each.name for each in registry.in_order("espeak")]


def test_only_the_player_reads_by_it_and_all_else_is_told_who_reads_instead(server: SsipServer) -> None:
    told: list[str] = []
    player, written = registry.open_speech("ssip", is_player=True), registry.open_speech("ssip", told.append)
    assert {each.id.partition("/")[0] for each in player.voices()} == {"tell", "harp"}
    assert len(told) == 1
    assert told[0].startswith("Speech Dispatcher plays its sound itself and gives none. ")
    assert len(written.synthesise("Hello.", written.voices()[0].id, 175, 50).pcm.samples) > 1000
    for each in (player, written):
        each.close()
    assert not server.said


def test_what_must_answer_at_once_says_nothing_of_it(server: SsipServer) -> None:
    told: list[str] = []
    engine = registry.open_speech("ssip", told.append, is_quick=True)
    assert engine.title == "eSpeak NG"
    engine.close()
    assert told == []
    assert not server.said


@pytest.mark.parametrize("is_running", [True, False])
def test_where_it_went_away_another_engine_reads_and_that_is_told(
    server: SsipServer, *, is_running: bool
) -> None:
    told: list[str] = []
    if not is_running:
        server.die()
    engine = registry.open_speech("ssip", told.append, is_player=True)
    if is_running:
        server.die()
    assert any(each.id.startswith("gmw/") for each in engine.voices())
    engine.close()
    (sentence,) = told
    assert sentence.startswith("Speech Dispatcher ")
    assert "eSpeak NG reads" in sentence
