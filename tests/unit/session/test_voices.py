"""Whose turn it is to read, alone: no transport, no session, and a background that waits to be told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.errors import AudioError, LostError
from briefing.model import Media, VoiceKind
from briefing.ports.network import ArrivingNews
from briefing.session.arrival import Arrival
from briefing.session.comeback import PATIENCE_S, PAUSES_S, START_PATIENCE_S, START_TOLD_S, TOLD_S
from briefing.session.loading import ArrivalTold, Timed
from briefing.session.news import TimingsSharpened, VoiceBack, VoiceFailed, VoiceLoaded, VoiceWaits
from briefing.session.voices import Voices
from tests.stage import DOCUMENT, ToneNarrator
from tests.unit.session.bench import Program

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.errors import BriefingError
    from briefing.model import Document
    from briefing.ports.narration import Narration, TimelineListener
    from briefing.session.loading import Delivery
    from briefing.session.news import VoiceNews
    from briefing.session.readings import VoiceTurn

RECORDING, SPEECH, NONE = VoiceKind.RECORDING, VoiceKind.SPEECH, VoiceKind.NONE
DAMAGED = AudioError("The file is damaged.")
LOST = LostError("The connection broke off.")
HEARD = 21
"""The offset of the word that is heard."""


class ArrivingNarrator(ToneNarrator):
    """A recording that still arrives: what it makes can be watched."""

    def narrate(
        self, document: Document, duration_s: float | None, on_timeline: TimelineListener
    ) -> Narration:
        return replace(super().narrate(document, duration_s, on_timeline), watch=lambda _: None)


class Bench(Program):
    """Voices that are made when `happen` says so, and whose turns begin at once."""

    def __init__(self, recording: ToneNarrator | None = None, document: Document = DOCUMENT) -> None:
        super().__init__()
        self.recording = recording or ToneNarrator(RECORDING)
        self.speech = ToneNarrator(SPEECH)
        self.waiting: list[Callable[[], None]] = []
        self.brought: list[Delivery] = []
        narrators = {each.kind: each for each in (self.recording, self.speech, ToneNarrator(NONE))}
        host = self.host._replace(in_background=self.waiting.append)
        self.voices = Voices(Arrival(document, narrators), host, self.brought.append)

    def open(self) -> Bench:
        self.voices.open(RECORDING, lambda: 0)
        self.happen()
        return self

    def choose(self, kind: VoiceKind, offset: int = 0) -> None:
        self.begin(self.voices.choose(kind, lambda: offset))

    def fall(self, error: BriefingError) -> None:
        self.begin(self.voices.fall(error, HEARD))
        self.happen()

    def happen(self) -> list[VoiceTurn]:
        """Do what waits in the background, and take what comes of it; return the turns that began."""
        turns = []
        while self.waiting or self.brought:
            for work in self.waiting[:]:
                self.waiting.remove(work)
                work()
            for brought in self.brought[:]:
                self.brought.remove(brought)
                if isinstance(brought, Timed):
                    self.voices.sharpen(brought)
                elif turn := self.voices.take(brought, lambda: HEARD):
                    turns.append(turn)
                    self.begin(turn)
        return turns

    def begin(self, turn: VoiceTurn | None) -> None:
        if turn is not None:
            self.voices.began(turn)

    def news(self) -> list[VoiceNews]:
        return self.voices.take_news()


def test_a_voice_is_awaited_from_the_start_until_its_turn() -> None:
    bench = Bench()
    assert bench.voices.is_awaited
    bench.voices.open(RECORDING, lambda: 7)
    assert (bench.voices.choice, bench.voices.current) == (RECORDING, NONE)
    (turn,) = bench.happen()
    assert (turn.kind, turn.offset) == (RECORDING, 7)
    assert (bench.voices.is_awaited, bench.voices.current) == (False, RECORDING)
    assert bench.news() == [VoiceLoaded(RECORDING, None)]


def test_a_voice_that_is_there_has_its_turn_at_once() -> None:
    bench = Bench().open()
    bench.choose(SPEECH)
    assert bench.voices.current is RECORDING
    bench.happen()
    turn = bench.voices.choose(RECORDING, lambda: 9)
    assert turn is not None
    assert (turn.kind, turn.offset) == (RECORDING, 9)


def test_a_voice_that_comes_after_another_was_chosen_is_kept_and_does_not_read() -> None:
    bench = Bench().open()
    bench.choose(SPEECH)
    bench.choose(RECORDING)
    assert bench.happen() == []
    assert bench.voices.choice is RECORDING
    bench.choose(SPEECH)
    assert bench.voices.current is SPEECH


def test_voices_fall_in_order_until_nobody_is_left_and_are_then_tried_again() -> None:
    bench = Bench(ToneNarrator(RECORDING, error=DAMAGED))
    bench.speech.error = DAMAGED
    bench.open()
    assert bench.news() == [
        VoiceFailed(RECORDING, DAMAGED, SPEECH),
        VoiceFailed(SPEECH, DAMAGED, NONE),
        VoiceLoaded(NONE, None),
    ]
    bench.fall(DAMAGED)
    assert bench.news() == [VoiceFailed(NONE, DAMAGED, None)]
    assert not bench.voices.has_reader
    bench.recording.error = None
    bench.voices.try_again()
    assert bench.voices.has_reader
    bench.happen()
    assert bench.voices.current is RECORDING


def test_speech_in_another_language_is_let_go_of_only_when_the_new_one_reads() -> None:
    bench = Bench()
    bench.voices.open(SPEECH, lambda: 0)
    bench.happen()
    english = bench.speech.source
    bench.voices.read_as(DOCUMENT._replace(language="de"), lambda: 0)
    bench.waiting.pop()()
    turn = bench.voices.take(bench.brought.pop(), lambda: HEARD)  # type: ignore[arg-type]
    assert turn is not None
    assert not english.is_closed
    bench.begin(turn)
    bench.happen()
    assert english.is_closed
    assert turn.narration.source is bench.speech.source


def test_silence_is_paced_anew_where_speech_in_another_language_changed_the_length() -> None:
    bench = Bench()
    bench.voices.open(NONE, lambda: 0)
    bench.happen()
    bench.choose(SPEECH)
    bench.happen()
    bench.voices.read_as(DOCUMENT._replace(language="de"), lambda: 0)
    bench.happen()
    assert bench.voices.choose(NONE, lambda: 0) is None
    assert [turn.kind for turn in bench.happen()] == [NONE]


def test_a_lost_recording_has_its_turn_at_the_word_that_is_heard_when_it_comes_again() -> None:
    bench = Bench().open()
    bench.fall(LOST)
    assert bench.voices.current is SPEECH
    bench.news()
    turn = bench.voices.take(ArrivalTold(RECORDING, ArrivingNews.BACK), lambda: HEARD)
    assert turn is not None
    assert (turn.kind, turn.offset) == (RECORDING, HEARD)
    assert bench.news() == [VoiceBack(RECORDING)]
    assert bench.voices.take(ArrivalTold(RECORDING, ArrivingNews.WHOLE), lambda: HEARD) is None


def test_a_recording_that_is_damaged_has_no_turn_again_by_itself() -> None:
    bench = Bench().open()
    bench.fall(DAMAGED)
    assert bench.voices.take(ArrivalTold(RECORDING, ArrivingNews.WHOLE), lambda: HEARD) is None
    assert bench.voices.current is SPEECH


def test_a_recording_whose_beginning_did_not_come_is_asked_for_again() -> None:
    bench = Bench(ToneNarrator(RECORDING, error=LOST)).open()
    assert bench.voices.current is SPEECH
    bench.recording.error = None
    bench.voices.ask_again()
    assert bench.waiting == []
    bench.clock.advance(PAUSES_S[0])
    bench.voices.ask_again()
    (turn,) = bench.happen()
    assert (turn.kind, turn.offset) == (RECORDING, HEARD)


def test_only_what_still_arrives_is_waited_for_when_its_sound_runs_dry() -> None:
    bench = Bench(ArrivingNarrator(RECORDING)).open()
    bench.news()
    assert bench.voices.look_for_sound(TOLD_S) is None
    assert bench.news() == [VoiceWaits(RECORDING)]
    assert isinstance(bench.voices.look_for_sound(PATIENCE_S), LostError)
    here = Bench().open()
    assert here.voices.look_for_sound(PATIENCE_S) is None


def test_a_remote_beginning_that_does_not_come_is_told_and_speech_reads_until_it_is_there() -> None:
    remote = DOCUMENT._replace(media=Media("https://example.org/talk.mp3", available=True))
    bench = Bench(ArrivingNarrator(RECORDING), remote)
    bench.voices.open(RECORDING, lambda: 0)
    beginning = bench.waiting.pop()
    assert bench.voices.look_for_start() is None
    bench.clock.advance(START_TOLD_S)
    assert bench.voices.look_for_start() is None
    assert bench.news() == [VoiceWaits(RECORDING)]
    bench.clock.advance(START_PATIENCE_S)
    assert bench.voices.look_for_start() is None  # speech has to be made first
    bench.happen()
    assert bench.voices.current is SPEECH
    bench.clock.advance(PAUSES_S[-1])
    bench.voices.ask_again()
    assert bench.waiting == []  # it has been asked for, and may still come
    beginning()
    (turn,) = bench.happen()
    assert (turn.kind, turn.offset) == (RECORDING, HEARD)


def test_the_beginning_of_a_file_is_not_talked_about() -> None:
    bench = Bench()
    bench.voices.open(RECORDING, lambda: 0)
    bench.clock.advance(START_PATIENCE_S)
    assert bench.voices.look_for_start() is None
    assert bench.news() == []


def test_better_timings_are_told_and_given_where_they_are_of_the_voice_that_reads() -> None:
    bench = Bench().open()
    bench.news()
    rough = bench.voices.timeline
    assert rough is not None
    sharper = rough.sharpened(rough[0].span, [rough[0]._replace(confidence=0.5)])
    assert bench.voices.sharpen(Timed(RECORDING, "en", sharper, 0.5)) is rough
    assert bench.voices.timeline is sharper
    assert bench.voices.sharpen(Timed(SPEECH, "en", sharper, None)) is None
    assert bench.news() == [TimingsSharpened(0.5), TimingsSharpened(None)]


def test_nothing_is_taken_after_the_end() -> None:
    bench = Bench()
    bench.voices.open(RECORDING, lambda: 0)
    bench.voices.close()
    assert bench.happen() == []
    assert bench.news() == []
