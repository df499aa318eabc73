"""The way to the process on the bus, and a notice by it, on a bus of the test's own."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING, Any

import pytest

if sys.platform != "linux":
    pytest.skip("other systems have no such bus", allow_module_level=True)

from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus

from briefing.desktop.link import DesktopLink, show_notice, shows_notices
from briefing.errors import BriefingError
from tests.end_to_end.bus import Bus, is_installed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOTIFICATIONS = "org.freedesktop.Notifications"


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[Bus]:
    if not is_installed():
        pytest.skip("dbus-daemon, dbus-send and playerctl are not installed")
    with Bus(tmp_path) as bus:
        yield bus


async def notification_daemon(address: str, shown: asyncio.Queue[list[Any]]) -> MessageBus:
    """Return a desktop's part that shows notices: what it is told comes into `shown`."""
    daemon = await MessageBus(bus_address=address).connect()

    def answer(call: Message) -> Message | None:
        if call.message_type is MessageType.METHOD_CALL and call.member == "Notify":
            shown.put_nowait(call.body)
            return Message.new_method_return(call, "u", [1])
        return None

    daemon.add_message_handler(answer)
    await daemon.request_name(NOTIFICATIONS)
    return daemon


async def test_a_notice_is_shown_by_the_desktop_and_says_no_more_than_its_sentence(bus: Bus) -> None:
    shown: asyncio.Queue[list[Any]] = asyncio.Queue()
    assert not await asyncio.to_thread(shows_notices, bus.address)
    daemon = await notification_daemon(bus.address, shown)
    assert await asyncio.to_thread(shows_notices, bus.address)
    await asyncio.to_thread(show_notice, bus.address, "Timing the words is done.")
    program, _, _, title, text, actions, *_ = shown.get_nowait()
    assert (program, title, text, actions) == ("briefing", "briefing", "Timing the words is done.", [])
    daemon.disconnect()


def test_without_somebody_to_show_it_a_notice_is_nothing(bus: Bus) -> None:
    show_notice(bus.address, "Timing the words is done.")
    bus.kill()
    show_notice(bus.address, "Timing the words is done.")
    with pytest.raises(BriefingError):
        shows_notices(bus.address)


def test_a_link_that_is_closed_at_once_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    link = DesktopLink(f"unix:path={tmp_path}/none", lambda _: None, lambda: None)
    link.close()
    link.close()
    assert list(tmp_path.iterdir()) == []
