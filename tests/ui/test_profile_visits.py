"""A visit with each profile in each face: it opens as that has it, another is chosen inside, and undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pytest

from briefing.cli.settings_loading import resolve
from briefing.profiles import PROFILES
from briefing.sizes import TextSize
from tests.stage import Stage
from tests.ui.screen import LONG, Screen, on_screen
from tests.ui.test_linear import Reader

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES: Final = tuple(PROFILES)


def another(name: str) -> str:
    return NAMES[(NAMES.index(name) + 1) % len(NAMES)]


def keys_to(name: str) -> tuple[str, ...]:
    """The keys that choose a profile from the list, which has "No profile" first."""
    return ("M", str(NAMES.index(name) + 2), "enter")


class Lines(NamedTuple):
    """What a profile is in screen reader mode."""

    speed: float = 1.0
    prints_sentences: bool = False
    is_brief: bool = False
    arrows_move_cursor: bool = False


class View(NamedTuple):
    """What a profile is on the screen."""

    size: TextSize
    theme: str
    animation: str
    has_clock: bool
    letters: float
    lines: float
    speed: float


IN_LINES: Final = {
    "screenreader": Lines(),
    "braille": Lines(0.8, prints_sentences=True, is_brief=True, arrows_move_cursor=True),
    "lowvision": Lines(),
    "dyslexia": Lines(0.9),
    "learner": Lines(0.75),
}
SM, MD, LG = TextSize.SM, TextSize.MD, TextSize.LG
ON_SCREEN: Final = {
    "screenreader": View(SM, "dark", "full", False, 0, 1, 1),
    "braille": View(SM, "dark", "full", False, 0, 1, 0.8),
    "lowvision": View(LG, "high-contrast", "none", True, 0, 1, 1),
    "dyslexia": View(MD, "light", "none", True, 0.25, 1.5, 0.9),
    "learner": View(SM, "dark", "full", True, 0, 1, 0.75),
}


def staged(name: str) -> Stage:
    loaded = resolve({}, {}, {"profile": name})
    stage = Stage(settings=loaded.settings)
    stage.session.preferences.sources = loaded.sources
    return stage


def seen_in_lines(reader: Reader) -> Lines:
    """What a listener can tell of the settings, from the start on. It pauses at the end."""
    stage = reader.stage
    reader.press("home")
    where = reader.heard("i")[-1]
    speed = float(where.partition("Speed ")[2].partition(". ")[0].rstrip(".") or 1)
    before = len(reader.lines)
    reader.press("space")
    stage.play(4 / stage.session.speed)
    printed = any("One two three." in line for line in reader.lines[before:])
    reader.press("space")
    place = stage.session.place
    reader.press("left")
    return Lines(speed, printed, "Recording" not in where, stage.session.place == place)


def undo_until_it_is(heard: Callable[[str], list[str]], name: str) -> None:
    """Take back what was done since another profile was chosen, and that."""
    for _ in range(9):
        undone = heard("u")[-1]
        if "Profile" in undone:
            break
    assert undone == f"Undone. Profile: {name}."


def seen_on_screen(screen: Screen) -> View:
    session, app = screen.session, screen.app
    return View(
        session.size,
        app.theme,
        app.animation_level,
        "0:0" in screen.text,
        session.look.spacing.letters,
        session.look.spacing.lines,
        session.speed,
    )


@pytest.mark.parametrize("name", NAMES)
def test_in_lines_each_profile_opens_says_itself_and_gives_way_to_another_and_back(name: str) -> None:
    reader = Reader(staged(name)).start()
    assert reader.lines[0].startswith("Breaking News: News of numbers.")
    assert seen_in_lines(reader) == IN_LINES[name]
    assert reader.heard("M")[-1].startswith(f"Profiles. {NAMES.index(name) + 2} of 6: {name.capitalize()}.")
    other = another(name)
    assert reader.heard("escape", *keys_to(other))[-1].startswith(f"Profile: {other}.")
    assert seen_in_lines(reader) == IN_LINES[other]
    undo_until_it_is(reader.heard, name)
    assert seen_in_lines(reader) == IN_LINES[name]


@pytest.mark.parametrize("name", NAMES)
async def test_on_the_screen_each_profile_opens_says_itself_and_gives_way_to_another_and_back(
    name: str,
) -> None:
    loaded = resolve({}, {}, {"profile": name})
    async with on_screen(LONG, settings=loaded.settings, size=(100, 36)) as screen:
        screen.session.preferences.sources = loaded.sources
        await screen.press("space")
        await screen.play(2)
        assert seen_on_screen(screen) == ON_SCREEN[name]
        other = another(name)
        await screen.press(*keys_to(other))
        assert screen.session.outbox.status.startswith(f"Profile: {other}.")
        await screen.play(1)
        assert seen_on_screen(screen) == ON_SCREEN[other]
        await screen.press("u")
        assert screen.session.outbox.status.startswith(f"Undone. Profile: {name}.")
        await screen.play(1)
        assert seen_on_screen(screen) == ON_SCREEN[name]


def test_from_one_to_another_only_what_a_start_changes_is_named_as_for_the_next_start() -> None:
    reader = Reader(staged("screenreader")).start()
    assert reader.heard(*keys_to("braille"))[-1] == "Profile: braille."
    assert reader.heard(*keys_to("lowvision"))[-1] == "Profile: lowvision. From the next start on: linear."


def test_a_users_own_profile_is_listed_behind_ours_said_and_undone() -> None:
    loaded = resolve({"profiles": {"night": {"speed": 1.5, "verbosity": "brief"}}}, {}, {})
    stage = Stage()
    stage.session.preferences.profiles = loaded.profiles
    reader = Reader(stage).start()
    assert reader.heard("M", "7")[-1] == "7 of 7: Night. Your own."
    assert reader.heard("enter")[-1] == "Profile: night."
    assert seen_in_lines(reader) == Lines(1.5, is_brief=True)
    undo_until_it_is(reader.heard, "none")
    assert seen_in_lines(reader) == Lines()
