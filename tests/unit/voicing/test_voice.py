"""The voice and its listener: what is heard, when, and what keeps it from being heard."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.audio.engine import Engine
from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.errors import SpeechError
from briefing.events import Announced, CommandRun, Focused, KeyPressed, Leaving, LettersTyped, TextWritten
from briefing.session.outbox import Outbox
from briefing.voicing.listener import HUSH, AnnouncementListener
from briefing.voicing.voice import SayingVoice, SayLevels, SpokenPart
from tests.fakes import FakeClock, ManualSink

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from briefing.events import Event, Said
    from briefing.voicing.sayings import Saying

LETTER_FRAMES = 4000
PATIENCE_S = 60.0


class SteadySpeaker:
    """Speaks each letter for as long as the others. What is `unspeakable` breaks it; `held` takes long."""

    def __init__(self, error: SpeechError | None = None) -> None:
        self.error = error
        self.unspeakable = ""
        self.spoken: list[str] = []
        self.held = ""
        """The piece that takes until `may_speak` is set."""
        self.may_speak = threading.Event()

    def prepare(self) -> None:
        if self.error is not None:
            raise self.error

    def pieces(self, text: str, language: str) -> Sequence[str]:
        return [f"{each.rstrip('.')}." for each in text.split(". ")]

    def speak(self, piece: str, language: str) -> NDArray[np.float32]:
        assert piece != self.held or self.may_speak.wait(PATIENCE_S)
        self.spoken.append(piece)
        if piece == self.unspeakable:
            raise SpeechError("That text breaks the voice.")
        return np.full(len(piece) * LETTER_FRAMES, 0.1, np.float32)


class Hearing:
    """A voice, its listener, and somebody who hears both, at a device that is pulled by hand."""

    def __init__(self, error: SpeechError | None = None) -> None:
        self.clock = FakeClock()
        self.sink = ManualSink(self.clock)
        self.engine = Engine(self.clock, self.sink)
        self.engine.open()
        self.speaker = SteadySpeaker(error)
        self.failures: list[str] = []
        self.outbox = Outbox()
        self.told: list[Event] = []
        self.outbox.subscribe(self.told.append)
        self.voice = SayingVoice(
            self.speaker,
            open_engine=lambda: self.engine,
            parts_of=self.parts,
            levels=lambda: SayLevels(1.0, 0.2),
            clock=self.clock,
            tell=self.note,
            fail=self.failures.append,
        )
        self.listener = AnnouncementListener(self.voice, str, self.outbox)
        self.over: list[Said] = []

    @staticmethod
    def parts(saying: Saying) -> list[SpokenPart]:
        return [SpokenPart(saying.text, "en")]

    def note(self, said: Said) -> None:
        self.over.append(said)
        self.listener.note(said)

    def hear(self, *events: Event) -> None:
        for event in events:
            self.listener.hear(event)

    def pull(self, frames: int) -> NDArray[np.float32]:
        """Let sound go on; a sink that is pulled by hand belongs to one thread at a time."""
        with self.voice._changed:
            return self.sink.pull(frames)

    def until(self, is_so: Callable[[], bool]) -> None:
        """Let sound and time go on until something is so."""
        give_up_s = time.monotonic() + PATIENCE_S
        while not is_so():
            assert time.monotonic() < give_up_s, "it never happened"
            self.pull(480)
            time.sleep(0.001)

    def until_over(self, count: int) -> list[Said]:
        self.until(lambda: len(self.over) >= count)
        return self.over

    def until_heard(self) -> None:
        """Let time go on until something is heard that was not before."""
        self.pull(960)
        self.until(lambda: bool(self.sink.heard[-480:].any()))


@pytest.fixture
def hearing() -> Iterator[Hearing]:
    hearing = Hearing()
    yield hearing
    hearing.voice.close()


def test_announcements_are_heard_one_after_another_and_told_with_their_times(hearing: Hearing) -> None:
    hearing.hear(Announced("One."), Announced("Two."))
    first, second = hearing.until_over(2)
    assert (first.text, second.text) == ("One.", "Two.")
    assert first.heard_at_s is not None
    assert second.heard_at_s is not None
    assert second.heard_at_s >= first.heard_at_s + 4 * LETTER_FRAMES / ENGINE_RATE_HZ - 1e-6
    assert first.cut_at_s is second.cut_at_s is None
    assert np.abs(hearing.sink.heard).max() <= 0.1001, "two at once"


def test_a_key_silences_at_once_and_the_answer_is_heard(hearing: Hearing) -> None:
    hearing.hear(Announced("A long announcement. That goes on. And on. And on."))
    hearing.until_heard()
    hearing.hear(KeyPressed())
    hearing.pull(480)
    assert not hearing.pull(480).any()
    hearing.hear(Announced("Answer."))
    cut, answer = hearing.until_over(2)
    assert cut.cut_at_s is not None
    assert cut.heard_at_s is not None
    assert cut.cut_at_s > cut.heard_at_s
    assert (answer.text, answer.priority, answer.cut_at_s) == ("Answer.", "now", None)


def test_an_urgent_event_is_heard_after_the_answer_though_a_key_came_between(hearing: Hearing) -> None:
    hearing.speaker.held = "Opening."
    hearing.hear(
        Announced("Opening."), Announced("The end.", urgent=True), KeyPressed(), Announced("Answer.")
    )
    hearing.speaker.may_speak.set()
    said = hearing.until_over(3)
    assert [(each.text, each.heard_at_s is not None) for each in said] == [
        ("Opening.", False),
        ("Answer.", True),
        ("The end.", True),
    ]


def test_the_first_piece_is_heard_before_the_others_are_made(hearing: Hearing) -> None:
    hearing.speaker.held = "Then a much longer sentence."
    hearing.hear(Announced("Ready. Then a much longer sentence."))
    hearing.until_heard()
    assert hearing.speaker.spoken == ["Ready."]
    hearing.speaker.may_speak.set()
    assert hearing.until_over(1)[0].cut_at_s is None


def test_letters_are_said_as_they_are_typed_each_cutting_the_one_before(hearing: Hearing) -> None:
    for letter in "abc":
        hearing.hear(KeyPressed(), LettersTyped(letter))
        hearing.until_heard()
    said = hearing.until_over(3)
    assert [each.text for each in said] == ["a", "b", "c"]
    assert [each.cut_at_s is None for each in said] == [False, False, True]


def test_the_answer_to_silence_is_silence(hearing: Hearing) -> None:
    hearing.hear(Announced("A long announcement."), Announced("The end.", urgent=True))
    hearing.until_heard()
    hearing.hear(KeyPressed(), CommandRun(HUSH))
    hearing.voice.hush()
    hearing.hear(Announced("Quiet."))
    hearing.hear(KeyPressed(), Focused("Bookmarks."))
    hearing.until(lambda: bool(hearing.over) and hearing.over[-1].text == "Bookmarks.")
    assert [each.text for each in hearing.over if each.heard_at_s and not each.cut_at_s] == ["Bookmarks."]


def test_the_text_itself_is_not_said_over_what_reads_it(hearing: Hearing) -> None:
    hearing.hear(TextWritten("A sentence."), Announced("Announced."))
    hearing.until_over(1)
    assert hearing.speaker.spoken == ["Announced."]


def test_a_text_that_breaks_the_voice_costs_that_piece_alone(hearing: Hearing) -> None:
    hearing.speaker.unspeakable = "Bad."
    hearing.hear(Announced("Bad. Good."), Announced("Next."))
    hearing.until_over(2)
    assert hearing.speaker.spoken == ["Bad.", "Good.", "Next."]


def test_while_the_device_is_lost_nothing_is_said_and_what_comes_later_is_heard(hearing: Hearing) -> None:
    hearing.hear(Announced("One."))
    hearing.until_heard()
    hearing.sink.is_lost = True
    hearing.hear(Announced("Unheard."))
    hearing.until_over(2)
    assert [each.heard_at_s for each in hearing.over] == [None, None]
    hearing.sink.is_lost = False
    hearing.hear(Announced("Back."))
    assert hearing.until_over(3)[-1].heard_at_s is not None


def test_without_a_voice_that_is_said_in_one_sentence_and_nothing_crashes() -> None:
    hearing = Hearing(SpeechError("There is no voice."))
    hearing.hear(Announced("One."), KeyPressed(), Announced("Two."), Leaving())
    hearing.until(lambda: bool(hearing.failures))
    hearing.hear(Announced("Three."), KeyPressed())
    assert hearing.failures == ["There is no voice."]
    assert not hearing.voice.is_able
    assert not hearing.sink.heard.any()
    hearing.voice.close()


def test_leaving_waits_for_the_last_word_and_tells_of_it(hearing: Hearing) -> None:
    hearing.hear(KeyPressed(), Announced("Goodbye."))
    done = threading.Event()

    def leave() -> None:
        hearing.hear(Leaving())
        done.set()

    leaving = threading.Thread(target=leave)
    leaving.start()
    hearing.until(done.is_set)
    leaving.join()
    assert [each.text for each in hearing.over] == ["Goodbye."]
    assert hearing.over[0] in hearing.told
