"""What a library of 10,000 items costs: to list, to search and to hold; and 10,000 feeds to subscribe to.

The items have 400 words each, half of them of the 300 that all use, as in a language. Each run of a command
is a process of its own, from its start to its end; a search is measured within one. The least counts.
"""

from __future__ import annotations

import os
import random
import subprocess
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.memory import pss_mib
from briefing.feed import Feed, FeedItem
from briefing.ports.library import FeedAnswer
from briefing.store.library import LibraryShelf

if TYPE_CHECKING:
    from benchmarks.report import Bench

RUNS: Final = 5
FEEDS: Final = 200
ITEMS: Final = 50
"""Of each feed."""
WORDS: Final = 400
OUTLINES: Final = 10_000
LIST_S: Final = 0.3
SEARCH_MS: Final = 50
MEMORY_MIB: Final = 150
SUBSCRIBE_S: Final = 5.0


def measure_shelf(bench: Bench) -> None:
    """Print how long it takes to list and search 10,000 items and to subscribe to 10,000 feeds."""
    environment = bench.environment()
    path = Path(environment["HOME"], ".local", "share", "briefing", "library.sqlite3")
    typed = _fill(path)
    count = FEEDS * ITEMS
    for arguments in (["list"], ["list", "--json"]):
        took_s = min(_took_s(bench, environment, *arguments) for _ in range(RUNS))
        bench.say(
            f"`briefing {' '.join(arguments)}` of {count} items",
            f"{took_s:.2f} s",
            aim=f"{LIST_S:g} s",
            is_met=took_s <= LIST_S,
        )
    search_ms = _search_ms(path, typed)
    bench.say(
        f"the longest of {len(typed)} searches in them, of words and of single letters",
        f"{search_ms:.0f} ms",
        aim=f"{SEARCH_MS} ms",
        is_met=search_ms <= SEARCH_MS,
    )
    held_mib = _held_mib(bench, environment)
    bench.say(
        "most memory while they are listed",
        f"{held_mib:.0f} MiB",
        aim=f"{MEMORY_MIB} MiB",
        is_met=held_mib <= MEMORY_MIB,
    )
    bench.say("their library on the disk", f"{path.stat().st_size / 1e6:.0f} MB")
    opml = bench.folder / "feeds.opml"
    outlines = (f'<outline text="F{n}" xmlUrl="https://h{n}.example.org/feed"/>' for n in range(OUTLINES))
    opml.write_text(f'<opml version="2.0"><body>{"".join(outlines)}</body></opml>', encoding="utf-8")
    took_s = _took_s(bench, bench.environment(), "subscribe", str(opml))
    bench.say(
        f"a list of {OUTLINES} feeds subscribed to",
        f"{took_s:.1f} s",
        aim=f"{SUBSCRIBE_S:g} s",
        is_met=took_s <= SUBSCRIBE_S,
    )


def _fill(path: Path) -> list[str]:
    """Make a library; return what is searched for in it."""
    chance = random.Random(1)
    rare = ["".join(chance.choices("abcdefghijklmnoprstuw", k=chance.randint(3, 9))) for _ in range(20_000)]
    common = rare[:300]
    began = datetime(2026, 11, 1, tzinfo=UTC)

    def text(count: int) -> str:
        return " ".join(chance.choice(chance.choice((common, rare))) for _ in range(count))

    with closing(LibraryShelf(path)) as shelf:
        for feed in range(FEEDS):
            number = shelf.subscribe(f"https://h{feed}.example.org/feed").number
            items = [
                FeedItem(
                    text(8),
                    (began + timedelta(minutes=feed * ITEMS + item)).isoformat(),
                    link=f"https://h{feed}.example.org/{item}",
                    content=f"<p>{(story := text(WORDS))}</p>",
                    text=story,
                )
                for item in range(ITEMS)
            ]
            shelf.take(number, FeedAnswer(Feed(f"Feed {feed}", items=tuple(items))))
    return [common[0], f"{common[1]} {common[2]}", rare[9999], common[3][:2], "a", "a b c"]


def _took_s(bench: Bench, environment: dict[str, str], *arguments: str) -> float:
    began_s = time.monotonic()
    subprocess.run([bench.briefing, *arguments], env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.monotonic() - began_s


def _search_ms(path: Path, typed: list[str]) -> float:
    """Return how long the longest search takes, in milliseconds."""

    def took_s(words: str) -> float:
        began_s = time.process_time()
        if not shelf.search(words):
            raise RuntimeError(f"nothing was found for {words}")
        return time.process_time() - began_s

    with closing(LibraryShelf(path)) as shelf:
        return max(min(took_s(words) for _ in range(RUNS)) for words in typed) * 1000


def _held_mib(bench: Bench, environment: dict[str, str]) -> float:
    reads, writes = os.pipe()
    process = subprocess.Popen([bench.briefing, "list"], env=environment, stdout=writes)
    os.close(writes)
    with open(reads, "rb") as said:  # noqa: PTH123 - it has no path
        said.read(1)  # it holds all of them now, and waits for somebody to read on
        held_mib = pss_mib(process.pid)
        said.read()
    process.wait()
    return held_mib
