"""Lists of voices, of matches, and of what was open: what stands in them, and what choosing does."""

from __future__ import annotations

from briefing.errors import SpeechError
from briefing.model import TransportState, VoiceKind
from briefing.ports.speech import SpeechVoice
from tests.builders import make_document
from tests.shelf import Opener
from tests.stage import DOCUMENT, Stage, asked_options


def rows(stage: Stage, command_id: str) -> list[tuple[str, str]]:
    options = asked_options(stage.session, command_id, "")
    assert options is not None
    return [(row.text, row.argument) for row in options.rows]


def test_voices_of_the_texts_language_come_first_and_the_one_in_use_is_where_one_begins() -> None:
    stage = Stage(DOCUMENT._replace(language="de")).open()
    assert rows(stage, "voices") == [("Bernd, de", "de-1"), ("Ann, en", "en-1")]
    stage.press("voices en-1")
    options = asked_options(stage.session, "voices", "")
    assert options is not None
    assert options.rows[options.at].argument == "en-1"


def test_where_none_was_chosen_the_list_begins_at_the_voice_that_reads() -> None:
    stage = Stage().open().press("voice speech")
    stage.keeper.offered.append(SpeechVoice("en-2", "speech of tones", "en"))
    options = asked_options(stage.session, "voices", "")
    assert options is not None
    assert options.rows[options.at].argument == "en-2"


def test_a_voice_that_is_chosen_is_kept_and_reads_and_undo_takes_it_back() -> None:
    stage = Stage().open().press("voice speech")
    made = len(stage.speech.lengths_s)
    stage.press("voices Bernd")
    assert stage.keeper.kept == {"speech_voice": "Bernd"}
    assert len(stage.speech.lengths_s) == made + 1
    assert "Speech voice: Bernd." in stage.said
    stage.press("undo")
    assert stage.keeper.kept == {}


def test_a_voice_is_tried_on_the_sentence_and_not_kept_until_it_is_chosen() -> None:
    stage = Stage().open().press("sentence-forward", "voices de-1 try")
    session = stage.session
    assert (session.voice, session.state) == (VoiceKind.SPEECH, TransportState.PLAYING)
    assert session.settings.speech_voice == "Bernd"
    assert stage.keeper.kept == {}
    stage.press("voices de-1")
    assert stage.keeper.kept == {"speech_voice": "Bernd"}
    assert session.state is TransportState.PAUSED, "as before it was tried"
    stage.press("undo")
    assert session.settings.speech_voice == ""


def test_a_tried_voice_goes_with_the_list_and_all_is_as_before() -> None:
    stage = Stage().open().press("sentence-forward", "sentence-forward", "word-forward")
    session, place = stage.session, stage.session.place
    stage.press("voices de-1 try").play(1.2)
    stage.press("voices en-1 try")
    assert session.place == session.cursor.transcript.sentence_at(place).start
    assert session.settings.speech_voice == "Ann"
    stage.play(1.2)
    stage.press("voices back")
    assert session.settings.speech_voice == ""
    assert (session.voice, session.state, session.place) == (
        VoiceKind.RECORDING,
        TransportState.PAUSED,
        place,
    )
    stage.press("voices back")
    assert session.place == place


def test_where_there_is_no_voice_it_is_said_why() -> None:
    stage = Stage().open()

    def none() -> list[object]:
        raise SpeechError("There is no voice to read aloud with.", "Install one.")

    stage.keeper.voices = none  # type: ignore[assignment, method-assign]
    assert asked_options(stage.session, "voices", "") is None
    stage.press("voices")
    assert stage.said[-1] == "There is no voice to read aloud with. Install one."


def test_a_voice_that_is_not_there_is_refused() -> None:
    assert Stage().open().press("voices Nobody").said[-1] == "There is no voice Nobody."


def test_matches_are_listed_by_their_sentences_and_gone_to() -> None:
    document = make_document("One word. Two words. No match. A last word.")
    stage = Stage(document).open().press("search word")
    assert rows(stage, "matches") == [("One word.", "1"), ("Two words.", "2"), ("A last word.", "3")]
    stage.press("matches 3")
    assert document.text[stage.session.place :] == "word."
    assert stage.session.search.position == (3, 3)
    stage.press("undo")
    assert stage.session.place < document.text.index("Two")


def test_in_a_very_long_text_matches_are_counted_while_keys_are_answered_and_listed_then() -> None:
    paragraph = "x" * 60_000
    document = make_document("A bridge.", *[paragraph] * 9, "A bridge.")
    stage = Stage(document, has_recording=False).open()
    stage.clock.step_s = 0.1
    stage.session.run("search", "bridge")
    assert stage.said[-1] == "Match, paragraph 1: A bridge."
    stage.session.run("matches")
    assert stage.said[-1].startswith("Still counting, ")
    stage.session.run("where")
    assert "Paragraph 1" in stage.said[-1]
    ticks = 0
    while stage.session.tick() == 0.0:
        ticks += 1
    assert ticks > 1
    assert stage.said[-1] == "Match 1 of 2."
    assert rows(stage, "matches") == [("A bridge.", "1"), ("A bridge.", "2")]


def test_what_is_far_in_a_very_long_text_is_searched_for_while_keys_are_answered() -> None:
    paragraph = "x" * 60_000
    document = make_document("A road.", *[paragraph] * 9, "A bridge.")
    stage = Stage(document, has_recording=False).open()
    stage.clock.step_s = 0.1
    stage.session.run("search", "bridge")
    assert stage.said[-1] == "Searching for bridge. Escape ends it."
    assert stage.session.search.leave()
    stage.session.run("search", "bridge")
    while stage.session.tick() == 0.0:
        pass
    assert stage.said[-2:] == ["Match, paragraph 11: A bridge.", "Match 1 of 1."]
    assert document.text[stage.session.place :] == "bridge."


def test_without_a_search_or_a_match_it_is_said() -> None:
    stage = Stage().open().press("matches")
    assert stage.said[-1].startswith("Nothing has been searched for yet.")
    stage.press("search zebra", "matches")
    assert "zebra" in stage.said[-1]


def test_what_was_open_is_listed_by_title_the_last_first_and_opened_again() -> None:
    stage = Stage(library=Opener()).open()
    stage.press("recent")
    assert stage.said[-1] == "Nothing was opened before."
    stage.store.note_opened("a", "First news", "11")
    stage.store.note_opened("b", "Second news", "12")
    assert rows(stage, "recent") == [("Second news", "1"), ("First news", "2")]
    stage.press("recent 9")
    assert stage.said[-1] == "Type its number. Give one from 1 to 2."
