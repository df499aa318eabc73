"""Signals at every moment of a program's life, of which the first and the last are the hardest."""

from __future__ import annotations

import random
import signal
import time
from collections import Counter
from typing import TYPE_CHECKING, Final

from injections.catalogue import fault
from injections.rig import SAMPLE, Rig

if TYPE_CHECKING:
    from collections.abc import Callable

    from injections.rig import Player

_SEED: Final = 20261127
_FIRST_S: Final = 0.5
_LAST_S: Final = 0.3
_ENDS_S: Final = 5.0
_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, None)
"""None: Ctrl-C is pressed."""
_LEFT: Final = frozenset((130, 143, 129, -signal.SIGINT, -signal.SIGTERM, -signal.SIGHUP))
"""How a program ends that a signal has ended."""


def _screen(rig: Rig) -> Player:
    return rig.player(SAMPLE, is_judged=False)


def _linear(rig: Rig) -> Player:
    return rig.player(SAMPLE, linear=True, is_judged=False)


def _command(*arguments: str) -> Callable[[Rig], Player]:
    def start(rig: Rig) -> Player:
        words = [each.format(folder=rig.folder, sample=SAMPLE.parent / SAMPLE.stem) for each in arguments]
        return rig.terminal(*rig.briefing, *words, is_judged=False)

    return start


_STARTS: Final[tuple[Callable[[Rig], Player], ...]] = (
    _screen,
    _linear,
    _command("show", "{sample}.md"),
    _command("align", "{sample}.mp3", "{sample}.md", "-o", "{folder}/out.vtt"),
    _command("speak", "{sample}.md", "-o", "{folder}/out.wav"),
    _command("export", "{sample}.md", "{folder}/out.srt"),
    _command("settings"),
    _command("doctor"),
)


def _moments(rig: Rig, times: int, most_s: float = _FIRST_S) -> str:
    chance = random.Random(_SEED)
    codes: Counter[int] = Counter()
    slowest_s = 0.0
    for number in range(times):
        number_of = chance.choice(_SIGNALS)
        with _STARTS[number % len(_STARTS)](rig) as program:
            time.sleep(chance.uniform(0.0, most_s))
            was_running = program.process.poll() is None
            began_s = time.monotonic()
            if number_of is None:
                program.press("\x03")
            elif was_running:
                program.process.send_signal(number_of)
            code = program.wait_for_end(_ENDS_S)
            slowest_s = max(slowest_s, time.monotonic() - began_s)
            wrong = program.left_behind()
            said = [line for line in program.text.splitlines() if "briefing: " in line]
        codes[code] += 1
        where = f"{number_of} at start {number % len(_STARTS)}"
        assert code in _LEFT or not was_running or code in (0, 4), f"{where}: it ended with {code}"
        assert not wrong, f"{where}: {wrong}"
        told = [line.partition("briefing: ")[2] for line in said if "ended" not in line]
        assert code not in _LEFT or all(each.startswith("Interrupted.") for each in told), f"{where}: {told}"
        halves = [path.name for path in rig.folder.iterdir() if path.name.endswith(".part")]
        assert not halves, f"{where}: {halves} are left"
    left = sum(count for code, count in codes.items() if code in _LEFT)
    return f"{times} moments, {left} ended by it, the rest were done; {slowest_s:.2f} s at most"


@fault("first-half-second", "a signal or Ctrl-C within half a second of each command's start")
def first(rig: Rig) -> str:
    """Interrupt each command a few times."""
    return _moments(rig, 2 * len(_STARTS))


@fault("first-half-second-often", "the same at 300 moments", long=True)
def first_often(rig: Rig) -> str:
    """Interrupt them 300 times."""
    return _moments(rig, 300)


@fault("last-half-second", "a signal while the player leaves")
def last(rig: Rig) -> str:
    """Press q and interrupt what follows."""
    chance = random.Random(_SEED)
    for number in range(8):
        with _STARTS[number % 2](rig) as player:
            player.wait_for("plays" if number % 2 else "help")
            player.press("q")
            time.sleep(chance.uniform(0.0, _LAST_S))
            if player.process.poll() is None:
                player.process.send_signal(_SIGNALS[number % 3] or signal.SIGINT)
            code = player.wait_for_end(_ENDS_S)
            wrong = player.left_behind()
        assert code in _LEFT or code == 0, f"it ended with {code}"
        assert not wrong, f"{wrong}"
    return "8 leavings interrupted"


@fault("ctrl-backslash", "Ctrl-backslash in screen reader mode")
def quit_key(rig: Rig) -> str:
    """Press it: the shell must have its echo again."""
    with rig.player(SAMPLE, linear=True) as player:
        player.wait_for("plays")
        player.press("\x1c")
        code = player.wait_for_end(_ENDS_S)
        wrong = player.left_behind()
    assert not wrong, f"{wrong}"
    assert code > 0, f"it ended with {code}"
    return f"it ended with {code}, the terminal as it was"
