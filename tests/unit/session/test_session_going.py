"""Another briefing takes the place of the one that is open, or does not come."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from briefing.commands.table import MANUAL
from briefing.errors import SourceError
from briefing.events import DocumentArrived, Refused
from briefing.loading import Loading
from briefing.model import TransportState, VoiceKind
from briefing.session.arrival import Arrival, Coming
from briefing.session.narrators.silence import SilentNarrator
from tests.builders import make_document
from tests.shelf import Notebook
from tests.stage import DOCUMENT, PULL_FRAMES, Stage, ToneNarrator

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.model import Document
    from briefing.ports.narration import Narrator

OTHER = make_document("Uno dos tres. Cuatro cinco seis.", title="Noticias", language="es")
NAME = make_document(title="Noticias, example.org")


class Other:
    """A briefing that was asked for; it keeps what became of it."""

    def __init__(self, document: Document = OTHER) -> None:
        self.recording = ToneNarrator(VoiceKind.RECORDING)
        self.opened = self.closed = 0
        self.arrival = Arrival(
            document,
            {VoiceKind.RECORDING: self.recording, VoiceKind.NONE: SilentNarrator(48_000, 170)},
            opened=self._open,
            close=self._close,
        )
        self.coming = Coming(self.arrival)

    def _open(self) -> None:
        self.opened += 1

    def _close(self) -> None:
        self.closed += 1

    def late(self, arriving: Callable[[], Arrival] | None = None, loading: Loading | None = None) -> Coming:
        return Coming(Arrival(NAME, {}), arriving or (lambda: self.arrival), loading)


def refusing() -> Arrival:
    raise SourceError("There is nothing there.", "Look whether it is written right.")


def test_another_briefing_plays_on_where_one_was_playing() -> None:
    stage, other = Stage().open().press("play").play(1.2), Other()
    stage.session.go_to(other.coming)
    stage.play(1.1)
    assert (stage.session.document.title, stage.session.state) == ("Noticias", TransportState.PLAYING)
    assert stage.words[-3:] == ["Noticias", "Uno", "dos"]
    assert stage.said[-1] == "Noticias.", "who reads is known: it is the same voice as before"
    assert other.opened == 1
    stage.session.close()
    assert other.closed == 1


def test_it_waits_where_nothing_was_playing() -> None:
    stage = Stage().open()
    stage.session.go_to(Other().coming)
    stage.play(0.5)
    assert (stage.session.state, stage.session.position_s) == (TransportState.PAUSED, 0.0)


def test_the_sound_device_stays_open_and_nothing_pops() -> None:
    stage = Stage().open().press("play").play(1.23)
    engine = stage.session.playback.engine
    stage.session.go_to(Other().coming)
    stage.play(0.5)
    assert stage.session.playback.engine is engine
    steps = abs(stage.sink.heard[1:] - stage.sink.heard[:-1]).max()
    assert steps < 0.1, "a sine of 0.5 at 700 Hz has steps of 0.046"
    assert stage.recording.source.is_closed


def test_its_place_is_kept_and_found_again() -> None:
    stage, first = Stage().open().press("go p2.s2"), Coming(Arrival(DOCUMENT, {}))
    place = stage.session.place
    stage.session.go_to(Other().coming)
    assert stage.session.place == stage.session.cursor.first_offset
    stage.session.go_to(first)
    assert stage.session.place == place
    assert "Resumed at Paragraph 2 of 2, sentence 2." in stage.said[-1]


def test_its_name_is_there_at_once_and_its_text_when_it_has_come() -> None:
    work: list[Callable[[], None]] = []
    stage, other = Stage(background=work.append), Other()
    stage.session.open()
    while work:
        work.pop(0)()
        stage.session.tick()
    stage.press("play").play(0.6)
    stage.events.clear()
    stage.session.go_to(other.late())
    assert (stage.session.document.title, stage.session.is_opening) == ("Noticias, example.org", True)
    assert stage.session.state is TransportState.LOADING
    assert stage.said == ["Opening Noticias, example.org, please wait."]
    frames = len(stage.sink.heard)
    stage.play(0.5)
    assert not stage.sink.heard[frames + 480 :].any(), "what was open is silent"
    while work:
        work.pop(0)()
        stage.session.tick()
    stage.play(0.6)
    assert (stage.session.document.title, stage.session.state) == ("Noticias", TransportState.PLAYING)
    assert stage.words[-2:] == ["Noticias", "Uno"]
    assert stage.events.count(DocumentArrived()) == 2


def test_pause_is_heeded_while_it_comes() -> None:
    work: list[Callable[[], None]] = []
    stage = Stage(background=work.append)
    stage.session.open()
    work.pop(0)()
    stage.press("play").play(0.6)
    stage.session.go_to(Other().late())
    stage.press("play")
    while work:
        work.pop(0)()
        stage.session.tick()
    assert (stage.session.document.title, stage.session.state) == ("Noticias", TransportState.PAUSED)


@pytest.mark.parametrize("is_playing", [True, False])
def test_what_is_open_stays_open_where_the_other_cannot_be_read(is_playing: bool) -> None:
    stage = Stage().open().press("play").play(1.2)
    if not is_playing:
        stage.press("play")
    place = stage.session.place
    stage.session.go_to(Other().late(refusing))
    stage.session.tick()
    assert stage.session.document is not NAME
    assert stage.session.document.title == DOCUMENT.title
    assert "There is nothing there. Look whether it is written right." in stage.said
    assert stage.session.opening.refusal is None
    assert not any(isinstance(event, Refused) for event in stage.events)
    assert (stage.session.place, stage.session.is_opening) == (place, False)
    stage.play(0.6)
    assert stage.session.playback.is_playing is is_playing


def test_quick_presses_end_at_what_was_asked_for_last() -> None:
    work: list[Callable[[], None]] = []
    stage = Stage(background=work.append)
    stage.session.open()
    work.pop(0)()
    stage.session.tick()
    loadings = [Loading("example.org") for _ in range(4)]
    others = [Other(make_document(f"Item {n}.", title=f"Title {n}")) for n in range(4)]
    for other, loading in zip(others, loadings, strict=True):
        stage.session.go_to(other.late(loading=loading))
    first = work.pop(3)
    first()
    while work:
        work.pop()()
        stage.session.tick()
    stage.session.tick()
    assert stage.session.document.title == "Title 3"
    assert [other.opened for other in others] == [0, 0, 0, 1]
    with pytest.raises(SourceError):
        loadings[0].tell(1, 2)


def test_what_comes_when_another_was_asked_for_is_let_go_of() -> None:
    work: list[Callable[[], None]] = []
    stage = Stage(background=work.append)
    stage.session.open()
    work.pop(0)()
    other = Other()
    stage.session.go_to(other.late())
    work.pop(0)()  # it has come, and is about to be taken
    stage.session.go_to(Other(make_document("One.", title="Later")).coming)
    while work or stage.session.outbox.do_next():
        if work:
            work.pop(0)()
    assert (stage.session.document.title, other.opened, other.closed) == ("Later", 0, 1)


def test_volume_and_what_was_set_for_it_go_on_but_its_own_speed_stays() -> None:
    stage = Stage().open().press("speed 1.5", "quieter", "mute", "size lg")
    stage.session.go_to(Other().coming)
    levels = stage.session.reader.levels
    assert (levels.volume, levels.is_muted, stage.session.speed, stage.session.size) == (95, True, 1.5, "lg")
    stage.press("speed 2")
    stage.session.go_to(Coming(Arrival(DOCUMENT, {})))
    assert stage.session.speed == 1.5


def test_neither_threads_nor_sources_are_left_behind_after_two_hundred_briefings() -> None:
    stage = Stage(background=lambda work: work()).open().press("play")
    threads = threading.active_count()
    others = [Other(make_document(f"One {n} two.", title=f"Title {n}")) for n in range(200)]
    for n, other in enumerate(others):
        stage.session.go_to(other.late() if n % 2 else other.coming)
        stage.session.tick()
        stage.sink.pull(PULL_FRAMES)
    assert [other.closed for other in others] == [1] * 199 + [0]
    assert [other.recording.source.is_closed for other in others] == [True] * 199 + [False]
    assert threading.active_count() == threads
    assert stage.session.state is TransportState.PLAYING


def test_who_gives_up_waiting_is_back_at_what_was_open_and_hears_it_on() -> None:
    work: list[Callable[[], None]] = []
    stage = Stage(background=work.append)
    stage.session.open()
    work.pop(0)()
    stage.press("play").play(0.6)
    other = Other()
    stage.session.go_to(other.late())
    assert stage.session.give_up_opening()
    assert not stage.session.give_up_opening()
    while work:
        work.pop(0)()
        stage.session.tick()
    stage.play(0.6)
    assert (stage.session.document.title, stage.session.state) == (DOCUMENT.title, TransportState.PLAYING)
    assert stage.said[-1] == f"Back to {DOCUMENT.title}."
    assert (other.opened, stage.session.is_opening) == (0, False)


class Named(Notebook):
    """What can be opened by its name."""

    def __init__(self, *documents: Document) -> None:
        super().__init__()
        self._documents = {document.source: document for document in documents}
        self.voices: Mapping[VoiceKind, Narrator] = {}

    def come(self, source: str) -> Coming:
        if source not in self._documents:
            raise SourceError(f"There is no {source}.")
        return Coming(Arrival(self._documents[source], self.voices))

    def keep_heard(
        self, number: int, heard: float, *, is_heard: bool | None = None, length_s: float | None = None
    ) -> None:
        raise AssertionError("this is no item of the library")


def test_undo_did_not_come_back_from_what_was_opened() -> None:
    first, second = DOCUMENT._replace(source="one.md"), OTHER._replace(source="two.md")
    library = Named(first, second)
    stage = Stage(first, library=library)
    library.voices = stage.narrators
    stage.open().session.move_to(first.text.index("Seven"))
    stage.press("open two.md")
    assert stage.session.document.title == "Noticias"
    stage.press("undo")
    assert (stage.session.document.source, stage.session.place) == ("one.md", first.text.index("Seven"))
    assert "Undone. Back to News of numbers." in stage.said


def test_the_manual_is_opened_by_a_command_and_undo_comes_back() -> None:
    first, manual = DOCUMENT._replace(source="one.md"), OTHER._replace(source=MANUAL)
    library = Named(first, manual)
    stage = Stage(first, library=library)
    library.voices = stage.narrators
    stage.open().session.move_to(first.text.index("Seven"))
    stage.press("manual")
    assert stage.session.document.source == MANUAL
    stage.press("undo")
    assert (stage.session.document.source, stage.session.place) == ("one.md", first.text.index("Seven"))


def test_what_cannot_be_opened_is_nothing_to_undo() -> None:
    first = DOCUMENT._replace(source="one.md")
    stage = Stage(first, library=Named(first)).open()
    stage.press("open two.md", "undo")
    assert stage.said[-1] == "Nothing to undo."
