"""Every command has its carrier in both faces, found in a table and never by its name."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import briefing
from briefing.commands.command import Carrier, Command, Pick, Prompt, Scope
from briefing.commands.table import BY_ID, COMMANDS
from briefing.events import CommandRun
from briefing.model import BlockKind
from briefing.ui.carriers import CARRIERS
from briefing.ui.widgets.dialogs import ListScreen
from briefing.ui.widgets.prompt import PromptScreen
from tests.builders import make_document
from tests.shelf import RIVER, ShelfOfLists
from tests.stage import Stage
from tests.ui.screen import on_screen
from tests.ui.test_linear import Reader

if TYPE_CHECKING:
    from briefing.session import Session

UI = Path(briefing.__file__).parent / "ui"
FACE = {command.id for command in COMMANDS if command.carrier is Carrier.FACE}
NOTED = make_document("A story.", title="News", blocks=[(BlockKind.NOTE, "A footnote.")])
"""Has something to pick for every command that lists it."""
OF_TIMINGS = "align"
"""Asks only where timings came with the recording; else it begins at once."""
ASKING = [command for command in COMMANDS if command.asks and command.id != OF_TIMINGS]


def test_what_every_face_carries_out_stands_in_the_one_table() -> None:
    assert set(CARRIERS) == {each for each in FACE if BY_ID[each].scope is Scope.BOTH}


def test_the_linear_face_carries_out_all_that_is_not_the_screens() -> None:
    carried = set(Reader().face._carriers)
    assert carried == {each for each in FACE if BY_ID[each].scope is Scope.BOTH}


async def test_the_screen_carries_out_all_that_is_a_faces() -> None:
    async with on_screen() as screen:
        assert set(screen.app._carriers) >= FACE


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_the_linear_face_answers_every_command(command: Command) -> None:
    reader = Reader().start()
    before = len(reader.written)
    reader.face.run(command.id)
    assert reader.written[before:]
    assert "There is no command" not in "".join(reader.written)


def give_something_to_pick(stage: Stage) -> None:
    stage.press("bookmark", "search story")
    stage.store.note_opened("a", "Other news", "other.txt")


@pytest.mark.parametrize("command", ASKING, ids=lambda command: command.id)
async def test_both_faces_ask_for_what_a_row_says_is_asked(command: Command) -> None:
    asks = command.asks
    assert asks is not None
    reader = Reader(Stage(NOTED, shelf=ShelfOfLists([RIVER]))).start()
    give_something_to_pick(reader.stage)
    reader.face.run(command.id)
    assert reader.face.is_typing is isinstance(asks, Prompt)
    async with on_screen(NOTED, shelf=ShelfOfLists([RIVER])) as screen:
        give_something_to_pick(screen.stage)
        screen.app.run_command(command.id)
        await screen.pilot.pause()
        assert isinstance(screen.app.screen, PromptScreen if isinstance(asks, Prompt) else ListScreen)
        assert asks.title in screen.text


async def test_with_nothing_to_pick_the_session_says_so() -> None:
    assert any(isinstance(command.asks, Pick) for command in ASKING)
    async with on_screen() as screen:
        screen.app.run_command("bookmarks")
        await screen.pilot.pause()
        assert screen.session.outbox.status.startswith("No bookmarks yet.")


def told_apart_in(path: Path) -> set[str]:
    """The names of commands that a module compares with."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    compared = [
        part
        for node in nodes
        if isinstance(node, ast.Compare) and "command" in ast.unparse(node.left)
        for comparator in node.comparators
        for part in ast.walk(comparator)
    ]
    matched = [
        pattern
        for node in nodes
        if isinstance(node, ast.Match) and "command" in ast.unparse(node.subject)
        for pattern in ast.walk(node)
    ]
    constants = [node.value for node in compared + matched if isinstance(node, ast.Constant)]
    strings = {each for each in constants if isinstance(each, str)}
    return strings & set(BY_ID)


def test_no_face_tells_commands_apart_by_their_names() -> None:
    modules = sorted(UI.rglob("*.py"))
    assert len(modules) > 50
    assert {path: found for path in modules if (found := told_apart_in(path))} == {}


def test_a_module_that_tells_a_command_by_its_name_is_found(tmp_path: Path) -> None:
    module = tmp_path / "telling.py"
    module.write_text('def run(command_id: str) -> bool:\n    return command_id == "help"\n')
    assert told_apart_in(module) == {"help"}


OF_WORDS = "pronounce"
"""Asks where there is a word, and has a respelling typed behind it else."""
RUN = [each for each in COMMANDS if each not in ASKING and each.id != OF_WORDS]


def told_by(session: Session) -> list[str]:
    told: list[str] = []
    session.subscribe(lambda event: told.append(event.id) if isinstance(event, CommandRun) else None)
    return told


async def test_every_command_on_the_screen_is_told_once_whoever_carries_it_out() -> None:
    async with on_screen() as screen:
        told = told_by(screen.session)
        for command in RUN:
            screen.app.run_command(command.id)
        assert told == [command.id for command in RUN]


@pytest.mark.parametrize("command", RUN, ids=lambda each: each.id)
def test_every_command_in_lines_is_told_once_whoever_carries_it_out_or_refuses_it(command: Command) -> None:
    reader = Reader().start()
    told = told_by(reader.stage.session)
    reader.face.run(command.id)
    assert told == [command.id]


def test_a_line_that_is_typed_is_told_as_what_opened_it_and_what_it_ran() -> None:
    reader = Reader().start()
    told = told_by(reader.stage.session)
    reader.press(":", *"mute", "enter")
    assert told == ["command", "mute"]


def test_what_is_asked_for_its_argument_is_told_when_it_has_it() -> None:
    reader = Reader().start()
    told = told_by(reader.stage.session)
    reader.press("/", *"word")
    assert told == []
    reader.press("enter")
    assert told == ["search"]
