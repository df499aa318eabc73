"""With other keys, and with fewer: what either face says names a key only if that key does it.

Every command is driven, with and without what it takes, and whatever was said, shown or listed is
looked through for keys. The user's keys are characters that stand in no sentence of ours.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import count

import pytest

from briefing.commands.mentions import mention
from briefing.commands.table import BY_ID, COMMANDS, ESSENTIAL
from briefing.settings import Settings
from briefing.ui.keys.words import key_in_words, spoken
from briefing.ui.linear.face import LinearFace
from briefing.ui.widgets.choices import Choices
from tests.stage import Stage
from tests.ui.screen import on_screen

_CHARACTERS = count(ord("一"))
OWN = {command.id: tuple(chr(next(_CHARACTERS)) for _ in command.keys or "1") for command in COMMANDS}
"""Each command by Chinese characters of its own, which no sentence of ours has."""
TYPED_ONLY = {command.id: () for command in COMMANDS} | {"command": (":",)}
NOTHING = {command.id: () for command in COMMANDS}
OWNER = {key: command_id for command_id, keys in OWN.items() for key in keys}
USUAL = {key for command in COMMANDS for key in command.keys}
ARGUMENTS = ["", "1", "de", "no such thing", "0", "word"]
_PRESSED = re.compile(r"\b[Pp]ress (?!a key\b)(.+?) (?:at|to|and type|again|for|in)\b")
_TYPED = re.compile(r"\b[Cc]olon ([a-z][a-z0-9-]*)|(?<!\S):([a-z][a-z0-9-]*)")
FIXED = {"enter", "space", "end", "home", "left", "right", "up", "down"}
"""Words of a key that are words of sentences, too, or keys that no command can take from a prompt."""


def driven(keys: dict[str, tuple[str, ...]], *, has_recording: bool = True) -> list[str]:
    """Drive every command in the linear face, with all sorts of arguments; return all that was said."""
    stage = Stage(settings=Settings(keys=keys), has_recording=has_recording)
    written: list[str] = []
    face = LinearFace(stage.session, stage.session.settings, written.append)
    face.start("by flag")
    stage.session.tick()
    for commands in (reversed(COMMANDS), COMMANDS):  # nothing to find or list yet; then there is
        for command in commands:
            for argument in ARGUMENTS:
                face.run(command.id, argument)
                stage.session.tick()
                while face.is_typing:
                    face.key("escape")
                if command.id == "help":
                    for key in (*sorted(OWNER), "f12", *keys["help"][:1], "escape"):
                        face.key(key)
                stage.play(0.05)
            if command.id == "verbosity":
                face.run(command.id, "usual")  # brief leaves out the sentences that are looked for
    for command_id in ("bookmark", "bookmark", "no-such-command"):  # kept, and dropped again
        stage.session.run(command_id)
    face.paste("pasted")
    for key in ("p", "unknown"):
        face.key(key)
    assert len(written) > len(COMMANDS)
    return [" ".join(each.split()) for each in written]


@cache
def with_others(has_recording: bool) -> tuple[str, ...]:
    """Return what is said where every key is another."""
    return tuple(driven(OWN, has_recording=has_recording))


_OTHERS = {spoken(key) for key in USUAL if len(key) > 1 or not key.isalnum()} - FIXED - {"percent"}
_NAMED = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(_OTHERS)))})(?![\w-])")


def keys_of_others(said: str) -> list[str]:
    """Return the usual keys that a sentence names as a voice or a screen names them."""
    return _NAMED.findall(said.lower())


def test_every_sentence_about_a_key_is_driven() -> None:
    """The walk meets each mention that the code has for an answer."""
    said = with_others(True) + with_others(False)
    named = {OWNER[key] for line in said for key in _PRESSED.findall(line) if key in OWNER}
    assert named >= {"search", "undo", "bookmark", "loop", "follow", "help"}


@pytest.mark.parametrize("has_recording", [True, False])
def test_with_every_key_another_no_sentence_names_a_usual_one(has_recording: bool) -> None:
    for line in with_others(has_recording):
        assert "\x0e" not in line
        assert not set(_PRESSED.findall(line)) - set(OWNER), line
        assert not keys_of_others(line), line


@pytest.mark.parametrize(("keys", "can_type"), [(TYPED_ONLY, True), (NOTHING, False)], ids=["typed", "none"])
def test_without_keys_only_what_can_be_typed_is_named(
    keys: dict[str, tuple[str, ...]], can_type: bool
) -> None:
    for line in driven(keys):
        typed = {first or second for first, second in _TYPED.findall(line)}
        assert typed <= set(BY_ID), line
        pressed = [each for each in _PRESSED.findall(line) if not each.startswith("colon ")]
        assert pressed == [], line
        assert can_type or not typed, line
        assert line


@pytest.mark.parametrize("keys", [OWN, TYPED_ONLY, NOTHING], ids=["other", "typed", "none"])
async def test_the_first_screen_and_the_help_name_the_keys_there_are(
    keys: dict[str, tuple[str, ...]],
) -> None:
    async with on_screen(settings=Settings(keys=keys), size=(120, 40)) as screen:
        hint = screen.rows[-1]
        for command_id in ESSENTIAL:
            title = BY_ID[command_id].title.lower()
            first = next(map(key_in_words, keys[command_id]), f":{command_id}")
            assert (f"{first} {title}" in hint) is (keys is not NOTHING)
        screen.app.run_command("help")
        await screen.pilot.pause()
        entries = {entry.id: entry.text for entry in screen.app.screen.query_one(Choices).entries}
        for command in COMMANDS:
            typed = "" if keys is NOTHING else f":{command.id}"
            shown = ", ".join(map(key_in_words, keys[command.id])) or typed
            assert entries[command.id].partition(command.title)[0].strip() == shown
        assert keys is not NOTHING or not any("Or type" in text for text in entries.values())


async def test_a_key_of_the_view_that_runs_a_command_is_told_as_that() -> None:
    async with on_screen(settings=Settings(keys={"mute": ("pageup", "ctrl+up")})) as screen:
        screen.app.run_command("help")
        await screen.pilot.pause()
        lines = [entry.text for entry in screen.app.screen.query_one(Choices).entries]
        assert [line[:10].strip() for line in lines if "Look through the text" in line] == ["PageDown"]
        assert [line[:10].strip() for line in lines if "Look by lines" in line] == ["Ctrl+Down"]


async def test_the_status_line_names_the_users_key() -> None:
    async with on_screen(settings=Settings(keys={"follow": ("f9",)})) as screen:
        await screen.press("f9")
        assert "Not following. Press F9 to follow again." in screen.text
        screen.session.say(f"Press {mention('undo')}.", urgent=True)
        await screen.pilot.pause()
        assert "Press u." in screen.text
