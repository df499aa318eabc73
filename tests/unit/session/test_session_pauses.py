"""Skipping silence in a session: what is said of it, and the light while it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.events import CueChanged
from briefing.model import Cue, TransportState, VoiceKind
from briefing.ports.narration import Narration
from briefing.settings import Settings
from briefing.timeline import Timeline
from tests.fakes import ArraySource, tone
from tests.stage import DOCUMENT, Stage, ToneNarrator, narrated_words

if TYPE_CHECKING:
    from briefing.model import Document
    from briefing.ports.narration import TimelineListener

STEP_S = 2.0
WORD_S = 0.6


class SlowNarrator(ToneNarrator):
    """Takes a pause of 1.4 seconds after each word."""

    def narrate(
        self, document: Document, duration_s: float | None, on_timeline: TimelineListener
    ) -> Narration:
        words = narrated_words(document)
        step, length = round(STEP_S * ENGINE_RATE_HZ), round(WORD_S * ENGINE_RATE_HZ)
        samples = np.zeros((step * len(words), 2), np.float32)
        for n in range(len(words)):
            samples[n * step : n * step + length] = tone(length, 300.0 + 20 * n)
        cues = [Cue(word, n * step, n * step + length) for n, word in enumerate(words)]
        timeline = Timeline(ENGINE_RATE_HZ, len(samples), cues)
        return Narration(document.id, self.kind, ArraySource(samples), timeline, "slow")


def slow(**settings: object) -> Stage:
    chosen = Settings()._replace(**{"skip_silence": True, **settings})  # type: ignore[arg-type]
    return Stage(settings=chosen, recording=SlowNarrator(VoiceKind.RECORDING))


@pytest.mark.parametrize("speed", [1.0, 2.0])
def test_each_word_is_lit_when_it_is_heard_though_the_pauses_before_it_are_shortened(speed: float) -> None:
    stage = slow(speed=speed).open()
    began = stage.clock()
    stage.press("play").play(9.0)
    heard = np.abs(stage.sink.heard[:, 0]) > 0.02
    starts = [n for n in np.flatnonzero(heard[1:] & ~heard[:-1]) if not heard[max(n - 2400, 0) : n].any()]
    cues = [event for event in stage.events if isinstance(event, CueChanged)]
    assert len(cues) > 8
    lit = [(cue.heard_at_s - began) * ENGINE_RATE_HZ for cue in cues]
    assert lit[1 : len(starts)] == pytest.approx(starts[1 : len(lit)], abs=0.015 * ENGINE_RATE_HZ)
    assert stage.words == [word.of(DOCUMENT.text) for word in narrated_words(DOCUMENT)[: len(cues)]]


def test_the_time_that_it_saved_is_told_where_one_is_and_at_the_end() -> None:
    stage = slow().open().press("play").play(8.0).press("where")
    assert "seconds saved by shortened pauses." in stage.said[-1]
    stage.press("go 0:30").play(20.0)
    assert stage.session.state is TransportState.ENDED
    assert stage.said[-1].startswith("End of the briefing. ")
    assert stage.said[-1].endswith("saved by shortened pauses.")


def test_the_command_turns_it_on_and_off_and_says_so() -> None:
    stage = slow(skip_silence=False).open().press("play", "skip-silence")
    assert stage.said[-1] == "Long pauses are shortened."
    stage.play(6.0).press("skip-silence off")
    assert stage.said[-1].startswith("Pauses are left as they are. ")
    stage.press("skip-silence maybe")
    assert stage.said[-1] == "Skipping silence is on or off."


def test_places_and_seeks_are_those_of_the_recording() -> None:
    stage = slow().open().press("play").play(5.0).press("go 0:10")
    assert stage.session.position_s == pytest.approx(10.0)
    word = narrated_words(DOCUMENT)[5]
    stage.press("bookmark").play(0.3)
    assert stage.session.bookmarks[0].place.offset == word.start
    assert stage.session.reader.time_at(word.start) == 10.0
