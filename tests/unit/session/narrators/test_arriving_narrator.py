"""The narration of a recording while it arrives, and when it is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.model import Cue, Span, VoiceKind
from briefing.ports.network import ArrivingNews
from briefing.session.narrators.arriving import ArrivingNarrator, Parts
from briefing.session.narrators.silence import SilentNarrator
from briefing.timeline import Timeline
from tests.arriving import HandArriving
from tests.fakes import ArraySource
from tests.stage import DOCUMENT, StillTimer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.model import Document
    from briefing.playlist import Recorded
    from briefing.ports.narration import Narration, TimelineListener

CLAIMED_S = 12.0
TRUE_S = 11.0


class Claimed(ArraySource):
    """Sound that claims to be longer than it is found to be."""

    def __init__(self) -> None:
        super().__init__(np.zeros((round(CLAIMED_S * ENGINE_RATE_HZ), 2), np.float32))
        self.retries = 0

    def settle(self) -> int:
        self.length_frames = round(TRUE_S * ENGINE_RATE_HZ)
        return self.length_frames

    def retry(self) -> None:
        self.retries += 1


class Bench:
    def __init__(self, folder: Path, *, is_whole: bool = False, given: Timeline | None = None) -> None:
        data = b"sound" * 1000
        self.arriving = HandArriving(folder / "talk.mp3", data, len(data) if is_whole else 1000)
        self.source = Claimed()
        self.timelines: list[Timeline] = []
        self.said: list[str] = []
        parts = Parts(
            lambda: self.arriving,
            lambda _arriving, _declared_s: self.source,
            lambda _arriving: SilentNarrator(ENGINE_RATE_HZ, 170),
            lambda: given,
            _RenewingTimer(),
            _by_length,
            self.said.append,
        )
        self.narration: Narration = ArrivingNarrator(parts).narrate(
            DOCUMENT, None, lambda timeline, _progress: self.timelines.append(timeline)
        )


class _RenewingTimer(StillTimer):
    """Hears all words in the first second, when it is asked to time them anew."""

    def renew(
        self,
        document: Document,
        recording: Recorded,
        duration_s: float,
        on_timeline: TimelineListener,
        on_failure: Callable[[str], None],
    ) -> None:
        on_timeline(Timeline(1000, round(duration_s * 1000), [Cue(Span(0, 3), 0, 900, 1.0)]), None)

    def prefer(self, document: Document, recording: Recorded, timeline: Timeline) -> None:
        assert len(timeline) == 1


def _by_length(_document: Document, length_s: float) -> Timeline:
    return Timeline(1000, round(length_s * 1000))


def test_it_reads_for_as_long_as_it_claims_until_it_is_measured(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    assert bench.narration.voice is VoiceKind.RECORDING
    assert bench.narration.timeline.duration_s == pytest.approx(CLAIMED_S)
    bench.arriving.give(10_000)
    assert bench.timelines[-1].duration_s == pytest.approx(TRUE_S)


def test_times_that_came_with_it_are_fitted_to_the_true_length(tmp_path: Path) -> None:
    bench = Bench(tmp_path, given=Timeline(1000, 9000))
    bench.arriving.give(10_000)
    assert bench.timelines[-1].duration_s == pytest.approx(TRUE_S)


def test_times_that_came_with_it_are_made_anew_when_it_is_whole_and_not_before(tmp_path: Path) -> None:
    bench = Bench(tmp_path, given=Timeline(1000, 9000))
    assert bench.narration.renew is not None
    bench.narration.renew()
    assert bench.said == [
        "The recording is still arriving. Its words can be timed anew when all of it is there."
    ]
    bench.arriving.give(10_000)
    bench.narration.renew()
    assert bench.said[1:] == ["The words were timed anew."]
    assert len(bench.timelines[-1]) == 1
    assert bench.timelines[-1].duration_s == pytest.approx(TRUE_S)


def test_what_nothing_timed_is_not_timed_anew(tmp_path: Path) -> None:
    assert Bench(tmp_path).narration.renew is None


def test_when_the_network_is_back_what_was_lost_is_tried_again_before_anybody_else_hears(
    tmp_path: Path,
) -> None:
    bench = Bench(tmp_path)
    heard: list[tuple[ArrivingNews, int]] = []
    assert bench.narration.watch is not None
    bench.narration.watch(lambda news: heard.append((news, bench.source.retries)))
    bench.arriving.lose()
    bench.arriving.find_again()
    assert heard == [(ArrivingNews.LOST, 0), (ArrivingNews.BACK, 1)]


def test_what_is_there_already_is_read_as_a_file(tmp_path: Path) -> None:
    bench = Bench(tmp_path, is_whole=True)
    assert bench.narration.voice is VoiceKind.NONE
    assert bench.narration.watch is None
