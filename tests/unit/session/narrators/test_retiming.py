"""Timings that came with a recording: taken, doubted, compared with what is heard, and replaced."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from briefing import announce_voices
from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.model import Cue, Mend, VoiceKind
from briefing.playlist import Playlist, SoundRun
from briefing.session.narrators.recording import RecordingNarrator
from briefing.session.narrators.retiming import is_suspect, strays
from briefing.timeline import Timeline
from tests.builders import make_document
from tests.fakes import ArraySource
from tests.stage import Stage, StillTimer, ToneNarrator, asked_options, narrated_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.model import Document
    from briefing.playlist import Recorded
    from briefing.ports.narration import Narration, Probed, TimelineListener

WORDS = 40
STORY = make_document(" ".join(f"word{n}" for n in range(WORDS)) + ".", title="")
WORD_S = 0.5
LENGTH_S = 60


def timeline(shift_s: float = 0.0, *, from_word: int = 0, sure: float = 1.0) -> Timeline:
    """Every word half a second long, those from `from_word` on shifted."""
    cues = []
    for n, span in enumerate(narrated_words(STORY)):
        start_s = n * WORD_S + (shift_s if n >= from_word else 0.0)
        cues.append(Cue(span, round(start_s * 1000), round((start_s + WORD_S) * 1000), sure))
    return Timeline(1000, round(LENGTH_S * 1000), cues)


class Ear(StillTimer):
    """A timer that hears a timeline at once when it is asked to time anew."""

    def __init__(self, heard: Timeline | None = None, *, is_on: bool = True) -> None:
        super().__init__()
        self.is_on = is_on
        self.heard = heard
        self.asked = 0
        self.probed: tuple[Probed, ...] = ()
        self.kept: Timeline | None = None

    def renew(
        self,
        document: Document,
        recording: Recorded,
        duration_s: float,
        on_timeline: TimelineListener,
        on_failure: Callable[[str], None],
    ) -> None:
        self.asked += 1
        on_timeline(timeline(sure=0.0), 0.5)
        if self.heard is None:
            on_failure("The words of the text were not found.")
        on_timeline(self.heard or timeline(sure=0.0), None)

    def probe(
        self,
        document: Document,
        recording: Recorded,
        given: Timeline,
        on_found: Callable[[Sequence[Probed]], None],
    ) -> None:
        on_found(self.probed)

    def prefer(self, document: Document, recording: Recorded, timeline: Timeline) -> None:
        self.kept = timeline

    def preferred(self, document: Document, recording: Recorded) -> Timeline | None:
        return self.kept


class Reading:
    """A recording of 60 seconds with timings beside it, and what is told of it."""

    def __init__(
        self,
        given: Timeline | None,
        ear: Ear,
        document: Document = STORY,
        recording: Recorded = Path("talk.flac"),  # it never changes
    ) -> None:
        self.said: list[str] = []
        self.told: list[tuple[Timeline, float | None]] = []
        sound = ArraySource(np.zeros((60 * ENGINE_RATE_HZ, 2), np.float32))
        self.narrator = RecordingNarrator(
            recording, lambda _recording: sound, lambda: given, ear, self.said.append
        )
        self.narration = self.narrator.narrate(document, None, lambda *told: self.told.append(told))

    @property
    def starts_s(self) -> list[float]:
        """When the words start in the timeline that is in force."""
        now = self.told[-1][0] if self.told else self.narration.timeline
        return [cue.start_frame / now.rate_hz for cue in now]


def test_timings_that_fit_the_recordings_length_are_not_doubted() -> None:
    ear = Ear(timeline())
    Reading(timeline(40.0), ear)  # the last word ends with the recording
    assert ear.asked == 0


def test_an_advertisement_before_the_talk_is_noticed_and_mended() -> None:
    ear = Ear(timeline(8.8))
    reading = Reading(timeline(), ear)
    assert reading.starts_s[:2] == [8.8, 9.3]
    assert reading.said == [
        "The timings that came with this recording are 8.8 seconds early. The words were timed anew."
    ]
    assert reading.told[-1][1] is None


def test_an_advertisement_in_the_middle_is_noticed_and_mended() -> None:
    reading = Reading(timeline(), Ear(timeline(8.8, from_word=20)))
    assert reading.starts_s[19:21] == [9.5, 18.8]
    assert " ".join(reading.said) == (
        "The timings that came with this recording are 8.8 seconds early from 18 seconds on. "
        "The words were timed anew."
    )


def test_a_trailer_that_was_cut_away_is_noticed() -> None:
    given = timeline(12.0)
    late = Reading(given, Ear(timeline()))
    assert late.starts_s[0] == 0.0
    assert "12.0 seconds late." in late.said[0]


def test_music_after_the_last_word_changes_nothing_and_says_nothing() -> None:
    ear = Ear(timeline(0.1))
    reading = Reading(timeline(), ear)
    assert ear.asked == 1
    assert reading.starts_s[:2] == [0.0, 0.5]
    assert reading.said == []
    assert ear.kept is None


def test_what_is_not_found_by_itself_is_not_told() -> None:
    reading = Reading(timeline(), Ear(None))
    assert reading.starts_s[:2] == [0.0, 0.5]
    assert reading.said == []


def test_nothing_is_compared_where_timing_is_off() -> None:
    ear = Ear(timeline(8.8), is_on=False)
    Reading(timeline(), ear)
    assert ear.asked == 0


def test_the_timings_that_came_stay_in_force_until_the_new_ones_are_whole() -> None:
    reading = Reading(timeline(), Ear(timeline(8.8)))
    first, progress = reading.told[0]
    assert progress == 0.5
    assert first[0].start_frame == 0


def test_timings_that_proved_right_once_are_taken_at_once_the_next_time() -> None:
    ear = Ear(timeline(8.8))
    Reading(timeline(), ear)
    again = Reading(timeline(), ear)
    assert ear.asked == 1
    assert again.narration.timeline[0].start_frame == round(8.8 * ENGINE_RATE_HZ)


def test_asked_for_and_not_found_the_timings_that_came_stay_and_that_is_said() -> None:
    reading = Reading(timeline(40.0), Ear(None))
    assert reading.narration.renew is not None
    reading.narration.renew()
    assert reading.starts_s[0] == 40.0
    assert reading.said == ["The words of the text were not found."]


def test_a_recording_without_a_text_is_not_timed() -> None:
    class Refusing(Ear):
        def start(
            self, document: Document, recording: Recorded, duration_s: float, on_timeline: TimelineListener
        ) -> Timeline:
            raise AssertionError("there is nothing to time")

    reading = Reading(None, Refusing(), make_document(title="talk"))
    assert len(reading.narration.timeline) == 0
    assert reading.narration.timeline.length_frames == 60 * ENGINE_RATE_HZ


def test_cues_that_lie_past_the_end_are_suspect() -> None:
    ends = [Cue(word, 60_000, 60_000) for word in narrated_words(STORY)]
    assert is_suspect(Timeline(1000, 60_000, ends))
    assert not is_suspect(Timeline(1000, 60_000))
    assert not is_suspect(timeline(38.0))
    assert is_suspect(timeline(35.0))


def test_a_few_words_that_were_misheard_prove_nothing() -> None:
    assert strays(timeline(), timeline(8.8, from_word=36)) is None
    assert strays(timeline(), timeline(8.8, sure=0.1)) is None
    assert strays(timeline(), timeline(2.0)) is None


# The command


class Renewable(ToneNarrator):
    """A recording whose timings came with it."""

    renewed = 0

    def narrate(
        self, document: Document, duration_s: float | None, on_timeline: TimelineListener
    ) -> Narration:
        return replace(super().narrate(document, duration_s, on_timeline), renew=self.renew)

    def renew(self) -> None:
        self.renewed += 1


class Mendable:
    """Timings that were measured."""

    def __init__(self) -> None:
        self.mends: Sequence[Mend] = tuple(Mend)
        self.done: list[str] = []

    def mend(self, how: Mend) -> Callable[[], None]:
        self.mends = ()
        self.done.append(how)
        return lambda: self.done.append("taken back")


class Measured(Renewable):
    """A recording whose timings came with it, and were measured."""

    def __init__(self) -> None:
        super().__init__(VoiceKind.RECORDING)
        self.timings = Mendable()

    def narrate(
        self, document: Document, duration_s: float | None, on_timeline: TimelineListener
    ) -> Narration:
        return replace(super().narrate(document, duration_s, on_timeline), mendable=self.timings)


def test_what_was_measured_is_chosen_by_the_same_key_and_undone() -> None:
    recording = Measured()
    stage = Stage(recording=recording).open()
    options = asked_options(stage.session, "align", "")
    assert options is not None
    assert [row.argument for row in options.rows] == list(Mend)
    stage.press("align shift")
    assert stage.said[-1] == announce_voices.mended(Mend.SHIFT)
    stage.press("undo")
    assert recording.timings.done == [Mend.SHIFT, "taken back"]
    assert stage.said[-1] == "Undone. The timings are as they were."
    assert asked_options(stage.session, "align", "") is None
    stage.press("align shift")
    assert "measure them" in stage.said[-1]


def test_the_command_times_anew_what_is_timed_already() -> None:
    recording = Renewable(VoiceKind.RECORDING)
    stage = Stage(recording=recording).open().press("align")
    assert recording.renewed == 1
    assert stage.said[-1] == "Listening to all of it; until that is done the words are lit as before."


def test_the_command_says_that_there_is_no_text() -> None:
    stage = Stage(make_document(title="talk")).open().press("align")
    assert stage.said[-1] == "There is nothing to time: there is no text."


BOOK = Playlist(Path("book.epub"), ("a.mp3",), (SoundRun(0, 0.0, 60.0),))


def test_a_books_own_times_are_not_doubted_whatever_comes_after_the_last_word() -> None:
    ear = Ear(timeline(8.8))
    reading = Reading(timeline(), ear, recording=BOOK)
    assert ear.asked == 0
    assert reading.starts_s[:2] == [0.0, 0.5]


def test_what_is_found_within_a_books_clips_is_lit_before_all_of_it_is() -> None:
    reading = Reading(timeline(0.2), Ear(timeline(0.1)), recording=BOOK)
    assert reading.narration.renew is not None
    reading.narration.renew()
    assert [progress for _, progress in reading.told] == [0.5, None]
    assert reading.told[0][0][0].start_frame == 0
    assert reading.starts_s[0] == 0.1
