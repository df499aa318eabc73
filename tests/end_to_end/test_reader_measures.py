"""What playing in screen reader mode is like in each reader, beside the trace of what is announced."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest

from hearing.listener import PATIENCE_S
from hearing.measures import compared, measured
from tests.end_to_end.heard import heard, needs_reader

if TYPE_CHECKING:
    from pathlib import Path

    from hearing.listener import Listener

KEYS = (
    ("b", "Bookmark 1."),
    (">", "Speed 1.1."),
    ("<", "Normal speed."),
    ("m", "Muted."),
    ("m", "Volume 100 percent."),
    ("\x1b[20~", "No command on f9."),
    ("+", "Text size"),
    ("i", "Playing. Recording."),
)
SENTENCES = 1
"""How many are heard without a key after each round of them."""


def told(trace: Path, event: str) -> list[str]:
    lines = [json.loads(line) for line in trace.read_text(encoding="utf-8").splitlines()]
    return [str(line.get("text", "")) for line in lines if line["event"] == event]


def wait_for_sentences(trace: Path) -> None:
    before, until_s = len(told(trace, "sentence")), time.monotonic() + PATIENCE_S
    while len(told(trace, "sentence")) < before + SENTENCES:
        assert time.monotonic() < until_s, "it does not go on"
        time.sleep(0.1)


@pytest.mark.parametrize(
    "reader", [pytest.param(each, marks=needs_reader(each)) for each in ("yasr", "fenrir", "brltty")]
)
def test_every_key_is_answered_as_announced_and_nothing_else_is_said(reader: str, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    arguments = ("sample", "--linear", "--sink", "null", "--trace", str(trace))
    # So wide that each answer is one row, which is what BRLTTY speaks of several.
    with heard(reader, tmp_path, *arguments, columns=240) as there:
        there.wait_for("Breaking News")
        there.press(" ", "Playing.")
        for key, answer in KEYS:
            there.press(key, answer)
        wait_for_sentences(trace)
        answered = len(there.heard)
        wait_for_sentences(trace)
        unasked = sum(len(line.split()) for line in there.heard[answered:])
        there.press("q", "Goodbye.")
        judge(there, trace, unasked)


def judge(there: Listener, trace: Path, unasked: int) -> None:
    # However late an answer comes on a busy machine, it was asked for.
    measures = measured(there.events, there.pressed, asked_s=float("inf"))
    assert measures.answered == len(measures.answers), [each for each in measures.answers if not each.text]
    assert measures.noise == 0
    assert measures.drawn == 0
    assert unasked <= 0.02 * measures.words
    said = compared(" ".join(there.heard), " ".join(told(trace, "announce")))
    assert (said.added, said.lost) == ((), ())
