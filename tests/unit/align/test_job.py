"""Aligning in the background: what the parent makes of what the process says."""

from __future__ import annotations

import itertools
import json
import os
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from briefing.align.alignment import WordTime
from briefing.align.job import AlignmentJob, cache_key
from briefing.align.length_fit import fit_between, fit_by_length
from briefing.align.partial_timeline import PartialTimeline
from briefing.align.tokens import tokens_of
from briefing.timeline import SENTENCE_CONFIDENCE, Timeline
from tests.builders import make_document

if TYPE_CHECKING:
    from pathlib import Path

Key = tuple[str, str, str]
DOCUMENT = make_document(
    "The first paragraph is here.",
    "The second one is a little longer than the first.",
    "And a third, to end with.",
    title="A title",
    caption="Nobody reads this aloud",
)
TOKENS = tokens_of(DOCUMENT)
LENGTH_S = 30.0
PATIENCE_S = 20.0


class Listener:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[tuple[Timeline, float | None]] = []
        self.failures: list[str] = []
        self.ended = threading.Event()
        self.heard = threading.Event()

    def __call__(self, timeline: Timeline, progress: float | None) -> None:
        self.told.append((timeline, progress))
        self.heard.set()
        if progress is None:
            self.ended.set()


def speaker(*messages: object, then: str = "") -> list[str]:
    """A process that reads its order, says these messages and ends."""
    lines = "\n".join(json.dumps(message) for message in messages)
    return [
        sys.executable,
        "-c",
        f"import sys, time\nsys.stdin.readline()\nprint({lines!r}, flush=True)\n{then}",
    ]


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "sound.mp3"
    path.write_bytes(b"not looked into here")
    return path


def even_times(count: int, confidence: float = 0.9) -> list[list[float]]:
    step = LENGTH_S / count
    return [[i * step, (i + 1) * step, confidence] for i in range(count)]


def check(timeline: Timeline) -> None:
    assert timeline.duration_s == pytest.approx(LENGTH_S)
    for before, after in itertools.pairwise(timeline):
        assert before.stop_frame <= after.start_frame


def test_a_rough_fit_is_there_at_once_and_lights_no_sentence() -> None:
    fit = fit_by_length(DOCUMENT, LENGTH_S)
    check(fit)
    assert all(cue.confidence < SENTENCE_CONFIDENCE for cue in fit)
    assert {DOCUMENT.block_index_at(cue.span.start) for cue in fit} == {0, 2, 3, 4}


def test_a_rough_fit_is_drawn_to_long_pauses() -> None:
    second = DOCUMENT.blocks[3].span.start
    plain = fit_by_length(DOCUMENT, LENGTH_S)
    expected_s = plain.frame_at(second) / plain.rate_hz
    levels = [-20.0] * round(LENGTH_S / 0.02)
    for i in range(round((expected_s + 0.2) / 0.02), round((expected_s + 1.2) / 0.02)):
        levels[i] = -70.0
    snapped = fit_by_length(DOCUMENT, LENGTH_S, levels)
    check(snapped)
    assert snapped.frame_at(second) / snapped.rate_hz == pytest.approx(expected_s + 1.2, abs=0.05)


def test_settled_paragraphs_stay_and_the_rest_is_fitted_between() -> None:
    partial = PartialTimeline(DOCUMENT, TOKENS, LENGTH_S)
    block = 3
    own = [i for i, token in enumerate(TOKENS) if token.block == block]
    partial.settle(own[0], [WordTime(12.0 + i, 12.5 + i, 0.8) for i in range(len(own))])
    timeline = partial.timeline()
    check(timeline)
    cues = {cue.span.start: cue for cue in timeline}
    for i, number in enumerate(own):
        cue = cues[TOKENS[number].words[0].start]
        assert cue.start_frame / timeline.rate_hz == 12.0 + i
        assert cue.confidence == pytest.approx(0.8)
    before = [cue for cue in timeline if cue.span.start < DOCUMENT.blocks[block].span.start]
    assert before
    assert before[-1].stop_frame / timeline.rate_hz <= 12.0


def test_half_a_paragraph_is_not_shown_yet() -> None:
    partial = PartialTimeline(DOCUMENT, TOKENS, LENGTH_S)
    partial.settle(0, [WordTime(0.1, 0.2, 0.9)])
    assert all(cue.confidence < SENTENCE_CONFIDENCE for cue in partial.timeline())


@pytest.mark.timeout(30)
def test_three_hours_of_text_are_laid_out_while_the_player_plays() -> None:
    document = make_document(*["A paragraph of some words, as they are read in the news. " * 12] * 250)
    tokens = tokens_of(document)
    partial = PartialTimeline(document, tokens, 3 * 3600.0)
    half = len(tokens) // 2
    partial.settle(0, [WordTime(i / 5, i / 5 + 0.1, 0.9) for i in range(half)])

    timeline = partial.timeline()

    assert len(timeline) == len(tokens)
    assert partial.timeline() is timeline, "it is made again though nothing has changed"


def test_no_text_to_fit_is_no_trouble() -> None:
    assert fit_between([], 0.0, 5.0) == []
    assert len(fit_by_length(make_document(), LENGTH_S)) == 0


def test_times_arrive_are_kept_and_come_back(recording: Path) -> None:
    kept: dict[Key, Timeline] = {}
    listener = Listener()
    times = even_times(len(TOKENS))
    command = speaker(
        {"level_db": [-20.0] * 100},
        {"progress": 0.5, "first": 0, "times": times[:9]},
        {"done": times, "method": "made up"},
    )
    job = AlignmentJob(kept.get, kept.__setitem__, listener.failures.append, command)
    first = job.start(DOCUMENT, recording, LENGTH_S, listener)
    assert all(cue.confidence < SENTENCE_CONFIDENCE for cue in first)
    assert listener.ended.wait(PATIENCE_S)
    final = listener.told[-1][0]
    check(final)
    assert [round(cue.start_frame / final.rate_hz, 3) for cue in final] == [
        round(start, 3) for start, _, _ in times
    ]
    assert kept == {cache_key(recording, DOCUMENT): final}
    assert not listener.failures
    again = job.start(DOCUMENT, recording, LENGTH_S, listener)
    assert again == final
    assert not job.restart()


def test_a_failure_is_told_and_the_rough_fit_stays(recording: Path) -> None:
    listener = Listener()
    command = speaker({"failed": "The recording is damaged.", "hint": "Fetch it again."})
    kept: dict[Key, Timeline] = {}
    failed = threading.Event()

    def failing(message: str) -> None:
        listener.failures.append(message)
        failed.set()

    job = AlignmentJob(kept.get, kept.__setitem__, failing, command)
    job.start(DOCUMENT, recording, LENGTH_S, listener)
    assert failed.wait(PATIENCE_S)
    assert listener.failures == ["The recording is damaged. Fetch it again."]
    assert listener.told[-1][1] is None
    assert not kept


def test_progress_is_told_while_a_long_recording_is_still_decoded(recording: Path) -> None:
    listener = Listener()
    command = speaker({"nothing": "is heard yet"}, then="time.sleep(600)")
    job = AlignmentJob(lambda _: None, lambda *_: None, listener.failures.append, command)
    first = job.start(DOCUMENT, recording, LENGTH_S, listener)
    assert listener.heard.wait(PATIENCE_S)
    assert listener.told[0] == (first, 0.0)
    job.cancel()


NONE_FOUND: list[list[float | None]] = [[None, None, 0.2] for _ in TOKENS]
CHANCE: list[list[float | None]] = [[12.0, 12.4, 0.95], *NONE_FOUND[1:]]


@pytest.mark.parametrize("times", [NONE_FOUND, even_times(len(TOKENS), 0.2), CHANCE])
def test_another_recordings_text_stays_lit_by_paragraph_and_that_is_said(
    times: list[list[float | None]], recording: Path
) -> None:
    kept: dict[Key, Timeline] = {}
    listener = Listener()
    said = threading.Event()

    def failing(message: str) -> None:
        listener.failures.append(message)
        said.set()

    job = AlignmentJob(kept.get, kept.__setitem__, failing, speaker({"done": times, "method": "made up"}))
    job.start(DOCUMENT, recording, LENGTH_S, listener)
    assert said.wait(PATIENCE_S)
    final, progress = listener.told[-1]
    assert progress is None
    assert final == fit_by_length(DOCUMENT, LENGTH_S)
    assert listener.failures[0].startswith("The words of the text were not found in the recording.")

    assert job.start(DOCUMENT, recording, LENGTH_S, listener) == final, "it is worked out once more"
    assert len(listener.failures) == 2, "the second time nobody says why no word is lit"


@pytest.mark.parametrize("then", ["sys.exit(3)", "print('no json')"])
def test_a_process_that_dies_is_told_in_a_sentence(recording: Path, then: str) -> None:
    failed = threading.Event()
    messages: list[str] = []

    def failing(message: str) -> None:
        messages.append(message)
        failed.set()

    job = AlignmentJob(lambda _: None, lambda *_: None, failing, speaker({"progress": 0.1}, then=then))
    job.start(DOCUMENT, recording, LENGTH_S, lambda *_: None)
    assert failed.wait(PATIENCE_S)
    assert messages[0].endswith(".")


def test_cancel_ends_the_process_and_it_can_be_started_again(recording: Path, tmp_path: Path) -> None:
    listener = Listener()
    mark = tmp_path / "pid"
    command = speaker(
        {"level_db": []},
        then=f"import os\nopen({str(mark)!r}, 'w').write(str(os.getpid()))\n"
        'print(\'{"progress": 0.1, "first": 0, "times": []}\', flush=True)\ntime.sleep(600)',
    )
    job = AlignmentJob(lambda _: None, lambda *_: None, listener.failures.append, command)
    job.cancel()
    assert not job.restart()
    job.start(DOCUMENT, recording, LENGTH_S, listener)
    assert listener.heard.wait(PATIENCE_S)
    job.cancel()
    if mark.exists() and mark.read_text():
        with pytest.raises(ProcessLookupError):
            os.kill(int(mark.read_text()), 0)
    told = len(listener.told)
    listener.heard.clear()
    assert job.restart()
    assert listener.heard.wait(PATIENCE_S)
    job.cancel()
    assert len(listener.told) > told
    assert not listener.failures


def test_a_recording_that_cannot_be_read_is_left_to_the_player(tmp_path: Path) -> None:
    listener = Listener()
    job = AlignmentJob(lambda _: None, lambda *_: None, listener.failures.append, speaker())
    assert len(job.start(DOCUMENT, tmp_path / "gone.mp3", LENGTH_S, listener))
    assert not listener.failures


def test_the_key_changes_with_the_sound_and_with_the_text(recording: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.mp3"
    other.write_bytes(b"something else")
    keys = {
        cache_key(recording, DOCUMENT),
        cache_key(other, DOCUMENT),
        cache_key(recording, make_document("Another text.")),
    }
    assert len(keys) == 3
