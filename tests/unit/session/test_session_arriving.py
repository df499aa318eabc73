"""A session whose recording is still arriving: waited for, given up, and back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.errors import LostError
from briefing.model import TransportState, VoiceKind
from briefing.ports.network import ArrivingNews
from briefing.session.comeback import PATIENCE_S, PAUSES_S, TOLD_S
from tests.stage import DOCUMENT, WORD_S, Stage, ToneNarrator, narrated_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model import Document
    from briefing.ports.narration import Narration, TimelineListener
    from briefing.ports.network import ArrivingListener

WORDS = [word.of(DOCUMENT.text) for word in narrated_words(DOCUMENT)]
LOST = LostError("The connection to example.org broke off.", "Try again.")


class ArrivingTones(ToneNarrator):
    """A recording of tones, of which `ready_s` have come."""

    def __init__(self, ready_s: float | None = None, error: LostError | None = None) -> None:
        super().__init__(VoiceKind.RECORDING)
        self.ready_s = ready_s
        self.refusal = error
        self.listeners: list[ArrivingListener] = []

    def narrate(
        self, document: Document, duration_s: float | None, on_timeline: TimelineListener
    ) -> Narration:
        if self.refusal is not None:
            self.lengths_s.append(duration_s)
            raise self.refusal
        narration = super().narrate(document, duration_s, on_timeline)
        if self.ready_s is not None:
            self.source.ready_frames = round(self.ready_s * ENGINE_RATE_HZ)
        return replace(narration, watch=self.listeners.append)

    def lose(self) -> None:
        """The network is gone: what has not come raises."""
        self.source.broken_at, self.source.error = self.source.ready_frames, LOST

    def find_again(self) -> None:
        self.source.broken_at, self.source.ready_frames = None, self.source.length_frames
        for listener in self.listeners:
            listener(ArrivingNews.BACK)


def _voice(stage: Stage) -> VoiceKind:
    return stage.session.voice


def staged(recording: ArrivingTones) -> Stage:
    return Stage(recording=recording).open().press("play")


def test_where_its_sound_runs_dry_it_is_waited_for_and_that_is_said_once() -> None:
    recording = ArrivingTones(ready_s=2 * WORD_S)
    stage = staged(recording).play(2 * WORD_S + TOLD_S + 2.0)
    assert stage.said.count("Waiting for the recording.") == 1
    assert stage.session.state is TransportState.PLAYING
    recording.source.ready_frames = recording.source.length_frames
    stage.play(WORD_S / 2)
    assert stage.session.voice is VoiceKind.RECORDING
    assert stage.words[-1] == WORDS[2]


def test_after_a_while_speech_takes_over_at_the_same_word_and_says_why() -> None:
    stage = staged(ArrivingTones(ready_s=2 * WORD_S)).play(2 * WORD_S + PATIENCE_S + 0.5)
    assert stage.session.voice is VoiceKind.SPEECH
    assert stage.session.state is TransportState.PLAYING
    assert (
        "The recording cannot be played. It does not come fast enough. Speech goes on at the same word."
        in stage.said
    )
    assert stage.words[-1] == WORDS[2]


def test_what_comes_more_slowly_than_it_plays_is_told_and_speech_takes_over_at_the_same_word() -> None:
    recording = ArrivingTones(ready_s=WORD_S)
    stage = staged(recording)
    for word in range(1, 4):
        stage.play(WORD_S + TOLD_S + 0.5)
        recording.source.ready_frames = round((word + 1) * WORD_S * ENGINE_RATE_HZ)
    assert stage.said.count("Waiting for the recording.") == 1
    assert stage.said.count("The recording comes more slowly than it plays. Waiting for more of it.") == 1
    assert stage.said[-2].endswith("It does not come fast enough. Speech goes on at the same word.")
    assert stage.session.voice is VoiceKind.SPEECH
    assert stage.session.state is TransportState.PLAYING


def test_what_was_given_up_is_told_once_while_speech_is_on_its_way() -> None:
    waiting: list[Callable[[], None]] = []
    stage = Stage(recording=ArrivingTones(ready_s=2 * WORD_S), background=waiting.append).open()
    waiting.pop(0)()
    stage.press("play").play(2 * WORD_S + PATIENCE_S + 0.5)
    said = len(stage.said)
    assert stage.said[-1].endswith("Speech goes on at the same word.")
    stage.play(PATIENCE_S)
    assert stage.said[said:] == []


def test_a_lost_recording_has_stopped_nothing_while_speech_is_on_its_way() -> None:
    waiting: list[Callable[[], None]] = []
    recording = ArrivingTones(ready_s=2 * WORD_S)
    stage = Stage(recording=recording, background=waiting.append).open()
    waiting.pop(0)()
    stage.press("play")
    recording.lose()
    stage.play(2 * WORD_S + 0.1).press("where")
    assert stage.session.state is TransportState.LOADING
    assert "Loading, please wait." in stage.said[-1]
    waiting.pop(0)()
    stage.session.tick()
    assert _voice(stage) is VoiceKind.SPEECH
    assert stage.session.playback.is_playing


def test_a_lost_recording_is_back_at_the_same_word_when_the_network_is() -> None:
    recording = ArrivingTones(ready_s=2 * WORD_S)
    stage = staged(recording)
    recording.lose()
    stage.play(2 * WORD_S + 0.1)
    assert stage.session.voice is VoiceKind.SPEECH
    assert (
        "The recording cannot be played. The connection to example.org broke off. "
        "Speech goes on at the same word." in stage.said
    )
    stage.play(4 * WORD_S)  # speech takes twice as long over each word
    word = stage.words[-1]
    recording.find_again()
    stage.session.tick()
    assert _voice(stage) is VoiceKind.RECORDING
    assert "The recording is to be had again, and goes on at the same word." in stage.said
    stage.play(WORD_S / 2)
    assert stage.words[-1] == word
    assert stage.session.state is TransportState.PLAYING


def test_who_chose_another_voice_meanwhile_keeps_it() -> None:
    recording = ArrivingTones(ready_s=2 * WORD_S)
    stage = staged(recording)
    recording.lose()
    stage.play(2 * WORD_S + 0.1)
    stage.session.reader.switch_voice(VoiceKind.NONE)
    recording.find_again()
    stage.session.tick()
    assert stage.session.voice is VoiceKind.NONE
    assert stage.session.playback.voices.can_read(VoiceKind.RECORDING)


def test_what_was_not_to_be_had_at_all_is_asked_for_again_after_pauses_that_grow() -> None:
    recording = ArrivingTones(error=LOST)
    stage = staged(recording)
    assert stage.session.voice is VoiceKind.SPEECH
    said = len(stage.said)
    for tries, pause_s in enumerate(PAUSES_S[:2], 1):
        stage.clock.advance(pause_s - 0.1)
        stage.session.tick()
        assert len(recording.lengths_s) == tries
        stage.clock.advance(0.2)
        stage.session.tick()
        stage.session.tick()  # it has the answer
        assert len(recording.lengths_s) == tries + 1
    assert len(stage.said) == said  # it was told once
    recording.refusal = None
    stage.clock.advance(PAUSES_S[2])
    stage.session.tick()
    stage.session.tick()
    assert _voice(stage) is VoiceKind.RECORDING


@pytest.mark.parametrize("key", ["play", "play-here"])
def test_who_is_asked_to_wait_for_a_recording_is_told_when_it_plays(key: str) -> None:
    waiting: list[Callable[[], None]] = []
    stage = Stage(background=waiting.append).open().press(key)
    assert stage.said[-1] == "Loading, please wait."
    waiting.pop(0)()
    stage.session.tick()
    assert stage.session.state is TransportState.PLAYING
    assert stage.said[-1] == "Playing."
    said = len(stage.said)
    stage.play(0.3).press("voice speech", "voice recording")
    assert "Playing." not in stage.said[said:]


def test_what_is_paused_while_it_loads_does_not_say_that_it_plays() -> None:
    waiting: list[Callable[[], None]] = []
    stage = Stage(background=waiting.append).open().press("play", "play")
    waiting.pop(0)()
    stage.session.tick()
    assert stage.session.state is TransportState.PAUSED
    stage.press("sentence-forward")
    stage.session.playback.play()
    stage.session.tick()
    assert "Playing." not in stage.said
