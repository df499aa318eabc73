"""Texts of 20 MB, in every way that they are used: what the player takes, and how soon it answers.

Time is the player's own on the processor where it can be, so that a busy machine fails nothing.
"""

from __future__ import annotations

import json
import time
from itertools import count
from typing import TYPE_CHECKING, Final

from injections.catalogue import fault
from injections.rig import UNBOUND, Rig, wait_until
from injections.system import memory_mib, processor_s

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from injections.rig import Player

_SENTENCES: Final = 330_000
"""Of 20 MB."""
_BYTES: Final = 20_000_000
_MOST_MIB: Final = 300.0
_ANSWERED_S: Final = 8.0
"""The time on the processor until the first key is answered."""
_ANSWERED_LIST_S: Final = 25.0
"""The same where there are half a million paragraphs."""
_LEFT_S: Final = 8.0
_IDLE_S: Final = 0.2
_PATIENCE_S: Final = 180.0
_NOWHERE: Final = "zzxq"
"""In none of the texts, so that a search looks through all of it."""


@fault("20-megabytes-library", "a text of 20 MB, in silence and read aloud, in both faces", long=True)
def library(rig: Rig) -> str:
    """Use it: it took 1.8 GiB in silence, then 545 MiB when it was read aloud."""
    return _used(rig, rig.text("library.txt", _SENTENCES), "Sentence number 1 of")


@fault("20-megabytes-paragraph", "one paragraph of 20 MB", long=True)
def paragraph(rig: Rig) -> str:
    """Use it: it took 366 MiB, and 15 s until the first key was answered."""
    text = rig.text("paragraph.txt", _SENTENCES)
    text.write_text(" ".join(text.read_text().split()))
    return _used(rig, text, "Sentence number 1 of")


@fault("20-megabytes-line", "one line of 20 MB without a space", long=True)
def line(rig: Rig) -> str:
    """Use what is no text for people, but may be opened as one."""
    text = rig.folder / "line.txt"
    text.write_text("abcdefghij" * (_BYTES // 10))
    return _used(rig, text, "abcdefghij")


@fault(
    "20-megabytes-quotes", "20 MB with a sign of four bytes, of which all characters take as many", long=True
)
def quotes(rig: Rig) -> str:
    """Use what takes 80 MB in memory as Python has it."""
    text = rig.text("quotes.txt", _SENTENCES)
    text.write_text(text.read_text() + "\nThe end \U0001f600.\n")
    return _used(rig, text, "Sentence number 1 of")


@fault("20-megabytes-list", "20 MB of short lines, each a paragraph", long=True)
def short_lines(rig: Rig) -> str:
    """Use it: blocks as objects took more than the text."""
    text = rig.folder / "lines.txt"
    text.write_text(
        "A list\n\n" + "\n\n".join(f"The entry of number {n}, in short" for n in range(_BYTES // 40))
    )
    return _used(rig, text, "The entry of number 0", answered_s=_ANSWERED_LIST_S)


@fault("20-megabytes-left", "a text of 20 MB is left while it is made ready", long=True)
def left_while_loading(rig: Rig) -> str:
    """Press q as soon as there is a face, with each voice still to come."""
    text = rig.text("library.txt", _SENTENCES)
    took = []
    for voice in ("none", "speech"):
        for is_linear in (True, False):
            with rig.player(text, "--voice", voice, linear=is_linear) as player:
                player.wait_for("Space plays" if is_linear else "Sentence number 1 of", _PATIENCE_S)
                took.append(_leave(player))
    return f"left after {', '.join(f'{each:.1f}' for each in took)} s"


def _used(rig: Rig, text: Path, begins: str, answered_s: float = _ANSWERED_S) -> str:
    """Use a text in both faces, in silence and read aloud; return what it took.

    Args:
        rig: The fault's.
        text: What is opened.
        begins: What of it is on the screen at first.
        answered_s: The time on the processor within which the first key is answered.
    """
    told = []
    for voice in ("none", "speech"):
        for is_linear in (True, False):
            home = rig.folder / f"home-{voice}-{is_linear}"  # in which no place is kept
            home.mkdir()
            trace = home / "trace"
            with rig.player(
                text,
                "--voice",
                voice,
                "--trace",
                trace,
                linear=is_linear,
                environment={"HOME": str(home)},
            ) as player:
                player.wait_for("Space plays" if is_linear else begins, _PATIENCE_S)
                told.append(
                    f"{'linear mode' if is_linear else 'the screen'}, {voice}: "
                    f"{_use(player, _Trace(trace), answered_s, is_linear=is_linear)}"
                )
    return "; ".join(told)


class _Trace:
    """What a player's trace tells."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def events(self, kind: str) -> Iterator[dict[str, object]]:
        """Yield the events of a kind so far."""
        for row in self._path.read_text().splitlines(keepends=True):
            if row.endswith("\n") and (event := json.loads(row))["event"] == kind:
                yield event

    def wait_for_cue(self) -> None:
        """Wait until a word is lit."""
        wait_until(lambda: any(self.events("cue")), "no word is lit", _PATIENCE_S)

    def wait_for(self, said: str) -> None:
        """Wait until an announcement begins so."""
        wait_until(
            lambda: any(str(event["text"]).startswith(said) for event in self.events("announce")),
            f"{said!r} was not said",
            _PATIENCE_S,
        )


def _use(player: Player, trace: _Trace, most_s: float, *, is_linear: bool) -> str:
    """Press keys from the first moment on, play, search, enlarge, resize, leave; return what it took."""
    process = player.process.pid
    pressed_s = player.press(UNBOUND)
    player.wait_for(
        f"No command on {UNBOUND.upper()}" if is_linear else f"{UNBOUND} does nothing", _PATIENCE_S
    )
    waited_s, answered_s = time.monotonic() - pressed_s, processor_s(process)
    _wait_until_idle(process)
    ready_s = processor_s(process)
    player.press(" ")
    trace.wait_for_cue()
    player.press(f"/{_NOWHERE}\r")
    trace.wait_for("No match for")
    searched_s = processor_s(process) - ready_s
    player.press("++")
    trace.wait_for("Text size LG")
    for columns, rows in ((60, 20), (160, 50)):
        player.resize(columns, rows)
        _command(player, trace, "i")
    _command(player, trace, "\x1b[F")  # End
    peak_mib = memory_mib(process, peak=True)
    left_s = _leave(player)
    assert peak_mib <= _MOST_MIB, f"it took {peak_mib:.0f} MiB"
    assert answered_s < most_s, f"the first key was answered after {answered_s:.1f} s of processor"
    return (
        f"{peak_mib:.0f} MiB, a key after {answered_s:.1f} s of processor ({waited_s:.1f} s waited), "
        f"ready after {ready_s:.0f}, searched in {searched_s:.1f}, left in {left_s:.1f} s"
    )


def _command(player: Player, trace: _Trace, key: str) -> None:
    """Press a key and wait until its command was carried out."""
    before = len(list(trace.events("command")))
    player.press(key)
    wait_until(lambda: len(list(trace.events("command"))) > before, "a key is not answered", _PATIENCE_S)


def _leave(player: Player) -> float:
    began_s = time.monotonic()
    player.leave()
    left_s = time.monotonic() - began_s
    assert left_s < _LEFT_S, f"it was left after {left_s:.1f} s"
    return left_s


def _wait_until_idle(process: int) -> None:
    """Wait until a process has done what it does by itself, or only plays."""
    spent_s = -1.0
    for _ in count():
        now_s = processor_s(process)
        if now_s - spent_s <= _IDLE_S:
            return
        spent_s = now_s
        time.sleep(3)
