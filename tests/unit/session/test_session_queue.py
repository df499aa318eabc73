"""Several briefings in one session, heard one after another."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.errors import SourceError
from briefing.events import DocumentOpened, Ended, Refused
from briefing.model import TransportState, VoiceKind
from briefing.session.arrival import Arrival, Coming
from briefing.session.narrators.silence import SilentNarrator
from briefing.session.queue import Queue, QueuedItem
from briefing.settings import Settings
from tests.builders import make_document
from tests.shelf import Notebook
from tests.stage import Stage, ToneNarrator

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model import Document
    from briefing.ports.narration import Narrator

DOCUMENTS = (
    make_document("One two three.", title="First", language="en"),
    make_document("Uno dos tres. Cuatro cinco seis.", title="Second", language="es"),
    make_document("Eins zwei. Drei vier.", title="Third", language="de"),
)


class Shelf(Notebook):
    """A library of a few items; it keeps what it was told, and can fail to bring one."""

    def __init__(self, documents: tuple[Document, ...] = DOCUMENTS, *, is_late: bool = True) -> None:
        super().__init__()
        self.documents = documents
        self.is_late = is_late
        self.missing: set[str] = set()
        self.told: list[tuple[int, float, bool | None]] = []
        self.asked: list[str] = []
        self.arrivals: list[Arrival] = []
        self.sources: list[ToneNarrator] = []
        self.closed = 0

    @property
    def queue(self) -> Queue:
        return Queue(
            tuple(
                QueuedItem(str(n), document.title, "Harbour News", 184.0, n)
                for n, document in enumerate(self.documents, 1)
            )
        )

    def come(self, source: str) -> Coming:
        self.asked.append(source)
        document = self.documents[int(source) - 1]
        if not self.is_late:
            return Coming(self._arrival(source))
        return Coming(Arrival(make_document(title=document.title), {}), lambda: self._arrival(source))

    def _arrival(self, source: str) -> Arrival:
        if source in self.missing:
            raise SourceError(f"Item {source} is gone.", "Try it later.")
        voice = ToneNarrator(VoiceKind.RECORDING)
        self.sources.append(voice)
        narrators: dict[VoiceKind, Narrator] = {
            VoiceKind.RECORDING: voice,
            VoiceKind.NONE: SilentNarrator(ENGINE_RATE_HZ, 170),
        }
        return Arrival(self.documents[int(source) - 1], narrators, close=self._close)

    def _close(self) -> None:
        self.closed += 1

    def keep_heard(
        self, number: int, heard: float, *, is_heard: bool | None = None, length_s: float | None = None
    ) -> None:
        self.told.append((number, round(heard, 2), is_heard))

    @property
    def heard(self) -> set[int]:
        return {number for number, _, is_heard in self.told if is_heard}


def opened(shelf: Shelf, *, background: Callable[[Callable[[], None]], None] | None = None) -> Stage:
    """Return a stage on the first of a library's items."""
    stage = Stage(shelf.documents[0], library=shelf, queue=shelf.queue, background=background)
    stage.session.open()
    stage.session.tick()
    return stage


def titles(stage: Stage) -> list[tuple[str, int | None]]:
    return [(event.title, event.number) for event in stage.events if isinstance(event, DocumentOpened)]


def test_who_reads_is_said_again_only_where_another_voice_does() -> None:
    shelf = Shelf()
    stage = opened(shelf).press("play").play(9.0)
    assert titles(stage)[-1] == ("Third", 3)
    assert "".join(stage.said).count("Recording.") == 1
    stage.press("voice none")
    before = len(stage.said)
    stage.press("item-back")
    assert "Recording." in "".join(stage.said[before:]), "the item before is read by its recording again"


def test_one_plays_into_the_next_and_only_the_last_ends() -> None:
    shelf = Shelf()
    stage = opened(shelf).press("play").play(9.0)
    assert titles(stage) == [("First", 1), ("Second", 2), ("Third", 3)]
    assert stage.events.count(Ended()) == 1
    assert stage.session.state is TransportState.ENDED
    assert shelf.heard == {1, 2, 3}
    assert stage.said.count("End of the briefing.") == 1
    assert "Item 2 of 3: Second, Harbour News, 3 minutes." in stage.said
    assert [each for each in stage.said if "Second" in each] == [
        "Item 2 of 3: Second, Harbour News, 3 minutes."
    ]


def test_between_two_there_is_no_silence_for_the_next_was_made_ready() -> None:
    shelf = Shelf()
    stage = opened(shelf).press("play").play(8.0)
    loud = np.abs(stage.sink.heard).max(axis=1) > 0.01
    gaps = np.diff(np.flatnonzero(loud))
    assert gaps.max() < ENGINE_RATE_HZ // 20
    assert shelf.asked == ["2", "3"], "each once, ahead of its turn"


def test_keys_go_to_the_next_item_and_back_and_say_which_it_is() -> None:
    stage = opened(Shelf())
    stage.press("item-next", "item-next", "item-next")
    assert (stage.session.document.title, stage.said[-1]) == ("Third", "This is the last item.")
    stage.press("item-back", "item-back", "item-back")
    assert (stage.session.document.title, stage.said[-1]) == ("First", "This is the first item.")
    assert [number for _, number in titles(stage)] == [1, 2, 3, 2, 1]


def test_the_key_for_the_match_before_goes_to_the_next_item_where_nothing_is_searched_for() -> None:
    stage = opened(Shelf())
    stage.press("search two", "search-back")
    assert stage.session.document.title == "First"
    stage.press("item-next", "search-back")
    assert stage.session.document.title == "Third"


def test_a_single_briefing_has_no_other_items() -> None:
    stage = Stage().open().press("item-next", "item-heard")
    assert stage.said[-2].startswith("There is only one item.")
    assert stage.said[-1] == "Only items of the library can be marked as heard."


def test_undo_comes_back_to_the_item_and_then_to_the_place_in_it() -> None:
    stage = opened(Shelf())
    stage.press("item-next", "end", "item-next")
    assert stage.session.document.title == "Third"
    stage.press("undo")
    assert stage.session.document.title == "Second"
    stage.press("undo", "undo")
    assert stage.session.document.title == "First"


def test_quick_presses_end_at_the_last_that_was_asked_for() -> None:
    work: list[Callable[[], None]] = []
    shelf = Shelf()
    stage = opened(shelf, background=work.append)
    for _ in range(2):
        stage.session.run("search-back")
    while work:
        work.pop()()
        stage.session.tick()
    assert titles(stage) == [("First", 1), ("Third", 3)]
    assert stage.session.document.title == "Third"


def test_an_item_that_is_gone_is_passed_over_where_the_queue_goes_on_by_itself() -> None:
    shelf = Shelf()
    shelf.missing = {"2"}
    stage = opened(shelf).press("play").play(6.0)
    assert [title for title, _ in titles(stage)] == ["First", "Third"]
    assert "Item 2 is gone. Try it later." in stage.said
    assert shelf.heard == {1, 3}


@pytest.mark.parametrize("missing", [{"2", "3"}])
def test_where_all_that_follow_are_gone_it_ends_with_what_was_open(missing: set[str]) -> None:
    shelf = Shelf()
    shelf.missing = missing
    stage = opened(shelf).press("play").play(4.0)
    assert (stage.session.document.title, stage.session.state) == ("First", TransportState.ENDED)
    assert stage.events.count(Ended()) == 1
    stage.press("play").play(0.5)
    assert stage.session.state is TransportState.PLAYING


def test_an_item_that_is_gone_leaves_what_was_open_where_it_was_asked_for() -> None:
    shelf = Shelf()
    shelf.missing = {"2"}
    stage = opened(shelf).press("play").play(0.6).press("item-next").play(0.3)
    assert (stage.session.document.title, stage.session.queue.at) == ("First", 0)
    assert stage.session.state is TransportState.PLAYING
    assert not any(isinstance(event, Refused) for event in stage.events)


def test_the_first_that_can_be_had_is_opened() -> None:
    shelf = Shelf()

    def gone() -> Arrival:
        raise SourceError("Item 1 is gone.", "Try it later.")

    stage = Stage(shelf.documents[0], library=shelf, queue=shelf.queue, arriving=gone).open()
    stage.session.tick()
    assert stage.session.document.title == "Second"
    assert "Item 1 is gone. Try it later." in stage.said


def test_the_sleep_timer_for_the_end_keeps_the_next_from_beginning() -> None:
    stage = opened(Shelf()).press("sleep end", "play").play(4.0)
    assert (stage.session.document.title, stage.session.state) == ("First", TransportState.ENDED)
    stage.press("item-next", "play").play(0.5)
    assert (stage.session.document.title, stage.session.state) == ("Second", TransportState.PLAYING)


def test_how_far_each_was_heard_is_told_to_the_library() -> None:
    shelf = Shelf()
    stage = opened(shelf).press("play").play(1.5).press("item-next")
    first = [share for number, share, _ in shelf.told if number == 1]
    assert 0.5 < first[-1] < 1.0
    assert shelf.heard == set()
    stage.press("end")
    assert shelf.heard == {2}, "its last sentence was reached by hand"


def test_an_item_is_marked_as_heard_and_that_is_taken_back() -> None:
    shelf = Shelf()
    stage = opened(shelf).press("item-heard")
    assert (shelf.told[-1][2], stage.said[-1]) == (True, "Marked as heard.")
    stage.press("undo")
    assert shelf.told[-1][2] is False
    stage.press("item-heard", "item-heard")
    assert (shelf.told[-1][2], stage.said[-1]) == (False, "Marked as not heard.")


def test_another_source_is_opened_by_its_name_and_ends_the_queue() -> None:
    shelf = Shelf()
    stage = opened(shelf).press("open 3")
    assert (stage.session.document.title, stage.session.queue.entries) == ("Third", ())
    stage.press("open")
    assert stage.said[-1].startswith("Type what to open.")


def test_all_texts_are_had_one_after_another_by_who_only_prints_them() -> None:
    shelf = Shelf()
    stage = Stage(shelf.documents[0], library=shelf, queue=shelf.queue)
    stage.session.fetch()
    printed = [stage.session.document.title]
    while stage.session.fetch_next():
        printed.append(stage.session.document.title)
    assert printed == ["First", "Second", "Third"]


def test_a_storm_of_commands_leaves_one_briefing_open_and_nothing_of_the_others() -> None:
    work: list[Callable[[], None]] = []
    shelf = Shelf(tuple(make_document(f"Say {n} now. And then {n}.", title=f"T{n}") for n in range(1, 8)))
    shelf.missing = {"4"}
    stage = Stage(
        shelf.documents[0], library=shelf, queue=shelf.queue, background=work.append, settings=Settings()
    )
    stage.session.open()
    chance = random.Random(10)
    commands = [
        "item-next",
        "item-back",
        "item-heard",
        "play",
        "undo",
        "end",
        "start",
        "where",
        "search-back",
    ]
    for _ in range(300):
        stage.session.run(chance.choice(commands))
        for _ in range(chance.randrange(3)):
            if work:
                work.pop(chance.randrange(len(work)))()
        stage.session.tick()
        if stage.sink.is_started:
            stage.sink.pull(480 * chance.randrange(1, 40))
    while work or stage.session.is_opening:
        if work:
            work.pop(0)()
        stage.session.tick()
    stage.session.close()
    while work:
        work.pop(0)()
    here = stage.session.queue.here
    assert here is not None
    assert stage.session.document.title == here.title
    assert all(source.source.is_closed for source in shelf.sources)
    assert shelf.closed == len(shelf.sources), "each once"
