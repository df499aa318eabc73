"""The loader alone: what it brings, in which order it lets go, and what comes too late."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.errors import AudioError
from briefing.model import VoiceKind
from briefing.session.arrival import Arrival
from briefing.session.device import SoundDevice
from briefing.session.loading import Loader, Made, NotMade, Timed
from tests.stage import DOCUMENT, ToneNarrator
from tests.unit.session.bench import Program

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.audio.engine import Engine
    from briefing.session.loading import Delivery


class Bench(Program):
    """A loader, and all that it has brought."""

    def __init__(
        self,
        *narrators: ToneNarrator,
        length_s: Callable[[], float | None] = lambda: None,
        open_engine: Callable[[], tuple[Engine, str | None]] | None = None,
    ) -> None:
        super().__init__("There is no sound device.")
        host = self.host if open_engine is None else self.host._replace(device=SoundDevice(open_engine))
        self.brought: list[Delivery] = []
        narrating = {each.kind: each for each in narrators}
        self.loader = Loader(Arrival(DOCUMENT, narrating, length_s), host, self.brought.append)

    def load(self, kind: VoiceKind, length_s: float | None = None) -> Delivery:
        self.loader.load(kind, DOCUMENT, length_s)
        return self.brought[-1]


def test_a_narration_comes_when_the_device_is_there_with_what_there_is_to_tell_of_it() -> None:
    bench = Bench(ToneNarrator(VoiceKind.RECORDING))
    made = bench.load(VoiceKind.RECORDING)
    assert isinstance(made, Made)
    assert (made.kind, made.language, made.narration.document_id) == ("recording", "en", DOCUMENT.id)
    assert bench.loader.device.engine is not None
    assert bench.loader.device.take_notice() == "There is no sound device."
    bench.loader.close()


def test_the_device_is_opened_once_for_all_voices() -> None:
    bench = Bench(ToneNarrator(VoiceKind.RECORDING), ToneNarrator(VoiceKind.SPEECH))
    bench.load(VoiceKind.RECORDING)
    engine = bench.loader.device.engine
    bench.load(VoiceKind.SPEECH)
    assert bench.loader.device.engine is engine
    bench.loader.close()


def test_the_recording_is_measured_only_where_no_length_is_known() -> None:
    narrator = ToneNarrator(VoiceKind.SPEECH)
    bench = Bench(narrator, length_s=lambda: 7.0)
    bench.load(VoiceKind.SPEECH)
    bench.load(VoiceKind.SPEECH, 5.0)
    assert narrator.lengths_s == [7.0, 5.0]
    bench.loader.close()


def test_a_voice_that_cannot_read_is_brought_as_such() -> None:
    error = AudioError("The file is damaged.")
    brought = Bench(ToneNarrator(VoiceKind.RECORDING, error=error)).load(VoiceKind.RECORDING)
    assert brought == NotMade(VoiceKind.RECORDING, error)


def test_a_fault_of_ours_is_told_in_a_sentence_and_ends_the_loading() -> None:
    def open_engine() -> tuple[Engine, str | None]:
        raise ZeroDivisionError("by zero")

    bench = Bench(ToneNarrator(VoiceKind.RECORDING), open_engine=open_engine)
    brought = bench.load(VoiceKind.RECORDING)
    assert isinstance(brought, NotMade)
    assert str(brought.error).endswith(".")


def test_sharper_timings_are_brought_with_whom_they_are_of() -> None:
    narrator = ToneNarrator(VoiceKind.RECORDING)
    bench = Bench(narrator)
    made = bench.load(VoiceKind.RECORDING)
    assert isinstance(made, Made)
    narrator.on_timeline(made.narration.timeline, 0.5)
    assert bench.brought[-1] == Timed(VoiceKind.RECORDING, "en", made.narration.timeline, 0.5)
    bench.loader.close()


def test_at_the_end_the_device_is_let_go_of_before_what_plays_on_it() -> None:
    narrator = ToneNarrator(VoiceKind.RECORDING)
    bench = Bench(narrator)
    bench.load(VoiceKind.RECORDING)
    assert bench.sink.is_started
    bench.loader.close()
    bench.loader.close()
    assert (bench.sink.is_started, narrator.source.is_closed) == (False, True)


@pytest.mark.parametrize("kind", [VoiceKind.RECORDING, VoiceKind.SPEECH])
def test_what_was_made_after_the_end_is_closed_at_once(kind: VoiceKind) -> None:
    narrator = ToneNarrator(kind)
    bench = Bench(narrator)
    bench.loader.close()
    bench.load(kind)
    assert narrator.source.is_closed
    assert not bench.sink.is_started
