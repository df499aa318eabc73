"""pocketsphinx in processes of its own, and what happens when they die."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from briefing.align.acoustic.pocketsphinx.pool import PocketsphinxPool
from briefing.align.acoustic.pocketsphinx.worker import FRAME_S, SearchMessage
from briefing.audio.media.whole import decode
from tests.unit.align.sample import RECORDING, stamped_words

TOP = Path(__file__).resolve().parents[5]
WORDS = [("AE", "N"), ("AA", "N")]
SILENCE = np.zeros(1600, np.float32)
DYING = "import sys; sys.stdin.buffer.read(1); sys.exit(1)"
ANSWERING = f"""
import json, sys
sys.path.append({str(TOP)!r})
from briefing.processes import messages
for kind, _, payload in messages.read_all(sys.stdin.buffer):
    if kind == {SearchMessage.WORDS:d}:
        count = len(json.loads(payload))
    else:
        places = json.dumps([[0, count]]).encode()
        sys.stdout.buffer.write(messages.pack({SearchMessage.PLACES:d}, payload=places))
        sys.stdout.flush()
"""


def command(program: str) -> tuple[str, ...]:
    return (sys.executable, "-I", "-c", program)


def test_words_are_placed_in_order() -> None:
    samples = decode(RECORDING, 16_000).samples[: round(1.65 * 16_000), 0]
    # "Three Nations Condemn"
    words = [
        ("TH", "R", "IY"),
        ("N", "EY", "SH", "AH", "N", "Z"),
        ("K", "AH", "N", "D", "EH", "M"),
    ]
    with PocketsphinxPool(1) as pool:
        found = pool.align_words(samples, words)
    assert found is not None
    assert len(found) == 3
    assert all(a.start < a.stop <= b.start < b.stop for a, b in pairwise(found))
    starts = dict(zip(*stamped_words(), strict=True))
    assert found[1].start * FRAME_S == pytest.approx(starts["Nations"], abs=0.05)
    assert found[2].start * FRAME_S == pytest.approx(starts["Condemn"], abs=0.05)


def test_a_death_costs_one_run_and_another_takes_its_place(tmp_path: Path) -> None:
    mark = tmp_path / "died"
    once = (
        f"import pathlib, sys\nmark = pathlib.Path({str(mark)!r})\n"
        f"if not mark.exists():\n    mark.touch()\n    sys.exit(1)\n{ANSWERING}"
    )
    with PocketsphinxPool(1, command(once)) as pool:
        assert pool.align_words(SILENCE, WORDS) is None
        assert pool.align_words(SILENCE, WORDS) == [(0, 2)]


def test_what_cannot_live_here_is_not_started_again_for_ever(tmp_path: Path) -> None:
    log = tmp_path / "starts"
    dying = f"open({str(log)!r}, 'a').write('x')\n{DYING}"
    with PocketsphinxPool(1, command(dying)) as pool:
        assert [pool.align_words(SILENCE, WORDS) for _ in range(8)] == [None] * 8
    assert len(log.read_text()) == 3


def test_a_program_that_is_not_there_places_nothing() -> None:
    with PocketsphinxPool(2, ("/nowhere/python",)) as pool:
        assert pool.align_words(SILENCE, WORDS) is None


@pytest.mark.parametrize("program", [ANSWERING, "input()"])
def test_leaving_ends_the_processes(program: str) -> None:
    with PocketsphinxPool(2, command(program)) as pool:
        processes = [worker._process for worker in pool._workers]
    assert len(processes) == 2
    assert all(process is not None and process.exit_code is not None for process in processes)
