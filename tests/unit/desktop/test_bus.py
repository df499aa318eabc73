"""Which bus a session has."""

from __future__ import annotations

import socket
import sys
from typing import TYPE_CHECKING

import pytest

from briefing.desktop.bus import session_bus

if TYPE_CHECKING:
    from pathlib import Path


def test_the_bus_that_is_named() -> None:
    named = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/bus", "XDG_RUNTIME_DIR": "/nowhere"}
    assert session_bus(named, "linux") == "unix:path=/run/bus"
    assert session_bus(named, "darwin") == ""


@pytest.mark.parametrize("address", ["disabled:", "autolaunch:", "autolaunch:scope=install"])
def test_none_is_started_for_the_player(address: str) -> None:
    assert session_bus({"DBUS_SESSION_BUS_ADDRESS": address}, "linux") == ""


@pytest.mark.skipif(sys.platform == "win32", reason="sockets there are no files")
def test_the_bus_of_who_is_logged_in(tmp_path: Path) -> None:
    environ = {"XDG_RUNTIME_DIR": str(tmp_path)}
    assert session_bus(environ, "linux") == ""
    (tmp_path / "bus").write_text("no socket")
    assert session_bus(environ, "linux") == ""
    (tmp_path / "bus").unlink()
    with socket.socket(socket.AF_UNIX) as bus:
        bus.bind(str(tmp_path / "bus"))
        assert session_bus(environ, "linux") == f"unix:path={tmp_path}/bus"
    assert session_bus({}, "linux") == ""
