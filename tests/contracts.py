"""What stands at a seam must behave alike, be it true or a stand-in: checks that run on both.

A contract is a class of tests without a subject; a test module subclasses it and gives one.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.errors import LostError, SourceError, SpeechError
from briefing.ports.speech import Sound
from briefing.speech.voices import pick_voice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from briefing.ports.network import Arriving, Fetcher
    from briefing.ports.sound import AudioSink, FrameSource
    from briefing.ports.speech import SpeechEngine

    Serve = Callable[[str, bytes], tuple[Fetcher, str]]
    """Puts a page of UTF-8 at a path, and returns what fetches it and its address."""

# -- SpeechEngine


class SpeechEngineContract:
    """What every `ports.SpeechEngine` does. A subclass gives the fixture `engine`."""

    TEXT = "One area, where three nations share a view, is the threat of war."

    def test_it_has_voices_that_can_be_told_apart(self, engine: SpeechEngine) -> None:
        voices = engine.voices()
        assert voices
        assert len({voice.id for voice in voices}) == len(voices)
        assert any(voice.language.startswith("en") for voice in voices)

    def test_each_word_is_marked_in_order_within_the_sound(self, engine: SpeechEngine) -> None:
        said = engine.synthesise(self.TEXT, english(engine), 175, 50)
        assert [self.TEXT[w.start : w.stop] for w in said.words] == self.TEXT.replace(",", "").rstrip(
            "."
        ).split()
        frames = [w.frame for w in said.words]
        assert frames == sorted(frames)
        assert frames[0] >= 0
        assert frames[-1] < len(said.pcm.samples)
        assert len(set(frames)) == len(frames)

    def test_the_sound_is_mono_float_and_not_silent(self, engine: SpeechEngine) -> None:
        said = engine.synthesise(self.TEXT, english(engine), 175, 50)
        assert said.pcm.samples.dtype == np.float32
        assert said.pcm.samples.ndim == 1
        assert said.pcm.rate_hz > 0
        assert 0.01 < np.abs(said.pcm.samples).max() <= 1

    def test_twice_the_rate_takes_about_half_the_time(self, engine: SpeechEngine) -> None:
        slow, fast = (
            len(engine.synthesise(self.TEXT, english(engine), wpm, 50).pcm.samples) for wpm in (150, 300)
        )
        assert 1.7 < slow / fast < 2.3

    def test_a_text_of_nothing_is_no_words(self, engine: SpeechEngine) -> None:
        assert engine.synthesise("…", english(engine), 175, 50).words == ()

    def test_a_word_whose_sound_is_told_sounds_so_and_stays_where_it_is_written(
        self, engine: SpeechEngine
    ) -> None:
        start = self.TEXT.index("nations")
        sounds = (Sound(start, start + len("nations"), "ˈkɑːɡoʊ"),)
        voice = pick_voice(engine.voices(), "en-US")
        plain, told = (engine.synthesise(self.TEXT, voice.id, 175, 50, each) for each in ((), sounds))
        assert [(w.start, w.stop) for w in told.words] == [(w.start, w.stop) for w in plain.words]
        frames = [w.frame for w in told.words]
        assert frames == sorted(set(frames))
        is_same = np.array_equal(told.pcm.samples, plain.pcm.samples)
        assert is_same != voice.takes_sounds, "a voice that takes no sounds says the text as it stands"

    def test_what_is_too_long_is_refused_and_the_next_text_is_spoken(self, engine: SpeechEngine) -> None:
        with pytest.raises(SpeechError):
            engine.synthesise("word " * 200, english(engine), 175, 50)
        assert engine.synthesise("Again.", english(engine), 175, 50).words

    def test_closing_twice_is_harmless_and_ends_it(self, engine: SpeechEngine) -> None:
        voice = english(engine)
        engine.close()
        engine.close()
        with pytest.raises(SpeechError):
            engine.synthesise("Too late.", voice, 175, 50)


def english(engine: SpeechEngine) -> str:
    """The id of an English voice."""
    return pick_voice(engine.voices(), "en-US").id


# -- AudioSink


class AudioSinkContract:
    """What every `ports.AudioSink` does. A subclass gives the fixture `sink`, not started yet."""

    FRAMES = 9600

    def let_pull(self, sink: AudioSink, taken: Pulls) -> None:
        """Let the sink pull at least `FRAMES` frames."""
        assert taken.wait_for(self.FRAMES), "the sink does not pull"

    @pytest.fixture
    def taken(self, sink: AudioSink) -> Iterator[Pulls]:
        taken = Pulls()
        sink.start(taken.render)
        yield taken
        sink.stop()

    def test_it_pulls_until_it_is_stopped(self, sink: AudioSink, taken: Pulls) -> None:
        self.let_pull(sink, taken)
        sink.stop()
        at_the_stop = taken.frames
        assert at_the_stop >= self.FRAMES
        assert not taken.wait_for(at_the_stop + 1, patience_s=0.2)

    def test_frames_are_heard_in_order_at_its_rate(self, sink: AudioSink, taken: Pulls) -> None:
        self.let_pull(sink, taken)
        first, second = sink.heard_at(0), sink.heard_at(sink.rate_hz)
        assert second - first == pytest.approx(1.0, abs=0.05)

    def test_what_waits_is_not_more_than_was_pulled(self, sink: AudioSink, taken: Pulls) -> None:
        self.let_pull(sink, taken)
        assert 0 <= sink.pending_frames <= taken.frames

    def test_it_is_there_and_never_late(self, sink: AudioSink, taken: Pulls) -> None:
        self.let_pull(sink, taken)
        assert not sink.is_lost
        assert sink.take_notice() == ""
        assert sink.underrun_frames == 0
        assert sink.name

    def test_flushing_does_no_harm(self, sink: AudioSink, taken: Pulls) -> None:
        self.let_pull(sink, taken)
        assert 0 <= sink.replaceable(taken.frames) <= taken.frames
        assert 0 <= sink.flush(taken.frames) <= taken.frames
        assert sink.pending_frames >= 0

    def test_stopping_is_harmless_before_and_after(self, sink: AudioSink) -> None:
        sink.stop()
        sink.stop()


class Pulls:
    """Silence to render, and a count of it that can be waited for."""

    def __init__(self) -> None:
        self.frames = 0
        self._changed = threading.Condition()

    def render(self, frames: int) -> NDArray[np.float32]:
        with self._changed:
            self.frames += frames
            self._changed.notify_all()
        return np.zeros((frames, 2), np.float32)

    def wait_for(self, frames: int, patience_s: float = 30.0) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: self.frames >= frames, patience_s)


# -- Fetcher


class FetcherContract:
    """What every `ports.Fetcher` does. A subclass gives the fixture `served`: see `Serve`."""

    DATA = b"<h1>The bridge</h1>" * 10_000

    def test_what_is_there_is_given_with_what_is_told_of_it(self, served: Serve) -> None:
        fetcher, address = served("/news/bridge.html", self.DATA)
        fetched = fetcher.open(address)
        assert fetched.head == self.DATA[:65_536]
        assert (fetched.address, fetched.name) == (address, "bridge.html")
        assert (fetched.media_type, fetched.charset) == ("text/html", "utf-8")
        assert fetched.notice == ""
        assert fetched.data(len(self.DATA)) == self.DATA
        fetched.close()
        fetched.close()

    def test_more_than_was_asked_for_is_refused(self, served: Serve) -> None:
        fetcher, address = served("/news", self.DATA)
        with pytest.raises(SourceError):
            fetcher.open(address).data(len(self.DATA) - 1)

    def test_how_much_has_come_is_told(self, served: Serve) -> None:
        fetcher, address = served("/news", self.DATA)
        told: list[tuple[int, int | None]] = []
        fetcher.open(address, tell=lambda *how_much: told.append(how_much)).data(len(self.DATA))
        assert told[-1] == (len(self.DATA), len(self.DATA))

    def test_what_is_not_there_is_a_sentence(self, served: Serve) -> None:
        fetcher, address = served("/news", self.DATA)
        with pytest.raises(SourceError) as error:
            fetcher.open(f"{address}/other")
        assert error.value.message.endswith(".")
        assert error.value.hint.endswith(".")

    def test_what_is_no_address_is_a_sentence(self, served: Serve) -> None:
        fetcher, _ = served("/news", self.DATA)
        with pytest.raises(SourceError, match="no host that can be understood"):
            fetcher.open("http://[::1")

    def test_what_is_secret_is_told_to_nobody_else(self, served: Serve) -> None:
        fetcher, address = served("/news?token=s3cret", self.DATA)
        fetched = fetcher.open(address.replace("//", "//ann:pa55@"))
        assert fetched.address == address.replace("s3cret", "")
        fetched.close()


# -- FrameSource


class FrameSourceContract:
    """What every `ports.FrameSource` does. A subclass gives the fixture `source`, at least a second long."""

    def read(self, source: FrameSource, start: int, frames: int) -> NDArray[np.float32]:
        """Read all of `frames`, waiting for what is not ready; less only at the end."""
        wanted = min(frames, source.length_frames - start)
        pieces = [np.zeros((0, 2), np.float32)]
        until_s = time.monotonic() + 60
        while (have := sum(map(len, pieces))) < wanted:
            piece = source.read(start + have, wanted - have)
            if piece is None:
                assert time.monotonic() < until_s, "the source is never ready"
                time.sleep(0.002)
            else:
                assert piece.dtype == np.float32
                assert piece.shape[1:] == (2,)
                assert 0 < len(piece) <= wanted - have
                pieces.append(piece)
        return np.concatenate(pieces)

    def test_it_gives_what_is_asked_for(self, source: FrameSource) -> None:
        assert len(self.read(source, 0, 4800)) == 4800

    def test_it_gives_the_same_wherever_reading_began(self, source: FrameSource) -> None:
        whole = self.read(source, 0, source.length_frames)
        assert len(whole) == source.length_frames
        for start in (source.length_frames // 3, 1000, source.length_frames - 700, 0):
            assert np.array_equal(self.read(source, start, 700), whole[start : start + 700])

    def test_at_the_end_there_is_less_and_then_nothing(self, source: FrameSource) -> None:
        assert len(self.read(source, source.length_frames - 100, 4800)) == 100
        rest = source.read(source.length_frames, 4800)
        assert rest is None or len(rest) == 0

    def test_closing_twice_is_harmless(self, source: FrameSource) -> None:
        source.close()
        source.close()


# -- Arriving


class ArrivingContract:
    """What every `ports.Arriving` does. A subclass gives `arriving`, of `data`, of which some has come."""

    def test_what_it_reaches_is_in_its_file(self, arriving: Arriving, data: bytes) -> None:
        stop = arriving.reach(0)
        assert arriving.path.read_bytes()[:stop] == data[:stop]
        assert stop > 0

    def test_with_ranges_it_reaches_what_is_far(self, arriving: Arriving, data: bytes) -> None:
        start = len(data) - 1000
        stop = arriving.reach(start)
        assert arriving.path.read_bytes()[start:stop] == data[start:stop]
        assert stop > start

    def test_at_its_end_there_is_nothing_to_wait_for(self, arriving: Arriving, data: bytes) -> None:
        assert arriving.size_bytes == len(data)
        assert arriving.reach(len(data)) == len(data)

    def test_what_is_not_wanted_any_more_is_not_waited_for(self, arriving: Arriving, data: bytes) -> None:
        with pytest.raises(LostError):
            arriving.reach(len(data) - 5, lambda: False)

    def test_closing_twice_is_harmless_and_ends_all_waiting(self, arriving: Arriving, data: bytes) -> None:
        arriving.close()
        arriving.close()
        with pytest.raises(LostError):
            arriving.reach(len(data) - 5)
