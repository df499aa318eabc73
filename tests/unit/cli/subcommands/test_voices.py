"""`briefing voices`: who can read aloud, as lines and as data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from briefing.cli.main import main
from briefing.errors import SpeechError
from briefing.speech.engines import registry
from briefing.speech.engines.synthesiser import Synthesiser
from tests.fakes import ToneSpeech

if TYPE_CHECKING:
    from pathlib import Path

TONE = Synthesiser("tone", "The tone", lambda: None, ToneSpeech, tells_words=True)
ABSENT = Synthesiser(
    "absent", "Absent", lambda: SpeechError("It is not installed.", "Get it."), ToneSpeech, tells_words=False
)


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


@pytest.fixture(autouse=True)
def _no_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has chosen an engine."""
    monkeypatch.delenv("BRIEFING_SPEECH_ENGINE")


def test_every_voice_here_is_a_line_with_its_engine_language_and_licence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["voices"]) == 0
    out, err = capsys.readouterr()
    rows = [line.split("\t") for line in out.splitlines()]
    assert {len(row) for row in rows} == {5}
    assert ["espeak", "English (America)", "en-US", "gmw/en-us", "GPL-3.0-or-later"] in rows
    assert err == ""


def test_as_data(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(registry, "ENGINES", (ABSENT, TONE))
    assert main(["voices", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(each["engine"], each["voices"], each["fault"]) for each in told["engines"]] == [
        ("tone", 3, None),
        ("absent", 0, "It is not installed."),
    ]
    assert told["voices"][2] == {
        "engine": "tone",
        "name": "German",
        "language": "de",
        "id": "tone-de",
        "licence": None,
    }


def test_an_engine_that_was_asked_for_and_cannot_speak_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(registry, "ENGINES", (ABSENT, TONE))
    monkeypatch.setenv("BRIEFING_SPEECH_ENGINE", "absent")
    assert main(["voices"]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[0] == "tone\tEnglish (America)\ten-US\ttone-us\tlicence not known"
    assert err == "It is not installed. Get it.\n"


def test_no_voice_at_all_is_no_speech(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(registry, "ENGINES", (ABSENT,))
    assert main(["voices"]) == 4
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "briefing: It is not installed. Get it.\n"


def test_an_engine_that_there_is_not_is_answered_with_those_there_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BRIEFING_SPEECH_ENGINE", "harp")
    assert main(["voices"]) == 2
    said = capsys.readouterr().err
    assert "no speech engine 'harp'" in said
    assert all(each.name in said for each in registry.ENGINES)


def test_a_setting_that_names_no_engine_is_not_written(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["settings", "speech_engine", "harp"]) == 2
    assert "no speech engine 'harp'" in capsys.readouterr().err
    assert not list(tmp_path.rglob("*.toml"))
    assert main(["settings", "speech_engine", "espeak"]) == 0
