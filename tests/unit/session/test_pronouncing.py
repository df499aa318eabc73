"""How a word is said, in a session: heard, tried, kept, forgotten, taken back; speech reads on with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.commands.command import Prompt
from briefing.events import OptionsCame
from briefing.model import TransportState, VoiceKind
from briefing.session.commands.table import asked
from tests.stage import Stage, asked_options

if TYPE_CHECKING:
    from collections.abc import Callable


def rows(stage: Stage) -> dict[str, str]:
    """Return the rows of the list, by what they say, and their arguments."""
    options = asked_options(stage.session, "pronounce", "")
    assert options is not None
    return {row.text: row.argument for row in options.rows}


def more_rows(stage: Stage) -> list[str]:
    """Return the rows of the list that is open, with what has come since."""
    options = asked_options(stage.session, "pronounce", "+more")
    return [row.text for row in options.rows] if options else []


def at_seven() -> Stage:
    stage = Stage().open()
    stage.session.move_to(stage.session.document.text.index("Seven"))
    return stage


def test_a_word_is_heard_as_it_is_said_and_other_ways_are_offered() -> None:
    stage = Stage().open()
    assert rows(stage) == {"As now: as the voice reads it.": "+now", "Type another.": "+type"}
    stage.session.tick()
    assert more_rows(stage)[2:] == ["As in French: awn.", "As in German: oh-NAY."]
    assert stage.words_kept.heard == [("News", "")]


def test_the_list_opens_before_slow_voices_have_told_how_they_read_the_word() -> None:
    later: list[Callable[[], None]] = []
    stage = Stage(background=later.append).open()
    later.clear()  # what opening takes
    assert list(rows(stage)) == ["As now: as the voice reads it.", "Type another."]
    assert stage.words_kept.heard == [("News", "")]
    assert stage.words_kept.asked == []
    later.pop()()
    assert more_rows(stage) == ["As now: as the voice reads it.", "Type another."], "a thread changes nothing"
    stage.session.tick()
    assert any(isinstance(event, OptionsCame) for event in stage.events)
    assert stage.said[-1] == "2 more ways to say News."
    assert more_rows(stage)[:2] == ["As now: as the voice reads it.", "Type another."], "numbers stay"
    assert len(more_rows(stage)) == 4
    stage.press("pronounce /oˈneː/")
    assert stage.said[-1] == "News is said oh-NAY from now on."


def test_left_before_the_voices_have_told_nothing_is_said_of_them_and_none_is_asked_twice() -> None:
    later: list[Callable[[], None]] = []
    stage = Stage(background=later.append).open()
    later.clear()
    rows(stage)
    stage.press("pronounce +back")
    rows(stage)
    stage.press("pronounce +back")
    (told,) = later
    said = len(stage.said)
    told()
    stage.session.tick()
    assert len(stage.said) == said
    assert not any(isinstance(event, OptionsCame) for event in stage.events)
    assert len(rows(stage)) == 4, "they are there at once the next time"
    assert stage.words_kept.asked == ["News"]


def test_a_word_may_be_said_like_now_or_back() -> None:
    stage = Stage().open()
    rows(stage)
    stage.press("pronounce back")
    assert [each.say for each in stage.words_kept.kept.values()] == ["back"]


def test_the_word_is_the_one_at_the_reading_point() -> None:
    stage = Stage().open().press("read-next", "read-next")
    options = asked_options(stage.session, "pronounce", "")
    assert options is not None
    assert options.title == "How numbers is said"


def test_a_name_that_ships_is_told_as_it_is_said() -> None:
    stage = at_seven()
    assert "As now: SEH-buhn." in rows(stage)


def test_a_row_that_is_gone_to_is_heard_and_nothing_is_kept() -> None:
    stage = Stage().open()
    rows(stage)
    stage.session.tick()
    said = len(stage.said)
    stage.press("pronounce /oˈneː/ +try", "pronounce +type +try", "pronounce +now +try", "pronounce +back")
    assert stage.words_kept.heard == [("News", ""), ("News", "/oˈneː/"), ("News", "")]
    assert stage.words_kept.kept == {}
    assert len(stage.said) == said, "it is heard, and so not said"


def test_what_is_chosen_is_kept_said_and_undone() -> None:
    stage = Stage().open()
    rows(stage)
    stage.press("pronounce /oˈneː/")
    assert stage.said[-1] == "News is said oh-NAY from now on."
    (entry,) = stage.words_kept.kept.values()
    assert (entry.word, entry.ipa, entry.language, entry.is_exact) == ("News", "oˈneː", "en", False)
    stage.press("undo")
    assert stage.words_kept.kept == {}
    assert stage.said[-1] == "Undone. News is said as the voice reads it."


def test_another_is_typed_and_the_one_before_comes_back_when_that_is_undone() -> None:
    stage = Stage().open()
    rows(stage)
    prompt = asked(stage.session, "pronounce", "+type")
    assert isinstance(prompt, Prompt)
    assert prompt.title == "How is News said?"
    stage.press("pronounce wan", "pronounce won")
    assert stage.said[-1] == "News is said won from now on."
    stage.press("undo")
    assert [each.say for each in stage.words_kept.kept.values()] == ["wan"]
    assert stage.said[-1] == "Undone. News is said wan."


def test_it_is_forgotten_and_what_ships_is_offered_beside_ones_own() -> None:
    stage = at_seven().press("pronounce sev")
    assert "As newsreaders say it." in rows(stage)
    stage.press("pronounce forget")
    assert stage.said[-1] == "Seven is said SEH-buhn again."
    assert stage.words_kept.kept == {}
    stage.press("undo")
    assert [each.say for each in stage.words_kept.kept.values()] == ["sev"]
    stage.press("undo")
    stage.session.move_to(stage.session.document.text.index("Seven"))
    stage.press("pronounce forget")
    assert stage.said[-1] == "You have no pronunciation of Seven."


def test_what_cannot_be_is_said_and_nothing_is_kept() -> None:
    stage = Stage().open().press("pronounce /K IY/")
    assert stage.said[-1] == "“K IY” is no IPA. Check its letters, or give a respelling."
    assert stage.words_kept.kept == {}


def test_speech_reads_on_from_the_same_word_with_it() -> None:
    stage = Stage(has_recording=False).open().press("play").play(3.3)
    spoken = stage.session.playback.spoken_offset
    readings = len(stage.speech.lengths_s)
    rows(stage)
    assert str(stage.session.state) == "paused", "nothing else is heard meanwhile"
    stage.press("pronounce fower")
    assert stage.session.playback.voices.current is VoiceKind.SPEECH
    assert len(stage.speech.lengths_s) == readings + 1, "it was made anew"
    stage.play(0.2)
    assert stage.session.state is TransportState.PLAYING
    assert stage.session.playback.spoken_offset == spoken


def test_left_without_a_choice_it_plays_on() -> None:
    stage = Stage().open().press("play").play(1.2)
    rows(stage)
    stage.press("pronounce +back")
    assert stage.session.state is TransportState.PLAYING
