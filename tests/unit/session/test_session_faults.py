"""The session when what it is given fails, arrives late, or comes after it was closed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

import pytest

from briefing.errors import AudioError
from briefing.model import TransportState, VoiceKind
from tests.stage import Stage, ToneNarrator

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.audio.engine import Engine
    from briefing.model import Document
    from briefing.ports.narration import Narration, TimelineListener

PATIENCE_S: Final = 60.0


class Later:
    """A background in which nothing happens until it is told to."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def __call__(self, work: Callable[[], None]) -> None:
        self.waiting.append(work)

    def happen(self, stage: Stage) -> None:
        """Do what waits, and what follows from it."""
        while self.waiting:
            self.waiting.pop(0)()
            stage.session.tick()


class DeafStage(Stage):
    """Its sound can be opened only after so many attempts have failed."""

    def __init__(self, attempts: int) -> None:
        super().__init__()
        self.left = attempts

    def _open_engine(self) -> tuple[Engine, str | None]:
        self.left -= 1
        if self.left >= 0:
            raise AudioError("The sound file cannot be written.")
        return super()._open_engine()


def test_where_no_sound_can_be_opened_at_all_the_state_is_an_error_not_waiting() -> None:
    stage = DeafStage(3).open()
    assert stage.session.state is TransportState.FAILED
    assert not stage.session.playback.is_playing
    stage.press("where")
    assert "Stopped by an error." in stage.said[-1]


def test_play_tries_again_after_no_voice_could_be_had() -> None:
    stage = DeafStage(3).open().press("play").play(0.2)
    assert stage.session.state is TransportState.PLAYING
    assert stage.words == ["News"]


def test_a_voice_is_made_ready_while_a_sound_server_takes_its_time() -> None:
    is_made = threading.Event()

    class Quick(ToneNarrator):
        def narrate(
            self, document: Document, duration_s: float | None, on_timeline: TimelineListener
        ) -> Narration:
            is_made.set()
            return super().narrate(document, duration_s, on_timeline)

    class SlowStage(Stage):
        def _open_engine(self) -> tuple[Engine, str | None]:
            if not is_made.wait(PATIENCE_S):
                raise AudioError("The voice waits for the server.")
            return super()._open_engine()

    stage = SlowStage(recording=Quick(VoiceKind.RECORDING)).open()
    assert stage.session.state is TransportState.PAUSED
    assert stage.session.voice is VoiceKind.RECORDING


def test_the_device_is_let_go_before_the_voices() -> None:
    stage = Stage().open()
    was_closed: list[bool] = []
    engine = stage.session.playback.engine
    assert engine is not None
    close = engine.close

    def closing() -> None:
        was_closed.append(stage.recording.source.is_closed)
        close()

    engine.close = closing  # type: ignore[method-assign]
    stage.session.close()
    assert was_closed == [False]
    assert stage.recording.source.is_closed


def test_a_step_while_the_voice_is_loading_is_where_it_begins() -> None:
    later = Later()
    stage = Stage(background=later).open().press("go p2", "play")
    later.happen(stage)
    stage.play(0.3)
    assert stage.words == ["Seven"]


def test_a_voice_asked_for_back_and_forth_while_loading_is_made_once() -> None:
    later = Later()
    stage = Stage(background=later).open().press("voice speech", "voice recording", "voice speech")
    assert len(later.waiting) == 2
    later.happen(stage)
    assert stage.session.voice is VoiceKind.SPEECH
    assert not stage.recording.source.is_closed
    stage.session.close()
    assert stage.recording.source.is_closed


def test_a_voice_that_was_loading_does_not_take_over_from_the_one_that_was_chosen_after_it() -> None:
    later = Later()
    stage = Stage(background=later).open()
    later.happen(stage)
    stage.press("voice speech", "voice recording")
    later.happen(stage)
    assert stage.session.voice is VoiceKind.RECORDING


def test_a_voice_that_fails_while_another_is_coming_changes_nothing() -> None:
    later = Later()
    broken = ToneNarrator(VoiceKind.RECORDING, error=AudioError("The file is damaged."))
    stage = Stage(background=later, recording=broken).open().press("voice none")
    later.happen(stage)
    assert stage.session.voice is VoiceKind.NONE


@pytest.mark.parametrize("has_ticked", [False, True])
def test_what_arrives_after_the_end_is_let_go(has_ticked: bool) -> None:
    later = Later()
    stage = Stage(background=later).open()
    stage.session.close()
    for work in later.waiting:
        work()
    if has_ticked:
        stage.session.tick()
    assert stage.recording.source.is_closed
    assert not stage.sink.is_started
