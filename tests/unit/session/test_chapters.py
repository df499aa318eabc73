"""Chapters of a recording: going to them with any voice, and where one is among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.model import Cue, TransportState, VoiceKind
from briefing.ports.media import TimedText
from briefing.session.arrival import Tags
from briefing.session.chapters import Chapters
from briefing.settings import Settings
from briefing.timeline import Timeline
from tests.builders import make_document
from tests.stage import DOCUMENT, Stage, narrated_words
from tests.unit.session.bench import PlaybackBench

if TYPE_CHECKING:
    from briefing.store import Store

CHAPTERS = (TimedText("Numbers", 1.0), TimedText("", 3.0), TimedText("The end", 5.0))

WORDS = [word.of(DOCUMENT.text) for word in narrated_words(DOCUMENT)]


def staged(chapters: tuple[TimedText, ...] = CHAPTERS) -> Stage:
    return Stage(tags=lambda: Tags(chapters=chapters)).open()


def test_next_chapter_goes_to_each_and_says_which() -> None:
    stage = staged()
    seen = [stage.press("chapter-forward").session.position_s for _ in range(3)]
    assert seen == pytest.approx([1.0, 3.0, 5.0], abs=0.01)
    assert stage.said[-3:] == ["Chapter 1 of 3: Numbers.", "Chapter 2 of 3.", "Chapter 3 of 3: The end."]
    place = stage.session.place
    assert stage.press("chapter-forward").said[-1] == "There is no later chapter."
    assert stage.session.place == place


def test_the_place_is_the_first_word_of_the_chapter_and_not_the_last_before_it() -> None:
    # Words last half a second each: the third has just ended, or as good as.
    for start_s in (1.5, 1.49, 1.51):
        stage = staged((TimedText("Four", start_s),)).press("chapter-forward")
        assert stage.session.position_s == pytest.approx(start_s, abs=0.001)
        assert stage.session.document.text[stage.session.place :].startswith(WORDS[3])


def test_previous_chapter_is_the_start_of_this_one_once_some_of_it_was_heard() -> None:
    stage = staged().press("go 5.4", "chapter-back")
    assert stage.session.position_s == pytest.approx(3.0, abs=0.01)
    stage.press("go 4.9", "chapter-back")
    assert stage.session.position_s == pytest.approx(1.0, abs=0.01)
    assert stage.press("start", "chapter-back").said[-1] == "There is no earlier chapter."


def test_a_jump_to_a_chapter_can_be_undone_and_goes_on_playing() -> None:
    stage = staged().press("play").play(1.2)
    before = stage.session.place
    stage.press("chapter-forward")
    assert stage.session.state is TransportState.PLAYING
    stage.press("undo")
    assert stage.session.place == before


def test_where_am_i_tells_the_chapter_between_time_and_paragraph() -> None:
    at_once, said = staged().press("go 3.2", "where", "where").said[-2:]
    assert at_once.startswith("3 seconds of "), "it does not wait for the tags, which have the chapters"
    assert ". Chapter 2 of 3. Paragraph" in said
    assert "Chapter" not in staged().press("go 0.5", "where", "where").said[-1]


def test_without_chapters_it_is_said_whoever_reads() -> None:
    for voice in ("recording", "speech"):
        stage = Stage().open().press(f"voice {voice}", "chapter-forward")
        assert stage.said[-1] == "This briefing has no chapters."


def test_before_a_voice_is_there_chapters_wait_for_it() -> None:
    loading = Stage(background=lambda _work: None)
    loading.session.reader.chapters.take(CHAPTERS)
    loading.session.run("chapter-forward")
    assert loading.said[-1].startswith("There is no timeline yet.")


def test_speech_goes_to_the_same_words_as_the_recording_though_it_says_them_at_another_time() -> None:
    recording, speech = staged(), staged().press("voice speech")
    for _ in CHAPTERS:
        places = [stage.press("chapter-forward").session.place for stage in (recording, speech)]
        assert places[0] == places[1]
    # Speech takes twice as long over each word.
    assert speech.session.position_s == pytest.approx(2 * CHAPTERS[-1].start_s)
    assert recording.said[-3:] == speech.said[-3:]
    assert ". Chapter 3 of 3: The end. Paragraph" in speech.press("where").said[-1]
    assert speech.session.reader.chapters.marks == pytest.approx(recording.session.reader.chapters.marks)


def test_speech_knows_chapters_of_a_recording_that_was_never_played_by_the_times_that_came_with_it() -> None:
    starts = [Cue(word, 500 * n, 500 * n + 400) for n, word in enumerate(narrated_words(DOCUMENT))]
    told = Tags(chapters=CHAPTERS, words=Timeline(1000, 60_000, starts))
    stage = Stage(tags=lambda: told, settings=Settings()._replace(voice=VoiceKind.SPEECH)).open()
    stage.press("chapter-forward")
    assert stage.said[-1] == "Chapter 1 of 3: Numbers."
    assert stage.session.document.text[stage.session.place :].startswith(WORDS[2])


def test_speech_has_no_chapters_of_a_recording_whose_words_nobody_timed_and_says_so() -> None:
    stage = Stage(tags=lambda: Tags(chapters=CHAPTERS), settings=Settings()._replace(voice=VoiceKind.SPEECH))
    stage.open().press("chapter-forward")
    assert stage.said[-1].startswith("Chapters are in the recording, and nothing tells where its words are.")
    assert stage.session.reader.chapters.marks == ()


def test_a_chapter_after_the_last_word_is_nowhere_in_speech() -> None:
    stage = staged((*CHAPTERS, TimedText("Music", 8.0))).press("voice speech", "go 10.5", "chapter-forward")
    assert stage.said[-1] == "There is no later chapter."


def test_marks_are_shares_and_chapters_past_the_end_are_none() -> None:
    stage = staged((*CHAPTERS, TimedText("Beyond", 1e6))).press("chapter-back")
    length_s = stage.session.duration_s
    assert stage.session.reader.chapters.marks == pytest.approx([s / length_s for s in (1.0, 3.0, 5.0)])
    stage.press("go 5.5")
    assert stage.press("chapter-forward").said[-1] == "There is no later chapter."


def test_tags_that_cannot_be_read_are_no_chapters() -> None:
    def tags() -> Tags:
        raise ZeroDivisionError("by zero")

    stage = Stage(make_document("One two three."), tags=tags).open()
    assert stage.press("chapter-forward", "chapter-forward").said[-1] == "This briefing has no chapters."


def test_alone_on_a_playback_they_follow_the_voice_that_reads(store: Store) -> None:
    bench = PlaybackBench(store)
    chapters = Chapters(bench.playback)
    assert not chapters.are_known
    chapters.take(CHAPTERS)
    assert (chapters.are_known, chapters.all) == (True, ())
    bench.open()
    assert chapters.all == CHAPTERS
    bench.switch(VoiceKind.SPEECH)
    assert [each.start_s for each in chapters.all] == pytest.approx([2 * each.start_s for each in CHAPTERS])
    assert (chapters.index, chapters.name) == (-1, "")
