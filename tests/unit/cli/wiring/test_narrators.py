"""What the parts are handed when they are put together: the tags of a recording, where a text needs them."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

import pytest

from briefing.cli.wiring.arriving import Notices
from briefing.cli.wiring.current import CurrentSettings
from briefing.cli.wiring.narrators import Narrators
from briefing.errors import SourceError
from briefing.kinds import Choice
from briefing.model import Figure, VoiceKind
from briefing.ports.media import MediaInfo, TimedText
from briefing.session.arrival import Tags
from briefing.settings import Settings
from briefing.sources.item import Item
from tests.arriving import HandArriving
from tests.builders import make_document
from tests.recordings import make
from tests.stage import StillTimer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.playlist import Playlist

DOCUMENT = make_document("One two three.")
ILLUSTRATED = DOCUMENT._replace(figures=(Figure("A bridge.", None, None),))


def unheard() -> Notices:
    return Notices(lambda _sentence: None)


def narrators_by(settings: Settings) -> Narrators:
    return Narrators(CurrentSettings(settings), lambda _sentence: None)


def tags_of(item: Item, settings: Settings | None = None) -> Callable[[], Tags] | None:
    return narrators_by(settings or Settings()).arrival(item, StillTimer(), unheard()).tags


def look() -> MediaInfo:
    return MediaInfo(10.0, title="The\x1b[31m bridge", cover=b"cover")


@pytest.mark.parametrize(
    ("item", "title", "cover"),
    [
        (Item(DOCUMENT, look=look, is_named=False), "The␛[31m bridge", b"cover"),
        (Item(DOCUMENT, look=look), "", b"cover"),
        (Item(ILLUSTRATED, look=look, is_named=False), "The␛[31m bridge", None),
    ],
)
def test_the_tags_give_what_the_text_has_not(item: Item, title: str, cover: bytes | None) -> None:
    tags = tags_of(item)
    assert tags is not None
    assert tags() == Tags(title, cover)


def test_the_tags_give_nothing_that_is_not_needed() -> None:
    tags = tags_of(Item(ILLUSTRATED, look=look))
    assert tags is not None
    assert tags() == Tags()
    assert tags_of(Item(DOCUMENT)) is None


def test_the_tags_give_chapters_with_safe_titles_and_times() -> None:
    chapters = (TimedText("A\x1b[2J bridge", -3.0), TimedText("End", 5.0, 1e9))
    tags = tags_of(Item(ILLUSTRATED, look=lambda: MediaInfo(10.0, chapters=chapters)))
    assert tags is not None
    told = tags().chapters
    assert [(each.text, each.start_s) for each in told] == [("A␛[2J bridge", 0.0), ("End", 5.0)]
    own = (TimedText("Its own", 1.0),)
    known = tags_of(Item(ILLUSTRATED, chapters=own, look=look))
    assert known is not None
    assert known().chapters == own


def test_what_a_page_names_for_a_recording_that_is_to_come_is_told_before_that_is_there(
    tmp_path: Path,
) -> None:
    own = (TimedText("Its own", 1.0),)
    arriving = HandArriving(tmp_path / "talk.mp3", bytes(100))
    tags = tags_of(Item(DOCUMENT, named_chapters=lambda: own, remote=lambda: arriving))
    assert tags is not None
    assert tags() == Tags(chapters=own)


def test_tags_at_the_end_of_a_recording_that_arrives_are_told_when_it_is_whole(tmp_path: Path) -> None:
    sound = make(tmp_path, "mp3", 2.0).read_bytes()
    tagged = sound[10 + sound[9] + (sound[8] << 7) :] + b"TAG" + b"The bridge".ljust(125, b"\0")
    arriving = HandArriving(tmp_path / "talk.mp3", tagged, len(tagged) - 128)
    narrators = narrators_by(Settings())
    item = Item(DOCUMENT, look=lambda: MediaInfo(0.0), remote=lambda: arriving, is_named=False)
    arrival = narrators.arrival(item, StillTimer(), unheard())
    assert arrival.late_tags is not None
    told: list[Tags | None] = []
    late = arrival.late_tags
    waiting = Thread(target=lambda: told.append(late()))
    waiting.start()
    narration = arrival.narrators[VoiceKind.RECORDING].narrate(DOCUMENT, 2.0, lambda *_: None)
    arriving.give(128)
    waiting.join(20)
    narration.source.close()
    narrators.close()
    assert told == [Tags("The bridge")]


def test_nobody_waits_for_the_tags_of_a_recording_that_is_given_up(tmp_path: Path) -> None:
    arriving = HandArriving(tmp_path / "talk.mp3", bytes(100))
    narrators = narrators_by(Settings())
    arrival = narrators.arrival(Item(DOCUMENT, remote=lambda: arriving), StillTimer(), unheard())
    assert arrival.late_tags is not None
    arrival.close()
    assert arrival.late_tags() is None


@pytest.mark.parametrize(
    ("settings", "own", "brought"),
    [
        (Settings(), b"own", b"own"),
        (Settings(fetch_pictures=False), b"own", b"own"),
        (Settings(picture=Choice.OFF), b"own", None),
        (Settings(), None, b"fetched"),
        (Settings(fetch_pictures=False), None, None),
    ],
)
def test_a_picture_that_came_with_its_page_goes_before_one_that_is_fetched(
    settings: Settings, own: bytes | None, brought: bytes | None
) -> None:
    item = Item(ILLUSTRATED, picture=lambda: b"fetched", own_picture=own)
    picture = narrators_by(settings).arrival(item, StillTimer(), unheard()).picture
    assert (picture() if picture else None) == brought


def test_what_is_no_recording_says_so() -> None:
    def broken() -> MediaInfo:
        raise SourceError("It is no sound.", "Check it.")

    tags = tags_of(Item(DOCUMENT, look=broken))
    assert tags is not None
    with pytest.raises(SourceError):
        tags()


def test_notices_wait_until_the_briefing_is_open_and_end_with_it() -> None:
    said: list[str] = []
    notices = Notices(said.append)
    notices.tell("It was made ready ahead.")
    assert said == []
    notices.open()
    notices.tell("It is open.")
    notices.close()
    notices.tell("It was left.")
    assert said == ["It was made ready ahead.", "It is open."]


def test_a_books_recording_is_laid_out_by_the_setting_as_it_is_when_it_is_asked_for() -> None:
    heard: list[bool] = []

    def nothing_there() -> Playlist:
        raise SourceError("The sound files of this book are not there.", "Get the whole book again.")

    def by_marks(skips_marked: bool) -> Item:
        heard.append(skips_marked)
        return item

    item = Item(DOCUMENT, look=look, playlist=nothing_there, by_marks=by_marks)
    current = CurrentSettings(Settings())
    arrival = Narrators(current, lambda _sentence: None).arrival(item, StillTimer(), unheard())
    assert arrival.has_marks
    assert arrival.tags is not None
    for skips_marked in (False, True):
        current.now = Settings(skip_marked=skips_marked)
        with pytest.raises(SourceError, match="not there"):
            arrival.narrators[VoiceKind.RECORDING].narrate(DOCUMENT, 2.0, lambda *_: None)
        arrival.tags()
    assert heard == [False, False, True, True]


def test_speech_is_had_of_another_engine_from_the_next_reading_on() -> None:
    current = CurrentSettings(Settings(speech_wpm=300))
    narrators = Narrators(current, lambda _sentence: None)
    first = narrators.narrate(DOCUMENT, None, lambda *_: None)
    before, current.now = current.now, Settings(speech_engine="espeak", speech_wpm=150)
    narrators.speak_anew(before)
    second = narrators.narrate(DOCUMENT, None, lambda *_: None)
    assert second.timeline.duration_s > first.timeline.duration_s
    first.source.close()
    second.source.close()
    narrators.close()
