"""A hundred items in one visit: what each took is given back."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.answers import resource
from tests.end_to_end import morning
from tests.end_to_end.player import Player
from tests.end_to_end.test_addresses import environment

if sys.platform != "linux":
    pytest.skip("what a process holds is read from /proc", allow_module_level=True)

if TYPE_CHECKING:
    from tests.web import Web

ITEMS = 12
GOINGS = 100


class Held(NamedTuple):
    """What a process holds."""

    threads: int
    files: int
    children: int
    memory_kib: int


def children_of(thread: Path) -> list[str]:
    try:
        return (thread / "children").read_text().split()
    except (FileNotFoundError, ProcessLookupError):  # it has ended since it was listed
        return []


def held_by(process_id: int) -> Held:
    folder = Path(f"/proc/{process_id}")
    threads = list((folder / "task").iterdir())
    children = [child for each in threads for child in children_of(each)]
    status = dict(line.split(":", 1) for line in (folder / "status").read_text().splitlines() if ":" in line)
    return Held(
        len(threads), len(list((folder / "fd").iterdir())), len(children), int(status["VmRSS"].split()[0])
    )


def begun(events: list[dict[str, Any]]) -> int:
    return sum(event["event"] == "document" for event in events)


def has_begun(before: int, events: list[dict[str, Any]]) -> bool:
    return begun(events) > before


@pytest.fixture
def account(tmp_path: Path, web: Web) -> Path:
    """A folder whose user has subscribed to a feed, every other item of which has a recording."""
    morning.serve(web, tmp_path, ("", "", ""))
    sound = f'<enclosure url="{web.address("/talk.wav")}" type="audio/wav" length="1"/>'
    now = datetime.now(UTC)
    items = (
        morning.story(
            str(n),
            f"Story {n}",
            morning.SPOKEN * 5,
            format_datetime(now - timedelta(minutes=n)),
            sound if n % 2 else "",
        )
        for n in range(ITEMS)
    )
    web["/news"] = resource(morning.rss("Harbour News", "".join(items)), "application/rss+xml")
    done = morning.run(tmp_path, environment(), "subscribe", web.address("/news"))
    assert done.returncode == 0, done.stderr
    return tmp_path


def test_what_an_item_took_is_given_back(account: Path) -> None:
    with Player(account, "today", "--play", environment=environment()) as player:

        def go(count: int) -> None:
            for n in range(count):
                before = begun(player.events)
                player.press("J" if n % (2 * ITEMS - 2) < ITEMS - 1 else "P")
                player.wait_for(partial(has_begun, before), "no other item is opened")

        player.wait_for(lambda events: begun(events) == 1, "the first item is not opened")
        go(2 * ITEMS - 2)
        before = held_by(player.process.pid)
        go(GOINGS)
        player.wait_for(
            lambda _: held_by(player.process.pid).children <= before.children + 1, "processes are left"
        )
        after = held_by(player.process.pid)
        player.press("q")
        assert player.wait_for_end() == 0
    assert after.threads <= before.threads + 4
    assert after.files <= before.files + 8
    assert after.memory_kib < before.memory_kib + 20_000, "5 MiB were seen"
