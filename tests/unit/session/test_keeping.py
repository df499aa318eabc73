"""What is remembered of a briefing, alone: what wins over what, and what comes back another day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model import VoiceKind
from briefing.session.keeping import Keeping
from briefing.settings import Settings
from briefing.sizes import TextSize
from tests.stage import DOCUMENT

if TYPE_CHECKING:
    from collections.abc import Collection

    from briefing.store import Store

MINE = Settings()._replace(speed=2.0, size=TextSize.LG)


def keeping(store: Store, settings: Settings = MINE, given: Collection[str] = ()) -> Keeping:
    return Keeping(store, DOCUMENT, settings, given)


def test_a_new_briefing_is_as_the_settings_have_it(store: Store) -> None:
    new = keeping(store)
    assert (new.offset, new.speed, new.size, new.voice) == (None, 2.0, TextSize.LG, VoiceKind.RECORDING)
    assert (new.language, new.bookmarks, new.is_stand_in) == (None, (), False)


def test_what_was_set_for_a_briefing_comes_back_and_wins_over_the_settings(store: Store) -> None:
    first = keeping(store)
    first.speed, first.voice, first.language, first.sync_offset_ms = 1.5, VoiceKind.SPEECH, "de", 40
    assert first.keep(offset=7, media_s=3.5)
    again = keeping(store)
    assert (again.offset, again.speed, again.voice) == (7, 1.5, VoiceKind.SPEECH)
    assert (again.language, again.sync_offset_ms) == ("de", 40)


def test_what_was_given_for_this_run_wins_over_what_was_kept(store: Store) -> None:
    first = keeping(store)
    first.speed, first.language = 1.5, "de"
    first.keep(offset=7, media_s=3.5)
    again = keeping(store, given=("speed", "language"))
    assert (again.offset, again.speed, again.language) == (7, 2.0, None)


def test_without_resuming_it_begins_anew_with_its_bookmarks(store: Store) -> None:
    first = keeping(store)
    first.keep(offset=7, media_s=3.5)
    first.add_bookmark(9)
    anew = keeping(store, MINE._replace(resume=False))
    assert anew.offset is None
    assert [each.place.offset for each in anew.bookmarks] == [9]


def test_a_place_that_was_kept_of_a_longer_text_is_in_this_one(store: Store) -> None:
    keeping(store).keep(offset=10**6, media_s=3.5)
    assert keeping(store).offset == len(DOCUMENT.text) - 1


def test_bookmarks_are_there_at_once_in_order_and_gone_at_once(store: Store) -> None:
    kept = keeping(store)
    later, earlier = kept.add_bookmark(20, "later"), kept.add_bookmark(4)
    assert list(kept.bookmarks) == [earlier, later]
    kept.remove_bookmark(earlier)
    assert list(kept.bookmarks) == [later]
    assert not kept.waits
    assert kept.take_notice() == ""
