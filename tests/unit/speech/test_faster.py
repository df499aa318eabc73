"""A reading that is spoken faster by its voice."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.speech.narrate import SpeechNarrator
from tests.builders import make_document
from tests.fakes import ToneSpeech
from tests.unit.speech.reading import SENSE

if TYPE_CHECKING:
    from briefing.ports.sound import FrameSource
    from briefing.timeline import Timeline

DOCUMENT = make_document(
    *(f"Word {n} is said here, and a few more words. Then another sentence of it comes." for n in range(6))
)


def wait_for(source: FrameSource, frame: int) -> None:
    until = time.monotonic() + 20
    while source.read(frame, 1) is None and time.monotonic() < until:
        time.sleep(0.002)


@pytest.mark.parametrize("duration_s", [None, 60.0])
def test_the_voice_is_asked_to_speak_faster_and_the_times_stay_those_of_the_plan(
    duration_s: float | None,
) -> None:
    told: list[Timeline] = []
    voice = ToneSpeech()
    narrator = SpeechNarrator(voice, sense=SENSE)
    narration = narrator.narrate(DOCUMENT, duration_s, lambda timeline, _: told.append(timeline))
    source, plan = narration.source, narration.timeline
    pace = min(wpm for _, wpm, _ in voice.used)
    voice.used.clear()
    faster, ratio = source.faster(3.0)  # type: ignore[attr-defined]
    assert ratio == pytest.approx(3.0, abs=0.01)
    assert faster.length_frames == pytest.approx(source.length_frames / 3, rel=0.001)
    middle = plan.frame_at(plan[len(plan) // 2].span.start)
    wait_for(faster, round(middle / ratio))
    assert max(wpm for _, wpm, _ in voice.used) > 2.5 * pace
    assert told[-1].length_frames == plan.length_frames
    assert told[-1].frame_at(DOCUMENT.text.index("Word 3")) == pytest.approx(
        plan.frame_at(DOCUMENT.text.index("Word 3")), abs=4
    )
    own, back = source.faster(1.0)  # type: ignore[attr-defined]
    assert (own, back) == (source, 1.0)
    source.close()


def test_no_voice_is_asked_for_more_than_it_can() -> None:
    voice = ToneSpeech()
    narration = SpeechNarrator(voice, sense=SENSE, wpm=300).narrate(DOCUMENT, None, lambda *_: None)
    faster, ratio = narration.source.faster(6.0)  # type: ignore[attr-defined]
    assert ratio == pytest.approx(3.0, abs=0.01)
    wait_for(faster, 0)
    assert max(wpm for _, wpm, _ in voice.used) == 900
    narration.source.close()


def test_what_is_hardly_faster_is_not_spoken_anew() -> None:
    narration = SpeechNarrator(ToneSpeech(), sense=SENSE).narrate(DOCUMENT, None, lambda *_: None)
    assert narration.source.faster(1.1) == (narration.source, 1.0)  # type: ignore[attr-defined]
    assert narration.source.rate_hz == ENGINE_RATE_HZ
    narration.source.close()
