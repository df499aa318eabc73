"""What doctor says of parts that work and parts that do not."""

from __future__ import annotations

import argparse
import json
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from briefing.cli.finding import Finding
from briefing.cli.subcommands import doctor
from briefing.errors import AudioError, ConfigError
from briefing.ports.library import FeedAnswer
from briefing.speech.engines import registry
from briefing.store.library import LibraryShelf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Checks = dict[str, "Callable[[], Finding]"]

FINE: Checks = {
    "Sound": lambda: Finding("Sound", True, "It goes through PulseAudio.", is_essential=True),
    "Speech": lambda: Finding("Speech", True, "141 voices.", is_essential=True),
    "Terminal": lambda: Finding("Terminal", False, "80 columns.", "Set a UTF-8 locale."),
}


def no_device() -> Finding:
    raise AudioError("There is no sound device.", "Connect one.")


def broken() -> Finding:
    raise OSError("no such library")


def consult(monkeypatch: pytest.MonkeyPatch, checks: Checks, *, as_json: bool = False) -> int:
    monkeypatch.setattr(doctor, "CHECKS", checks)
    return doctor.run(argparse.Namespace(json=as_json))


def test_all_is_well(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert consult(monkeypatch, FINE) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[1:] == [
        "Sound: works. It goes through PulseAudio.",
        "Speech: works. 141 voices.",
        "Terminal: does not work. 80 columns. Set a UTF-8 locale.",
    ]
    assert err == ""


@pytest.mark.parametrize(
    ("checks", "message"),
    [
        (FINE | {"Sound": no_device}, "briefing: Sound does not work here.\n"),
        (FINE | {"Sound": no_device, "Speech": broken}, "briefing: Sound and speech do not work here.\n"),
    ],
)
def test_what_is_missing_is_the_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], checks: Checks, message: str
) -> None:
    assert consult(monkeypatch, checks) == 4
    out, err = capsys.readouterr()
    assert "Sound: does not work. There is no sound device. Connect one." in out
    assert err == message


def test_as_json(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert consult(monkeypatch, FINE | {"Speech": broken}, as_json=True) == 4
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert [each["name"] for each in findings] == ["Sound", "Speech", "Terminal"]
    assert findings[1] == {
        "name": "Speech",
        "works": False,
        "text": "It raised OSError: no such library.",
        "hint": "Install briefing again.",
        "is_essential": True,
    }


def test_decoding_memory_and_settings_work_where_the_tests_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    for name in (
        "Self-voicing",
        "Decoding",
        "Timing words",
        "Large print",
        "For ears and fingers",
        "Memory of places",
        "Library",
        "Settings",
    ):
        found = doctor.CHECKS[name]()
        assert found.works, found
        assert found.name == name


def test_a_mistake_in_the_settings_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    path = tmp_path / "briefing" / "settings.toml"
    path.parent.mkdir()
    path.write_text('[keys]\nquit = "x"\nstop = "x"\n')
    found = doctor._checked("Settings", doctor.CHECKS["Settings"])
    assert not found.works
    assert found.text == "The key x cannot run both quit and stop."


def test_the_engine_that_was_chosen_and_cannot_speak_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    absent = next(each for each in registry.ENGINES if each.check() is not None)
    monkeypatch.setenv("BRIEFING_SPEECH_ENGINE", absent.name)
    found = doctor.CHECKS["Speech"]()
    assert found.works
    assert "reads instead." in found.hint


def test_an_engine_that_there_is_not_is_a_mistake_in_the_settings_and_not_in_speech(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "briefing").mkdir()
    (tmp_path / "briefing" / "settings.toml").write_text('speech_engine = "harp"\n')
    monkeypatch.delenv("BRIEFING_SPEECH_ENGINE")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert doctor.CHECKS["Speech"]().works
    with pytest.raises(ConfigError, match="no speech engine 'harp'"):
        doctor.CHECKS["Settings"]()


def test_the_library_is_told_with_what_is_wrong_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    path = tmp_path / "briefing" / "library.sqlite3"
    check = doctor.CHECKS["Library"]
    assert check() == Finding("Library", True, "There is none yet; `briefing subscribe ADDRESS` begins one.")
    assert not path.exists(), "it only looks"
    with closing(LibraryShelf(path)) as shelf:
        shelf.subscribe("https://a.example/feed")
        shelf.take(shelf.subscribe("https://b.example/feed").number, FeedAnswer(trouble="It is down."))
    text = f"2 feeds, 1 of which could not be had the last time, kept in {path}."
    assert check() == Finding("Library", True, text)
    path.unlink()
    path.symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere").write_bytes(b"")
    assert "is not a plain file" in check().text
    assert not check().works
