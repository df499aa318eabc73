"""A session as a desktop sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.events import TimelineChanged
from briefing.ports.desktop import DesktopWish, PlayerStanding, Playing, WishKind
from briefing.session.arrival import Arrival
from briefing.session.desktop import LONG_S, DesktopView, grant, told_address
from briefing.settings import Settings
from tests.builders import make_document
from tests.stage import DOCUMENT, Stage
from tests.unit.session.test_session_queue import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class ListedDesktop:
    """A desktop that keeps all that it is told."""

    def __init__(self) -> None:
        self.told: list[PlayerStanding] = []
        self.notices: list[str] = []

    def tell(self, standing: PlayerStanding) -> None:
        self.told.append(standing)

    def notify(self, text: str) -> None:
        self.notices.append(text)


def seen(settings: Settings | None = None) -> tuple[Stage, ListedDesktop]:
    stage, desktop = Stage(settings=settings), ListedDesktop()
    DesktopView(stage.session, desktop)
    return stage.open(), desktop


def test_playing_on_is_told_once() -> None:
    stage, desktop = seen()
    stage.press("play")
    before = len(desktop.told)
    stage.play(2.0)
    assert desktop.told[before:] == []
    last = desktop.told[-1]
    assert last.state is Playing.PLAYING
    assert last.position_at(stage.clock()) == pytest.approx(stage.session.position_s, abs=0.05)


def test_a_jump_is_told_as_one() -> None:
    stage, desktop = seen()
    before = desktop.told[-1].jumps
    grant(stage.session, DesktopWish(WishKind.SEEK_TO, 2.0))
    assert desktop.told[-1].position_s == pytest.approx(2.0, abs=0.01)
    assert desktop.told[-1].jumps > before


def test_what_is_asked_for_is_done_and_said_as_if_by_a_key() -> None:
    stage, desktop = seen()
    session = stage.session
    grant(session, DesktopWish(WishKind.PAUSE))
    assert not session.playback.is_playing
    grant(session, DesktopWish(WishKind.PLAY))
    grant(session, DesktopWish(WishKind.PLAY))
    assert session.playback.is_playing
    stage.play(1.0)
    grant(session, DesktopWish(WishKind.SPEED, 2.0))
    grant(session, DesktopWish(WishKind.VOLUME, 0.4))
    grant(session, DesktopWish(WishKind.STOP))
    assert desktop.told[-1].state is Playing.STOPPED
    assert (desktop.told[-1].speed, desktop.told[-1].volume) == (2.0, 0.4)
    grant(session, DesktopWish(WishKind.TOGGLE))
    assert desktop.told[-1].state is Playing.PLAYING
    assert stage.said[-5:] == [
        "Playing.",
        "Speed 2.",
        "Volume 40 percent.",
        "Stopped, at the start.",
        "Playing.",
    ]


def test_sound_that_is_off_is_a_volume_of_nothing() -> None:
    stage, desktop = seen()
    stage.press("mute")
    assert desktop.told[-1].volume == 0
    grant(stage.session, DesktopWish(WishKind.VOLUME, 0.5))
    assert desktop.told[-1].volume == 0.5


def test_next_is_a_paragraph_where_there_is_nothing_else() -> None:
    stage, _ = seen()
    before = stage.session.place
    grant(stage.session, DesktopWish(WishKind.NEXT))
    after = stage.session.place
    grant(stage.session, DesktopWish(WishKind.PREVIOUS))
    assert before == stage.session.place < after


def test_next_is_the_next_item_where_there_are_several() -> None:
    shelf = Shelf()
    stage, desktop = Stage(shelf.documents[0], library=shelf, queue=shelf.queue), ListedDesktop()
    DesktopView(stage.session, desktop)
    stage.open()
    first = desktop.told[-1]
    grant(stage.session, DesktopWish(WishKind.NEXT))
    stage.session.tick()
    second = desktop.told[-1]
    assert (first.title, second.title) == ("First", "Second")
    assert (first.album, second.album) == ("Harbour News", "Harbour News")
    assert second.track > first.track
    grant(stage.session, DesktopWish(WishKind.PREVIOUS))
    stage.session.tick()
    assert desktop.told[-1].title == "First"


@pytest.mark.parametrize(("took_s", "notices"), [(LONG_S, ["What you opened is here."]), (1.0, [])])
def test_a_notice_comes_where_what_was_opened_took_long_to_come(took_s: float, notices: list[str]) -> None:
    later: list[Callable[[], None]] = []
    stage = Stage(make_document(title="page.html"), arriving=lambda: arrival, background=later.append)
    arrival = Arrival(DOCUMENT, stage.narrators)
    desktop = ListedDesktop()
    DesktopView(stage.session, desktop)
    stage.session.open()
    stage.clock.advance(took_s)
    for work in later:
        work()
    stage.session.tick()
    assert desktop.told[-1].title == DOCUMENT.title
    assert desktop.notices == notices


def test_what_leaves_is_the_face() -> None:
    stage, _ = seen()
    left: list[bool] = []
    stage.session.outbox.leave_by(lambda: left.append(True))
    grant(stage.session, DesktopWish(WishKind.QUIT))
    assert left == [True]


@pytest.mark.parametrize(
    ("took_s", "is_wanted", "stops", "notices"),
    [
        (LONG_S, True, False, ["Timing the words is done."]),
        (LONG_S - 1, True, False, []),
        (LONG_S, False, False, []),
        (LONG_S, True, True, []),
    ],
    ids=["long", "short", "not wanted", "stopped"],
)
def test_a_notice_comes_where_the_words_took_long(
    took_s: float, is_wanted: bool, stops: bool, notices: list[str]
) -> None:
    stage, desktop = seen(Settings(notify=is_wanted))
    outbox = stage.session.outbox
    outbox.emit(TimelineChanged(0.0))
    stage.clock.advance(took_s)
    if stops:
        stage.session.timing.progress = 0.5
        stage.press("align")
    else:
        outbox.emit(TimelineChanged(None))
    assert desktop.notices == notices


def test_an_address_that_may_be_the_readers_alone_is_not_told(tmp_path: Path) -> None:
    story = tmp_path / "a b.md"
    story.touch()
    assert told_address(str(story)) == story.as_uri()
    assert told_address("https://example.org/bridge") == "https://example.org/bridge"
    for secret in ("https://me:word@example.org/", "https://example.org/feed?token=1", "data:,x", "12", ""):
        assert told_address(secret) == ""
