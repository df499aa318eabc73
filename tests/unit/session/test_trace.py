"""The trace: a line of JSON an event, as other programs read it."""

from __future__ import annotations

import errno
import io
import json
from itertools import pairwise
from typing import Any

import pytest

from briefing.session.trace import tracer
from tests.stage import DOCUMENT, Stage


def lines_of(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_every_line_has_its_event_and_its_time_in_order() -> None:
    stage, stream = Stage(), io.StringIO()
    stage.session.subscribe(tracer(stream, stage.clock, DOCUMENT.text, pytest.fail, str))
    stage.open().press("play").play(1.2)
    told = lines_of(stream)
    assert all(isinstance(line["t_s"], float) and line["event"] for line in told)
    assert all(a["t_s"] <= b["t_s"] for a, b in pairwise(told))
    assert {"announce", "state", "command", "cue", "sentence", "place"} <= {line["event"] for line in told}


def test_a_cue_tells_word_offsets_and_both_times() -> None:
    stage, stream = Stage(), io.StringIO()
    stage.session.subscribe(tracer(stream, stage.clock, DOCUMENT.text, pytest.fail, str))
    stage.open().press("play")
    begun_s = stage.clock()
    stage.play(0.6)
    cues = [line for line in lines_of(stream) if line["event"] == "cue"]
    assert [cue["word"] for cue in cues] == ["News", "of"]
    for cue in cues:
        assert DOCUMENT.text[cue["start"] : cue["stop"]] == cue["word"]
    assert cues[1]["media_s"] == 0.5
    assert abs(cues[1]["heard_at_s"] - begun_s - 0.5) < 0.011
    assert cues[1]["level"] == "word"


class FullDisk(io.StringIO):
    """Takes no byte."""

    def flush(self) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_ends_the_trace_with_one_sentence_and_nothing_else() -> None:
    stage = Stage()
    told: list[str] = []
    stage.session.subscribe(tracer(FullDisk(), stage.clock, DOCUMENT.text, told.append, str))
    stage.open().press("play").play(1.2)
    assert stage.words == ["News", "of", "numbers"]
    assert told == ["The trace ends here. It cannot be written: No space left on device."]
