"""The player on a desktop: media keys and panels, by a true bus and playerctl, whatever becomes of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

import pytest

if sys.platform != "linux":
    pytest.skip("other systems have no such bus", allow_module_level=True)

from briefing.limits import SPEED_HIGH
from tests.end_to_end.bus import NAME, PATIENCE_S, Bus, is_installed
from tests.end_to_end.descendants import command_of, descendants, inheriting
from tests.end_to_end.player import Player
from tests.end_to_end.sound import end, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

if not is_installed():
    pytest.skip("dbus-daemon, dbus-send and playerctl are not installed", allow_module_level=True)

SAMPLE: Final = str(Path(__file__).resolve().parents[2] / "media" / "arms-transfers.md")
TITLE: Final = "Three Nations Condemn North Korean Arms for Russia"
WORKER: Final = "briefing.desktop.process"
QUIET: Final = ("--sink", "null", "--no-align")
FLOOD: Final = 20_000


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[Bus]:
    folder = tmp_path / "runtime"
    folder.mkdir(mode=0o700)
    with Bus(folder) as bus:
        yield bus


def open_player(bus: Bus, folder: Path, *arguments: str, face: str = "--linear") -> Player:
    folder.mkdir(exist_ok=True)
    return Player(folder, *(arguments or (SAMPLE,)), *QUIET, environment=bus.environment, face=face)


def await_player(bus: Bus, player: Player) -> None:
    """Wait until a desktop sees the player, with its voice loaded."""
    player.wait_for(lambda _: bus.playerctl("status") == "Paused", "no player on the bus")
    player.wait_for(lambda _: property_of(bus, "CanSeek") == "true", "no voice")


def is_file(address: str) -> bool:
    return address.startswith("file://")


def said(player: Player) -> list[str]:
    return [event["text"] for event in player.events if event["event"] == "announce"]


def works(player: Player) -> None:
    """Assert that it answers a key."""
    before = len(said(player))
    player.press("i")
    player.wait_for(lambda _: len(said(player)) > before, "no answer to a key")


@pytest.mark.parametrize("face", ["--linear", "--tui"])
def test_a_desktop_sees_and_commands_the_player(bus: Bus, tmp_path: Path, face: str) -> None:
    with open_player(bus, tmp_path / "home", face=face) as player:
        await_player(bus, player)
        assert bus.playerctl("metadata", "xesam:title") == TITLE
        assert unquote(urlsplit(bus.playerctl("metadata", "xesam:url")).path) == SAMPLE
        bus.playerctl("play-pause")
        bus.wait_for(player, ("status",), lambda found: found == "Playing")
        first_s = float(bus.playerctl("position"))
        bus.wait_for(player, ("position",), lambda found: float(found) > first_s)
        bus.playerctl("pause")
        bus.wait_for(player, ("status",), lambda found: found == "Paused")
        bus.playerctl("position", "60")
        bus.wait_for(player, ("position",), lambda found: 59.9 < float(found) < 60.1)
        bus.playerctl("position", "10-")
        bus.wait_for(player, ("position",), lambda found: 49.9 < float(found) < 50.1)
        bus.playerctl("position", "5+")
        bus.wait_for(player, ("position",), lambda found: 54.9 < float(found) < 55.1)
        bus.playerctl("next")
        after_s = float(bus.wait_for(player, ("position",), lambda found: float(found) > 55.2))
        bus.playerctl("previous")
        bus.wait_for(player, ("position",), lambda found: float(found) < after_s - 1)
        bus.playerctl("volume", "0.5")
        bus.wait_for(player, ("volume",), lambda found: float(found) == 0.5)
        bus.set("Rate", "double:1.5")
        bus.wait_for(player, ("metadata", "--format", "{{status}}"), lambda _: speed_of(bus) == 1.5)
        bus.set("Rate", "double:99")
        player.wait_for(lambda _: speed_of(bus) == SPEED_HIGH, "no highest speed")
        bus.playerctl("stop")
        bus.wait_for(player, ("status",), lambda found: found == "Stopped")
        # What the desktop asks for is done, and said, as if by a key.
        assert {"Playing.", "1 minute.", "Volume 50 percent.", "Speed 1.5.", "Stopped, at the start."} <= {
            *said(player),
            *(text.partition(". ")[0] + "." for text in said(player)),
        }
        bus.send(NAME, "org.mpris.MediaPlayer2", "Quit")
        assert player.wait_for_end() == 0
    wait_until(lambda: bus.players() == ["No", "players", "found"], PATIENCE_S, "still on the bus")


def property_of(bus: Bus, name: str) -> str:
    player = "string:org.mpris.MediaPlayer2.Player"
    answer = bus.send(NAME, "org.freedesktop.DBus.Properties", "Get", player, f"string:{name}")
    return answer.split()[-1]


def speed_of(bus: Bus) -> float:
    return float(property_of(bus, "Rate"))


def test_changes_are_told_to_who_follows_and_playing_on_is_no_change(bus: Bus, tmp_path: Path) -> None:
    monitor = ["dbus-monitor", "--address", bus.address, "type='signal',path='/org/mpris/MediaPlayer2'"]
    with open_player(bus, tmp_path / "home") as player:
        await_player(bus, player)
        bus.wait_for(player, ("metadata", "mpris:artUrl"), is_file)
        follower = bus.follow("status")
        seen = tmp_path / "signals"
        with seen.open("wb") as file:
            watcher = subprocess.Popen(monitor, stdout=file, stderr=subprocess.DEVNULL)
        try:
            assert follower.stdout is not None
            assert follower.stdout.readline().strip() == "Paused"
            wait_until(lambda: b"NameAcquired" in seen.read_bytes(), PATIENCE_S, "no monitor")
            bus.playerctl("play")
            assert follower.stdout.readline().strip() == "Playing"
            bus.wait_for(player, ("position",), lambda found: float(found) > 3)
            bus.playerctl("position", "60")
            wait_until(lambda: b"member=Seeked" in seen.read_bytes(), PATIENCE_S, "no Seeked")
            bus.playerctl("pause")
            assert follower.stdout.readline().strip() == "Paused"
            wait_until(lambda: seen.read_bytes().count(b'"Paused"') == 1, PATIENCE_S, "no signal")
        finally:
            end(follower)
            end(watcher)
            if follower.stdout is not None:
                follower.stdout.close()
    told = seen.read_text("utf-8")
    assert told.count("member=PropertiesChanged") == 2
    assert told.count("member=Seeked") == 1
    assert "int64 60" in told


def test_the_cover_is_a_file_that_goes_with_the_player(bus: Bus, tmp_path: Path) -> None:
    with open_player(bus, tmp_path / "home") as player:
        await_player(bus, player)
        address = bus.wait_for(player, ("metadata", "mpris:artUrl"), is_file)
        cover = Path(unquote(urlsplit(address).path))
        assert cover.read_bytes()[:4] in (b"\x89PNG", b"\xff\xd8\xff\xe0")
        assert cover.parent.stat().st_mode & 0o077 == 0
        player.press("q")
        assert player.wait_for_end() == 0
    assert not cover.parent.exists()


def test_a_second_player_has_a_name_of_its_own(bus: Bus, tmp_path: Path) -> None:
    with open_player(bus, tmp_path / "one") as one, open_player(bus, tmp_path / "two") as two:
        wait_until(lambda: len(bus.players()) == 2, PATIENCE_S, "not both on the bus")
        pids = {one.process.pid, two.process.pid}
        assert "briefing" in bus.players()
        assert {f"briefing.instance{pid}" for pid in pids} & set(bus.players())


@pytest.mark.parametrize("how", ["q", "SIGKILL"])
def test_no_process_and_no_file_is_left(bus: Bus, tmp_path: Path, how: str) -> None:
    known = set(descendants())
    with inheriting(), open_player(bus, tmp_path / "home") as player:
        await_player(bus, player)
        bus.wait_for(player, ("metadata", "mpris:artUrl"), is_file)
        if how == "q":
            player.press("q")
        else:
            player.process.send_signal(signal.SIGKILL)
        player.process.wait()
        wait_until(lambda: not _alive(known), PATIENCE_S, "processes are left")
    if how == "SIGKILL":  # nobody is left then who could: the next player does
        with open_player(bus, tmp_path / "again") as player:
            await_player(bus, player)
            player.press("q")
            player.wait_for_end()
    assert list((tmp_path / "runtime").glob("briefing-*")) == []


def _alive(known: set[int]) -> list[int]:
    return [pid for pid, state in descendants().items() if pid not in known and state != "Z"]


def test_where_the_bus_dies_it_plays_on_and_is_seen_again_when_there_is_one(bus: Bus, tmp_path: Path) -> None:
    with open_player(bus, tmp_path / "home") as player:
        await_player(bus, player)
        bus.playerctl("play")
        player.wait_for(lambda _: bool(player.cues()), "it does not play")
        before = len(said(player))
        bus.kill()
        heard = len(player.cues())
        player.wait_for(lambda _: len(player.cues()) > heard + 5, "it does not play on")
        assert said(player)[before:] == []
        works(player)
        bus.start()
        bus.wait_for(player, ("status",), lambda found: found == "Playing")


@pytest.mark.parametrize("is_from_the_start", [True, False], ids=["at the start", "in mid-play"])
def test_a_bus_that_stalls_keeps_nobody_waiting(bus: Bus, tmp_path: Path, is_from_the_start: bool) -> None:
    if is_from_the_start:
        bus.daemon.send_signal(signal.SIGSTOP)
    with open_player(bus, tmp_path / "home", SAMPLE, "--play") as player:
        player.wait_for(lambda _: bool(player.cues()), "it does not play")
        if not is_from_the_start:
            bus.wait_for(player, ("status",), lambda found: found == "Playing")
            bus.daemon.send_signal(signal.SIGSTOP)
        for _ in range(40):  # more than goes into a socket is told
            player.press(">" if _ % 2 else "<")
        works(player)
        player.press("q")
        began_s = time.monotonic()
        assert player.wait_for_end() == 0
        left_s = time.monotonic() - began_s
    assert left_s < PATIENCE_S / 6  # nobody waited for the bus, which does not answer at all


def test_a_program_that_asks_without_end_gets_no_more_than_a_key_held_down(bus: Bus, tmp_path: Path) -> None:
    flood = f"""
import asyncio, sys
from dbus_fast import Message
from dbus_fast.aio import MessageBus
async def main():
    bus = await MessageBus(bus_address=sys.argv[1]).connect()
    def ask():
        return bus.call(Message(destination="{NAME}", path="/org/mpris/MediaPlayer2", member="PlayPause",
            interface="org.mpris.MediaPlayer2.Player"))
    for _ in range({FLOOD // 100}):
        await asyncio.gather(*(ask() for _ in range(100)))
asyncio.run(main())
"""
    with open_player(bus, tmp_path / "home") as player:
        await_player(bus, player)
        began_s = time.monotonic()
        subprocess.run([sys.executable, "-c", flood, bus.address], check=True)
        bus.playerctl("status")  # all of it was dealt with
        took_s = time.monotonic() - began_s
        works(player)
        commands = [event for event in player.events if event.get("id") == "play"]
        assert 1 < len(commands) <= 40 + 20 * (took_s + 1)


@pytest.mark.parametrize("without", ["a bus", "the setting"])
def test_without_a_bus_or_the_setting_no_process_is_started(bus: Bus, tmp_path: Path, without: str) -> None:
    arguments = ["--play"] if without == "a bus" else ["--play", "--no-desktop"]
    if without == "a bus":
        bus.environment = {**bus.environment, "DBUS_SESSION_BUS_ADDRESS": ""}
    with open_player(bus, tmp_path / "home", SAMPLE, *arguments) as player:
        player.wait_for(lambda _: len(player.cues()) > 5, "it does not play")
        assert not [pid for pid in descendants(player.process.pid) if WORKER in command_of(pid)]


def test_a_bus_that_is_nothing_of_the_kind_costs_nothing(tmp_path: Path) -> None:
    environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": "nonsense:;;unix:path=/nowhere,=\\%zz"}
    with Player(tmp_path, SAMPLE, "--play", *QUIET, environment=environment) as player:
        player.wait_for(lambda _: len(player.cues()) > 5, "it does not play")
        works(player)
        player.press("q")
        assert player.wait_for_end() == 0
    assert b"Traceback" not in player.said
    assert b"bus" not in player.said
