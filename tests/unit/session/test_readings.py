"""What was made of a document, alone: who takes over, and what another language makes out of date."""

from __future__ import annotations

import numpy as np

from briefing.model import Cue, Span, VoiceKind
from briefing.ports.narration import Narration
from briefing.session.arrival import Arrival
from briefing.session.loading import Made, Timed
from briefing.session.readings import LADDER, Readings
from briefing.timeline import Timeline
from tests.builders import make_document
from tests.fakes import ArraySource
from tests.stage import ToneNarrator

DOCUMENT = make_document("One two.", language="en", duration_s=9.0)
GERMAN = DOCUMENT._replace(language="de")
RATE_HZ = 100


def timeline(length_s: float = 1.0) -> Timeline:
    return Timeline(RATE_HZ, round(length_s * RATE_HZ), [Cue(Span(0, 3), 0, RATE_HZ // 2, 1.0)])


def made(kind: VoiceKind, language: str = "en", length_s: float = 1.0) -> Made:
    source = ArraySource(np.zeros((round(length_s * RATE_HZ), 2), np.float32), rate_hz=RATE_HZ)
    return Made(kind, language, Narration(DOCUMENT.id, kind, source, timeline(length_s)))


def readings(*kinds: VoiceKind) -> Readings:
    return Readings(Arrival(DOCUMENT, {kind: ToneNarrator(kind) for kind in kinds or LADDER}))


def test_whoever_fails_is_followed_by_the_next_that_is_there() -> None:
    assert readings().fail(VoiceKind.RECORDING) is VoiceKind.SPEECH
    alone = readings(VoiceKind.RECORDING, VoiceKind.NONE)
    assert alone.fail(VoiceKind.RECORDING) is VoiceKind.NONE
    assert alone.fail(VoiceKind.NONE) is None
    assert not alone.can_read(VoiceKind.RECORDING)
    assert alone.forgive() is VoiceKind.RECORDING
    assert alone.can_read(VoiceKind.RECORDING)


def test_another_language_makes_speech_out_of_date_and_nothing_else() -> None:
    kept = readings()
    for kind in LADDER:
        kept.add(made(kind))
    kept.read_as(GERMAN)
    assert [kept.is_current(kind) for kind in LADDER] == [True, False, True]
    assert kept.is_late(made(VoiceKind.SPEECH))
    kept.add(made(VoiceKind.SPEECH, "de"))
    assert kept.is_current(VoiceKind.SPEECH)


def test_speech_anew_keeps_to_the_recording_or_else_takes_what_was_declared() -> None:
    kept = readings()
    assert kept.length_to_fill_s(VoiceKind.SPEECH, 0) is None
    assert kept.length_to_fill_s(VoiceKind.SPEECH, 4) == 4
    kept.add(made(VoiceKind.SPEECH))
    assert kept.length_to_fill_s(VoiceKind.SPEECH, 4) == 9
    kept.add(made(VoiceKind.RECORDING, length_s=3))
    assert kept.length_to_fill_s(VoiceKind.SPEECH, 4) == 3


def test_timings_that_come_before_their_narration_are_there_when_it_has_come() -> None:
    kept = readings()
    early = timeline()
    assert kept.sharpen(Timed(VoiceKind.RECORDING, "en", early, 0.5)) is None
    assert kept.timeline(VoiceKind.RECORDING) is None
    kept.add(made(VoiceKind.RECORDING))
    assert kept.timeline(VoiceKind.RECORDING) is early
    later = timeline()
    assert kept.sharpen(Timed(VoiceKind.RECORDING, "en", later, None)) is early
    assert kept.timeline(VoiceKind.RECORDING) is later
