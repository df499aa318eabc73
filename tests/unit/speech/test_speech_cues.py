"""A timed text that is read by its own cues."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.model import Cue
from briefing.speech.engines.registry import open_speech
from briefing.timeline import Timeline
from tests.builders import make_document
from tests.stage import narrated_words
from tests.unit.speech.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model import Document
    from briefing.ports.speech import SpeechEngine


@pytest.fixture(scope="module")
def espeak() -> Iterator[SpeechEngine]:
    engine = open_speech("espeak")
    yield engine
    engine.close()


def by_cues(engine: SpeechEngine, document: Document, starts_s: dict[str, float], end_s: float) -> Reading:
    """Read a document whose words from each key on are due from a time on, a hundredth of a second apart."""
    words = narrated_words(document)
    at = sorted((document.text.index(text), start_s) for text, start_s in starts_s.items())
    cues = []
    for word in words:
        begun = [(offset, start_s) for offset, start_s in at if offset <= word.start]
        if begun:
            offset, start_s = begun[-1]
            nth = sum(offset <= each.start < word.start for each in words)
            cues.append((word, start_s + 0.01 * nth))
    timeline = Timeline(
        1000, round(end_s * 1000), [Cue(word, round(at * 1000), round(at * 1000) + 10) for word, at in cues]
    )
    return Reading(engine, document, cues=timeline)


CUED = make_document("The bridge opened again on Monday. Cars cross it.", "It is new.", title="")


def test_a_timed_text_is_read_by_its_cues_and_not_at_the_voices_own_length(espeak: SpeechEngine) -> None:
    """Cues that told 18 seconds were read in 12."""
    starts_s = {"The": 2.0, "Cars": 6.5, "It": 14.0}
    reading = by_cues(espeak, CUED, starts_s, 18.0)
    sound = reading.read_all()
    assert len(sound) == 18 * ENGINE_RATE_HZ
    for timeline in (reading.narration.timeline, reading.timeline):
        for text, start_s in starts_s.items():
            assert timeline.frame_at(CUED.text.index(text)) == start_s * ENGINE_RATE_HZ
    loud = np.flatnonzero(np.abs(sound[:, 0]) > 0.003) / ENGINE_RATE_HZ
    assert loud[0] == pytest.approx(2.0, abs=0.1)
    assert not np.any((loud > 10) & (loud < 13.9))
    assert loud[loud > 13.9][0] == pytest.approx(14.0, abs=0.1)
    assert [cue.span for cue in reading.timeline] == narrated_words(CUED)


def test_cues_that_leave_too_little_time_delay_what_follows_until_a_pause_makes_up_for_it(
    espeak: SpeechEngine,
) -> None:
    starts_s = {"The": 0.0, "Cars": 0.2, "It": 9.0}
    reading = by_cues(espeak, CUED, starts_s, 10.0)
    reading.read_all()
    begins = [reading.timeline.frame_at(CUED.text.index(text)) / ENGINE_RATE_HZ for text in starts_s]
    assert begins[0] == 0
    assert 0.8 < begins[1] < 2  # nobody understands it in 0.2 s, and at twice the rate it takes a second
    assert begins[2] == 9
    assert reading.timeline.duration_s == 10


def test_cues_at_the_end_that_leave_no_time_make_the_reading_longer(espeak: SpeechEngine) -> None:
    reading = by_cues(espeak, CUED, {"The": 0.0, "Cars": 4.0, "It": 4.1}, 4.2)
    sound = reading.read_all()
    assert 4.5 < len(sound) / ENGINE_RATE_HZ < 6


def test_what_has_no_cue_is_not_read_when_nobody_knows_when(espeak: SpeechEngine) -> None:
    reading = by_cues(espeak, CUED, {"Cars": 3.0, "It": 6.0}, 8.0)
    reading.read_all()
    assert reading.timeline[0].span.start == CUED.text.index("Cars")
    assert reading.timeline[0].start_frame == 3 * ENGINE_RATE_HZ


def test_cues_within_a_sentence_are_not_followed(espeak: SpeechEngine) -> None:
    document = make_document("The bridge opened again on Monday and cars cross it", title="")
    reading = by_cues(espeak, document, {"The": 1.0, "cars": 20.0}, 22.0)
    reading.read_all()
    assert reading.timeline[0].start_frame == ENGINE_RATE_HZ
    assert reading.timeline.frame_at(document.text.index("cars")) < 10 * ENGINE_RATE_HZ
