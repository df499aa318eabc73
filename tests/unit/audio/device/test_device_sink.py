from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.audio.device.sink import DeviceSink
from briefing.errors import AudioError
from tests.contracts import Pulls

if TYPE_CHECKING:
    from pathlib import Path


def test_without_a_sound_server_there_is_no_device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PULSE_SERVER", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(tmp_path / "none"))
    monkeypatch.setenv("HOME", str(tmp_path))
    sink = DeviceSink()
    with pytest.raises(AudioError, match="sound device") as caught:
        sink.start(Pulls().render)
    assert "to hear it, " in str(caught.value)
    sink.stop()
