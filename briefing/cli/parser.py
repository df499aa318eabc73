"""The parser of arguments, in our own words where it finds a mistake."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, Final, NoReturn

from briefing.errors import UsageError

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

SOURCE: Final = (
    "a file, a folder, an address (https://...), the number of an item, -, sample, or help (the manual)"
)
"""What can be opened, in the words of help."""
_USUAL_COLUMNS: Final = 80
argparse._ = str  # type: ignore[attr-defined]  # its words stay as they are: to look for others takes long


class TerminalHelp(argparse.HelpFormatter):
    """Help as wide as the terminal.

    One is made for each argument, too; left to itself it asks `shutil`, which takes long to import.
    """

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


class RawHelp(TerminalHelp, argparse.RawDescriptionHelpFormatter):
    """The same, with the lines of what stands before and after the arguments as they are."""


class Parser(argparse.ArgumentParser):
    """A parser whose mistakes are errors of ours, in one sentence."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog=prog, formatter_class=TerminalHelp)

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing the usage and leaving.

        Raises:
            UsageError: always.
        """
        raise UsageError(f"{message[:1].upper()}{message[1:].rstrip('.')}.", f"See `{self.prog} --help`.")

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        # argparse says nothing where its help cannot be written, and ends as if it had been.
        (file or sys.stdout).write(message)


def _columns() -> int:
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or _USUAL_COLUMNS
    except (ValueError, OSError):  # no terminal
        return _USUAL_COLUMNS
