"""Today's briefing: items played into one another, left in the middle, and gone on with."""

from __future__ import annotations

import sys
import wave
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

if sys.platform == "win32":
    pytest.skip("the player is held by a pseudo-terminal", allow_module_level=True)

from tests.end_to_end import morning
from tests.end_to_end.player import Player
from tests.end_to_end.test_addresses import environment, told

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web import Web


@pytest.fixture
def account(tmp_path: Path, web: Web) -> Path:
    """A folder whose user has subscribed to two feeds, and refreshed them."""
    now = datetime.now(UTC)
    stamps = [format_datetime(now - timedelta(hours=hours)) for hours in (1, 2, 3)]
    addresses = morning.serve(web, tmp_path, (stamps[0], stamps[1], stamps[2]))
    for address in addresses:
        done = morning.run(tmp_path, environment(), "subscribe", address)
        assert done.returncode == 0, done.stderr
    done = morning.run(tmp_path, environment(), "refresh")
    assert done.returncode == 0, done.stderr
    return tmp_path


def documents(events: list[dict[str, Any]]) -> list[str]:
    return [event["title"] for event in events if event["event"] == "document"]


def opened(folder: Path, *arguments: str) -> Player:
    return Player(folder, *arguments, environment=environment())


def test_items_play_into_one_another_each_in_its_own_voice_and_language(account: Path) -> None:
    with opened(account, "today", "--play", "--exit-at-end", "--speed", "2") as player:
        assert player.wait_for_end() == 0
    events = player.events
    assert documents(events) == ["The bridge", "The talk", "Die Brücke"]
    voices = [event["voice"] for event in events if event["event"] == "state" and event["state"] == "playing"]
    assert voices == ["speech", "recording", "speech"]
    assert [each for each in told(events) if each.startswith("Item ")][1:] == [
        "Item 2 of 3: The talk, Harbour News.",
        "Item 3 of 3: Die Brücke, Hafen.",
    ]
    assert "German" in " ".join(told(events))
    assert sum(event["event"] == "ended" for event in events) == 1
    again = morning.run(account, environment(), "today")
    assert again.stdout.startswith("Nothing of the last 7 days is left to be heard.")
    assert again.returncode == 0


def test_after_a_kill_it_goes_on_in_the_right_item_and_offers_nothing_that_was_heard(account: Path) -> None:
    with opened(account, "today", "--play", "--speed", "1") as player:
        player.wait_for(lambda events: documents(events)[-1:] == ["The talk"], "the second does not begin")
        player.wait_for(
            lambda events: any(
                event["event"] == "place" and event["media_s"] > 1.5
                for event in events[len(events) - [e["event"] for e in events][::-1].index("document") :]
            ),
            "no place in it is kept",
        )
        player.process.kill()
        player.process.wait()
    player.trace.unlink()
    with opened(account, "today") as player:
        player.wait_for(lambda events: any("Resumed" in each for each in told(events)), "it does not go on")
        assert documents(player.events) == ["The talk"]
        (item,) = [each for each in told(player.events) if each.startswith("Item ")]
        assert item.startswith("Item 1 of 2: The talk, Harbour News, 4 seconds. Paused. ")
        player.press("q")
        assert player.wait_for_end() == 0
    player.trace.unlink()
    with opened(account) as player:
        player.wait_for(lambda events: documents(events) == ["The talk"], "what was open last is not opened")
        player.wait_for(
            lambda events: any(each.startswith("2 new items.") for each in told(events)), "news is not told"
        )
        player.press("q")
        assert player.wait_for_end() == 0


def test_an_item_is_opened_by_its_number_and_printed_by_every_command(account: Path) -> None:
    shown = [morning.run(account, environment(), "show", str(number)) for number in (1, 2, 3)]
    assert {"The bridge", "The talk", "Die Brücke"} == {
        title for title in ("The bridge", "The talk", "Die Brücke") for each in shown if title in each.stdout
    }
    printed = morning.run(account, environment(), "today", "--linear").stdout
    assert [printed.index(each) for each in ("The bridge", "The talk", "Die Brücke")] == sorted(
        printed.index(each) for each in ("The bridge", "The talk", "Die Brücke")
    )
    gone = morning.run(account, environment(), "show", "77")
    assert (gone.returncode, "no item 77" in gone.stderr) == (3, True)


def test_between_two_items_it_is_silent_for_less_than_a_second(account: Path) -> None:
    sound = account / "heard.wav"
    done = morning.run(
        account, environment() | {"BRIEFING_SINK": str(sound)}, "today", "--play", "--exit-at-end", "--linear"
    )
    assert done.returncode == 0, done.stderr
    with wave.open(str(sound)) as file:
        rate_hz, channels = file.getframerate(), file.getnchannels()
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, channels)
    loud = np.flatnonzero(np.abs(samples).max(axis=1) > 100)
    assert len(loud) / rate_hz > 5, "all three were heard"
    assert np.diff(loud).max() / rate_hz < 1.0


def test_a_feed_opens_its_newest_item_and_its_others_are_gone_to(account: Path, web: Web) -> None:
    with opened(account, web.address("/news")) as player:
        player.wait_for(lambda events: documents(events) == ["The bridge"], "its newest is not opened")
        player.press("J")
        player.wait_for(lambda events: documents(events)[-1] == "The talk", "its other is not gone to")
        player.press("P")
        player.wait_for(lambda events: documents(events)[-1] == "The bridge", "it is not gone back to")
        player.press("q")
        assert player.wait_for_end() == 0
    assert "Item 2 of 2: The talk, Harbour News." in told(player.events)
