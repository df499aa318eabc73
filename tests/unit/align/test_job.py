"""Aligning in the background: what the parent makes of what the process says."""

from __future__ import annotations

import json
import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.align.job import AlignmentJob, cache_key
from briefing.align.length_fit import fit_by_length
from briefing.clips import Clip
from briefing.confidence import SENTENCE_CONFIDENCE
from briefing.playlist import SoundFile, laid_out
from briefing.text.heard import words_heard
from tests.builders import make_document
from tests.unit.align.paragraphs import DOCUMENT, LENGTH_S, TOKENS, check_order

if TYPE_CHECKING:
    from briefing.timeline import Timeline

Key = tuple[str, str, str]
PATIENCE_S = 60.0


class Listener:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[tuple[Timeline, float | None]] = []
        self.failures: list[str] = []
        self.ended = threading.Event()
        self.heard = threading.Event()
        self.found = threading.Event()
        """A word was told to be heard for sure."""

    def __call__(self, timeline: Timeline, progress: float | None) -> None:
        self.told.append((timeline, progress))
        self.heard.set()
        if any(cue.confidence > SENTENCE_CONFIDENCE * 2 for cue in timeline):
            self.found.set()
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
    check_order(final)
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


def test_what_was_found_of_a_book_is_kept_when_it_is_broken_off_and_gone_on_from() -> None:
    start = DOCUMENT.text.index(TOKENS[0].text)
    clips = [
        Clip("a.mp3", 0.0, 4.0, start, TOKENS[3].span.stop),
        Clip("a.mp3", 4.0, 8.0, TOKENS[4].span.start, TOKENS[8].span.stop),
    ]
    book = laid_out(Path("book.epub"), clips, {"a.mp3": SoundFile(100_000, "mark")}).playlist
    kept: dict[Key, Timeline] = {}
    listener = Listener()
    times = [[0.5, 1.0, 0.9], [1.0, 1.5, 0.9], [1.5, 2.0, 0.9], [2.0, 2.5, 0.9]]
    message = {"progress": 0.5, "first": 0, "times": times}
    command = speaker(message, {"progress": 0.6}, then="time.sleep(60)")
    job = AlignmentJob(kept.get, kept.__setitem__, listener.failures.append, command)
    given = job.start(DOCUMENT, book, 8.0, listener)
    assert given == words_heard(DOCUMENT, book, given.rate_hz)
    assert listener.found.wait(PATIENCE_S)
    assert kept == {}
    job.cancel()
    found = kept[cache_key(book, DOCUMENT)]
    assert found[0].start_frame == round(0.5 * found.rate_hz)
    assert listener.failures == []
    again = AlignmentJob(kept.get, kept.__setitem__, listener.failures.append, speaker({"done": []}))
    ended = Listener()
    assert again.start(DOCUMENT, book, 8.0, ended) == found
    assert ended.ended.wait(PATIENCE_S)
    assert ended.told[-1] == (found, None)
