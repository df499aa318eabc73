"""Bytes on the keyboard that are no keys, and more of them than anybody types: the next key works."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING, Final

from injections.catalogue import fault
from injections.rig import SAMPLE, UNBOUND, UNBOUND_TOO, Rig
from injections.system import memory_mib, processor_s

if TYPE_CHECKING:
    from injections.rig import Player

_STRANGE: Final = {
    "a letter of Latin-1": b"\xe4",
    "0xFF": b"\xff\xff",
    "half a letter": b"\xc3",
    "an old mouse beyond column 95": b"\x1b[M \xa0\x30",
    "C1 controls": b"\x9b1m\x9d0;x\x9c",
    "OSC without end": b"\x1b]0;never ends",
    "DCS without end": b"\x1bP1$r0",
    "99999 columns": b"\x1b[48;99999;99999;99999;99999t",
    "no columns": b"\x1b[48;0;0;0;0t",
    "a key beyond Unicode": b"\x1b[99999999;5u",
    "an endless sequence": b"\x1b[" + b"1;" * 5000 + b"A",
}
_PAUSE_S: Final = 0.8
"""After this nothing is waited for any more, the end of a terminal's answer or a paste."""
_PRESSES: Final = 3
_LIMIT_MIB: Final = 150.0
_PASTE: Final = b"words\rthat nobody \t looks for " * 4000
"""Some 100 KB in lines."""
_SEED: Final = 20261127


def answers(player: Player, key: str) -> float:
    """Press a key that does nothing; return after how many seconds it was answered.

    Raises:
        TimeoutError: if it was not.
    """
    after = len(player.text)
    began_s = player.press(key)
    player.wait_for(f"{key} does nothing", after=after)
    return time.monotonic() - began_s


def answers_after_escape(player: Player, key: str) -> float:
    """As `answers`, after Escape: press the key until it is answered.

    A busy machine hands Escape and the next key over in one read, and there they are Alt with that key.

    Raises:
        TimeoutError: if it was not.
    """
    after = len(player.text)
    began_s = player.press(key)
    for _ in range(_PRESSES - 1):
        try:
            player.wait_for(f"{key} does nothing", _PAUSE_S, after=after)
        except TimeoutError:
            player.press(key)
        else:
            break
    else:
        player.wait_for(f"{key} does nothing", after=after)
    return time.monotonic() - began_s


@fault("strange-bytes", "bytes on the keyboard that are no UTF-8, and sequences that nobody expects")
def strange_bytes(rig: Rig) -> str:
    """Send each, and press a key after it."""
    worst_s = 0.0
    with rig.player(SAMPLE) as player:
        player.wait_for("Paused")
        for number, data in enumerate(_STRANGE.values()):
            player.press(data)
            time.sleep(_PAUSE_S)
            worst_s = max(worst_s, answers(player, (UNBOUND, UNBOUND_TOO)[number % 2]))
        peak_mib = memory_mib(player.process.pid, peak=True)
        player.leave()
    assert peak_mib < _LIMIT_MIB, f"{peak_mib:.0f} MiB"
    return f"{len(_STRANGE)} kinds, a key after them answered within {worst_s:.2f} s, {peak_mib:.0f} MiB"


@fault("strange-bytes-linear", "the same in screen reader mode")
def strange_bytes_linear(rig: Rig) -> str:
    """Send each, and press a key after it."""
    with rig.player(SAMPLE, linear=True) as player:
        player.wait_for("Recording.")
        for data in _STRANGE.values():
            player.press(data)
            time.sleep(_PAUSE_S)
            after = len(player.text)
            player.press(UNBOUND)
            player.wait_for(f"No command on {UNBOUND.upper()}.", after=after)
        player.leave()
    return f"{len(_STRANGE)} kinds"


@fault("random-bytes", "some 10,000 random bytes and pieces of sequences")
def random_bytes(rig: Rig) -> str:
    """Send them in one go, and press keys afterwards."""
    return _send_random(rig, 1000)


@fault("random-bytes-often", "some 300,000 of them", long=True)
def random_bytes_often(rig: Rig) -> str:
    """Send them, and press keys afterwards."""
    return _send_random(rig, 30_000)


def _send_random(rig: Rig, pieces: int) -> str:
    chance = random.Random(_SEED)
    known = [*_STRANGE.values(), b"\x1b", b"\x1b[", b"\x1bO", b"/", b"g", b"\x1b[200~", b"\x1b[201~"]
    # None that leaves, suspends, or runs what is chosen in a list.
    harmless = bytes(each for each in range(256) if each not in b"qQ?:\x03\x11\x1a\x1c\r\n")
    sent = 0
    with rig.player(SAMPLE) as player:
        player.wait_for("Paused")
        for _ in range(pieces):
            data = chance.choice(known) if chance.random() < 0.5 else bytes(chance.choices(harmless, k=8))
            player.press(data)
            sent += len(data)
        time.sleep(_PAUSE_S)
        for _ in range(4):  # whatever is open
            player.press(b"\x1b")
            time.sleep(0.3)
        answered_s = answers_after_escape(player, UNBOUND)
        peak_mib = memory_mib(player.process.pid, peak=True)
        player.leave()
    assert peak_mib < _LIMIT_MIB, f"{peak_mib:.0f} MiB"
    return f"{sent} bytes, then a key answered in {answered_s:.2f} s, {peak_mib:.0f} MiB"


@fault("paste-without-end", "a paste that begins and never ends")
def paste_without_end(rig: Rig) -> str:
    """Begin a paste, and type after a pause."""
    with rig.player(SAMPLE) as player:
        player.wait_for("Paused")
        player.press(b"\x1b[200~" + _PASTE)
        time.sleep(_PAUSE_S)
        answered_s = answers(player, UNBOUND)
        player.leave()
    return f"a key answered in {answered_s:.2f} s"


@fault("paste-into-prompts", "100 KB, in brackets and without, pasted into / and : and onto the player")
def paste_into_prompts(rig: Rig) -> str:
    """Paste everywhere, and see that no line of it runs as a command."""
    told = []
    for prompt in ("/", ":"):
        for start, end in ((b"", b""), (b"\x1b[200~", b"\x1b[201~")):
            with rig.player(SAMPLE) as player:
                player.wait_for("Paused")
                player.press(prompt)
                time.sleep(0.5)
                before_s = processor_s(player.process.pid)
                player.press(start + _PASTE + end)
                for _ in range(2):
                    time.sleep(0.2)
                    player.press(b"\x1b")
                time.sleep(0.2)
                answers_after_escape(player, UNBOUND)
                cost_s = processor_s(player.process.pid) - before_s
                peak_mib = memory_mib(player.process.pid, peak=True)
                player.leave()
            assert cost_s < 3, f"it costs {cost_s:.1f} s of the processor in {prompt}"
            assert peak_mib < _LIMIT_MIB, f"{peak_mib:.0f} MiB in {prompt}"
            told.append(f"{cost_s:.2f}")
    return f"processor time {', '.join(told)} s"


@fault("paste-linear", "100 KB pasted into prompts in screen reader mode")
def paste_linear(rig: Rig) -> str:
    """Paste, and see that it is bounded, said, and no line of it runs."""
    with rig.player(SAMPLE, linear=True) as player:
        player.wait_for("Recording.")
        player.press("/")
        player.wait_for("Search:")
        before_s = processor_s(player.process.pid)
        player.press(_PASTE)
        player.wait_for("No more than 500 characters fit.")
        time.sleep(0.3)
        player.press("\x1b")
        player.wait_for("Search closed.")
        cost_s = processor_s(player.process.pid) - before_s
        player.leave()
    assert cost_s < 3, f"it costs {cost_s:.1f} s of the processor"
    return f"processor time {cost_s:.2f} s"


@fault("storm-of-keys", "100,000 keys onto the player, then Ctrl-C")
def storm_of_keys(rig: Rig) -> str:
    """See that Ctrl-C waits for none of them."""
    with rig.player(SAMPLE) as player:
        player.wait_for("Paused")
        player.press(b"jk" * 50_000)
        began_s = player.press(b"\x03")
        code = player.wait_for_end()
        ended_s = time.monotonic() - began_s
    assert code == 130, f"it ended with {code}"
    return f"left {ended_s:.2f} s after Ctrl-C"
