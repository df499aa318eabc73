"""Settings and profiles inside the player, in both faces: from the list to the value, said, and undone."""

from __future__ import annotations

from briefing.kinds import Colours
from briefing.settings import TABLE, THEMES, Settings
from briefing.sizes import TextSize
from briefing.ui.widgets.choices import Choices
from briefing.ui.widgets.dialogs import OptionsScreen
from briefing.ui.widgets.prompt import PromptScreen
from tests.ui.screen import LONG, on_screen
from tests.ui.test_linear import Reader

ROWS = [name for name, row in TABLE.items() if not row.per_run and row.is_typed]


def number_of(name: str) -> str:
    return str(ROWS.index(name) + 1)


def test_in_lines_a_setting_is_gone_to_by_number_its_value_chosen_and_said_and_undone() -> None:
    reader = Reader().start()
    assert reader.heard("O")[0].startswith(f"Settings. 1 of {len(ROWS)}: Linear: auto. Screen reader mode")
    assert reader.heard(*number_of("theme"))[-1] == (
        f"{number_of('theme')} of {len(ROWS)}: Theme: dark. Colours of the screen."
    )
    assert reader.heard("enter", "j", "enter") == [
        f"Theme. 1 of {len(THEMES)}: Dark.",
        f"2 of {len(THEMES)}: Light.",
        "Theme: light, for the screen.",
    ]
    assert reader.stage.keeper.kept == {"theme": "light"}
    assert reader.heard("u") == ["Undone. Theme: dark, for the screen."]
    assert reader.stage.keeper.kept == {}


def test_in_lines_a_number_is_asked_for_with_its_range_and_a_mistake_is_said() -> None:
    reader = Reader().start()
    reader.press("O", *number_of("speed"))
    assert reader.heard("enter") == ["Speed, a number from 0.5 to 6, now 1:"]
    assert reader.heard(*"9", "enter")[-1] == "Speed cannot be '9'. It takes a number from 0.5 to 6."
    reader.press("O", "enter")
    assert reader.heard(*"1.5", "enter")[-1] == "Speed: 1.5."
    assert reader.stage.session.speed == 1.5


def test_in_lines_a_setting_is_as_usual_again_by_a_key_and_the_list_stays() -> None:
    reader = Reader().start()
    reader.face.run("settings", "theme light")
    assert reader.heard("O")[0].startswith(f"Settings. {number_of('theme')} of {len(ROWS)}: Theme: light.")
    assert reader.heard("delete") == ["Theme: dark, for the screen."]
    assert reader.heard("j", "k")[-1].endswith("Theme: dark. Colours of the screen.")
    assert reader.heard("O") == ["Settings closed."]


def test_in_lines_a_profile_is_chosen_from_a_list() -> None:
    reader = Reader().start()
    assert reader.heard("M")[0].startswith("Profiles. 1 of 6: No profile.")
    assert reader.heard("l")[-1].startswith("4 of 6: Lowvision. Large print in the strongest contrast")
    assert reader.heard("enter")[-1].startswith("Profile: lowvision.")
    assert reader.stage.session.size is TextSize.LG


async def test_on_the_screen_a_setting_is_chosen_changed_in_force_and_undone() -> None:
    async with on_screen() as screen:
        await screen.press("O", *number_of("theme"))
        assert isinstance(screen.app.screen, OptionsScreen)
        await screen.press("enter", "j", "enter")
        assert screen.app.theme == "light"
        assert screen.session.outbox.status == "Theme: light."
        await screen.press("u")
        assert screen.app.theme == "dark"
        assert screen.stage.keeper.kept == {}


async def test_on_the_screen_a_number_is_asked_for_and_a_setting_is_reset_where_the_list_stays() -> None:
    async with on_screen() as screen:
        await screen.press("O", *number_of("speed"), "enter")
        assert isinstance(screen.app.screen, PromptScreen)
        await screen.press("2", "enter")
        assert screen.session.speed == 2.0
        await screen.press("O", "delete")
        assert screen.session.speed == 1.0
        choices = screen.app.screen.query_one(Choices)
        assert choices.highlighted == ROWS.index("speed")
        await screen.press("O")
        assert len(screen.app.screen_stack) == 1
        assert screen.session.outbox.status == "Settings closed."


async def test_on_the_screen_the_theme_is_kept_by_its_key_and_profiles_are_listed() -> None:
    async with on_screen() as screen:
        await screen.press("t")
        assert screen.stage.keeper.kept == {"theme": "light"}
        await screen.press("M", "4", "enter")
        assert (screen.app.theme, screen.session.size) == ("high-contrast", TextSize.LG)


async def test_sizes_and_themes_are_chosen_from_lists_too() -> None:
    async with on_screen() as screen:
        for line in ("size", "theme"):
            screen.app.run_command(line)
            await screen.pilot.pause()
            assert isinstance(screen.app.screen, OptionsScreen)
            await screen.press("end", "enter")
        assert screen.session.size is list(TextSize)[-1]
        assert screen.app.theme == TABLE["theme"].kind.choices[-1]


async def test_in_both_faces_a_setting_by_which_is_opened_says_from_when_on_and_undone_so() -> None:
    reader = Reader().start()
    reader.press("O", *number_of("offline"))
    assert reader.heard("enter", "k", "enter")[-1] == "Offline: on."
    assert reader.stage.session.settings.offline
    assert reader.heard("u") == ["Undone. Offline: off."]
    reader.press("O", *number_of("today_most"), "enter")
    assert reader.heard(*"20", "enter")[-1] == "Today, most items: 20 items, when today is opened next."
    async with on_screen() as screen:
        await screen.press("O", *number_of("skip_marked"), "enter", "k", "enter")
        assert screen.session.outbox.status == "Skip marked: on."
        await screen.press("u")
        assert screen.session.outbox.status == "Undone. Skip marked: off."
        assert screen.stage.keeper.kept == {}


async def test_a_quiet_screen_loses_its_clock_at_once_and_undo_brings_it_back() -> None:
    async with on_screen() as screen:
        await screen.press("space")
        await screen.play(2.2)
        assert "0:02 of" in screen.text
        screen.app.run_line("settings quiet on")
        await screen.pilot.pause()
        assert "0:02 of" not in screen.text
        assert not any(style.reverse for style in screen.styles_of("two"))
        await screen.press("u")
        assert "0:02 of" in screen.text


async def test_the_view_turns_pages_as_soon_as_less_is_to_move() -> None:
    async with on_screen(LONG) as screen:
        screen.app.run_line("settings reduced-motion on")
        assert (screen.transcript.window.turns_pages, screen.app.animation_level) == (True, "none")
        await screen.press("u")
        assert not screen.transcript.window.turns_pages
        assert screen.app.animation_level != "none"


async def test_colours_are_fewer_or_none_at_once_and_all_again() -> None:
    async with on_screen(settings=Settings(colour=Colours.ON)) as screen:
        await screen.press("space")
        await screen.play(1.2)
        before = screen.styles_of("One two three.")
        for colours, number in (("16", 8), ("off", None)):
            screen.app.run_line(f"settings colour {colours}")
            await screen.pilot.pause()
            drawn = [style.color for style in screen.styles_of("One two three.") if style.color]
            assert all(not colour.is_default or number is None for colour in drawn)
            assert not any(colour.triplet for colour in drawn), colours
        await screen.press("u", "u")
        assert screen.styles_of("One two three.") == before


def test_in_lines_a_command_is_given_the_key_that_is_pressed_and_undo_takes_it_back() -> None:
    reader = Reader().start()
    assert reader.heard("C")[0].startswith("Keys. 1 of ")
    assert reader.heard("enter") == ["Play or pause: space. The next key is for it; Escape leaves."]
    assert reader.heard("escape") == ["No key is changed."]
    reader.press("C", "enter")
    assert reader.heard("j") == ["Play or pause: J, space. J ran Next sentence, which has down now."]
    assert reader.heard("j")[0].startswith("Playing")
    assert reader.heard("u") == ["Undone. Play or pause: space."]
    assert "Next sentence" not in reader.heard("C", "q")[0]
    reader.press("C", "enter", "f9", "C")
    assert reader.heard("delete") == ["Play or pause: space."]
    assert reader.stage.keeper.kept == {}


async def test_on_the_screen_a_command_is_given_the_key_that_is_pressed_and_the_hints_name_it() -> None:
    async with on_screen() as screen:
        await screen.press("C", "enter")
        assert "Play or pause: Space. The next key is for it; Escape leaves." in screen.text
        await screen.press("escape")
        assert screen.session.settings.keys == {}
        await screen.press("C", "enter", "colon")
        assert screen.session.outbox.status.startswith("Play or pause: :, Space. : ran ")
        assert ":  " not in screen.text
        assert ": play" in screen.text.lower()
        await screen.press("colon")
        assert screen.session.playback.is_playing
        await screen.press("u")
        await screen.press("colon")
        assert len(screen.app.screen_stack) == 2


async def test_on_the_screen_voices_are_tried_as_they_are_gone_to_and_escape_takes_it_back() -> None:
    async with on_screen() as screen:
        await screen.press("V", "j")
        await screen.pilot.pause()
        assert screen.session.settings.speech_voice == "Bernd"
        await screen.press("escape")
        assert screen.session.settings.speech_voice == ""
        assert not screen.session.playback.is_playing
        await screen.press("V", "j", "enter")
        assert screen.stage.keeper.kept == {"speech_voice": "Bernd"}
