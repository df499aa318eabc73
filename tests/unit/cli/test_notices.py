"""A notice when a command that took long is done, by a true bus."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING, Any

import pytest

if sys.platform != "linux":
    pytest.skip("other systems have no such bus", allow_module_level=True)

from briefing.cli.notices import LONG_S, run_with_notice
from tests.end_to_end.bus import Bus, is_installed
from tests.fakes import FakeClock
from tests.unit.desktop.test_link import notification_daemon

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("took_s", "how", "told"),
    [
        (LONG_S, (0, True), ["The export is done."]),
        (LONG_S - 1, (0, True), []),
        (LONG_S, (1, True), []),
        (LONG_S, (0, False), []),
    ],
    ids=["long", "short", "failed", "by a program"],
)
async def test_a_command_that_took_long_is_told_to_who_waited_for_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    took_s: float,
    how: tuple[int, bool],
    told: list[str],
) -> None:
    if not is_installed():
        pytest.skip("dbus-daemon, dbus-send and playerctl are not installed")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    clock = FakeClock()
    code, is_seen = how

    def run() -> int:
        clock.advance(took_s)
        return code

    with Bus(tmp_path) as bus:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
        shown: asyncio.Queue[list[Any]] = asyncio.Queue()
        daemon = await notification_daemon(bus.address, shown)
        found = await asyncio.to_thread(run_with_notice, "export", run, clock, is_seen=is_seen)
        assert found == code
        texts = [shown.get_nowait()[4] for _ in range(shown.qsize())]
        assert texts == told
        daemon.disconnect()
