"""What a command's argument is chosen from: rows, each with the argument that it stands for."""

from __future__ import annotations

from typing import NamedTuple


class Option(NamedTuple):
    """A row: what it says, and what the command is given when it is chosen."""

    text: str
    argument: str


class Extra(NamedTuple):
    """What else can be done with a row: its command is run with the row's argument and a word behind it."""

    keys: tuple[str, ...]
    title: str
    word: str


class Trying(NamedTuple):
    """Rows are tried as they are gone to: the command is run with a row's argument and a word behind it.

    Leaving without a choice runs it with `leave`.
    """

    word: str
    leave: str


class Options(NamedTuple):
    """The rows of a list, under a title."""

    title: str
    rows: tuple[Option, ...]
    at: int = 0
    """Where one begins in it: what is in force, or was chosen last."""
    extras: tuple[Extra, ...] = ()
    trying: Trying | None = None
    more: str = ""
    """The argument by which the same rows are asked for with those that came later, behind the others.

    That they came is told by `OptionsCame`. Empty where none come.
    """
