"""What the library costs: 200 feeds refreshed, first and when nothing is newer; then `shelf` and `novel`.

The feeds lie on a server of ours on the loopback that answers at once, so that what is measured is ours, and
that of the server, which shares the machine. Each run is a process of its own, from its start to its end. The
least of the runs counts: all else of it is the machine's.
"""

from __future__ import annotations

import signal
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.memory import MemoryWatch
from benchmarks.novel import measure_novel
from benchmarks.shelf import measure_shelf
from terminal import wait_until
from tests.answers import silent
from tests.feed_hosts import FeedHosts

if TYPE_CHECKING:
    from benchmarks.report import Bench

RUNS: Final = 3
FEEDS: Final = 200
HOSTS: Final = 40
ITEMS: Final = 20
"""Of each feed, as many a site gives."""
FIRST_S: Final = 10.0
AGAIN_S: Final = 3.0
LEFT_S: Final = 0.3
MEMORY_MIB: Final = 150
_UNDER_WAY: Final = 16
"""How many feeds are waited for at once."""


def measure(bench: Bench) -> None:
    """Print what is measured of the library."""
    measure_refresh(bench)
    measure_shelf(bench)
    measure_novel(bench)


def measure_refresh(bench: Bench) -> None:
    """Print how long 200 feeds take, how soon a refresh is left, and what it takes of memory."""
    hosts = FeedHosts(FEEDS, HOSTS, ITEMS)
    try:
        first, again = [], []
        for _ in range(RUNS):
            environment = bench.environment()
            hosts.subscribe_in(_library(environment))
            first.append(_refresh_s(bench, environment))
            again.append(_refresh_s(bench, environment))
        environment = bench.environment()
        hosts.subscribe_in(_library(environment))
        peak_mib = _peak_mib(bench, environment)
        for number in range(FEEDS):
            hosts[f"/{number}"] = silent
        left_s = min(_left_s(bench, environment, hosts) for _ in range(RUNS))
    finally:
        hosts.down()
    for what, seconds, aim_s in (
        ("the first time", min(first), FIRST_S),
        ("again, all 304", min(again), AGAIN_S),
    ):
        bench.say(
            f"{FEEDS} feeds in {HOSTS} hosts, {what}",
            f"{seconds:.2f} s",
            aim=f"{aim_s:g} s",
            is_met=seconds <= aim_s,
        )
    bench.say(
        "most memory of all processes, the first time",
        f"{peak_mib:.0f} MiB",
        aim=f"{MEMORY_MIB} MiB",
        is_met=peak_mib <= MEMORY_MIB,
    )
    bench.say(
        "from Ctrl-C to the end of a refresh", f"{left_s:.2f} s", aim=f"{LEFT_S:g} s", is_met=left_s <= LEFT_S
    )


def _library(environment: dict[str, str]) -> Path:
    return Path(environment["HOME"], ".local", "share", "briefing", "library.sqlite3")


def _refresh_s(bench: Bench, environment: dict[str, str]) -> float:
    began_s = time.monotonic()
    subprocess.run([bench.briefing, "refresh"], env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.monotonic() - began_s


def _peak_mib(bench: Bench, environment: dict[str, str]) -> float:
    process = subprocess.Popen([bench.briefing, "refresh"], env=environment, stdout=subprocess.DEVNULL)
    with MemoryWatch(process.pid) as memory:
        process.wait()
    return memory.peak_mib


def _left_s(bench: Bench, environment: dict[str, str], hosts: FeedHosts) -> float:
    """Return how soon a refresh ends that waits for servers which say nothing."""
    before = len(hosts.asked)
    process = subprocess.Popen([bench.briefing, "refresh"], env=environment, stderr=subprocess.DEVNULL)
    wait_until(lambda: len(hosts.asked) - before >= _UNDER_WAY, "nothing is asked for")
    began_s = time.monotonic()
    process.send_signal(signal.SIGINT)
    process.wait()
    return time.monotonic() - began_s
