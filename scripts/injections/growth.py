"""A player that is used for long: what it takes grows with nothing that is opened and closed."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING, Final

from injections.keyboard import answers
from injections.rig import SAMPLE, Rig, fault, memory_mib, processor_s

if TYPE_CHECKING:
    from injections.rig import Player

_HELPS: Final = 40
_COMMANDS: Final = 5000
_SETTLED: Final = 1000
"""After so many commands every cache has what it keeps."""
_KEYS: Final = "jk[]im<>=nr+-hf52t"
_OPENING: Final = "?/:gB"
_GROWTH_MIB: Final = 10.0
_SEED: Final = 20261127


@fault("help-again-and-again", "help opened and closed 40 times")
def help_again(rig: Rig) -> str:
    """Open and close it, and look at the memory afterwards: it grew by 0.3 MiB each time."""
    with rig.player(SAMPLE) as player:
        player.wait_for("Paused")
        for _ in range(10):
            _open_and_close(player, "?")
        before_mib = memory_mib(player.process.pid)
        for _ in range(_HELPS):
            _open_and_close(player, "?")
        grown_mib = memory_mib(player.process.pid) - before_mib
        answers(player, "z")
        player.leave()
    assert grown_mib < 5, f"it grew by {grown_mib:.1f} MiB"
    return f"grown by {grown_mib:.1f} MiB"


@fault("5000-commands", "5,000 commands while it plays", long=True)
def many_commands(rig: Rig) -> str:
    """Use it, and look at the memory and the processor's time."""
    chance = random.Random(_SEED)
    with rig.player(SAMPLE, "--play") as player:
        player.wait_for("Playing")
        before_mib, before_s = 0.0, processor_s(player.process.pid)
        for number in range(_COMMANDS):
            if number == _SETTLED:
                before_mib = memory_mib(player.process.pid)
            if chance.random() < 0.1:
                _open_and_close(player, chance.choice(_OPENING))
            else:
                player.press(chance.choice(_KEYS))
                time.sleep(0.02)
        grown_mib = memory_mib(player.process.pid) - before_mib
        cost_ms = (processor_s(player.process.pid) - before_s) / _COMMANDS * 1000
        player.leave()
    assert grown_mib < _GROWTH_MIB, f"it grew by {grown_mib:.1f} MiB"
    return f"grown by {grown_mib:.1f} MiB after the first {_SETTLED}, {cost_ms:.0f} ms of processor a command"


def _open_and_close(player: Player, key: str) -> None:
    player.press(key)
    time.sleep(0.2)
    for _ in range(2 if key == ":" else 1):
        player.press("\x1b")
        time.sleep(0.15)
