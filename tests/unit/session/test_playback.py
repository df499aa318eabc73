"""The transport and the voices on it: who is heard from which word, and what is told, without a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.audio.engine_events import EngineEnded
from briefing.errors import AudioError
from briefing.limits import SPEED_HIGH
from briefing.model import TransportState, VoiceKind
from briefing.session.news import TimingsSharpened, VoiceFailed, VoiceLoaded
from tests.stage import DOCUMENT, ToneNarrator, narrated_words
from tests.unit.session.bench import PlaybackBench

if TYPE_CHECKING:
    from briefing.store import Store


def test_a_voice_that_was_loaded_is_told_once_with_the_notice_of_the_device(store: Store) -> None:
    bench = PlaybackBench(store, notice="There is no sound device.")
    before = bench.playback.state
    assert bench.open() == [VoiceLoaded(VoiceKind.RECORDING, "There is no sound device.")]
    assert (before, bench.playback.state) == (TransportState.LOADING, TransportState.PAUSED)
    assert bench.playback.voices.take_news() == []
    bench.playback.switch(VoiceKind.SPEECH, lambda: 0)
    bench.outbox.do_next()
    assert bench.playback.voices.take_news() == [VoiceLoaded(VoiceKind.SPEECH, None)]


def test_a_voice_that_cannot_be_had_is_told_before_the_one_that_takes_over(store: Store) -> None:
    error = AudioError("The file is damaged.")
    bench = PlaybackBench(store, ToneNarrator(VoiceKind.RECORDING, error=error))
    assert bench.open() == [
        VoiceFailed(VoiceKind.RECORDING, error, VoiceKind.SPEECH),
        VoiceLoaded(VoiceKind.SPEECH, None),
    ]
    assert not bench.playback.voices.can_read(VoiceKind.RECORDING)


def test_a_voice_that_breaks_in_mid_play_is_replaced_at_the_same_word(store: Store) -> None:
    error = AudioError("The file ends here.")
    bench = PlaybackBench(store, ToneNarrator(VoiceKind.RECORDING, error=error, broken_at_s=1.2))
    bench.open()
    bench.playback.play()
    bench.hear(2)
    assert list(bench.playback.poll()) == []
    while bench.outbox.do_next():
        pass
    assert bench.playback.voices.take_news() == [
        VoiceFailed(VoiceKind.RECORDING, error, VoiceKind.SPEECH),
        VoiceLoaded(VoiceKind.SPEECH, None),
    ]
    assert bench.playback.state is TransportState.PLAYING
    assert bench.playback.spoken_offset == narrated_words(DOCUMENT)[2].start


def test_the_end_is_reported_by_the_engine(store: Store) -> None:
    bench = PlaybackBench(store)
    bench.open()
    bench.playback.play()
    bench.hear(bench.playback.duration_s + 0.1)
    assert list(bench.playback.poll()) == [EngineEnded()]
    assert bench.playback.state is TransportState.ENDED


def test_sharper_timings_replace_those_of_the_voice_that_reads(store: Store) -> None:
    bench = PlaybackBench(store)
    bench.open()
    timeline = bench.playback.timeline
    assert timeline is not None
    sharper = timeline.sharpened(timeline[0].span, [timeline[0]._replace(confidence=0.5)])
    bench.recording.on_timeline(sharper, 0.25)
    assert bench.playback.timeline is timeline
    bench.outbox.do_next()
    assert bench.playback.timeline is sharper
    assert bench.playback.voices.take_news() == [TimingsSharpened(0.25)]


def test_a_voice_reads_with_the_speed_that_is_set_before_it_is_there(store: Store) -> None:
    bench = PlaybackBench(store)
    bench.levels.set_speed(9)
    bench.open()
    assert bench.playback.engine is not None
    assert bench.playback.engine.speed == SPEED_HIGH
    bench.levels.set_speed(1.5)
    bench.playback.apply_levels()
    assert bench.playback.engine.speed == 1.5


def test_what_comes_after_the_end_is_told_to_nobody(store: Store) -> None:
    bench = PlaybackBench(store)
    bench.playback.open(VoiceKind.RECORDING, lambda: 0)
    bench.playback.close()
    bench.outbox.do_next()
    assert bench.playback.voices.take_news() == []
    assert bench.recording.source.is_closed
