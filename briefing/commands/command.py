"""What a row of the table says about a command."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Scope(StrEnum):
    """Where a command works."""

    BOTH = "both"
    TUI = "tui"
    """Only where there is a screen."""


class Carrier(StrEnum):
    """Who carries a command out."""

    SESSION = "session"
    FACE = "face"


class Prompt(NamedTuple):
    """A line to type the argument in."""

    title: str
    example: str
    before: str = ""
    """What of the argument stands before what is typed."""


class KeyWanted(NamedTuple):
    """A key to press; the argument is its name."""

    title: str
    before: str
    """What of the argument stands before it."""


class Pick(NamedTuple):
    """A list to choose the argument from, by number; `session.commands.table.LISTS` has what stands in it."""

    title: str


class Group(StrEnum):
    """The headings of help."""

    PLAY = "Playing"
    MOVE = "Moving"
    READ = "Reading"
    REVIEW = "Reading without sound"
    SOUND = "Sound"
    SEARCH = "Search and bookmarks"
    LIBRARY = "Library"
    PROGRAM = "Program"


class Command(NamedTuple):
    """What a user can do. `id` is typed after `:`, with `argument` as its operand where it has one."""

    id: str
    title: str
    help: str
    keys: tuple[str, ...]
    """As Textual names them: "space", "shift+left" ("question_mark" is written "?"). `ui.keys` turns them
    into what each face reads."""
    group: Group
    scope: Scope = Scope.BOTH
    argument: str = ""
    """What may follow the id when typed, in words; empty if nothing."""
    key_arguments: tuple[str, ...] = ()
    """What each of its keys stands for as an argument, in their order; empty if nothing."""
    asks: Prompt | Pick | None = None
    """What asks for the argument where the command comes without; None if it does without."""
    carrier: Carrier = Carrier.SESSION
    works_over_dialogs: bool = False
    """Whether its keys run it whatever is open over the text."""
    works_while_opening: bool = False
    """Whether the session carries it out before the text has come; it says that it opens, instead, if not."""
