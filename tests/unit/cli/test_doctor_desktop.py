"""What doctor says of the desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.cli.doctor_desktop import desktop
from briefing.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("platform", "name"), [("darwin", "macOS"), ("win32", "Windows")])
def test_what_other_systems_lack_is_said(platform: str, name: str) -> None:
    found = desktop(Settings(), {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/bus"}, platform)
    assert found.works
    assert name in found.text
    assert "not there" in found.text


def test_what_is_turned_off_is_not_looked_for() -> None:
    assert "turned off" in desktop(Settings(desktop=False, notify=False), {}, "linux").text


def test_without_a_bus_that_is_said() -> None:
    assert "no session bus" in desktop(Settings(), {}, "linux").text


def test_a_bus_that_does_not_answer_is_a_fault(tmp_path: Path) -> None:
    found = desktop(Settings(), {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path}/none"}, "linux")
    assert not found.works
    assert "does not answer" in found.text
