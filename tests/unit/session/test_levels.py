"""Speed and volume alone: their limits, and what an engine has of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.audio.engine import Engine
from briefing.model import VoiceKind
from briefing.session.keeping import Keeping
from briefing.session.levels import Levels
from briefing.settings import Settings
from tests.fakes import ArraySource, FakeClock, ManualSink, tone
from tests.stage import DOCUMENT, PULL_FRAMES

if TYPE_CHECKING:
    from briefing.store import Store


def made(store: Store, settings: Settings) -> tuple[Levels, Keeping]:
    keeping = Keeping(store, DOCUMENT, settings, ())
    return Levels(settings, keeping), keeping


@pytest.mark.parametrize(("wanted", "taken"), [(0.1, 0.5), (1.25, 1.25), (9, 6)])
def test_a_speed_stays_in_its_limits_and_is_kept_with_the_briefing(
    store: Store, wanted: float, taken: float
) -> None:
    levels, keeping = made(store, Settings())
    levels.set_speed(wanted)
    assert (levels.speed, keeping.speed) == (taken, taken)


@pytest.mark.parametrize(("wanted", "taken"), [(-5, 0), (55, 55), (105, 100)])
def test_a_volume_stays_in_its_limits(store: Store, wanted: int, taken: int) -> None:
    levels, _ = made(store, Settings())
    levels.set_volume(wanted)
    assert levels.volume == taken


@pytest.mark.parametrize(
    ("voice", "is_muted", "share"),
    [(VoiceKind.RECORDING, False, 0.4), (VoiceKind.SPEECH, False, 0.8), (VoiceKind.SPEECH, True, 0.0)],
)
def test_a_voice_is_as_loud_as_it_and_everything_are_set(
    store: Store, voice: VoiceKind, is_muted: bool, share: float
) -> None:
    settings = Settings()._replace(volume=80, recording_volume=50)
    levels, _ = made(store, settings)
    levels.is_muted = is_muted
    sink = ManualSink(clock := FakeClock())
    engine = Engine(clock, sink)
    engine.open()
    levels.apply(engine, voice)
    engine.load(ArraySource(tone(100 * PULL_FRAMES, amplitude=1.0)))
    engine.play()
    for _ in range(50):
        block = sink.pull(PULL_FRAMES)
    assert abs(block).max() == pytest.approx(share**3, rel=0.02)  # as the ear has it: see `pcm`
