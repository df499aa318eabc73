"""Settings in the player: seen, changed, in force at once, kept, undone, given by flag, by profile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.commands.command import Prompt
from briefing.errors import ConfigError
from briefing.kinds import Choice, listed
from briefing.model import Light, TransportState, VoiceKind
from briefing.session.arrival import Arrival, Tags
from briefing.session.commands.effects import EFFECTS
from briefing.session.commands.table import asked
from briefing.session.narrators.silence import SilentNarrator
from briefing.session.queue import Queue, QueuedItem
from briefing.settings import TABLE, THEMES, InForce, Settings
from briefing.sizes import TextSize
from tests.builders import make_document
from tests.shelf import Opener
from tests.stage import DOCUMENT, Stage, ToneNarrator, asked_options

if TYPE_CHECKING:
    from briefing.ports.narration import Narrator
    from briefing.session.arrival import Coming

CHANGES = {
    "study": "on", "study_unit": "paragraph", "study_pause": "2", "study_times": "3",
    "study_speeds": "0.75 1", "study_shadow": "soft", "study_hidden": "on", "stop_after": "sentence",
    "size": "lg", "theme": "light", "light": "sentence", "focus": "sentence", "follow": "off",
    "line_spacing": "1.5", "letter_spacing": "0.5", "line_length": "45", "volume": "40",
    "speech_volume": "30", "recording_volume": "20", "speed": "1.5", "voice": "speech",
    "speech_voice": "Bernd", "speech_wpm": "300", "speech_pitch": "70",
    "quiet": "on", "reduced_motion": "on", "glyphs": "half", "colour": "16", "picture": "off",
    "fetch_pictures": "off", "sink": "null", "align": "off",
    "verbosity": "brief", "sleep_min": "20", "sleep_at": "chapter", "sleep_fade_s": "30", "say": "auto",
    "speech_engine": "espeak", "skip_marked": "on", "language": "de", "desktop": "off", "notify": "off",
    "level": "-16", "skip_silence": "on", "skip_silence_ms": "800",
}  # fmt: skip
"""A value for each setting that is put in force while the player runs, other than the usual."""


def test_each_setting_that_is_put_in_force_is_tried_below_and_only_the_face_waits_for_a_start() -> None:
    assert set(CHANGES) == set(EFFECTS) - {"keys"}, "which are chosen by the faces"
    lasting = (row for row in TABLE.values() if not row.per_run)
    assert [row.name for row in lasting if row.in_force is InForce.NEXT_START] == ["linear"]


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_in_force_at_once_kept_and_undone_in_the_file_too(name: str) -> None:
    stage = Stage().open()
    effect, row = EFFECTS[name], TABLE[name]
    before = effect.now(stage.session)
    wanted = row.parse(CHANGES[name], name)
    assert before != wanted
    stage.press(f"settings {name} {CHANGES[name]}")
    assert effect.now(stage.session) == wanted
    assert stage.keeper.kept == {name: wanted}
    assert stage.said[-1].startswith((f"{row.title}: ", "Speech of tones"))
    stage.press("undo")
    assert effect.now(stage.session) == before
    assert stage.keeper.kept == {}


def said_of(stage: Stage, *commands: str) -> str:
    before = len(stage.said)
    stage.press(*commands)
    return stage.said[before]


def test_what_was_changed_is_said_with_its_value_its_unit_and_from_when_on() -> None:
    stage = Stage().open()
    assert said_of(stage, "settings theme high-contrast") == "Theme: high-contrast."
    assert said_of(stage, "settings speech-pitch 60") == "Speech pitch: 60 percent."
    assert said_of(stage, "settings autoplay on") == "Play at once: on, from the next briefing on."
    assert said_of(stage, "undo") == "Undone. Play at once: off, from the next briefing on."
    assert said_of(stage, "settings linear on") == "Linear: on, from the next start on."
    assert said_of(stage, "settings today_most 9") == "Today, most items: 9 items, when today is opened next."


def test_without_a_screen_it_is_said_that_a_setting_is_for_the_screen() -> None:
    stage = Stage().open()
    stage.session.look.is_on_screen = False
    assert said_of(stage, "theme light") == "Theme: light, for the screen."
    assert said_of(stage, "settings follow-text on") == "Follow text: on."


def test_a_setting_is_as_usual_again_and_nothing_where_it_is_text() -> None:
    stage = Stage(settings=Settings(theme="light", speech_voice="Ann")).open()
    assert said_of(stage, "settings theme default") == "Theme: dark."
    assert stage.keeper.kept == {}
    assert said_of(stage, "settings speech_voice nothing") == "Speech voice: nothing."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("settings theme pink", f"Theme cannot be 'pink'. It takes {listed(THEMES)}."),
        ("settings speed 9", "Speed cannot be '9'. It takes a number from 0.5 to 6."),
        ("settings colours on", "There is no setting colours here."),
        ("settings at p3", "There is no setting at here."),
        ("settings", "Type a setting and its value, such as: settings theme light."),
        ("profiles nobody", "There is no profile nobody. There are screenreader, braille,"),
        ("theme pink", f"There is no theme pink. There are {', '.join(THEMES)}."),
    ],
)
def test_what_cannot_be_set_is_said_in_a_sentence_and_changes_nothing(typed: str, said: str) -> None:
    stage = Stage().open()
    assert said_of(stage, typed).startswith(said)
    assert stage.session.settings == Settings()


def test_a_setting_alone_is_told_with_what_it_takes() -> None:
    assert said_of(Stage().open(), "settings theme") == (
        f"Theme: dark. Colours of the screen. It takes {listed(THEMES)}."
    )


def given(stage: Stage, name: str, source: Any) -> None:
    preferences = stage.session.preferences
    preferences.sources = {**preferences.sources, name: source}


def test_a_setting_that_was_given_by_flag_says_so_before_and_after() -> None:
    stage = Stage(settings=Settings(theme="light")).open()
    given(stage, "theme", "flag")
    options = asked_options(stage.session, "settings", "")
    assert options is not None
    assert any(row.text.startswith("Theme: light, by flag.") for row in options.rows)
    assert (
        said_of(stage, "theme dark")
        == "Theme: dark. It was given by flag, which wins again at the next start."
    )


def test_what_cannot_be_kept_is_in_force_all_the_same_and_says_why() -> None:
    stage = Stage().open()
    stage.keeper.error = ConfigError("There is no home folder to keep settings in.", "Set XDG_CONFIG_HOME.")
    assert said_of(stage, "theme light") == (
        "Theme: light. It is not kept: There is no home folder to keep settings in. Set XDG_CONFIG_HOME."
    )
    assert stage.session.look.theme == "light"
    stage.press("undo")
    assert stage.session.look.theme == "dark"


def test_the_list_offers_every_setting_but_those_of_one_run_and_tables() -> None:
    options = asked_options(Stage().open().session, "settings", "")
    assert options is not None
    names = [row.argument for row in options.rows]
    assert names == [name for name, row in TABLE.items() if not row.per_run and name != "keys"]


def test_a_choice_is_offered_as_a_list_at_its_value_and_a_number_is_asked_for_with_its_range() -> None:
    session = Stage(settings=Settings(light=Light.PARAGRAPH)).open().session
    options = asked_options(session, "settings", "light")
    assert options is not None
    assert [row.argument for row in options.rows][options.at] == "light paragraph"
    prompt = asked(session, "settings", "speed")
    assert prompt == Prompt("Speed", "a number from 0.5 to 6, now 1", "speed")
    assert asked(session, "settings", "speed 2") is None


def test_the_list_begins_next_time_where_something_was_changed() -> None:
    stage = Stage().open().press("settings speed 2")
    options = asked_options(stage.session, "settings", "")
    assert options is not None
    assert options.rows[options.at].argument == "speed"


def test_a_profile_is_put_in_force_at_once_and_its_settings_are_taken_out_of_the_file() -> None:
    stage = Stage(settings=Settings(theme="light", volume=50)).open()
    stage.keeper.kept = {"theme": "light", "volume": 50}
    given(stage, "theme", "file")
    given(stage, "volume", "file")
    assert said_of(stage, "profiles lowvision").startswith("Profile: lowvision.")
    session = stage.session
    assert (session.look.theme, session.size, session.settings.volume) == ("high-contrast", TextSize.LG, 50)
    assert stage.keeper.kept == {"profile": "lowvision", "volume": 50}
    assert session.preferences.sources["theme"] == "profile"
    assert said_of(stage, "undo") == "Undone. Profile: none."
    assert (session.look.theme, session.size) == ("light", TextSize.SM)
    assert stage.keeper.kept == {"theme": "light", "volume": 50}


def test_going_to_another_profile_what_was_the_last_ones_is_as_usual() -> None:
    stage = Stage().open().press("profiles lowvision", "profiles learner")
    assert stage.session.look.theme == "dark"
    assert stage.session.speed == 0.75
    stage.press("profiles nothing")
    assert stage.session.settings == Settings()
    assert stage.keeper.kept == {}


def test_what_a_flag_gave_stays_in_force_under_a_profile_and_what_waits_for_a_start_is_named() -> None:
    stage = Stage(settings=Settings(picture=Choice.AUTO)).open()
    given(stage, "picture", "flag")
    said = said_of(stage, "profiles screenreader")
    assert stage.session.settings.picture is Choice.AUTO
    assert said == (
        "Profile: screenreader. From the next start on: linear. "
        "Given by flag or environment and kept so: pictures."
    )


def test_speech_is_made_anew_with_another_voice_at_the_same_sentence() -> None:
    stage = Stage(settings=Settings(voice=VoiceKind.SPEECH)).open().press("sentence-forward")
    made, place = len(stage.speech.lengths_s), stage.session.place
    stage.press("settings speech_voice Bernd")
    assert stage.keeper.went_by[-1].speech_voice == "Bernd"
    assert len(stage.speech.lengths_s) == made + 1
    assert (stage.session.voice, stage.session.place) == (VoiceKind.SPEECH, place)


def test_a_book_goes_on_without_what_it_marks_at_the_same_sentence_and_with_its_chapters_read_anew() -> None:
    recording = ToneNarrator(VoiceKind.RECORDING)
    asked: list[int] = []

    def tags() -> Tags:
        asked.append(1)
        return Tags()

    narrators: dict[VoiceKind, Narrator] = {
        VoiceKind.RECORDING: recording,
        VoiceKind.NONE: SilentNarrator(ENGINE_RATE_HZ, 170),
    }
    book = Arrival(DOCUMENT, narrators, tags=tags, has_marks=True)
    stage = Stage(make_document(title="A book"), arriving=lambda: book).open()
    stage.session.tick()
    stage.session.reader.tags.read()
    stage.press("sentence-forward", "play")
    place = stage.session.place
    recording.word_s /= 2
    stage.press("settings skip_marked on")
    assert len(recording.lengths_s) == len(asked) == 2
    assert (stage.session.place, stage.session.state) == (place, TransportState.PLAYING)
    stage.press("undo")
    assert len(recording.lengths_s) == 3
    assert stage.said[-1] == "Undone. Skip marked: off."


def test_a_recording_that_has_nothing_to_skip_plays_on_untouched() -> None:
    stage = Stage().open()
    made = len(stage.recording.lengths_s)
    stage.press("settings skip_marked on")
    assert len(stage.recording.lengths_s) == made


def test_what_is_opened_next_plays_at_once_from_when_on_that_is_set_and_says_so() -> None:
    stage = Stage(library=Opener()).open()
    assert stage.press("open 11").session.state is TransportState.PAUSED
    stage.press("settings autoplay on")
    assert stage.session.state is TransportState.PAUSED
    assert stage.press("open 12").session.state is TransportState.PLAYING
    assert any("Playing." in said for said in stage.said)


@pytest.mark.parametrize("change", ["language de", "skip_marked on", "speech_engine espeak"])
def test_what_was_made_ready_to_follow_is_opened_anew_by_the_settings_that_are_in_force(change: str) -> None:
    library = Opener()
    items = tuple(QueuedItem(each, f"Item {each}", "", None, int(each)) for each in ("11", "12"))
    stage = Stage(library=library, queue=Queue(items)).open().press("play")
    come = library.come
    asked: list[str] = []

    def asked_for(source: str) -> Coming:
        asked.append(source)
        return come(source)

    stage.session._succession._following._come = asked_for
    stage.play(0.1)
    assert asked == [], "it is ready"
    stage.press(f"settings {change}")
    stage.play(0.1)
    assert asked == ["12"]


def test_speech_that_does_not_read_now_is_made_anew_when_it_is_to() -> None:
    stage = Stage().open().press("voice speech", "voice recording")
    made = len(stage.speech.lengths_s)
    stage.press("settings speech_wpm 300")
    assert len(stage.speech.lengths_s) == made
    stage.press("voice speech")
    assert len(stage.speech.lengths_s) == made + 1
