"""Every command by every way: by key, from the palette, as it is typed in lines, and on the command line."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.cli.main import main
from briefing.commands.table import BY_ID, COMMANDS
from briefing.events import CommandRun
from briefing.ui.at_start import AtStart
from briefing.ui.carriers import asked_here
from briefing.ui.keys.bindings import bound_keys
from briefing.ui.keys.mentions import KeyNames
from briefing.ui.linear.run import run_linear
from briefing.ui.widgets.palette import entries_for
from tests.builders import keymap
from tests.stage import Stage
from tests.ui.test_linear import Reader

if TYPE_CHECKING:
    from briefing.commands.command import Command

every_command = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)


def told_by(stage: Stage) -> list[str]:
    told: list[str] = []
    stage.session.subscribe(lambda event: told.append(event.id) if isinstance(event, CommandRun) else None)
    return told


def is_answered(stage: Stage, told: list[str], command: Command) -> bool:
    """Whether a command was run, or asks for what it lacks."""
    names = KeyNames(bound_keys(COMMANDS, {}), is_heard=True)
    return command.id in told or asked_here(stage.session, names, command.id, "") is not None


@every_command
def test_by_key_or_there_is_another_command_that_goes_there(command: Command) -> None:
    assert command.id in keymap().values() or command.argument


@every_command
def test_from_the_palette_by_its_title_and_by_what_is_typed(command: Command) -> None:
    names = KeyNames(bound_keys(COMMANDS, {}), is_heard=False)
    assert command.id in [entry.id for entry in entries_for(command.title, names)]
    assert command.id in [entry.id for entry in entries_for(command.id, names)]
    if command.argument:
        assert entries_for(f"{command.id} x", names)[0].id == f"{command.id} x"


@every_command
def test_as_it_is_typed_in_lines(command: Command) -> None:
    reader = Reader().start()
    told = told_by(reader.stage)
    reader.press(":", *("space" if char == " " else char for char in command.id), "enter")
    assert is_answered(reader.stage, told, command)
    assert "There is no command" not in "".join(reader.lines)


@every_command
def test_on_the_command_line(command: Command) -> None:
    reader = Reader()
    told = told_by(reader.stage)
    AtStart(reader.stage.session, [command.id], reader.face.run_line)
    reader.start()
    reader.stage.session.tick()
    assert is_answered(reader.stage, told, command)


def test_commands_of_the_command_line_are_run_one_after_another_when_there_is_a_voice(tmp_path: Path) -> None:
    stage = Stage()
    session = stage.session
    lines = ["go p2.s2", "speed 1.5", "bookmark here"]
    with Path(os.devnull).open(encoding="utf-8") as nobody, (tmp_path / "out").open("w+") as out:
        run_linear(session, session.settings, stdin=nobody, stdout=out, reason="by flag", lines=lines)
        out.seek(0)
        written = out.read().splitlines()
    at = written.index("Ten eleven twelve.")
    assert written[at + 1] == "Speed 1.5."
    assert written[at + 2].startswith("Bookmark 1")
    assert written[-1] == "Goodbye."


def test_what_is_no_command_is_refused_before_anything_is_opened(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["no-such-file.txt", "--do", "dance now"]) == 2
    assert "There is no command 'dance'." in capsys.readouterr().err
    assert "dance" not in BY_ID
