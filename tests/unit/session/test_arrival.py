"""A briefing whose text is in its recording: the face is there before the text, and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.errors import SourceError
from briefing.events import DocumentArrived, Refused, StateChanged, TagsArrived
from briefing.model import Media, TransportState, VoiceKind
from briefing.session.arrival import Arrival, Tags
from briefing.settings import Settings
from tests.builders import make_document
from tests.stage import DOCUMENT, Stage, ToneNarrator

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model import Document
    from briefing.ports.narration import Narration, TimelineListener

STAND_IN = make_document(title="talk")


class Later:
    """A background in which work is done when it is told to go on."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def __call__(self, work: Callable[[], None]) -> None:
        self.waiting.append(work)

    def go_on(self, stage: Stage) -> None:
        while self.waiting:
            self.waiting.pop(0)()
            stage.session.tick()


def arriving_stage(later: Later, error: SourceError | None = None) -> Stage:
    def arriving() -> Arrival:
        if error is not None:
            raise error
        return Arrival(DOCUMENT, stage.narrators, notice="It has no text.")

    stage = Stage(STAND_IN, background=later, arriving=arriving)
    return stage


def states(stage: Stage) -> list[TransportState]:
    return [event.state for event in stage.events if isinstance(event, StateChanged)]


def test_it_says_that_it_is_opening_then_what_is_open() -> None:
    later = Later()
    stage = arriving_stage(later).open()
    assert stage.said == ["Opening talk, please wait."]
    assert states(stage) == [TransportState.LOADING]
    later.go_on(stage)
    assert stage.said == [
        "Opening talk, please wait.",
        "Breaking News: News of numbers. Recording. Paused.",
        "It has no text.",
    ]
    assert DocumentArrived() in stage.events
    assert stage.session.document is DOCUMENT
    assert states(stage) == [TransportState.LOADING, TransportState.PAUSED]


def test_commands_are_answered_while_it_is_opening() -> None:
    later = Later()
    stage = arriving_stage(later).open()
    stage.press("bookmark", "sentence-forward", "search three")
    assert stage.said[1:] == ["Opening talk, please wait."] * 3
    assert stage.session.bookmarks == ()
    later.go_on(stage)
    assert stage.session.place == stage.session.cursor.first_offset


def test_play_pressed_while_it_is_opening_plays_when_it_has_come() -> None:
    later = Later()
    stage = arriving_stage(later).open()
    stage.press("play")
    assert stage.said[-1] == "Loading, please wait."
    later.go_on(stage)
    assert stage.session.state is TransportState.PLAYING
    assert stage.said[-1] == "Playing."
    stage.play(1.2)
    assert stage.words[:2] == ["News", "of"]
    assert stage.said.count("Playing.") == 1


def test_a_name_alone_is_not_remembered() -> None:
    later = Later()
    stage = arriving_stage(later).open()
    stage.session.close()
    assert stage.store.place_of(STAND_IN.id) is None


def test_what_cannot_be_read_after_all_is_refused_in_its_own_words() -> None:
    later = Later()
    stage = arriving_stage(later, SourceError("talk.mp3 is no sound.", "Check it.")).open()
    later.go_on(stage)
    assert Refused("talk.mp3 is no sound. Check it.") in stage.events
    assert isinstance(stage.session.opening.refusal, SourceError)


def test_a_fault_of_ours_while_opening_is_told_and_does_not_wait_for_ever() -> None:
    later = Later()

    def arriving() -> Arrival:
        raise ZeroDivisionError("by zero")

    stage = Stage(STAND_IN, background=later, arriving=arriving).open()
    later.go_on(stage)
    assert str(stage.session.opening.refusal).startswith("A fault of briefing itself: ZeroDivisionError")


def test_a_face_that_only_prints_waits_for_the_text() -> None:
    stage = arriving_stage(Later())
    stage.session.fetch()
    assert stage.session.document is DOCUMENT
    stage = arriving_stage(Later(), SourceError("No.", "Yes."))
    with pytest.raises(SourceError):
        stage.session.fetch()


def test_the_place_in_what_has_come_is_resumed() -> None:
    first = Stage().open().press("go p2.s2")
    first.session.close()
    later = Later()

    def arriving() -> Arrival:
        return Arrival(DOCUMENT, stage.narrators)

    stage = Stage(STAND_IN, store=first.store, background=later, arriving=arriving).open()
    later.go_on(stage)
    assert stage.said[1].endswith("Recording. Resumed at Paragraph 2 of 2, sentence 2. Paused.")


# The length


class Measured(ToneNarrator):
    """Speech that notes which length it was to fill."""

    filled_s: float | None = None

    def narrate(
        self, document: Document, duration_s: float | None, on_timeline: TimelineListener
    ) -> Narration:
        self.filled_s = duration_s
        return super().narrate(document, duration_s, on_timeline)


def with_recording(speech: ToneNarrator | None = None, settings: Settings | None = None) -> Stage:
    document = make_document("One two three.", title="T")
    document = document._replace(media=Media("/x/t.mp3", None, available=True))
    return Stage(document, length_s=lambda: 6.0, speech=speech, settings=settings)


def test_a_length_that_was_not_known_is_said_when_it_is_asked_for_and_not_by_itself() -> None:
    stage = with_recording().open()
    assert stage.said == ["T. Recording. Paused."]
    stage.press("where")
    assert stage.said[-1].startswith("0 seconds of 2 seconds.")


def test_speech_is_paced_to_the_length_of_the_recording_that_is_there() -> None:
    speech = Measured(VoiceKind.SPEECH)
    with_recording(speech, Settings(voice=VoiceKind.SPEECH)).open()
    assert speech.filled_s == 6.0


# The tags


def test_a_title_from_the_tags_changes_neither_the_text_nor_the_place_and_is_not_said() -> None:
    later = Later()
    untitled = make_document("One two three. Four five six.", "Seven eight.")._replace(title="talk")
    stage = Stage(untitled, background=later, tags=lambda: Tags("The bridge", b"cover")).open()
    later.go_on(stage)
    stage.press("sentence-forward", "play").play(0.7)
    place, said = stage.session.place, stage.said
    assert place > 0
    stage.session.reader.tags.read()
    assert stage.session.document.title == "talk"
    later.go_on(stage)
    assert TagsArrived() in stage.events
    assert stage.session.document.title == "The bridge"
    assert (stage.session.document.id, stage.session.document.text) == (untitled.id, untitled.text)
    assert stage.session.reader.tags.cover == b"cover"
    assert stage.said == said
    assert (stage.session.place, stage.session.state) == (place, TransportState.PLAYING)


def test_tags_are_read_once_and_only_where_a_face_asks() -> None:
    asked: list[str] = []

    def tags() -> Tags:
        asked.append("tags")
        return Tags()

    stage = Stage(tags=tags).open().press("play").play(0.5)
    assert asked == []
    stage.session.reader.tags.read()
    stage.session.reader.tags.read()
    stage.session.tick()
    assert asked == ["tags"]
    assert stage.session.document is DOCUMENT


def test_the_tags_of_a_text_that_is_still_to_come_are_read_when_it_has_come() -> None:
    later = Later()

    def arriving() -> Arrival:
        return Arrival(DOCUMENT, stage.narrators, tags=lambda: Tags(cover=b"cover"))

    stage = Stage(STAND_IN, background=later, arriving=arriving, tags=lambda: Tags("Wrong")).open()
    stage.session.reader.tags.read()
    later.go_on(stage)
    assert (stage.session.document, stage.session.reader.tags.cover) == (DOCUMENT, None)
    stage.session.reader.tags.read()
    later.go_on(stage)
    assert (stage.session.document, stage.session.reader.tags.cover) == (DOCUMENT, b"cover")


def test_tags_that_cannot_be_read_cost_nothing_else() -> None:
    def tags() -> Tags:
        raise ZeroDivisionError("by zero")

    stage = Stage(tags=tags).open()
    said = stage.said
    stage.session.reader.tags.read()
    stage.session.tick()
    assert TagsArrived() not in stage.events
    assert stage.said == said
