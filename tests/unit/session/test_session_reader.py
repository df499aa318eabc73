"""The reader alone: place, sound and memory in step, and what is told of it, without a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.errors import UsageError
from briefing.events import CueChanged, PlaceMoved, PlaceStored, SentenceChanged
from briefing.model import Light
from briefing.session.reader import STORE_S, seconds_from
from tests.stage import DOCUMENT, WORD_S, narrated_words
from tests.unit.session.bench import ReaderBench

if TYPE_CHECKING:
    from briefing.store import Store

WORDS = narrated_words(DOCUMENT)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("72.5", 72.5), ("1:12", 72.0), ("1:00:12", 3612.0), ("p3", None), ("1:2:3:4", None), ("", None)],
)
def test_times_are_read_as_they_are_written(text: str, seconds: float | None) -> None:
    assert seconds_from(text) == seconds


def test_a_move_by_hand_moves_text_and_sound_and_is_kept_and_told(store: Store) -> None:
    reader = (bench := ReaderBench(store).open()).reader
    fifth = WORDS[5].start
    reader.move_to(fifth)
    assert reader.playback.position_s == pytest.approx(5 * WORD_S)
    stored, sentence, moved = bench.told
    assert stored == PlaceStored(fifth, reader.playback.position_s)
    assert isinstance(sentence, SentenceChanged)
    assert moved == PlaceMoved(fifth)
    kept = store.place_of(DOCUMENT.id)
    assert kept is not None
    assert kept.offset == fifth


def test_a_time_is_no_place_before_a_voice_is_there(store: Store) -> None:
    bench = ReaderBench(store)
    with pytest.raises(UsageError, match="no timeline yet"):
        bench.reader.go_to("0:01")
    bench.open().reader.go_to("0:01")
    assert bench.reader.cursor.place == WORDS[2].start
    with pytest.raises(UsageError, match="Where to"):
        bench.reader.go_to("")


def test_words_that_are_heard_move_the_cursor_and_are_told_with_what_is_lit(store: Store) -> None:
    bench = ReaderBench(store).open()
    bench.reader.playback.play()
    bench.hear(1.2)
    bench.reader.tell_cues(Light.WORD)
    cues = [event for event in bench.told if isinstance(event, CueChanged)]
    assert [cue.lit for cue in cues] == WORDS[:3]
    assert bench.reader.cursor.word == WORDS[2]


def test_while_it_plays_the_place_is_kept_each_second_and_not_more_often(store: Store) -> None:
    bench = ReaderBench(store).open()
    bench.reader.playback.play()
    bench.reader.keep_in_time()
    for _ in range(9):
        bench.hear(STORE_S * 0.3)
        bench.reader.keep_in_time()
    kept = [event for event in bench.told if isinstance(event, PlaceStored)]
    assert len(kept) == 3


def test_the_name_of_a_text_that_is_to_come_is_not_remembered(store: Store) -> None:
    bench = ReaderBench(store, is_stand_in=True)
    bench.reader.keep_place()
    assert bench.told == []
    assert store.place_of(DOCUMENT.id) is None


def test_state_voice_and_speed_are_told_when_they_change_and_not_again(store: Store) -> None:
    bench = ReaderBench(store).open()
    bench.reader.tell_state()
    bench.reader.tell_state()
    assert len(bench.told) == 1
    bench.reader.levels.set_speed(2)
    bench.reader.tell_state()
    assert len(bench.told) == 2
