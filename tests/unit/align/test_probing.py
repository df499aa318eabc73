"""Passages that are listened for: where they lie, and what becomes of what is heard of them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from briefing.align.probing import COARSE_S, FINE_S, ProbeJob, ProbePassage, judged, probes_of
from briefing.align.tokens import tokens_of
from briefing.model import Cue
from briefing.timeline import Timeline
from tests.builders import make_document
from tests.stage import narrated_words

WORDS = 400
STORY = make_document(" ".join(f"word{n}" for n in range(WORDS)) + ".", title="", language="en")
PROBE = ProbePassage(0, 8, tuple(float(n) for n in range(8)))


def timings(word_s: float = 0.5) -> Timeline:
    cues = [
        Cue(span, round(n * word_s * 1000), round((n + 1) * word_s * 1000), 1.0)
        for n, span in enumerate(narrated_words(STORY))
    ]
    return Timeline(1000, round(WORDS * word_s * 1000), cues)


def test_passages_are_spread_over_the_text_and_none_is_heard_twice() -> None:
    probes = probes_of(tokens_of(STORY), timings())
    assert len(probes) >= 4
    assert probes[0].first == 0
    assert probes[-1].last > WORDS - 15
    assert all(one.last <= other.first for one, other in pairwise(probes))
    assert sum(probe.last - probe.first for probe in probes) < WORDS / 4


def test_a_text_without_times_has_no_passages() -> None:
    assert probes_of(tokens_of(STORY), Timeline(1000, 1000)) == []


@pytest.mark.parametrize(
    ("off_s", "limit_s", "is_right"),
    [(0.1, FINE_S, True), (0.8, FINE_S, False), (-0.8, FINE_S, False), (0.8, COARSE_S, True)],
)
def test_what_is_heard_at_another_time_is_wrong_by_so_much(
    off_s: float, limit_s: float, is_right: bool
) -> None:
    found = judged(PROBE, [start_s + off_s for start_s in PROBE.starts_s], limit_s)
    assert found.is_right is is_right
    assert found.by_s == pytest.approx(off_s, abs=0.1)


def test_a_misheard_word_makes_nothing_wrong() -> None:
    heard = list(PROBE.starts_s)
    heard[2], heard[5] = 9.0, 0.0
    assert judged(PROBE, heard, FINE_S).is_right


def test_what_is_hardly_heard_is_not_there() -> None:
    found = judged(PROBE, [0.0, 1.0, 2.0, *([None] * 5)], FINE_S)
    assert (found.is_right, found.by_s) == (False, None)


def test_another_language_is_not_listened_to() -> None:
    told: list[int] = []
    job = ProbeJob(["no such program"], lambda found: told.append(len(found)))
    job.start(STORY._replace(language="de"), Path("talk.flac"), timings())
    assert told == [0]
