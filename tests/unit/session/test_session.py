"""The session: playing in step, moving, voices, memory; all on a fake clock."""

from __future__ import annotations

import pytest

from briefing.errors import AudioError, SpeechError
from briefing.events import CueChanged, Ended, Failed, PlaceStored
from briefing.kinds import Choice
from briefing.model import Figure, Light, TransportState, VoiceKind
from briefing.settings import Settings
from briefing.sizes import TextSize
from briefing.timeline import Timeline
from tests.stage import DOCUMENT, WORD_S, Stage, ToneNarrator, narrated_words

WORDS = [span.of(DOCUMENT.text) for span in narrated_words(DOCUMENT)]


def test_opens_paused_and_says_what_is_open() -> None:
    stage = Stage().open()
    assert stage.session.state is TransportState.PAUSED
    assert stage.said == ["Breaking News: News of numbers. Recording. Paused."]
    assert stage.session.voice is VoiceKind.RECORDING


def test_every_word_is_told_once_in_order_when_it_is_heard() -> None:
    stage = Stage(latency_frames=4800).open().press("play")
    begun_s = stage.clock()
    stage.play(len(WORDS) * WORD_S + 0.5)
    cues = [event for event in stage.events if isinstance(event, CueChanged)]
    assert stage.words == WORDS
    for n, cue in enumerate(cues):
        assert cue.media_s == pytest.approx(n * WORD_S)
        assert cue.heard_at_s == pytest.approx(begun_s + 0.1 + n * WORD_S, abs=0.012)
    assert any(isinstance(event, Ended) for event in stage.events)
    assert stage.session.state is TransportState.ENDED


def test_nothing_is_told_while_paused() -> None:
    stage = Stage().open().play(2)
    assert stage.words == []


def test_a_seek_into_a_word_lights_that_word_and_goes_on() -> None:
    stage = Stage().open().press("play").play(0.2).press("go 2.6").play(0.5)
    assert stage.words == [WORDS[0], WORDS[5], WORDS[6]]


def test_twice_the_speed_tells_all_words_in_half_the_time() -> None:
    stage = Stage(settings=Settings(speed=2.0)).open().press("play").play(len(WORDS) * WORD_S / 2 + 0.5)
    assert stage.words == WORDS


def test_the_sync_offset_shifts_the_light_and_not_the_sound() -> None:
    late = Stage(settings=Settings(sync_offset_ms=200)).open().press("play").play(0.6)
    assert late.words == [WORDS[0]]
    assert late.play(0.2).words == WORDS[:2]


def test_space_pauses_and_goes_on_at_the_same_word() -> None:
    stage = Stage().open().press("play").play(1.2).press("play").play(1).press("play").play(0.5)
    assert stage.words == WORDS[:4]


def test_stepping_by_sentence_while_paused_says_the_sentence() -> None:
    stage = Stage().open().press("skip-story", "sentence-forward", "sentence-forward")
    assert stage.said[-2:] == ["Four five six.", "Seven eight nine."]
    assert stage.session.position_s == pytest.approx(9 * WORD_S)
    stage.press("sentence-back")
    assert stage.said[-1] == "Four five six."


def test_a_step_back_inside_a_sentence_goes_to_its_start() -> None:
    stage = Stage().open().press("go p1.s2", "word-forward", "word-forward", "sentence-back")
    assert stage.said[-1] == "Four five six."


def test_moving_does_not_start_playback() -> None:
    stage = Stage().open().press("paragraph-forward", "forward", "percent 50", "word-forward", "end")
    assert stage.session.state is TransportState.PAUSED


def test_undo_comes_back_from_a_jump() -> None:
    stage = Stage().open().press("go p1.s2")
    here = stage.session.place
    stage.press("end", "undo")
    assert stage.session.place == here


def test_a_voice_switch_goes_on_at_the_same_word_both_ways() -> None:
    stage = Stage().open().press("play").play(1.7)
    stage.press("voice").play(1.2)
    assert stage.session.voice is VoiceKind.SPEECH
    stage.press("voice").play(0.6)
    told = stage.words
    assert [word for n, word in enumerate(told) if n == 0 or told[n - 1] != word] == WORDS[: len(set(told))]
    assert max(told.count(word) for word in told) == 2


def test_with_no_recording_speech_reads() -> None:
    stage = Stage(has_recording=False).open().press("play").play(1.2)
    assert stage.session.voice is VoiceKind.SPEECH
    assert stage.words == WORDS[:2]


def test_a_recording_that_cannot_be_opened_falls_back_to_speech_and_says_why() -> None:
    broken = ToneNarrator(VoiceKind.RECORDING, error=AudioError("The file is damaged."))
    stage = Stage(recording=broken).open()
    assert stage.session.voice is VoiceKind.SPEECH
    failed = [event.message for event in stage.events if isinstance(event, Failed)]
    assert failed == ["The recording cannot be played. The file is damaged. Speech goes on at the same word."]


def test_a_recording_that_fails_in_mid_play_hands_over_at_the_same_word() -> None:
    broken = ToneNarrator(VoiceKind.RECORDING, error=AudioError("The file ends in mid-air."), broken_at_s=1.2)
    stage = Stage(recording=broken).open().press("play").play(4)
    assert stage.session.voice is VoiceKind.SPEECH
    assert stage.session.state is TransportState.PLAYING
    told = stage.words
    assert [word for n, word in enumerate(told) if n == 0 or told[n - 1] != word] == WORDS[: len(set(told))]


def test_with_no_voice_at_all_the_text_moves_in_silence() -> None:
    stage = Stage(
        has_recording=False, speech=ToneNarrator(VoiceKind.SPEECH, error=SpeechError("There is no eSpeak."))
    ).open()
    assert stage.session.voice is VoiceKind.NONE
    assert "There is no eSpeak." in " ".join(stage.said)
    stage.press("play").play(1)
    assert stage.words[:2] == WORDS[:2]


def test_the_light_is_as_coarse_as_the_timings_are_unsure() -> None:
    stage = Stage(recording=ToneNarrator(VoiceKind.RECORDING, confidence=0.4)).open()
    stage.press("skip-story", "play").play(0.6)
    cue = next(event for event in stage.events if isinstance(event, CueChanged))
    assert cue.level is Light.SENTENCE
    assert cue.lit is not None
    assert cue.lit.of(DOCUMENT.text) == "One two three."


def test_sharper_timings_neither_repeat_nor_lose_a_word() -> None:
    stage = Stage(recording=ToneNarrator(VoiceKind.RECORDING, confidence=0.1)).open().press("play").play(1.2)
    old = stage.session.playback.timeline
    assert old is not None
    stage.recording.on_timeline(
        Timeline(
            old.rate_hz, old.length_frames, [type(c)(c.span, c.start_frame, c.stop_frame, 0.9) for c in old]
        ),
        0.5,
    )
    stage.play(len(WORDS) * WORD_S)
    assert stage.words == WORDS
    assert stage.session.timing.progress == 0.5


@pytest.mark.parametrize(("factor", "goes_back"), [(1.5, False), (40.0, True)])
def test_light_that_a_rough_fit_sent_far_ahead_comes_back_to_what_is_heard(
    factor: float,
    goes_back: bool,
) -> None:
    stage = Stage(recording=ToneNarrator(VoiceKind.RECORDING, confidence=0.1)).open().press("play").play(3.3)
    old = stage.session.playback.timeline
    assert old is not None
    before = list(stage.words)
    length = round(old.length_frames * factor)
    sharp = [type(c)(c.span, round(c.start_frame * factor), round(c.stop_frame * factor), 0.9) for c in old]
    stage.recording.on_timeline(Timeline(old.rate_hz, length, sharp), 0.5)
    stage.play(0.5)

    assert (stage.words[len(before) :] == WORDS[:1]) is goes_back
    if not goes_back:
        assert stage.words == before, "what is lit moves"


def test_the_place_is_kept_each_second_and_resumed_at_the_sentence() -> None:
    stage = Stage().open().press("go p2.s2", "play").play(2.3)
    kept = [event for event in stage.events if isinstance(event, PlaceStored)]
    assert len(kept) >= 3
    stage.session.close()
    again = Stage(store=stage.store).open()
    assert again.session.sentence.of(DOCUMENT.text) == "Ten eleven twelve."
    assert again.session.place == again.session.sentence.start
    assert "Resumed at Paragraph 2 of 2, sentence 2." in again.said[0]


@pytest.mark.parametrize("at", ["0:01", "p1"])
def test_a_place_that_was_asked_for_is_not_said_to_be_where_it_was_left(at: str) -> None:
    stage = Stage().open().press("go p2.s2", "play").play(2.3)
    stage.session.close()
    again = Stage(store=stage.store, settings=Settings(at=at)).open()
    assert "Resumed" not in again.said[0]


def test_speed_and_size_are_kept_for_a_briefing_but_flags_win() -> None:
    stage = Stage().open().press("faster", "faster", "size lg")
    stage.press("go 1")
    again = Stage(store=stage.store).open()
    assert again.session.speed == pytest.approx(1.2)
    assert again.session.size is TextSize.LG
    flagged = Stage(store=stage.store, settings=Settings(size=TextSize.XS), given=("size",)).open()
    assert flagged.session.size is TextSize.XS


def test_a_bookmark_is_kept_listed_reached_and_brought_back() -> None:
    stage = Stage().open().press("go p1.s2", "bookmark", "start", "bookmarks", "bookmarks 1")
    assert stage.session.sentence.of(DOCUMENT.text) == "Four five six."
    stage.press("bookmark")
    assert stage.session.bookmarks == ()
    stage.press("undo")
    assert len(stage.session.bookmarks) == 1


def test_search_goes_both_ways_wraps_and_says_so() -> None:
    stage = Stage().open().press("search eight")
    assert stage.said[-1] == "Match 1 of 1, paragraph 2: Seven eight nine."
    stage.press("search-next")
    assert stage.said[-1] == "Wrapped. Match 1 of 1, paragraph 2: Seven eight nine."
    stage.press("search nowhere")
    assert stage.said[-1] == "No match for nowhere."


def test_a_loop_goes_round() -> None:
    stage = Stage().open().press("go p1.s1", "loop", "word-forward", "loop", "start", "go p1.s1", "play")
    stage.play(2.5)
    assert stage.words[:5] == ["One", "two", "One", "two", "One"]
    assert stage.press("loop").said[-1] == "Loop off."


def test_the_sleep_timer_pauses() -> None:
    stage = Stage(settings=Settings(voice=VoiceKind.NONE)).open().press("sleep 1", "play")
    stage.clock.advance(61)
    stage.session.tick()
    assert stage.said[-1] == "Sleep timer: paused."
    assert stage.session.state is TransportState.PAUSED


def test_looking_away_stops_following_and_never_the_sound() -> None:
    stage = Stage().open().press("play").play(0.6)
    stage.session.look.look_away()
    assert not stage.session.look.is_following
    assert stage.session.state is TransportState.PLAYING
    assert stage.press("follow").session.look.is_following


def test_where_am_i_says_time_place_and_voice_in_words() -> None:
    stage = Stage().open().press("go p1.s2", "where")
    assert stage.said[-1] == ("3 seconds of 7 seconds. Paragraph 1 of 2, sentence 2. Paused. Recording.")


def test_a_mistake_is_answered_and_never_raised() -> None:
    stage = (
        Stage().open().press("go nowhere", "speed fast", "size huge", "bookmarks 9", "light blue", "dance")
    )
    assert len(stage.said) >= 6
    assert all(text.endswith(".") for text in stage.said)


def test_missing_sound_is_told_once_in_a_sentence() -> None:
    stage = Stage(notice="There is no sound device. Plug one in.").open().press("voice", "voice")
    assert stage.said.count("There is no sound device. Plug one in.") == 1


def test_opens_at_the_place_that_was_asked_for() -> None:
    assert (
        Stage(settings=Settings(at="p2.s1")).open().session.sentence.of(DOCUMENT.text) == "Seven eight nine."
    )
    assert Stage(settings=Settings(at="0:03")).open().session.position_s == pytest.approx(3)


def test_closing_lets_go_of_everything_twice() -> None:
    stage = Stage(settings=Settings(linear=Choice.ON)).open().press("play").play(1)
    stage.session.close()
    stage.session.close()
    assert not stage.sink.is_started
    assert stage.recording.source.is_closed


def test_a_briefing_that_was_only_noted_opens_at_its_title_and_not_at_the_banner() -> None:
    stage = Stage()
    stage.store.note_opened(DOCUMENT.id, DOCUMENT.title, "/news.md")
    again = Stage(store=stage.store).open().press("where")
    assert "Title." in again.said[-1]


def test_a_later_part_of_a_very_long_paragraph_is_called_a_part() -> None:
    *before, last = DOCUMENT.blocks
    parted = DOCUMENT._replace(blocks=(*before, last._replace(goes_on=True)))
    stage = Stage(parted).open().press("end", "paragraph-back")
    assert stage.said[-1].startswith("Paragraph 1 of 1, part 2: ")
    assert "Paragraph 1 of 1, part 2, sentence 1." in stage.press("where").said[-1]


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ((), "There is no picture."),
        ((Figure("A bridge.", "It opened.", None),), "Picture: A bridge. Caption: It opened."),
        ((Figure(None, "It opened.", None),), "Caption: It opened."),
        ((Figure(None, None, None),), "Picture without a description."),
        (
            (Figure("A bridge.", None, None, 0), Figure("A hill.", None, None, 1 << 20)),
            "Picture 1 of 2. Picture: A bridge.",
        ),
    ],
    ids=["none", "both", "caption", "nothing known", "several"],
)
def test_a_picture_is_described_by_a_key_in_either_face(figures: tuple[Figure, ...], said: str) -> None:
    stage = Stage(DOCUMENT._replace(figures=figures)).open().press("picture")
    assert stage.said[-1] == said
