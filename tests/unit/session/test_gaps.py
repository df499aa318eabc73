"""A recording in which sound is missing: speech reads that, and the recording goes on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing.errors import SpeechError
from briefing.events import CueChanged, StateChanged
from briefing.model import Cue, Span, TransportState, VoiceKind
from briefing.timeline import Timeline
from tests.fakes import ArraySource
from tests.stage import DOCUMENT, Stage, ToneNarrator, narrated_words

if TYPE_CHECKING:
    from briefing.model import Document
    from briefing.ports.narration import Narration, TimelineListener

RECORDING, SPEECH = VoiceKind.RECORDING, VoiceKind.SPEECH
ALL = [word.of(DOCUMENT.text) for word in narrated_words(DOCUMENT)]


def span(words: str) -> Span:
    start = DOCUMENT.text.index(words)
    return Span(start, start + len(words))


class GappyNarrator(ToneNarrator):
    """A recording that lacks the sound of some text: what comes after it follows at once."""

    def __init__(self, *gaps: str) -> None:
        super().__init__(RECORDING)
        self.gaps = [span(each) for each in gaps]

    def narrate(
        self, document: Document, duration_s: float | None, on_timeline: TimelineListener
    ) -> Narration:
        whole = super().narrate(document, duration_s, on_timeline)
        words = [cue.span for cue in whole.timeline if not any(cue.span.start in gap for gap in self.gaps)]
        step = whole.timeline[0].stop_frame
        cues = [Cue(word, n * step, (n + 1) * step) for n, word in enumerate(words)]
        timeline = Timeline(whole.timeline.rate_hz, len(words) * step, cues)
        self.source = ArraySource(self.source.samples[: len(words) * step])
        return replace(whole, source=self.source, timeline=timeline, gaps=self.gaps)


def heard(stage: Stage) -> list[tuple[str, VoiceKind]]:
    """Play to the end; return the words that were told since the start, and who said each."""
    if stage.session.state is not TransportState.PLAYING:
        stage.press("play")
    for _ in range(40):
        stage.play(0.5)
        if stage.session.state is TransportState.ENDED:
            break
    found = []
    voice = RECORDING
    for event in stage.events:
        if isinstance(event, StateChanged):
            voice = event.voice
        elif isinstance(event, CueChanged):
            found.append((event.word.of(DOCUMENT.text), voice))
    return found


@pytest.mark.parametrize(
    "gaps",
    [
        ("Four five six.",),
        ("News of numbers",),
        ("Ten eleven twelve.",),
        ("One two three.", "Seven eight nine. Ten eleven twelve."),
    ],
)
def test_text_whose_sound_is_missing_was_passed_over(gaps: tuple[str, ...]) -> None:
    stage = Stage(recording=GappyNarrator(*gaps)).open()
    told = heard(stage)
    assert [word for word, _ in told] == ALL
    spoken = " ".join(gaps).replace(".", "").split()
    assert [word for word, voice in told if voice is SPEECH] == spoken
    assert sum("does not say what comes now" in each for each in stage.said) == len(gaps)


def test_without_speech_the_recording_goes_on() -> None:
    speech = ToneNarrator(SPEECH, error=SpeechError("There is no voice."))
    stage = Stage(recording=GappyNarrator("Four five six."), speech=speech).open()
    assert [word for word, _ in heard(stage)] == [word for word in ALL if word not in ("Four", "five", "six")]


def test_who_goes_to_text_whose_sound_is_missing_hears_it() -> None:
    stage = Stage(recording=GappyNarrator("Four five six.")).open()
    stage.session.move_to(DOCUMENT.text.index("five"))
    assert [word for word, _ in heard(stage)][:4] == ["five", "six", "Seven", "eight"]


def test_a_voice_that_is_chosen_in_a_gap_reads_on() -> None:
    stage = Stage(recording=GappyNarrator("Four five six.")).open()
    stage.session.move_to(DOCUMENT.text.index("five"))
    stage.press("play")
    stage.play(0.7)
    assert stage.session.playback.voice is SPEECH
    stage.press("voice speech")
    assert heard(stage)[-1] == ("twelve", SPEECH)
