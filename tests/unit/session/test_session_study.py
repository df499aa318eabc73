"""A learner's choices, as commands and settings: what they set, what is said, and what is undone."""

from __future__ import annotations

import pytest

from briefing.model import TransportState, VoiceKind
from briefing.session.timers import Hearing, Wish
from briefing.settings import TABLE, Settings
from tests.stage import WORD_S, Stage, ToneNarrator, asked_options


@pytest.mark.parametrize(
    ("settings", "hearings"),
    [
        ({}, (Hearing(pause_lengths=1.0),)),
        ({"study_pause": "2"}, (Hearing(pause_s=2.0),)),
        ({"study_pause": "0", "study_times": 3}, (Hearing(),) * 3),
        (
            {"study_pause": "0", "study_speeds": "0.75 1 1.25"},
            (Hearing(0.75), Hearing(1.0), Hearing(1.25)),
        ),
        (
            {"study_pause": "0", "study_speeds": "0.75 1", "study_times": 3},
            (Hearing(0.75), Hearing(), Hearing()),
        ),
        ({"study_pause": "2", "study_shadow": "gap"}, (Hearing(pause_lengths=1.0),)),
        ({"study_pause": "0", "study_shadow": "soft"}, (Hearing(), Hearing(1.0, 0.2))),
    ],
)
def test_the_settings_say_how_often_and_how_each_sentence_is_heard(
    settings: dict[str, object], hearings: tuple[Hearing, ...]
) -> None:
    parsed = {name: TABLE[name].parse(value, name) for name, value in settings.items()}
    assert Wish(Settings(study=True)._replace(**parsed)).hearings == hearings  # type: ignore[arg-type]
    assert Wish(Settings()._replace(**parsed)).rule.is_plain  # type: ignore[arg-type]


@pytest.mark.parametrize("raw", ["-1", "121", "6x", "x", "soon", ""])
def test_a_pause_is_seconds_or_lengths(raw: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        TABLE["study_pause"].kind.parse(raw)
    assert TABLE["study_pause"].kind.parse("off") == "0"
    assert TABLE["study_pause"].kind.parse(2) == "2"


def test_study_is_chosen_from_a_list_and_each_of_its_choices_from_another() -> None:
    stage = Stage().open()
    rows = asked_options(stage.session, "study", "")
    assert rows is not None
    assert rows.title == "Study"
    assert [row.argument for row in rows.rows] == [
        *("on", "pause", "times", "speeds", "shadow", "hidden", "unit", "stop"),
    ]
    assert rows.rows[1].text == "Study pause: as long as the sentence."
    assert rows.rows[2].text == "Study times: 1 time."
    for row in rows.rows[1:]:
        inner = asked_options(stage.session, "study", row.argument)
        assert inner is not None
        for option in inner.rows:
            stage.press(f"study {option.argument}")
            assert "cannot be" not in stage.said[-1], option
            assert asked_options(stage.session, "study", option.argument) is None


def test_a_choice_that_is_not_offered_is_listed_as_it_was_typed() -> None:
    stage = Stage().open().press("study pause 7", "study times 20")
    rows = asked_options(stage.session, "study", "")
    assert rows is not None
    assert [row.text for row in rows.rows[1:3]] == ["Study pause: 7.", "Study times: 20 times."]


def test_study_is_turned_on_and_off_said_in_few_words_and_undone() -> None:
    stage = Stage().open().press("go p1.s1", "study on")
    assert stage.said[-1] == "Study: on."
    stage.press("play").play(3 * WORD_S + 0.5)
    assert stage.session.ends.is_waiting
    stage.press("where")
    assert "Study, pause." in stage.said[-1]
    stage.press("undo").play(0.1)
    assert not stage.session.ends.is_waiting
    assert stage.session.state is TransportState.PLAYING
    stage.press("where")
    assert "Study" not in stage.said[-1]


def test_it_is_told_which_time_a_sentence_is_heard() -> None:
    stage = Stage(settings=Settings(study=True, study_pause="0", study_times=3)).open()
    stage.press("go p1.s1", "play").play(4 * WORD_S).press("where")
    assert "Study, time 2 of 3." in stage.said[-1]


def test_it_stops_once_or_always_at_an_end_and_says_so() -> None:
    stage = Stage().open().press("go p1.s1", "stop-after")
    assert stage.said[-1] == "Stops at the end of the sentence."
    stage.press("stop-after")
    assert stage.said[-1] == "Goes on."
    stage.press("stop-after paragraph", "play").play(5)
    assert stage.session.state is TransportState.PAUSED
    assert stage.session.sentence.of(stage.session.document.text) == "Four five six."
    stage.press("stop-after always", "where")
    assert "Stops at the end of each sentence." in stage.said[-1]
    stage.press("stop-after off", "where")
    assert "Stops" not in stage.said[-1]
    stage.press("stop-after word")
    assert "sentence, paragraph or chapter" in stage.said[-1]


def test_where_sentences_are_not_timed_study_says_that_it_goes_by_paragraph() -> None:
    stage = Stage(recording=ToneNarrator(VoiceKind.RECORDING, confidence=0.1)).open()
    stage.press("go p1.s1", "study on")
    assert "goes by paragraph" in stage.said[-1]


def test_what_is_set_holds_for_the_next_briefing_and_at_the_next_start() -> None:
    stage = Stage().open().press("study on", "study times 2")
    assert stage.keeper.kept == {"study": True, "study_times": 2}
    stage.press("study speeds fast")
    assert "numbers from 0.5 to" in stage.said[-1]
